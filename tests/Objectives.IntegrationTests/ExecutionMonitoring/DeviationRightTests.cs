using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>What someone may do about a deviation or a revision is told beforehand, as the rules have it that decide when he does it.</summary>
[Trait("Clause", "S7.4")]
public sealed class DeviationRightTests(Installations installations)
{
    [Theory, OnEachDatabase, Trait("Clause", "S7.2")]
    public async Task Each_party_may_do_what_the_rules_let_it(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        foreach (var (who, may) in new (Api, string[])[]
        {
            (company.Member, ["SETTLE"]), (company.TeamLeader, ["ROUTE", "SETTLE"]), (company.DepartmentLeader, ["ROUTE"]), (company.Executive, ["ROUTE"]), (company.Colleague, []), (company.Hr, []), (company.Auditor, []),
        })
            (await who.MayAboutAsync(id)).ShouldBe(may, who.PersonId);
        await company.Member.SettleAsync(id);
        (await company.Member.MayAboutAsync(id)).ShouldBeEmpty();
        await company.TeamLeader.RouteAsync(id, "COORDINATE", new { supervisorId = company.OtherTeamLeader.PersonId, externalCause = true });
        (await company.OtherTeamLeader.MayAboutAsync(id)).ShouldBe(["ROUTE", "SETTLE"]);
        (await company.TeamLeader.MayAboutAsync(id)).ShouldBe(["ROUTE", "SETTLE", "REQUEST_REVISION"]);
        await company.TeamLeader.RouteAsync(id, "OFFICE_MEETING");
        (await company.OtherTeamLeader.MayAboutAsync(id)).ShouldBe(["ROUTE"]);
        await company.TeamLeader.RouteAsync(id, "COORDINATE");
        await company.OtherTeamLeader.SettleAsync(id);
        (await company.TeamLeader.MayAboutAsync(id)).ShouldBe(["REQUEST_REVISION"]);
        await company.TeamLeader.ChangeAsync("requestTargetRevision", Request(line.Mine, id), "targetRevision { id }");
        (await company.DepartmentLeader.MayAboutAsync(id)).ShouldNotContain("REQUEST_REVISION");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.5")]
    public async Task A_revision_tells_who_decides_it_and_who_takes_it_back(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var deviation = (await line.LagAsync()).Id();
        await company.TeamLeader.RouteAsync(deviation, "TARGET_REVISION", new { externalCause = true });
        var id = (await company.TeamLeader.ChangeAsync("requestTargetRevision", Request(line.Mine, deviation), "targetRevision { id }")).Id();
        await ExpectAsync((company.TeamLeader, ["WITHDRAW"]), (company.DepartmentLeader, ["DECIDE"]), (company.Executive, ["DECIDE"]), (company.Member, []), (company.Colleague, []), (company.Hr, []), (company.Auditor, []));
        await company.DepartmentLeader.ChangeAsync("decideTargetRevision", new { revisionId = id, approve = true, reason = "属实" }, "targetRevision { id }");
        await ExpectAsync((company.TeamLeader, []), (company.DepartmentLeader, ["UNDO"]), (company.Executive, ["UNDO"]), (company.Member, []));
        await company.Hr.ChangeAsync("closePeriod", new { cycleId = line.Cycle, period = "2026-Q1" }, "cycle { id }");
        await ExpectAsync((company.DepartmentLeader, []));

        async Task ExpectAsync(params (Api Who, string[] May)[] rights)
        {
            foreach (var (who, may) in rights)
                (await who.ObjectiveAsync(line.Mine, "revisions { viewerMay }")).Strings("revisions.0.viewerMay").ShouldBe(may, who.PersonId);
        }
    }

    /// <summary>Who is asked to help, or attends the meeting, knows which objective it is about though he may not read it otherwise.</summary>
    [Theory, OnEachDatabase]
    public async Task Whoever_helps_or_attends_knows_the_objective(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        await company.TeamLeader.RouteAsync(id, "COORDINATE", new { unitIds = new[] { company.OtherTeam } });
        var board = await company.OtherTeamLeader.ReadAsync("query($c: ID!) { deviations(cycleId: $c) { nodes { objective { title baseline } impact { objective { title } } } } }", new { c = line.Cycle });
        (board.Text("deviations.nodes.0.objective.title"), board.Strings("deviations.nodes.0.impact.*.objective.title").Count).ShouldBe(("甲", 2));
        (await company.OtherTeamLeader.ReadAsync("query($id: ID!) { objective(id: $id) { id } }", new { id = line.Mine })).At("objective").ValueKind.ShouldBe(JsonValueKind.Null);
        await company.TeamLeader.RouteAsync(id, "OFFICE_MEETING");
        var meeting = await company.DepartmentLeader.ChangeAsync(
            "holdOfficeMeeting",
            new
            {
                unitId = company.Department, level = "DEPARTMENT", date = "2026-11-20", attendeeIds = new[] { company.Stranger.PersonId },
                resolutions = new[] { new { deviationId = id, text = "调配两名工程师", responsibleId = company.Member.PersonId, due = "2026-12-20" } },
            },
            "officeMeeting { id }");
        var seen = await company.Stranger.ReadAsync("query($id: ID!) { node(id: $id) { ... on OfficeMeeting { agenda { objective { title } } resolutions { deviation { id objective { title } viewerMay } } } } }", new { id = meeting.Id() });
        (seen.Text("node.agenda.0.objective.title"), seen.Text("node.resolutions.0.deviation.objective.title")).ShouldBe(("甲", "甲"));
        (await company.Stranger.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).At("node").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory, OnEachDatabase]
    public async Task Statements_do_not_depend_on_how_many_there_are(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var lag = (await line.LagAsync()).Id();
        await company.TeamLeader.RouteAsync(lag, "TARGET_REVISION", new { externalCause = true });
        await company.TeamLeader.ChangeAsync("requestTargetRevision", Request(line.Mine, lag), "targetRevision { id }");
        await company.DeliveredAsync(line.Mine);
        var runs = new List<IReadOnlyList<string>>();
        foreach (var more in new[] { 1, 8 })
        {
            for (var i = 0; i < more; i++)
                await company.Colleague.ChangeAsync("raiseDeviation", new { objectiveId = line.Colleagues, kind = "DIFFICULTY", description = $"困难 {more} {i}", externalCause = true }, "deviation { id }");
            await company.FollowedAsync(line.Cycle);
            var (data, sql) = await company.DepartmentLeader.RecordAsync("query($c: ID!) { deviations(cycleId: $c) { nodes { viewerMay revision { viewerMay } } } }", new { c = line.Cycle });
            data.At("deviations.nodes").GetArrayLength().ShouldBe(more == 1 ? 2 : 10);
            runs.Add(sql);
        }
        runs.ShouldBeAsMany();
    }

    private static object Request(string objectiveId, string deviationId) => new { objectiveId, deviationId, externalCause = "商场停业装修", evidence = "停业通知", newTarget = "30", effectiveFrom = "2026-03" };

    private async Task<Deviating.Line> LineAsync(DatabaseKind database) => await (await installations.OnAsync(database)).LineAsync();
}
