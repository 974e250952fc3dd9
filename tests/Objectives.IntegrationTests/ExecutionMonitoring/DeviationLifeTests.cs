using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>What becomes of a deviation between its opening and its end.</summary>
[Trait("Clause", "S7.4")]
public sealed class DeviationLifeTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task It_goes_with_its_objective_to_another_owner_and_unit(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var id = (await line.LagAsync()).Id();
        await line.EditAsync(line.Mine, new { ownerId = line.Company.Stranger.PersonId, unitId = line.Company.OtherTeam });
        (await BoardAsync(new { ownerId = line.Company.Stranger.PersonId })).ShouldBe([id]);
        (await BoardAsync(new { unitId = line.Company.OtherTeam })).ShouldBe([id]);
        (await BoardAsync(new { ownerId = line.Company.Member.PersonId })).ShouldBeEmpty();
        (await BoardAsync(new { unitId = line.Company.OtherDepartment })).ShouldBeEmpty();

        async Task<IReadOnlyList<string?>> BoardAsync(object filter) => (await line.Company.Executive.ReadAsync(
            "query($c: ID!, $f: DeviationFilter) { deviations(cycleId: $c, filter: $f) { nodes { id } } }", new { c = line.Cycle, f = filter })).Strings("deviations.nodes.*.id");
    }

    [Theory, OnEachDatabase]
    public async Task Its_route_follows_what_it_endangers_until_it_is_decided(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        await company.Colleague.ReportAsync(line.Colleagues, 3, 60); // The team reaches its target without the member.
        await company.Member.ReportAsync(line.Mine, 3, 1);
        await company.FollowedAsync(line.Cycle);
        var less = await ReadAsync(line);
        (less.Text("severity"), less.Text("route"), less.Text("status")).ShouldBe(("INDIVIDUAL", "SETTLE_TOGETHER", "OPEN"));
        await company.TeamLeader.RouteAsync(id, "COORDINATE", new { unitIds = new[] { company.OtherTeam } });

        await company.Colleague.ReportAsync(line.Colleagues, 4, -60);
        await line.EditAsync(line.Top, new { target = "1300" }); // What the member lacks is now what the company lacks.
        await company.Member.ReportAsync(line.Mine, 4, 1);
        await company.FollowedAsync(line.Cycle);
        var worse = await ReadAsync(line);
        (worse.Text("severity"), worse.Text("route"), worse.Text("status")).ShouldBe(("COMPANY", "COORDINATE", "IN_HAND"));
        await company.DeliveredAsync(id);
        (await company.Executive.ToldAsync(id)).ShouldBe(["DEVIATION_WORSENED"]);
        (await company.Member.ToldAsync(id)).ShouldBe(["DEVIATION_WORSENED", "DEVIATION_ROUTED", "DEVIATION_OPENED"]);
    }

    [Theory, OnEachDatabase]
    public async Task Only_actuals_that_came_after_it_was_resolved_say_whether_it_is_over(DatabaseKind database)
    {
        var line = await LineAsync(database, target: "6");
        var company = line.Company;
        await company.Member.ReportAsync(line.Mine, 1, 0.1m);
        await company.FollowedAsync(line.Cycle);
        var id = (await ReadAsync(line)).Id();
        await company.Member.ReportAsync(line.Mine, 2, 0.1m);
        await company.FollowedAsync(line.Cycle);
        await company.Member.SettleAsync(id);
        await company.TeamLeader.SettleAsync(id);
        await line.EditAsync(line.Mine, new { regionId = company.Region });
        (await ReadAsync(line)).Text("status").ShouldBe("RESOLVED");
        (await company.TeamLeader.RefusedAsync("settleDeviation", new { deviationId = id, agreement = "再签" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        await company.Member.ReportAsync(line.Mine, 3, 0.1m);
        await company.FollowedAsync(line.Cycle);
        (await ReadAsync(line)).Text("status").ShouldBe("OPEN");
        await company.DeliveredAsync(id);
        (await company.Member.ToldAsync(id))[0].ShouldBe("DEVIATION_WORSENED");
    }

    [Theory, OnEachDatabase]
    public async Task Another_target_without_another_actual_ends_none(DatabaseKind database)
    {
        var line = await LineAsync(database);
        await line.LagAsync();
        await line.EditAsync(line.Mine, new { target = "6" });
        (await line.Company.Member.ObjectiveAsync(line.Mine, "progress { health }")).Text("progress.health").ShouldNotBe("OFF_TRACK");
        (await ReadAsync(line)).Text("status").ShouldBe("OPEN");
        await line.Company.Member.ReportAsync(line.Mine, 3, 1);
        await line.Company.FollowedAsync(line.Cycle);
        (await ReadAsync(line)).Text("status").ShouldBe("CLOSED");
    }

    /// <summary>So the target that its revision gives cannot end it before it learns of the approval.</summary>
    [Theory, OnEachDatabase]
    [Trait("Clause", "S7.5")]
    public async Task Another_target_without_another_actual_does_not_end_one_that_awaits_a_revision(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        await company.Member.ReportAsync(line.Mine, 3, 1);
        await company.FollowedAsync(line.Cycle);
        await company.TeamLeader.RouteAsync(id, "TARGET_REVISION", new { externalCause = true });
        var revision = (await company.TeamLeader.ChangeAsync("requestTargetRevision", line.Revision(id), "targetRevision { id }")).Id();
        await company.DeliveredAsync(line.Mine);
        await line.EditAsync(line.Mine, new { target = "6" });
        await company.FollowedAsync(line.Cycle);
        (await ReadAsync(line)).Text("status").ShouldBe("IN_HAND");
        await company.DepartmentLeader.ChangeAsync("decideTargetRevision", new { revisionId = revision, approve = false, reason = "目标已调整" }, "targetRevision { id }");
        await company.DeliveredAsync(line.Mine);
        (await ReadAsync(line)).Text("status").ShouldBe("OPEN");
        await company.Member.ReportAsync(line.Mine, 4, 9);
        await company.FollowedAsync(line.Cycle);
        (await ReadAsync(line)).Text("status").ShouldBe("CLOSED");
    }

    [Theory, OnEachDatabase]
    public async Task A_difficulty_does_not_pass_by_itself(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var id = (await line.Company.Colleague.ChangeAsync("raiseDeviation", new { objectiveId = line.Colleagues, kind = "DIFFICULTY", description = "缺少配件" }, "deviation { id }")).Id();
        await line.Company.Colleague.ReportAsync(line.Colleagues, 3, 6);
        await line.Company.FollowedAsync(line.Cycle);
        (await line.Company.Colleague.DeviationsAsync(line.Colleagues)).ShouldHaveSingleItem().Text("status").ShouldBe("OPEN");
        await line.Company.Colleague.SettleAsync(id);
        await line.Company.TeamLeader.SettleAsync(id);
        await line.Company.Colleague.ReportAsync(line.Colleagues, 4, 6);
        await line.Company.FollowedAsync(line.Cycle);
        (await line.Company.Colleague.DeviationsAsync(line.Colleagues)).ShouldHaveSingleItem().Text("status").ShouldBe("CLOSED");
    }

    [Theory, OnEachDatabase]
    public async Task What_a_meeting_resolved_is_opened_again_without_the_meeting(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        await company.TeamLeader.RouteAsync(id, "OFFICE_MEETING", new { note = " 影响部门目标 " });
        (await company.TeamLeader.DeviationsAsync(line.Mine, "routeNote"))[0].Text("routeNote").ShouldBe("影响部门目标");
        var meeting = await line.HoldAsync(company.DepartmentLeader, id);
        await company.Member.ChangeAsync("completeResolution", new { resolutionId = meeting.Text("resolutions.0.id"), note = "已调配" }, "officeMeeting { id }");
        await company.Member.ReportAsync(line.Mine, 3, 1);
        await company.FollowedAsync(line.Cycle);
        var again = await ReadAsync(line);
        (again.Text("status"), again.Text("route"), again.GetProperty("routed").GetBoolean(), again.GetProperty("meeting").ValueKind).ShouldBe(("OPEN", "COORDINATE", false, JsonValueKind.Null));
        (await company.DepartmentLeader.ReadAsync("query($id: ID!) { node(id: $id) { ... on OfficeMeeting { agenda { id } } } }", new { id = meeting.Id() })).Strings("node.agenda.*.id").ShouldBe([id], "what the meeting had stays on its agenda");
        (await company.Member.SettleAsync(id)).Text("status").ShouldBe("IN_HAND");
    }

    /// <summary>What was resolved about it before no longer decides what becomes of it.</summary>
    [Theory, OnEachDatabase]
    public async Task A_late_resolution_resolves_neither_what_is_over_nor_what_was_opened_again(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        await company.TeamLeader.RouteAsync(id, "OFFICE_MEETING", new { externalCause = true });
        var first = (await line.HoldAsync(company.DepartmentLeader, id)).Text("resolutions.0.id");
        var revision = await company.TeamLeader.ChangeAsync("requestTargetRevision", line.Revision(id), "targetRevision { id }");
        await company.DeliveredAsync(line.Mine);
        (await company.Member.RefusedAsync("settleDeviation", new { deviationId = id, agreement = "好" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        await company.DepartmentLeader.ChangeAsync("decideTargetRevision", new { revisionId = revision.Id(), approve = false, reason = "可以克服" }, "targetRevision { id }");
        await company.DeliveredAsync(line.Mine);
        var again = await ReadAsync(line);
        (again.Text("status"), again.GetProperty("meeting").ValueKind, again.GetProperty("revision").ValueKind).ShouldBe(("OPEN", JsonValueKind.Null, JsonValueKind.Null));
        await company.Member.ChangeAsync("completeResolution", new { resolutionId = first, note = "已调配" }, "officeMeeting { id }");
        (await ReadAsync(line)).Text("status").ShouldBe("OPEN");

        await company.TeamLeader.RouteAsync(id, "OFFICE_MEETING");
        var second = (await line.HoldAsync(company.DepartmentLeader, id)).Text("resolutions.0.id");
        await company.Member.ReportAsync(line.Mine, 3, 30);
        await company.FollowedAsync(line.Cycle);
        (await ReadAsync(line)).Text("status").ShouldBe("CLOSED");
        await company.Member.ChangeAsync("completeResolution", new { resolutionId = second, note = "已完成" }, "officeMeeting { id }");
        (await ReadAsync(line)).Text("status").ShouldBe("CLOSED");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.5")]
    public async Task A_refused_revision_opens_nothing_that_is_over_and_an_exempt_objective_opens_none(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        await company.TeamLeader.RouteAsync(id, "TARGET_REVISION", new { externalCause = true });
        (await company.Member.RefusedAsync("settleDeviation", new { deviationId = id, agreement = "好" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        var revision = await company.TeamLeader.ChangeAsync("requestTargetRevision", line.Revision(id), "targetRevision { id }");
        await company.Member.ReportAsync(line.Mine, 3, 30);
        await company.FollowedAsync(line.Cycle);
        (await ReadAsync(line)).Text("status").ShouldBe("CLOSED");
        await company.DepartmentLeader.ChangeAsync("decideTargetRevision", new { revisionId = revision.Id(), approve = false, reason = "已恢复" }, "targetRevision { id }");
        await company.DeliveredAsync(line.Mine);
        (await ReadAsync(line)).Text("status").ShouldBe("CLOSED");
        (await company.TeamLeader.RefusedAsync("requestTargetRevision", line.Revision(id))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("deviationId"));
        (await company.TeamLeader.MayAboutAsync(id)).ShouldBeEmpty();

        await company.Member.ReportAsync(line.Mine, 4, -28);
        await company.FollowedAsync(line.Cycle);
        var second = (await company.Member.DeviationsAsync(line.Mine))[0].Id();
        await company.TeamLeader.RouteAsync(second, "TARGET_REVISION", new { externalCause = true });
        revision = await company.TeamLeader.ChangeAsync("requestTargetRevision", line.Revision(second), "targetRevision { id }");
        await company.DepartmentLeader.ChangeAsync("decideTargetRevision", new { revisionId = revision.Id(), approve = true, reason = "属实" }, "targetRevision { id }");
        await company.FollowedAsync(line.Cycle);
        await company.Member.ReportAsync(line.Mine, 5, 60);
        await company.FollowedAsync(line.Cycle);
        await company.Member.ReportAsync(line.Mine, 6, -90);
        await company.FollowedAsync(line.Cycle);
        (await company.Member.DeviationsAsync(line.Mine, "status")).Select(d => d.Text("status")).ShouldBe(["CLOSED", "CLOSED"]);
    }

    [Theory, OnEachDatabase("withdrawn", "cycle")]
    public async Task It_ends_with_its_objective_and_with_its_cycle(DatabaseKind database, string what)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        if (what == "withdrawn")
        {
            await company.Executive.ChangeAsync("withdrawObjective", new { id = line.Mine, reason = "不做了" }, "objective { id }");
        }
        else
        {
            await company.MoveCycleAsync(line.Cycle, "APPRAISAL");
            await company.FollowedAsync(line.Cycle);
            (await ReadAsync(line)).Text("status").ShouldBe("OPEN");
            await company.MoveCycleAsync(line.Cycle, "CLOSED");
            (await company.Member.RefusedAsync("raiseDeviation", new { objectiveId = line.Mine, kind = "DIFFICULTY", description = "缺人" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        }
        await company.FollowedAsync(line.Cycle);
        (await ReadAsync(line)).Text("status").ShouldBe("CLOSED");
        GlobalId.TryDecode(id, out _, out var key).ShouldBeTrue();
        (await company.Program.WithDbAsync(db => db.Outbox.CountAsync(m => m.AggregateId == key && m.Type.EndsWith("DeviationClosed")))).ShouldBe(1);
    }

    private static async Task<JsonElement> ReadAsync(Deviating.Line line) => (await line.Company.Executive.DeviationsAsync(line.Mine)).ShouldHaveSingleItem();

    private async Task<Deviating.Line> LineAsync(DatabaseKind database, string target = "60") => await (await installations.OnAsync(database)).LineAsync(target);
}
