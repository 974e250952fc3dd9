using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

public sealed class VisibilityTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task What_may_not_be_read_does_not_exist(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var hidden = await company.Stranger.DraftAsync(company.StrangersDraft(cycle));
        var comment = (await company.Stranger.ChangeAsync("comment", new { subjectId = hidden, text = "私下说" }, "comment { id }")).Id();
        foreach (var other in (Api[])[company.Member, company.TeamLeader, company.DepartmentLeader])
        {
            var data = await other.ReadAsync(
                "query($id: ID!, $comment: ID!, $cycle: ID!) { objective(id: $id) { id } node(id: $id) { id } nodes(ids: [$id, $comment]) { id } objectives(filter: { cycleId: $cycle }) { totalCount } goalTree(cycleId: $cycle) { nodeCount } }",
                new { id = hidden, comment, cycle });
            data.GetProperty("objective").ValueKind.ShouldBe(JsonValueKind.Null);
            data.GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
            data.GetProperty("nodes").EnumerateArray().ShouldAllBe(n => n.ValueKind == JsonValueKind.Null);
            (data.Number("objectives.totalCount"), data.Number("goalTree.nodeCount")).ShouldBe((0, 0));
            foreach (var (mutation, input, field) in new (string, object, string)[]
            {
                ("editObjective", new { id = hidden, title = "改" }, "id"), ("moveObjective", new { id = hidden }, "id"), ("withdrawObjective", new { id = hidden, reason = "停" }, "id"),
                ("comment", new { subjectId = hidden, text = "说" }, "subjectId"), ("remove", new { id = comment }, "id"),
            })
            {
                var refused = await other.RefusedAsync(mutation, input);
                (refused.Code, refused.Field).ShouldBe(("NOT_FOUND", field), mutation);
            }
            (await other.AskAsync("subscription($id: ID!) { objectiveChanged(rootId: $id) { id } }", new { id = hidden })).ErrorCode.ShouldNotBeNull();
        }
        foreach (var reader in (Api[])[company.Stranger, company.OtherTeamLeader, company.DivisionLeader, company.Executive, company.Hr, company.Auditor, company.Administrator])
            (await reader.ObjectiveAsync(hidden, "version")).Number("version").ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task What_may_be_read_but_not_changed_is_forbidden(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        foreach (var reader in (Api[])[company.Member, company.OtherTeamLeader, company.Stranger, company.Hr, company.Auditor, company.Administrator])
        {
            (await reader.ObjectiveAsync(id, "title")).Text("title").ShouldBe("提高服务收入");
            foreach (var (mutation, input) in new (string, object)[] { ("editObjective", new { id, title = "改" }), ("moveObjective", new { id }), ("withdrawObjective", new { id, reason = "停" }) })
                (await reader.MutateAsync(mutation, input, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN", mutation);
        }
        (await company.Auditor.MutateAsync("comment", new { subjectId = id, text = "审计意见" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.TeamLeader.ObjectiveAsync(id, "version")).Number("version").ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Of_an_ancestor_he_sees_the_title_the_measure_and_the_target(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var hidden = await company.Stranger.DraftAsync(company.StrangersDraft(cycle) with { Description = "不给别人看", Contribution = "内部说明", Baseline = "80" });
        await company.Stranger.ChangeAsync("comment", new { subjectId = hidden, text = "私下说" }, "comment { id }");
        await company.Executive.DraftAsync(company.StrangersDraft(cycle, hidden) with { Title = "另一个" });
        var own = await company.Executive.DraftAsync(company.Draft(cycle, hidden) with { Level = "PERSONAL", OwnerId = company.Member.PersonId });

        const string all = "title target measure { code } description contribution baseline responsibility { text } comments { totalCount nodes { text } } history { totalCount nodes { after } } children { id } childCount";
        var objective = await company.Member.ObjectiveAsync(own, $"parent {{ {all} }} ancestors {{ {all} }}");
        foreach (var ancestor in (JsonElement[])[objective.GetProperty("parent"), objective.At("ancestors.0")])
        {
            (ancestor.Text("title"), ancestor.Text("target"), ancestor.Text("measure.code")).ShouldBe(("缩短上门时间", "120", "REV"));
            (ancestor.Text("description"), ancestor.Text("contribution"), ancestor.Text("baseline"), ancestor.Number("comments.totalCount"), ancestor.Number("history.totalCount")).ShouldBe((string.Empty, null, null, 0, 0));
            ancestor.Strings("children.*.id").ShouldBe([own]);
            ancestor.Number("childCount").ShouldBe(1);
        }
        var seen = await company.Stranger.ObjectiveAsync(hidden, all);
        (seen.Text("description"), seen.Text("baseline"), seen.Number("comments.totalCount"), seen.Number("history.totalCount")).ShouldBe(("不给别人看", "80", 1, 1));
    }

    [Theory, OnEachDatabase]
    public async Task A_new_superior_sees_at_once_what_the_old_one_no_longer_does(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        async Task<Api> NewcomerAsync(string number, string unitId, string? superiorId)
        {
            var person = await company.Administrator.ChangeAsync("savePerson", new { employeeNumber = number, name = number, email = $"{number}@example.com", unitId, superiorId }, "person { id }");
            return await company.Program.SignInAsync(person.Id());
        }
        var (old, @new) = (await NewcomerAsync("V0001", company.Root, null), await NewcomerAsync("V0002", company.Root, null));
        var newcomer = await NewcomerAsync("V0003", company.OtherTeam, old.PersonId);
        var id = await newcomer.DraftAsync(company.StrangersDraft(cycle) with { OwnerId = newcomer.PersonId });
        (await old.ObjectiveAsync(id, "id")).Id().ShouldBe(id);
        (await @new.ReadAsync("query($id: ID!) { objective(id: $id) { id } }", new { id })).GetProperty("objective").ValueKind.ShouldBe(JsonValueKind.Null);
        await company.Administrator.ChangeAsync("savePerson", new { id = newcomer.PersonId, employeeNumber = "V0003", name = "V0003", email = "V0003@example.com", unitId = company.OtherTeam, superiorId = @new.PersonId }, "person { id }");
        (await @new.ObjectiveAsync(id, "id")).Id().ShouldBe(id);
        (await old.ReadAsync("query($id: ID!) { objective(id: $id) { id } }", new { id })).GetProperty("objective").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
