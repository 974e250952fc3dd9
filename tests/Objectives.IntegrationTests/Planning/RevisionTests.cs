using System.Text.Json;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

/// <summary>A target that an external cause puts out of reach is revised: a leader asks, a higher one decides.</summary>
[Trait("Clause", "S7.5")]
public sealed class RevisionTests(Installations installations)
{
    private const string Whole = "id status oldTarget newTarget effectiveFrom newPhasing { period value } workPlanChange externalCause evidence requestedBy { employeeNumber } decidedBy { employeeNumber } decidedAt decisionReason exemptFromAppraisal deviation { id status } objective { id target }";

    [Theory, OnEachDatabase]
    public async Task An_approved_revision_gives_the_plan_a_new_version_and_exempts_the_objective(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var deviation = await RoutedAsync(line);
        var before = await company.MomentAsync();
        var revision = await RequestAsync(company.TeamLeader, line.Mine, deviation, "30", "2026-03");
        (revision.Text("status"), revision.Text("oldTarget"), revision.Text("newTarget"), revision.Text("effectiveFrom"), revision.Text("requestedBy.employeeNumber"), revision.GetProperty("exemptFromAppraisal").GetBoolean())
            .ShouldBe(("REQUESTED", "60", "30", "2026-03", "E0111", false));
        revision.Strings("newPhasing.*.value").ShouldBe(["5", "5", "2", "2", "2", "2", "2", "2", "2", "2", "2", "2"]);
        await company.DeliveredAsync(line.Mine);
        (await company.Member.DeviationsAsync(line.Mine))[0].Text("route").ShouldBe("TARGET_REVISION");
        (await company.Member.ObjectiveAsync(line.Mine, "target progress { health }")).Text("target").ShouldBe("60");

        var approved = await DecideAsync(company.DepartmentLeader, revision.Id(), approve: true);
        (approved.Text("status"), approved.Text("decidedBy.employeeNumber"), approved.Text("decisionReason"), approved.GetProperty("exemptFromAppraisal").GetBoolean()).ShouldBe(("APPROVED", "E0110", "情况属实", true));
        await company.DeliveredAsync(line.Mine);
        await company.FollowedAsync(line.Cycle);
        var after = await company.Member.ObjectiveAsync(line.Mine, "target progress { health targetToDate } revisions { id status } deviations { status revision { id } }");
        (after.Text("target"), after.Text("progress.health"), after.Text("revisions.0.id"), after.Text("deviations.0.status"), after.Text("deviations.0.revision.id")).ShouldBe(("30", "EXEMPT", revision.Id(), "RESOLVED", revision.Id()));
        (await company.Member.ReadAsync("query($id: ID!) { node(id: $id) { ... on TargetRevision { status } } }", new { id = revision.Id() })).Text("node.status").ShouldBe("APPROVED");
        (await company.Executive.ReadAsync("query($c: ID!) { objectives(filter: { cycleId: $c, health: [EXEMPT] }) { nodes { id } } }", new { c = line.Cycle })).Strings("objectives.nodes.*.id").ShouldBe([line.Mine]);
        (await company.Member.ObjectiveAsync(line.Mine, "target progress { health }", before)).Text("target").ShouldBe("60");
        (await company.Member.ObjectiveAsync(line.Mine, "progress { health }", before)).Text("progress.health").ShouldBe("OFF_TRACK");
    }

    [Theory, OnEachDatabase]
    public async Task Only_a_leader_asks_and_only_one_above_him_decides(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var deviation = await RoutedAsync(line);
        (await company.Member.MutateAsync("requestTargetRevision", Request(line.Mine, deviation, "30"), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("requestTargetRevision", Request(line.Mine, deviation, "30"))).Code.ShouldBe("NOT_FOUND");
        var id = (await RequestAsync(company.TeamLeader, line.Mine, deviation, "30")).Id();
        (await company.TeamLeader.RefusedAsync("decideTargetRevision", Decision(id))).Code.ShouldBe("SAME_PERSON_MAY_NOT_DECIDE");
        (await company.Member.MutateAsync("decideTargetRevision", Decision(id), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Hr.MutateAsync("decideTargetRevision", Decision(id), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("decideTargetRevision", Decision(id))).Code.ShouldBe("NOT_FOUND");
        var twice = await company.DivisionLeader.RefusedAsync("requestTargetRevision", Request(line.Mine, deviation, "20"));
        (twice.Code, twice.Field).ShouldBe(("DUPLICATE", "objectiveId"));
        (await DecideAsync(company.DivisionLeader, id, approve: false)).Text("status").ShouldBe("REJECTED");
        (await company.DepartmentLeader.RefusedAsync("decideTargetRevision", Decision(id))).Code.ShouldBe("CONFLICT");
        await company.DeliveredAsync(line.Mine);
        (await company.Member.DeviationsAsync(line.Mine))[0].Text("status").ShouldBe("OPEN");
        (await company.Member.ObjectiveAsync(line.Mine, "target")).Text("target").ShouldBe("60");
    }

    [Theory, OnEachDatabase]
    public async Task A_cause_that_is_not_external_revises_nothing(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var deviation = (await line.LagAsync()).Id();
        await RefuseAsync(Request(line.Mine, deviation, "30"), "INVALID", "deviationId");
        await line.Company.TeamLeader.RouteAsync(deviation, "TARGET_REVISION", new { externalCause = true });
        await RefuseAsync(Request(line.Colleagues, deviation, "30"), "INVALID", "deviationId");
        await RefuseAsync(Request(line.Mine, deviation, "60"), "INVALID", "newTarget");
        await RefuseAsync(Request(line.Mine, deviation, "30.001"), "INVALID", "newTarget");
        await RefuseAsync(Request(line.Mine, deviation, "30", "2027-03"), "INVALID", "effectiveFrom");
        await RefuseAsync(Request(line.Mine, deviation, "30", "2026-11"), "INVALID", "newTarget");
        await RefuseAsync(Request(line.Mine, deviation, "30", "2026-03", [new { period = "2026-02", value = "5" }]), "INVALID", "phasing.0.period");
        await RefuseAsync(Request(line.Mine, deviation, "30", "2026-03", [new { period = "2026-03", value = "1" }, new { period = "2027-04", value = "5" }]), "INVALID", "phasing.1.period");
        await line.Company.Hr.ChangeAsync("closePeriod", new { cycleId = line.Cycle, period = "2026-Q1" }, "cycle { id }");
        await RefuseAsync(Request(line.Mine, deviation, "30", "2026-03"), "PERIOD_CLOSED", "effectiveFrom");
        var given = await RequestAsync(line.Company.TeamLeader, line.Mine, deviation, "30", "2026-Q2", [new { period = "2026-04", value = "15" }]);
        given.Strings("newPhasing.*.value").ShouldBe(["5", "5", "5", "15", "0", "0", "0", "0", "0", "0", "0", "0"]);

        async Task RefuseAsync(object input, string code, string field)
        {
            var error = await line.Company.TeamLeader.RefusedAsync("requestTargetRevision", input);
            (error.Code, error.Field).ShouldBe((code, field), error.Message);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Without_a_new_target_the_objective_is_given_up(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var deviation = await RoutedAsync(line);
        var revision = await RequestAsync(line.Company.TeamLeader, line.Mine, deviation, newTarget: null);
        (revision.At("newTarget").ValueKind, revision.At("newPhasing").GetArrayLength()).ShouldBe((JsonValueKind.Null, 0));
        await DecideAsync(line.Company.DepartmentLeader, revision.Id(), approve: true);
        await line.Company.DeliveredAsync(line.Mine);
        await line.Company.FollowedAsync(line.Cycle);
        (await line.Company.Member.ObjectiveAsync(line.Mine, "status")).Text("status").ShouldBe("WITHDRAWN");
        (await line.Company.Member.DeviationsAsync(line.Mine))[0].Text("status").ShouldBe("CLOSED");
        (await line.Company.Executive.ObjectiveAsync(line.Team, "progress { actualToDate }")).Text("progress.actualToDate").ShouldBe("10");
    }

    [Theory, OnEachDatabase]
    public async Task An_approval_that_is_taken_back_brings_the_former_target_back(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var revision = await RequestAsync(company.TeamLeader, line.Mine, await RoutedAsync(line), "30", "2026-03");
        (await company.DepartmentLeader.RefusedAsync("undoTargetRevision", Reason(revision.Id()))).Code.ShouldBe("CONFLICT");
        await DecideAsync(company.DepartmentLeader, revision.Id(), approve: true);
        (await company.TeamLeader.RefusedAsync("undoTargetRevision", Reason(revision.Id()))).Code.ShouldBe("SAME_PERSON_MAY_NOT_DECIDE");
        (await company.TeamLeader.RefusedAsync("withdrawTargetRevision", Reason(revision.Id()))).Code.ShouldBe("CONFLICT");
        var undone = await company.DepartmentLeader.ChangeAsync("undoTargetRevision", Reason(revision.Id()), $"targetRevision {{ {Whole} }}");
        (undone.Text("status"), undone.GetProperty("exemptFromAppraisal").GetBoolean(), undone.Text("objective.target")).ShouldBe(("UNDONE", false, "60"));
        await company.DeliveredAsync(line.Mine);
        await company.FollowedAsync(line.Cycle);
        var after = await company.Member.ObjectiveAsync(line.Mine, "progress { health } deviations { status } phasedTargets(granularity: MONTH) { value }");
        (after.Text("progress.health"), after.Text("deviations.0.status")).ShouldBe(("OFF_TRACK", "OPEN"));
    }

    [Theory, OnEachDatabase]
    public async Task Who_asked_may_take_the_request_back(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var revision = await RequestAsync(line.Company.TeamLeader, line.Mine, await RoutedAsync(line), "30");
        (await line.Company.DepartmentLeader.MutateAsync("withdrawTargetRevision", Reason(revision.Id()), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await line.Company.TeamLeader.ChangeAsync("withdrawTargetRevision", Reason(revision.Id()), "targetRevision { status }")).Text("status").ShouldBe("WITHDRAWN");
        (await line.Company.DepartmentLeader.RefusedAsync("decideTargetRevision", Decision(revision.Id()))).Code.ShouldBe("CONFLICT");
    }

    [Theory, OnEachDatabase]
    public async Task Of_many_who_decide_at_once_one_does(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var revision = await RequestAsync(line.Company.TeamLeader, line.Mine, await RoutedAsync(line), "30", "2026-03");
        var deciders = new[] { line.Company.DepartmentLeader, line.Company.DivisionLeader, line.Company.Executive, line.Company.SecondExecutive };
        var replies = await Task.WhenAll(deciders.Select((d, i) => d.MutateAsync("decideTargetRevision", new { revisionId = revision.Id(), approve = i % 2 == 0, reason = $"意见 {i}" }, "targetRevision { status }")));
        var decided = replies.Where(r => r.UserErrors.Count == 0).ShouldHaveSingleItem();
        var approved = decided.Data.Text("decideTargetRevision.targetRevision.status") == "APPROVED";
        var names = new[] { line.Company.DepartmentLeader, line.Company.DivisionLeader, line.Company.Executive, line.Company.SecondExecutive }.Select(d => d.PersonId).ToList();
        var winner = (await line.Company.Executive.ReadAsync("query($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { name } } }", new { ids = names })).At("nodes").EnumerateArray().Select(n => n.Text("name")).ElementAt(Array.IndexOf(replies, decided));
        replies.Where(r => r.UserErrors.Count > 0).ShouldAllBe(r => r.UserErrors.Single().Code == "CONFLICT" && r.UserErrors.Single().Message.StartsWith(winner!, StringComparison.Ordinal));
        (await line.Company.Member.ObjectiveAsync(line.Mine, "target")).Text("target").ShouldBe(approved ? "30" : "60");
    }

    private static async Task<string> RoutedAsync(Deviating.Line line)
    {
        var deviation = (await line.LagAsync()).Id();
        await line.Company.TeamLeader.RouteAsync(deviation, "TARGET_REVISION", new { externalCause = true });
        return deviation;
    }

    private static object Request(string objectiveId, string deviationId, string? newTarget, string? effectiveFrom = null, object[]? phasing = null)
        => new { objectiveId, deviationId, externalCause = "商场停业装修", evidence = "停业通知", newTarget, effectiveFrom, phasing, workPlanChange = "转向线上" };

    private static async Task<JsonElement> RequestAsync(Api by, string objective, string deviation, string? newTarget, string? effectiveFrom = null, object[]? phasing = null)
        => await by.ChangeAsync("requestTargetRevision", Request(objective, deviation, newTarget, effectiveFrom, phasing), $"targetRevision {{ {Whole} }}");

    private static object Decision(string revisionId) => new { revisionId, approve = true, reason = "同意" };

    private static object Reason(string revisionId) => new { revisionId, reason = "情况变化" };

    private static Task<JsonElement> DecideAsync(Api by, string revisionId, bool approve) => by.ChangeAsync("decideTargetRevision", new { revisionId, approve, reason = "情况属实" }, $"targetRevision {{ {Whole} }}");

    private async Task<Deviating.Line> LineAsync(DatabaseKind database) => await (await installations.OnAsync(database)).LineAsync();
}
