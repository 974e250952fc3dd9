using System.Text.Json;
using Objectives.IntegrationTests.Organization;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>A lag or difficulty is handled by its severity and impact.</summary>
[Trait("Clause", "S7.4")]
public sealed class DeviationTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task A_lag_opens_by_itself_and_shows_what_it_does_to_those_above(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var deviation = await line.LagAsync();
        (deviation.Text("kind"), deviation.Text("severity"), deviation.Text("route"), deviation.GetProperty("routed").GetBoolean(), deviation.Text("status")).ShouldBe(("LAG", "DEPARTMENT", "COORDINATE", false, "OPEN"));
        deviation.GetProperty("openedBy").ValueKind.ShouldBe(JsonValueKind.Null);
        deviation.Text("description").ShouldBe("Actual to date 2, target to date 10.");
        deviation.Text("supervisor.employeeNumber").ShouldBe("E0111");
        // Projected 12 of 60: 48 short. The team 72 of 120, without it 120; the company 1152 of 1200, without it 1200.
        deviation.At("impact").EnumerateArray().Select(e => (e.Text("objective.id"), e.Text("forecastBefore"), e.Text("forecastAfter"), e.GetProperty("endangered").GetBoolean()))
            .ShouldBe([(line.Team, "1", "0.6", true), (line.Top, "1", "0.96", false)]);
        (await line.Company.Executive.DeviationsAsync(line.Team)).ShouldBeEmpty();
        (await line.Company.Executive.ObjectiveAsync(line.Mine, "progress { health }")).Text("progress.health").ShouldBe("OFF_TRACK");
    }

    [Theory, OnEachDatabase]
    public async Task What_endangers_only_itself_is_settled_by_owner_and_superior_together(DatabaseKind database)
    {
        var line = await LineAsync(database, target: "6");
        await line.Company.Member.ReportAsync(line.Mine, 1, 0.1m);
        await line.Company.FollowedAsync(line.Cycle);
        var deviation = (await line.Company.Member.DeviationsAsync(line.Mine)).ShouldHaveSingleItem();
        (deviation.Text("severity"), deviation.Text("route")).ShouldBe(("INDIVIDUAL", "SETTLE_TOGETHER"));
        (await line.Company.Stranger.RefusedAsync("settleDeviation", new { deviationId = deviation.Id(), agreement = "好" })).Code.ShouldBe("NOT_FOUND");
        (await line.Company.Colleague.MutateAsync("settleDeviation", new { deviationId = deviation.Id(), agreement = "好" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await line.Company.Member.SettleAsync(deviation.Id(), "每天多拜访一家")).Text("status").ShouldBe("IN_HAND");
        (await line.Company.Member.RefusedAsync("settleDeviation", new { deviationId = deviation.Id(), agreement = "再签" })).Code.ShouldBe("CONFLICT");
        var settled = await line.Company.TeamLeader.SettleAsync(deviation.Id(), "我每周陪同一次");
        settled.Text("status").ShouldBe("RESOLVED");
        settled.At("settlements").EnumerateArray().Select(s => (s.Text("by.employeeNumber"), s.Text("agreement"))).ShouldBe([("E0112", "每天多拜访一家"), ("E0111", "我每周陪同一次")]);
        (await line.Company.TeamLeader.RefusedAsync("routeDeviation", new { deviationId = deviation.Id(), route = "COORDINATE" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
    }

    [Theory, OnEachDatabase]
    public async Task The_next_actuals_close_it_or_open_it_again(DatabaseKind database)
    {
        var line = await LineAsync(database, target: "6");
        await line.Company.Member.ReportAsync(line.Mine, 1, 0.1m);
        await line.Company.FollowedAsync(line.Cycle);
        var id = (await line.Company.Member.DeviationsAsync(line.Mine)).ShouldHaveSingleItem().Id();
        await line.Company.Member.SettleAsync(id);
        await line.Company.TeamLeader.SettleAsync(id);
        await line.Company.Member.ReportAsync(line.Mine, 2, 0.2m);
        await line.Company.FollowedAsync(line.Cycle);
        var again = (await line.Company.Member.DeviationsAsync(line.Mine)).ShouldHaveSingleItem();
        again.Text("status").ShouldBe("OPEN");
        again.At("settlements").EnumerateArray().ShouldAllBe(s => !s.GetProperty("counts").GetBoolean());
        await line.Company.Member.SettleAsync(id);
        (await line.Company.TeamLeader.SettleAsync(id)).Text("status").ShouldBe("RESOLVED");
        await line.Company.Member.ReportAsync(line.Mine, 3, 2);
        await line.Company.FollowedAsync(line.Cycle);
        (await line.Company.Member.DeviationsAsync(line.Mine)).ShouldHaveSingleItem().Text("status").ShouldBe("CLOSED");
        await line.Company.Member.ReportAsync(line.Mine, 4, -3);
        await line.Company.FollowedAsync(line.Cycle);
        (await line.Company.Member.DeviationsAsync(line.Mine, "status")).Select(d => d.Text("status")).ShouldBe(["OPEN", "CLOSED"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_superior_routes_it_by_what_it_endangers(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var id = (await line.LagAsync()).Id();
        (await line.Company.Member.RefusedAsync("routeDeviation", new { deviationId = id, route = "COORDINATE" })).Code.ShouldBe("SAME_PERSON_MAY_NOT_DECIDE");
        var tooSmall = await line.Company.TeamLeader.RefusedAsync("routeDeviation", new { deviationId = id, route = "SETTLE_TOGETHER" });
        (tooSmall.Code, tooSmall.Field).ShouldBe(("FORBIDDEN_BY_STATE", "route"));
        var noCause = await line.Company.TeamLeader.RefusedAsync("routeDeviation", new { deviationId = id, route = "TARGET_REVISION" });
        (noCause.Code, noCause.Field).ShouldBe(("INVALID", "externalCause"));
        var coordinated = await line.Company.TeamLeader.RouteAsync(id, "COORDINATE");
        (coordinated.Text("status"), coordinated.GetProperty("routed").GetBoolean()).ShouldBe(("IN_HAND", true));
        coordinated.Strings("coordinatedUnits.*.id").ShouldBe([line.Company.Team]);
        coordinated.Number("version").ShouldBe(2);
        var stale = await line.Company.TeamLeader.RefusedAsync("routeDeviation", new { deviationId = id, route = "OFFICE_MEETING", expectedVersion = 1 });
        (stale.Code, stale.Field).ShouldBe(("CONFLICT", "expectedVersion"));
        var named = await line.Company.TeamLeader.RouteAsync(id, "COORDINATE", new { unitIds = new[] { line.Company.OtherTeam }, supervisorId = line.Company.OtherTeamLeader.PersonId, note = "请支援" });
        (named.Text("supervisor.employeeNumber"), named.Strings("coordinatedUnits.*.id")[0]).ShouldBe(("E0211", line.Company.OtherTeam));
        // Whose help is coordinated reads it; whom the superior named settles it with the owner.
        (await line.Company.OtherTeamLeader.ReadAsync("query($id: ID!) { node(id: $id) { ... on Deviation { status } } }", new { id })).Text("node.status").ShouldBe("IN_HAND");
        await line.Company.Member.SettleAsync(id);
        (await line.Company.OtherTeamLeader.SettleAsync(id)).Text("status").ShouldBe("RESOLVED");
    }

    [Theory, OnEachDatabase]
    public async Task A_difficulty_is_raised_by_hand(DatabaseKind database)
    {
        var line = await LineAsync(database);
        (await line.Company.Colleague.MutateAsync("raiseDeviation", new { objectiveId = line.Mine, kind = "DIFFICULTY", description = "缺人" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        var raised = await line.Company.Member.ChangeAsync("raiseDeviation", new { objectiveId = line.Mine, kind = "DIFFICULTY", description = "缺少配件", externalCause = true }, $"deviation {{ {Deviating.Whole} }}");
        (raised.Text("kind"), raised.Text("severity"), raised.Text("status"), raised.Text("description"), raised.GetProperty("externalCause").GetBoolean(), raised.Text("openedBy.employeeNumber"))
            .ShouldBe(("DIFFICULTY", "INDIVIDUAL", "OPEN", "缺少配件", true, "E0112"));
    }

    [Theory, OnEachDatabase]
    public async Task The_board_lists_the_worst_first_and_only_what_one_may_read(DatabaseKind database)
    {
        var line = await LineAsync(database);
        await line.Company.Colleague.ChangeAsync("raiseDeviation", new { objectiveId = line.Colleagues, kind = "DIFFICULTY", description = "缺少配件" }, "deviation { id }");
        await line.LagAsync();
        await line.Company.Executive.ReportAsync(line.Others, 3, 1);
        await line.Company.FollowedAsync(line.Cycle);
        (await BoardAsync(line.Company.Executive)).ShouldBe(["COMPANY", "DEPARTMENT", "INDIVIDUAL"]);
        (await BoardAsync(line.Company.TeamLeader)).ShouldBe(["DEPARTMENT", "INDIVIDUAL"]);
        (await BoardAsync(line.Company.Stranger)).ShouldBe(["COMPANY"]);
        (await BoardAsync(line.Company.Executive, new { severity = new[] { "COMPANY" } })).ShouldBe(["COMPANY"]);
        (await BoardAsync(line.Company.Executive, new { unitId = line.Company.Department, includeSubunits = true })).ShouldBe(["DEPARTMENT", "INDIVIDUAL"]);
        (await BoardAsync(line.Company.Executive, new { ownerId = line.Company.Colleague.PersonId })).ShouldBe(["INDIVIDUAL"]);
        (await BoardAsync(line.Company.Executive, new { status = new[] { "CLOSED" } })).ShouldBeEmpty();
        (await BoardAsync(line.Company.Executive, new { superiorId = line.Company.TeamLeader.PersonId })).ShouldBe(["DEPARTMENT", "INDIVIDUAL"]);
        (await BoardAsync(line.Company.Executive, new { superiorId = line.Company.TeamLeader.PersonId, ownerId = line.Company.Colleague.PersonId })).ShouldBe(["INDIVIDUAL"]);
        (await BoardAsync(line.Company.Executive, new { superiorId = line.Company.Member.PersonId })).ShouldBeEmpty();
        (await BoardAsync(line.Company.Executive, new { route = new[] { "OFFICE_MEETING", "SETTLE_TOGETHER" } })).ShouldBe(["COMPANY", "INDIVIDUAL"]);
        var page = await line.Company.Executive.ReadAsync("query($c: ID!) { deviations(cycleId: $c, first: 2) { nodes { severity } totalCount pageInfo { hasNextPage endCursor } } }", new { c = line.Cycle });
        (page.Number("deviations.totalCount"), page.At("deviations.pageInfo.hasNextPage").GetBoolean()).ShouldBe((3, true));
        var next = await line.Company.Executive.ReadAsync(
            "query($c: ID!, $a: String) { deviations(cycleId: $c, first: 2, after: $a) { nodes { severity } pageInfo { hasNextPage } } }", new { c = line.Cycle, a = page.Text("deviations.pageInfo.endCursor") });
        next.Strings("deviations.nodes.*.severity").ShouldBe(["INDIVIDUAL"]);

        async Task<IReadOnlyList<string?>> BoardAsync(Api by, object? filter = null)
            => (await by.ReadAsync("query($c: ID!, $f: DeviationFilter) { deviations(cycleId: $c, filter: $f) { nodes { severity } } }", new { c = line.Cycle, f = filter })).Strings("deviations.nodes.*.severity");
    }

    [Theory, OnEachDatabase]
    public async Task The_board_tells_what_was_open_on_certain_days(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database); // Its clock is moved.
        var line = await (await Company.FoundAsync(program)).LineAsync();
        await line.LagAsync();
        var opened = program.BusinessClock.TodayIn("Asia/Shanghai");
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(10)).ShouldBeTrue();
        (await BetweenAsync(6, 12)).ShouldBe(["OPEN"]);
        await line.Company.Member.ReportAsync(line.Mine, 3, 30);
        await line.Company.FollowedAsync(line.Cycle);
        (await BetweenAsync(0, 0)).ShouldBe(["CLOSED"]);
        (await BetweenAsync(3, 9)).ShouldBe(["CLOSED"], "it was open then");
        (await BetweenAsync(10, null)).ShouldBe(["CLOSED"], "it was closed on that day");
        (await BetweenAsync(11, null)).ShouldBeEmpty();
        (await BetweenAsync(null, -1)).ShouldBeEmpty();
        (await BetweenAsync(null, 400_000)).ShouldBe(["CLOSED"]);

        async Task<IReadOnlyList<string?>> BetweenAsync(int? from, int? until)
            => (await line.Company.Executive.ReadAsync(
                "query($c: ID!, $f: DeviationFilter) { deviations(cycleId: $c, filter: $f) { nodes { status } } }",
                new { c = line.Cycle, f = new { from = Day(from), until = Day(until) } })).Strings("deviations.nodes.*.status");

        string? Day(int? days) => days is { } number ? opened.AddDays(number).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;
    }

    [Theory, OnEachDatabase]
    public async Task Lists_are_filtered_and_ordered_by_health_and_attainment(DatabaseKind database)
    {
        var line = await LineAsync(database);
        await line.LagAsync();
        (await ListAsync("health: [OFF_TRACK]", null)).ShouldBe([line.Team, line.Mine], ignoreOrder: true);
        (await ListAsync("health: [UNKNOWN]", null)).ShouldBeEmpty();
        (await ListAsync(null, "ASC")).ShouldBe([line.Mine, line.Team, line.Top, line.Others, line.Colleagues]);

        async Task<IReadOnlyList<string?>> ListAsync(string? filter, string? order)
        {
            var ordered = order is null ? string.Empty : $", orderBy: {{ field: ATTAINMENT, direction: {order} }}";
            return (await line.Company.Executive.ReadAsync($"query($c: ID!) {{ objectives(filter: {{ cycleId: $c {filter} }}{ordered}) {{ nodes {{ id }} }} }}", new { c = line.Cycle })).Strings("objectives.nodes.*.id");
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_the_office_meeting_resolves_is_followed_to_its_end(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        (await company.DepartmentLeader.RefusedAsync("holdOfficeMeeting", Held(id))).Code.ShouldBe("FORBIDDEN_BY_STATE");
        await company.TeamLeader.RouteAsync(id, "OFFICE_MEETING");
        (await company.Member.RefusedAsync("settleDeviation", new { deviationId = id, agreement = "好" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.Member.MutateAsync("scheduleOfficeMeeting", new { unitId = company.Department, level = "DEPARTMENT", date = "2026-12-30" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.DepartmentLeader.RefusedAsync("scheduleOfficeMeeting", new { unitId = company.Department, level = "COMPANY", date = "2026-12-30" })).Code.ShouldBe("UNIT_MISMATCH");
        (await company.DepartmentLeader.RefusedAsync("scheduleOfficeMeeting", new { unitId = company.Department, level = "DEPARTMENT", date = "2020-12-30" })).Field.ShouldBe("date");
        const string whole = "id level held date unit { id } attendees { employeeNumber } agenda { id } resolutions { id text correction done due responsible { employeeNumber } deviation { id } }";
        var scheduled = await company.DepartmentLeader.ChangeAsync(
            "scheduleOfficeMeeting", new { unitId = company.Department, level = "DEPARTMENT", date = "2026-12-30", attendeeIds = new[] { company.TeamLeader.PersonId } }, $"officeMeeting {{ {whole} }}");
        (scheduled.GetProperty("held").GetBoolean(), scheduled.Text("attendees.0.employeeNumber")).ShouldBe((false, "E0111"));
        scheduled.Strings("agenda.*.id").ShouldContain(id); // Others' tests share the company.
        (await company.DepartmentLeader.RefusedAsync("holdOfficeMeeting", Held(id, due: "2026-01-01"))).Field.ShouldBe("resolutions.0.due");
        var held = await company.DepartmentLeader.ChangeAsync("holdOfficeMeeting", Held(id, scheduled.Id()), $"officeMeeting {{ {whole} }}");
        (held.Id(), held.GetProperty("held").GetBoolean(), held.Text("resolutions.0.correction"), held.Text("resolutions.1.responsible.employeeNumber")).ShouldBe((scheduled.Id(), true, "RESOURCE", "E0112"));
        (await company.DepartmentLeader.RefusedAsync("holdOfficeMeeting", Held(id, scheduled.Id()))).Code.ShouldBe("CONFLICT");
        (await StateAsync()).ShouldBe("IN_HAND");
        (await company.Colleague.MutateAsync("completeResolution", new { resolutionId = held.Text("resolutions.0.id"), note = "好" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("completeResolution", new { resolutionId = held.Text("resolutions.0.id"), note = "好" })).Code.ShouldBe("NOT_FOUND");
        await company.Member.ChangeAsync("completeResolution", new { resolutionId = held.Text("resolutions.0.id"), note = "已调配" }, "officeMeeting { id }");
        (await company.Member.RefusedAsync("completeResolution", new { resolutionId = held.Text("resolutions.0.id"), note = "再次" })).Code.ShouldBe("CONFLICT");
        (await StateAsync()).ShouldBe("IN_HAND");
        await company.DepartmentLeader.ChangeAsync("completeResolution", new { resolutionId = held.Text("resolutions.1.id"), note = "已完成" }, "officeMeeting { id }");
        (await StateAsync()).ShouldBe("RESOLVED");
        var nodes = await company.DepartmentLeader.ReadAsync(
            "query($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on OfficeMeeting { held } ... on Resolution { done doneNote } } }", new { ids = new[] { held.Id(), held.Text("resolutions.0.id") } });
        (nodes.At("nodes.0.held").GetBoolean(), nodes.At("nodes.1.done").GetBoolean(), nodes.Text("nodes.1.doneNote")).ShouldBe((true, true, "已调配"));
        var listed = await company.Executive.ReadAsync("query($c: ID!, $u: ID) { officeMeetings(cycleId: $c, unitId: $u) { id agenda { id } resolutions { done } } }", new { c = line.Cycle, u = company.Department });
        listed.At("officeMeetings").EnumerateArray().Single(m => m.Id() == held.Id()).Text("agenda.0.id").ShouldBe(id);

        async Task<string?> StateAsync() => (await company.Member.DeviationsAsync(line.Mine, "status"))[0].Text("status");

        object Held(string deviation, string? meeting = null, string due = "2026-12-20") => new
        {
            meetingId = meeting, unitId = company.Department, level = "DEPARTMENT", date = "2026-11-20", attendeeIds = new[] { company.TeamLeader.PersonId, company.DepartmentLeader.PersonId },
            resolutions = new[]
            {
                new { deviationId = deviation, text = "调配两名工程师", correction = "RESOURCE", responsibleId = company.Member.PersonId, due },
                new { deviationId = deviation, text = "重排路线", correction = "STRATEGY", responsibleId = company.Member.PersonId, due },
            },
        };
    }

    [Theory, OnEachDatabase]
    public async Task Of_two_who_sign_for_one_side_at_once_one_does(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var id = (await line.LagAsync()).Id();
        await line.Company.TeamLeader.RouteAsync(id, "COORDINATE");
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => (i % 2 == 0 ? line.Company.Member : line.Company.TeamLeader).MutateAsync("settleDeviation", new { deviationId = id, agreement = $"第 {i} 次" }, "deviation { status }")));
        replies.Count(r => r.UserErrors.Count == 0).ShouldBe(2);
        (await line.Company.Member.DeviationsAsync(line.Mine))[0].Text("status").ShouldBe("RESOLVED");
    }

    [Theory, OnEachDatabase]
    public async Task It_stands_on_the_agenda_of_whoever_is_to_handle_it(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        (await company.Member.OwesAsync(id)).ShouldBe(["SETTLE_DEVIATION"]);
        (await company.TeamLeader.OwesAsync(id)).ShouldBe(["COORDINATE"]);
        (await company.DepartmentLeader.OwesAsync(id)).ShouldBeEmpty();
        await company.TeamLeader.RouteAsync(id, "COORDINATE", new { unitIds = new[] { company.OtherTeam } });
        (await company.OtherTeamLeader.OwesAsync(id)).ShouldBe(["COORDINATE"]);
        (await company.TeamLeader.OwesAsync(id)).ShouldBe(["SETTLE_DEVIATION"]);
        await company.TeamLeader.SettleAsync(id);
        (await company.TeamLeader.OwesAsync(id)).ShouldBeEmpty();
        await company.TeamLeader.RouteAsync(id, "OFFICE_MEETING");
        (await company.Member.OwesAsync(id)).ShouldBeEmpty();
        (await company.DepartmentLeader.OwesAsync(id)).ShouldBe(["HOLD_OFFICE_MEETING"]);
        var held = await company.DepartmentLeader.ChangeAsync(
            "holdOfficeMeeting",
            new
            {
                unitId = company.Department, level = "DEPARTMENT", date = "2026-11-20", attendeeIds = new[] { company.TeamLeader.PersonId },
                resolutions = new[] { new { deviationId = id, text = "调配两名工程师", responsibleId = company.Colleague.PersonId, due = "2026-12-20" } },
            },
            "officeMeeting { resolutions { id } }");
        (await company.DepartmentLeader.OwesAsync(id)).ShouldBeEmpty();
        (await company.Colleague.OwesAsync(held.Text("resolutions.0.id")!)).ShouldBe(["DO_RESOLUTION"]);
    }

    [Theory, OnEachDatabase]
    public async Task Who_is_concerned_is_told(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var id = (await line.LagAsync()).Id();
        await line.Company.TeamLeader.RouteAsync(id, "COORDINATE", new { unitIds = new[] { line.Company.OtherTeam } });
        await line.Company.Member.SettleAsync(id);
        await line.Company.DeliveredAsync(id);
        (await line.Company.Member.ToldAsync(id)).ShouldBe(["DEVIATION_ROUTED", "DEVIATION_OPENED"]);
        (await line.Company.TeamLeader.ToldAsync(id)).ShouldBe(["DEVIATION_SETTLED", "DEVIATION_OPENED"]);
        (await line.Company.OtherTeamLeader.ToldAsync(id)).ShouldBe(["DEVIATION_ROUTED"]);
        (await line.Company.Colleague.ToldAsync(id)).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task It_is_heard_live_by_those_who_may_read_it(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        await company.FollowedAsync(line.Cycle);
        await using var deviations = await company.DivisionLeader.SubscribeAsync("subscription($u: ID!) { deviationOpened(unitId: $u) { severity objective { id } } }", new { u = company.Division });
        await using var progress = await company.TeamLeader.SubscribeAsync("subscription($r: ID!) { progressChanged(rootId: $r) { id progress { health } } }", new { r = line.Team });
        await line.LagAsync();
        var changed = new[] { await progress.DataAsync(), await progress.DataAsync() };
        changed.Select(c => (c.Text("progressChanged.id"), c.Text("progressChanged.progress.health"))).ShouldBe([(line.Mine, "OFF_TRACK"), (line.Team, "OFF_TRACK")], ignoreOrder: true);
        while ((await deviations.DataAsync()).Text("deviationOpened.objective.id") != line.Mine)
        {
            // Others' tests share the company.
        }

        await using var changes = await company.DivisionLeader.SubscribeAsync("subscription($u: ID!) { deviationChanged(unitId: $u) { status objective { id } } }", new { u = company.Division });
        var deviation = (await company.Member.DeviationsAsync(line.Mine))[0].Id();
        await company.TeamLeader.RouteAsync(deviation, "TARGET_REVISION", new { externalCause = true });
        var revision = (await company.TeamLeader.ChangeAsync("requestTargetRevision", line.Revision(deviation), "targetRevision { id }")).Id();
        await company.DeliveredAsync(line.Mine);
        await company.DepartmentLeader.ChangeAsync("decideTargetRevision", new { revisionId = revision, approve = true, reason = "属实" }, "targetRevision { id }");
        for (var status = string.Empty; status != "RESOLVED";)
        {
            var heard = (await changes.DataAsync()).GetProperty("deviationChanged");
            if (heard.Text("objective.id") == line.Mine)
                (status = heard.Text("status")!).ShouldBeOneOf("IN_HAND", "RESOLVED");
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_board_takes_as_many_statements_for_many_as_for_few(DatabaseKind database)
    {
        var line = await LineAsync(database);
        await line.LagAsync();
        var runs = new List<IReadOnlyList<string>>();
        foreach (var more in new[] { 1, 12 })
        {
            for (var i = 0; i < more; i++)
                await line.Company.Member.ChangeAsync("raiseDeviation", new { objectiveId = line.Mine, kind = "DIFFICULTY", description = $"第 {i} 项" }, "deviation { id }");
            if (more > 1) // As others may do meanwhile.
                await line.Company.Administrator.AddAsync("saveUnit", New.Unit("TEAM", line.Company.Department));
            runs.Add((await line.Company.Executive.RecordAsync($"query($c: ID!) {{ deviations(cycleId: $c, first: 50) {{ nodes {{ {Deviating.Whole} objective {{ title }} }} }} }}", new { c = line.Cycle })).Sql);
        }
        runs.ShouldBeAsMany();
    }

    private async Task<Deviating.Line> LineAsync(DatabaseKind database, string target = "60") => await (await installations.OnAsync(database)).LineAsync(target);
}
