using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>What someone may do at a control point is told beforehand, as the rules have it that decide when he does it.</summary>
[Trait("Clause", "S7.1")]
public sealed class ControlRightTests(Installations installations)
{
    [Theory, OnEachDatabase, Trait("Clause", "S4.6")]
    public async Task The_owner_may_report_where_a_report_is_taken(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, id) = await company.ControlledAsync();
        await company.Member.ReviewedAsync(id, 1);
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2026-02" }, "cycle { id }");
        (await MayAsync(company.Member, id)).ShouldBe([false, false, .. Enumerable.Repeat(true, 9), (await company.Member.MutateAsync("reportProgress", Controlling.Review(await company.Member.PointAsync(id, 12)), string.Empty)).UserErrors.Count == 0]);
        foreach (var other in new[] { company.TeamLeader, company.Executive, company.Auditor })
            (await MayAsync(other, id)).ShouldAllBe(may => !may);
        await company.Executive.ChangeAsync("withdrawObjective", new { id, reason = "不做了" }, "objective { id }");
        (await MayAsync(company.Member, id)).ShouldAllBe(may => !may);
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.2")]
    public async Task Whoever_leads_him_may_follow_up_and_set_days(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, id) = await company.ControlledAsync();
        var report = await company.Member.ReviewedAsync(id, 1);
        foreach (var (who, follows, sets) in new[]
        {
            (company.Member, false, true), (company.TeamLeader, true, true), (company.DivisionLeader, true, true), (company.Executive, true, true), (company.Colleague, false, false), (company.Hr, false, false),
            (company.Auditor, false, false),
        })
        {
            var objective = await who.ObjectiveAsync(id, "viewerMaySchedule controlPoints { report { viewerMayFollowUp } }");
            (objective.At("controlPoints.0.report.viewerMayFollowUp").GetBoolean(), objective.At("viewerMaySchedule").GetBoolean()).ShouldBe((follows, sets), who.PersonId);
        }
        await company.TeamLeader.ChangeAsync("followUp", Controlling.Answer(report), "progressReport { id }");
        (await company.Executive.ObjectiveAsync(id, "controlPoints { report { viewerMayFollowUp } }")).At("controlPoints.0.report.viewerMayFollowUp").GetBoolean().ShouldBeFalse();
        var second = await company.Member.ReviewedAsync(id, 2);
        await company.MoveCycleAsync(cycle, "APPRAISAL");
        await company.MoveCycleAsync(cycle, "CLOSED");
        (await company.Executive.ReadAsync("query($id: ID!) { node(id: $id) { ... on ProgressReport { viewerMayFollowUp } } }", new { id = second })).At("node.viewerMayFollowUp").GetBoolean().ShouldBeFalse();
        (await company.Executive.ObjectiveAsync(id, "viewerMaySchedule")).At("viewerMaySchedule").GetBoolean().ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task A_leader_lists_the_points_of_those_who_report_to_him(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, id) = await company.ControlledAsync();
        await company.Executive.DraftAsync(company.Draft(cycle));
        foreach (var (superior, owner, count) in new[] { (company.TeamLeader, null, 12), (company.DepartmentLeader, null, 12), (company.Member, null, 0), (company.TeamLeader, company.Member, 12), (company.TeamLeader, company.TeamLeader, 0) })
        {
            var list = await company.Executive.ListAsync(cycle, new { superiorId = superior.PersonId, ownerId = owner?.PersonId }, 500, selection: "totalCount nodes { objective { id } }");
            list.At("controlPoints").Number("totalCount").ShouldBe(count);
            list.At("controlPoints.nodes").EnumerateArray().All(n => n.Text("objective.id") == id).ShouldBe(superior != company.DepartmentLeader);
        }
    }

    private static async Task<IReadOnlyList<bool>> MayAsync(Api who, string objective) => [.. (await who.PointsAsync(objective, "viewerMayReport")).Select(p => p.At("viewerMayReport").GetBoolean())];
}
