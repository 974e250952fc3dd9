using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

/// <summary>Help that is needed from others is agreed in advance.</summary>
[Trait("Clause", "S6.2")]
public sealed class SupportTests(Installations installations)
{
    private const string All = "supportRequest { id what status answer neededBy viewerMay fromUnit { code } fromPerson { employeeNumber } answeredBy { employeeNumber } requestedBy { employeeNumber } receiver { employeeNumber } objective { id title } }";

    [Theory, OnEachDatabase]
    public async Task A_unit_is_asked_its_leader_answers_and_who_asked_says_that_it_came(DatabaseKind database)
    {
        var (company, cycle, id) = await DraftedAsync(database);
        var asked = await company.Member.ChangeAsync("requestSupport", new { objectiveId = id, what = " 两名工程师 ", fromUnitId = company.OtherTeam, neededBy = "2027-03-31" }, All);
        (asked.Text("what"), asked.Text("status"), asked.Text("fromUnit.code"), asked.Text("neededBy"), asked.Text("requestedBy.employeeNumber"), asked.Text("receiver.employeeNumber")).ShouldBe(("两名工程师", "REQUESTED", "D1-2-1", "2027-03-31", "E0112", "E0211"));
        asked.Strings("viewerMay").ShouldBeEmpty();
        var request = asked.Id();
        var awaited = await company.OtherTeamLeader.ReadAsync("query($cycle: ID!) { supportAwaited(cycleId: $cycle) { id viewerMay objective { title description } } }", new { cycle });
        awaited.Strings("supportAwaited.*.id").ShouldBe([request]);
        awaited.At("supportAwaited.0").Strings("viewerMay").ShouldBe(["AGREED", "DECLINED"]);
        (awaited.Text("supportAwaited.0.objective.title"), awaited.Text("supportAwaited.0.objective.description")).ShouldBe(("提高服务收入", string.Empty));

        var answered = await AnswerAsync(company.OtherTeamLeader, request, "AGREED", "从三月起");
        (answered.Text("status"), answered.Text("answer"), answered.Text("answeredBy.employeeNumber")).ShouldBe(("AGREED", "从三月起", "E0211"));
        (await company.OtherTeamLeader.MutateAsync("answerSupport", new { supportRequestId = request, status = "FULFILLED", answer = "已到" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await AnswerAsync(company.Member, request, "FULFILLED", "两人已到岗")).Text("status").ShouldBe("FULFILLED");
        (await company.Member.ObjectiveAsync(id, "supportRequests { status } history(first: 1) { nodes { action } }")).ShouldSatisfyAllConditions(
            o => o.Text("supportRequests.0.status").ShouldBe("FULFILLED"), o => o.Text("history.nodes.0.action").ShouldBe("answerSupport"));
        (await company.OtherTeamLeader.ReadAsync("query($cycle: ID!) { supportAwaited(cycleId: $cycle) { id } }", new { cycle })).At("supportAwaited").GetArrayLength().ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_declined_the_nearest_common_superior_decides(DatabaseKind database)
    {
        var (company, cycle, id) = await DraftedAsync(database);
        var request = await company.Member.AskForHelpAsync(id, company.Stranger.PersonId);
        (await company.DivisionLeader.MutateAsync("answerSupport", new { supportRequestId = request, status = "AGREED", answer = "先答" }, string.Empty)).UserErrors.Single().Code.ShouldBe("FORBIDDEN_BY_STATE");
        await AnswerAsync(company.Stranger, request, "DECLINED", "我也忙");
        (await company.DivisionLeader.ReadAsync("query($cycle: ID!) { supportAwaited(cycleId: $cycle) { id viewerMay } }", new { cycle })).At("supportAwaited.0").Strings("viewerMay").ShouldBe(["AGREED", "DECLINED"]);
        foreach (var other in (Api[])[company.TeamLeader, company.DepartmentLeader, company.Executive])
            (await other.MutateAsync("answerSupport", new { supportRequestId = request, status = "AGREED", answer = "给" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await AnswerAsync(company.DivisionLeader, request, "AGREED", "部里协调")).ShouldSatisfyAllConditions(r => r.Text("status").ShouldBe("AGREED"), r => r.Text("answeredBy.employeeNumber").ShouldBe("E0100"));

        var second = await company.Member.AskForHelpAsync(id, company.Stranger.PersonId);
        await AnswerAsync(company.Stranger, second, "DECLINED", "忙");
        await AnswerAsync(company.DivisionLeader, second, "DECLINED", "维持");
        foreach (var (by, status) in new[] { (company.Stranger, "AGREED"), (company.DivisionLeader, "AGREED") })
            (await by.RefusedAsync("answerSupport", new { supportRequestId = second, status, answer = "改主意" })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("status"));
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_decides_his_own_request(DatabaseKind database)
    {
        var (company, _, id) = await DraftedAsync(database);
        var request = await company.Member.AskForHelpAsync(id, company.Stranger.PersonId);
        foreach (var status in (string[])["AGREED", "DECLINED"])
            (await company.Member.RefusedAsync("answerSupport", new { supportRequestId = request, status, answer = "我来" })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("SAME_PERSON_MAY_NOT_DECIDE"), e => e.Field.ShouldBe("status"));
        // The leader asks his own unit: the next above him answers.
        var own = await company.TeamLeader.ChangeAsync("requestSupport", new { objectiveId = id, what = "组内支援", fromUnitId = company.Team, neededBy = "2027-03-31" }, All);
        own.Text("receiver.employeeNumber").ShouldBe("E0110");
        (await company.TeamLeader.RefusedAsync("answerSupport", new { supportRequestId = own.Id(), status = "AGREED", answer = "好" })).Code.ShouldBe("SAME_PERSON_MAY_NOT_DECIDE");
        await AnswerAsync(company.DepartmentLeader, own.Id(), "AGREED", "好");
    }

    [Theory, OnEachDatabase]
    public async Task What_has_open_requests_cannot_be_committed(DatabaseKind database)
    {
        var (company, _, id) = await DraftedAsync(database);
        var request = await company.Member.AskForHelpAsync(id, company.Stranger.PersonId);
        await company.TeamLeader.AgreeAsync(company.Member, id);
        foreach (var side in (Api[])[company.Member, company.TeamLeader])
        {
            var refused = await side.NotSignedAsync(id);
            (refused.Code, refused.Field).ShouldBe(("BLOCKED_BY_FINDING", "objectiveId"));
            JsonElement.Parse(refused.Detail!).Strings("supportRequests").ShouldBe([request]);
        }
        await AnswerAsync(company.Stranger, request, "AGREED", "可以");
        await company.Member.SignAsync(id);
        (await company.TeamLeader.SignAsync(id)).Text("status").ShouldBe("COMMITTED");
        await AnswerAsync(company.Member, request, "FULFILLED", "收到");
        (await company.Member.ObjectiveAsync(id, "status")).Text("status").ShouldBe("COMMITTED");
    }

    [Theory, OnEachDatabase]
    public async Task Help_that_is_declined_was_counted_on_so_it_is_signed_anew_or_reopened(DatabaseKind database)
    {
        var (company, _, id) = await DraftedAsync(database);
        var request = await company.Member.AskForHelpAsync(id, company.Stranger.PersonId);
        await company.TeamLeader.AgreeAsync(company.Member, id);
        var before = await company.Member.HashAsync(id);
        await AnswerAsync(company.Stranger, request, "DECLINED", "没人");
        (await company.Member.ObjectiveAsync(id, "status contentHash")).ShouldSatisfyAllConditions(o => o.Text("status").ShouldBe("AGREED"), o => o.Text("contentHash").ShouldNotBe(before));
        await company.Member.NegotiateAsync(id, "REOPENED", text: "没有支援");
        await company.Member.NegotiateAsync(id, "PROPOSAL", "80", "没有支援只能这样");
        await company.TeamLeader.NegotiateAsync(id, "ACCEPTED");
        await company.Member.SignAsync(id);
        (await company.TeamLeader.SignAsync(id)).Text("status").ShouldBe("COMMITTED");
    }

    [Theory, OnEachDatabase]
    public async Task It_is_read_by_its_parties_and_those_of_the_objective(DatabaseKind database)
    {
        var (company, _, id) = await DraftedAsync(database);
        var request = await company.Member.AskForHelpAsync(id, company.Stranger.PersonId);
        async Task<JsonValueKind> SeenAsync(Api by) => (await by.ReadAsync("query($id: ID!) { node(id: $id) { ... on SupportRequest { what objective { title } } } }", new { id = request })).At("node").ValueKind;
        foreach (var reader in (Api[])[company.Member, company.TeamLeader, company.Colleague, company.Stranger, company.DivisionLeader, company.Hr, company.Auditor])
            (await SeenAsync(reader)).ShouldBe(JsonValueKind.Object);
        (await SeenAsync(company.OtherTeamLeader)).ShouldBe(JsonValueKind.Null);
        (await company.OtherTeamLeader.RefusedAsync("answerSupport", new { supportRequestId = request, status = "AGREED", answer = "给" })).Code.ShouldBe("NOT_FOUND");
    }

    [Theory, OnEachDatabase]
    public async Task A_request_that_does_not_fit_is_refused(DatabaseKind database)
    {
        var (company, _, id) = await DraftedAsync(database);
        foreach (var (input, code, field) in new (object, string, string)[]
        {
            (new { objectiveId = id, what = "x", neededBy = "2027-03-31" }, "REQUIRED", "fromUnitId"),
            (new { objectiveId = id, what = "x", fromUnitId = company.OtherTeam, fromPersonId = company.Stranger.PersonId, neededBy = "2027-03-31" }, "INVALID", "fromUnitId"),
            (new { objectiveId = id, what = "x", fromPersonId = company.Member.PersonId, neededBy = "2027-03-31" }, "INVALID", "fromPersonId"),
            (new { objectiveId = id, what = " ", fromPersonId = company.Stranger.PersonId, neededBy = "2027-03-31" }, "REQUIRED", "what"),
            (new { objectiveId = id, what = "x", fromPersonId = company.Stranger.PersonId, neededBy = "2028-01-01" }, "INVALID", "neededBy"),
            (new { objectiveId = id, what = "x", fromPersonId = company.Stranger.PersonId, neededBy = "2020-01-01" }, "INVALID", "neededBy"),
            (new { objectiveId = id, what = "x", fromPersonId = Objectives.Platform.GraphQl.GlobalId.Encode("Person", Guid.CreateVersion7()), neededBy = "2027-03-31" }, "NOT_FOUND", "fromPersonId"),
            (new { objectiveId = id, what = "x", fromUnitId = Objectives.Platform.GraphQl.GlobalId.Encode("Unit", Guid.CreateVersion7()), neededBy = "2027-03-31" }, "NOT_FOUND", "fromUnitId"),
        })
        {
            (await company.Member.RefusedAsync("requestSupport", input)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe(field));
        }
        (await company.Colleague.MutateAsync("requestSupport", new { objectiveId = id, what = "x", fromPersonId = company.Stranger.PersonId, neededBy = "2027-03-31" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        var request = await company.Member.AskForHelpAsync(id, company.Stranger.PersonId);
        (await company.Stranger.RefusedAsync("answerSupport", new { supportRequestId = request, status = "REQUESTED", answer = "?" })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe("status"));
        (await company.Stranger.RefusedAsync("answerSupport", new { supportRequestId = request, status = "AGREED", answer = "" })).Field.ShouldBe("answer");
        (await company.Member.RefusedAsync("answerSupport", new { supportRequestId = request, status = "FULFILLED", answer = "早" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
    }

    private static Task<JsonElement> AnswerAsync(Api by, string request, string status, string answer) => by.ChangeAsync("answerSupport", new { supportRequestId = request, status, answer }, All);

    private async Task<(Company Company, string Cycle, string Id)> DraftedAsync(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        return (company, cycle, await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle)));
    }
}
