using System.Text.Json;
using Objectives.IntegrationTests.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>Office meetings of departments and the company: who calls and holds them, what comes before them, who reads of it.</summary>
[Trait("Clause", "S7.4")]
public sealed class OfficeMeetingTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    [Theory, OnEachDatabase]
    public async Task A_meeting_is_held_once_as_it_was_called(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = await TakenAsync(line);
        var called = await CallAsync(company.DepartmentLeader, new { unitId = company.Department, attendeeIds = new[] { company.Colleague.PersonId, company.Colleague.PersonId } });
        called.Strings("attendees.*.employeeNumber").ShouldBe(["E0113"]);
        await RefuseAsync(company.DivisionLeader, new { meetingId = called.Id(), unitId = company.Division }, "UNIT_MISMATCH", "unitId");
        await RefuseAsync(company.DepartmentLeader, new { meetingId = called.Id(), date = Today(line).AddDays(1).ToString("yyyy-MM-dd"), resolutions = Array.Empty<object>() }, "INVALID", "date");
        (await company.Member.MutateAsync("holdOfficeMeeting", line.Meeting(id), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        var held = await line.HoldAsync(company.DepartmentLeader, id, new { meetingId = called.Id(), date = "2026-11-10" });
        (held.Id(), held.Text("date")).ShouldBe((called.Id(), "2026-11-10"));
        held.Strings("attendees.*.employeeNumber").ShouldBe(["E0110"]);
        await RefuseAsync(company.DepartmentLeader, new { meetingId = called.Id(), resolutions = Array.Empty<object>() }, "CONFLICT", "meetingId");
        await RefuseAsync(company.DepartmentLeader, new { meetingId = called.Id(), date = "2026-11-10" }, "CONFLICT", "meetingId"); // Not that its deviations are taken up.

        var companys = await CallAsync(company.Executive, new { unitId = company.Root, level = "COMPANY" });
        await RefuseAsync(company.Executive, new { meetingId = companys.Id(), unitId = company.Root, level = "DEPARTMENT", resolutions = Array.Empty<object>() }, "UNIT_MISMATCH", "level");

        async Task RefuseAsync(Api by, object change, string code, string field)
        {
            var error = await by.RefusedAsync("holdOfficeMeeting", Deviating.Merged(line.Meeting(id), change));
            (error.Code, error.Field).ShouldBe((code, field), error.Message);
        }
    }

    [Theory, OnEachDatabase]
    public async Task It_resolves_what_was_taken_to_it_and_no_other_has_taken_up(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = await TakenAsync(line);
        await RefuseAsync(company.Executive, id, new { unitId = company.OtherDepartment }, "UNIT_MISMATCH");
        var first = (await line.HoldAsync(company.DepartmentLeader, id)).Text("resolutions.0.id");
        await RefuseAsync(company.DepartmentLeader, id, null, "FORBIDDEN_BY_STATE");
        await company.TeamLeader.RouteAsync(id, "OFFICE_MEETING"); // What the first resolved is not enough.
        var second = (await line.HoldAsync(company.DepartmentLeader, id)).Text("resolutions.0.id");
        await company.Member.ChangeAsync("completeResolution", new { resolutionId = first, note = "已办" }, "officeMeeting { id }");
        (await company.Member.DeviationsAsync(line.Mine, "status"))[0].Text("status").ShouldBe("IN_HAND");
        await company.Member.ChangeAsync("completeResolution", new { resolutionId = second, note = "已办" }, "officeMeeting { id }");
        (await company.Member.DeviationsAsync(line.Mine, "status"))[0].Text("status").ShouldBe("RESOLVED");

        var passed = await CreateAsync(line, "会自己好");
        await company.TeamLeader.RouteAsync(passed, "OFFICE_MEETING");
        await EndAsync(company, line.Cycle);
        await company.FollowedAsync(line.Cycle);
        await RefuseAsync(company.DepartmentLeader, passed, null, "FORBIDDEN_BY_STATE");

        async Task RefuseAsync(Api by, string deviation, object? change, string code)
        {
            var error = await by.RefusedAsync("holdOfficeMeeting", Deviating.Merged(line.Meeting(deviation), change));
            (error.Code, error.Field).ShouldBe((code, "resolutions.0.deviationId"), error.Message);
        }
    }

    /// <summary>What endangers the company comes before the company's meeting; what endangers less, before its unit's.</summary>
    [Theory, OnEachDatabase]
    public async Task Each_level_has_its_own(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        var mine = await CreateAsync(line, "缺少配件");
        await company.TeamLeader.RouteAsync(mine, "OFFICE_MEETING");
        await line.EditAsync(line.Top, new { target = "1300" });
        await company.Member.ReportAsync(line.Mine, 3, 1);
        await company.FollowedAsync(line.Cycle);
        (await company.Member.DeviationsAsync(line.Mine)).Single(d => d.Id() == id).Text("severity").ShouldBe("COMPANY");
        var departments = await CallAsync(company.DepartmentLeader, new { unitId = company.Department });
        (await AgendaAsync(company.Executive, departments.Id(), id, mine)).ShouldBe([mine]); // The other follows from its severity alone; nobody took it to a meeting.
        await company.TeamLeader.RouteAsync(id, "OFFICE_MEETING");
        (await AgendaAsync(company.Executive, departments.Id(), id, mine)).ShouldBe([mine]);
        (await company.Executive.OwesAsync(id)).ShouldBe(["HOLD_OFFICE_MEETING"]);
        (await company.DepartmentLeader.OwesAsync(id)).ShouldBeEmpty();
        var error = await company.DepartmentLeader.RefusedAsync("holdOfficeMeeting", line.Meeting(id));
        (error.Code, error.Field).ShouldBe(("FORBIDDEN_BY_STATE", "resolutions.0.deviationId"));

        var companys = await CallAsync(company.Executive, new { unitId = company.Root, level = "COMPANY" });
        (await AgendaAsync(company.Executive, companys.Id(), id, mine)).ShouldBe([id]);
        (await company.Executive.OwesAsync(id)).ShouldBeEmpty();
        (await line.HoldAsync(company.Executive, id, new { meetingId = companys.Id(), unitId = company.Root, level = "COMPANY" })).Strings("agenda.*.id").ShouldBe([id]);
        (await AgendaAsync(company.Executive, departments.Id(), id, mine)).ShouldBe([mine]);
    }

    [Theory, OnEachDatabase]
    public async Task The_agenda_has_all_that_is_routed_to_the_meeting_the_worst_first_then_the_oldest(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var (small, second) = (await CreateAsync(line, "缺少配件"), await CreateAsync(line, "缺少车辆"));
        var large = (await line.LagAsync()).Id();
        var called = await CallAsync(company.DepartmentLeader, new { unitId = company.Department });
        var others = await CallAsync(company.Executive, new { unitId = company.OtherDepartment });
        (await AgendaAsync(company.DepartmentLeader, called.Id(), small, second, large)).ShouldBeEmpty();
        foreach (var deviation in (string[])[second, large, small])
            await company.TeamLeader.RouteAsync(deviation, "OFFICE_MEETING");
        (await AgendaAsync(company.DepartmentLeader, called.Id(), small, second, large)).ShouldBe([large, small, second]);
        (await AgendaAsync(company.Executive, others.Id(), small, second, large)).ShouldBeEmpty();
        await company.TeamLeader.RouteAsync(small, "SETTLE_TOGETHER");
        (await AgendaAsync(company.DepartmentLeader, called.Id(), small, second, large)).ShouldBe([large, second]);
        await company.Member.ReportAsync(line.Mine, 3, 30);
        await company.FollowedAsync(line.Cycle);
        (await company.Member.DeviationsAsync(line.Mine)).Single(d => d.Id() == large).Text("status").ShouldBe("CLOSED");
        (await AgendaAsync(company.DepartmentLeader, called.Id(), small, second, large)).ShouldBe([second]);
        (await company.DepartmentLeader.OwesAsync(large)).ShouldBeEmpty();
    }

    /// <summary>Signed by one and then worse than the two can settle: the meeting has it when someone takes it there.</summary>
    [Theory, OnEachDatabase]
    public async Task What_only_the_rule_sends_to_the_meeting_waits_for_a_superior_to_take_it_there(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        await company.Member.SettleAsync(id);
        await line.EditAsync(line.Top, new { target = "1300" });
        await company.Member.ReportAsync(line.Mine, 3, 1);
        await company.FollowedAsync(line.Cycle);
        var now = (await company.Member.DeviationsAsync(line.Mine))[0];
        (now.Text("severity"), now.Text("route"), now.GetProperty("routed").GetBoolean(), now.Text("status")).ShouldBe(("COMPANY", "OFFICE_MEETING", false, "IN_HAND"));
        (await company.Executive.OwesAsync(id)).ShouldBeEmpty();
        var called = await CallAsync(company.Executive, new { unitId = company.Root, level = "COMPANY" });
        (await AgendaAsync(company.Executive, called.Id(), id)).ShouldBeEmpty();
        (await company.Executive.RefusedAsync("holdOfficeMeeting", Deviating.Merged(line.Meeting(id), new { unitId = company.Root, level = "COMPANY" }))).Code.ShouldBe("FORBIDDEN_BY_STATE");
    }

    [Theory, OnEachDatabase]
    public async Task One_calls_it_and_who_leads_its_unit_holds_it(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = await TakenAsync(line);
        (await company.DepartmentLeader.OwesAsync(id), await company.DivisionLeader.OwesAsync(id), await company.TeamLeader.OwesAsync(id)).ShouldSatisfyAllConditions(
            h => h.Item1.ShouldBe(["HOLD_OFFICE_MEETING"]), h => h.Item2.ShouldBeEmpty(), h => h.Item3.ShouldBeEmpty());
        var companys = await CallAsync(company.Executive, new { unitId = company.Root, level = "COMPANY" }); // Not the one that has it.
        (await company.DepartmentLeader.OwesAsync(id)).ShouldBe(["HOLD_OFFICE_MEETING"]);
        (await company.DepartmentLeader.OwesAsync(companys.Id()), await company.Executive.OwesAsync(companys.Id())).ShouldSatisfyAllConditions(h => h.Item1.ShouldBeEmpty(), h => h.Item2.ShouldBe(["HOLD_OFFICE_MEETING"]));
        var resolution = (await line.HoldAsync(company.DepartmentLeader, id)).Text("resolutions.0.id")!;
        (await company.DepartmentLeader.OwesAsync(id)).ShouldBeEmpty();
        (await company.Member.OwesAsync(resolution)).ShouldBe(["DO_RESOLUTION"]);
        (await company.Executive.MutateAsync("completeResolution", new { resolutionId = resolution, note = "已调配" }, "officeMeeting { id }")).UserErrors.ShouldBeEmpty();
        (await company.Member.OwesAsync(resolution)).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task Whoever_belongs_to_the_unit_attends_or_has_something_to_do_reads_it(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = await TakenAsync(line);
        var held = await line.HoldAsync(
            company.DepartmentLeader,
            id,
            new
            {
                attendeeIds = new[] { company.OtherTeamLeader.PersonId },
                resolutions = new[]
                {
                    new { deviationId = id, text = "一", responsibleId = company.Stranger.PersonId, due = "2026-12-20" }, new { deviationId = id, text = "二", responsibleId = company.Stranger.PersonId, due = "2026-12-20" },
                },
            });
        held.Strings("resolutions.*.text").ShouldBe(["一", "二"]);
        var first = held.Text("resolutions.0.id")!;
        foreach (var (who, reads) in new[]
        {
            (company.DepartmentLeader, true), (company.DivisionLeader, true), (company.OtherTeamLeader, true), (company.Stranger, true), (company.SecondExecutive, true), (company.Hr, true), (company.Auditor, true),
            (company.Administrator, true), (company.Colleague, false), (company.TeamLeader, false),
        })
        {
            (await ReadsAsync(who, held.Id()), await ListsAsync(who)).ShouldBe((reads, reads), who.PersonId);
            (await ReadsAsync(who, first)).ShouldBeTrue(who.PersonId); // The deviation's unit reads what was resolved about it.
        }
        var apart = await line.HoldAsync(company.DepartmentLeader, id, new { resolutions = Array.Empty<object>() });
        (await ReadsAsync(company.Stranger, apart.Id())).ShouldBeFalse();
        (await ReadsAsync(company.Stranger, id), await ReadsAsync(company.OtherTeamLeader, id)).ShouldBe((true, false));
        foreach (var other in (Api[])[company.Colleague, company.TeamLeader, company.OtherTeamLeader])
            (await other.MutateAsync("completeResolution", new { resolutionId = first, note = "好" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.MutateAsync("completeResolution", new { resolutionId = first, note = "已办" }, "officeMeeting { id }")).UserErrors.ShouldBeEmpty();

        async Task<bool> ListsAsync(Api who) => (await MeetingsAsync(who, line.Cycle)).Contains(held.Id());
    }

    [Theory, OnEachDatabase]
    public async Task A_cycle_lists_those_of_its_days_those_to_come_and_later_ones_that_resolved_what_is_its_own(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var old = await OldCycleAsync(company);
        var deviation = (await company.Member.ChangeAsync("raiseDeviation", new { objectiveId = old.Objective, kind = "DIFFICULTY", description = "遗留问题" }, "deviation { id }")).Id();
        await company.TeamLeader.RouteAsync(deviation, "OFFICE_MEETING");
        var before = await HoldNothingAsync("2019-12-31");
        var within = await HoldNothingAsync("2020-06-30");
        var after = await HoldNothingAsync("2021-01-01");
        var resolving = (await line.HoldAsync(company.DepartmentLeader, deviation, new { date = "2021-02-01", resolutions = new[] { new { deviationId = deviation, text = "补做", responsibleId = company.Member.PersonId, due = "2026-12-20" } } })).Id();
        var (soon, later) = (await CallAsync(company.DepartmentLeader, new { unitId = company.Department, date = "2099-01-01" }), await CallAsync(company.Executive, new { unitId = company.OtherDepartment, date = "2099-02-01" }));
        string[] ours = [before, within, after, resolving, soon.Id(), later.Id()];
        (await ListAsync(old.Cycle)).ShouldBe([later.Id(), soon.Id(), resolving, within]);
        (await ListAsync(old.Cycle, company.Department)).ShouldBe([soon.Id(), resolving, within]);
        await EndAsync(company, old.Cycle);
        (await ListAsync(old.Cycle)).ShouldBe([resolving, within]);
        (await ListAsync(GlobalId.Encode("Cycle", Guid.CreateVersion7()))).ShouldBeEmpty();

        async Task<string> HoldNothingAsync(string date) => (await line.HoldAsync(company.DepartmentLeader, deviation, new { date, resolutions = Array.Empty<object>() })).Id();

        async Task<IReadOnlyList<string?>> ListAsync(string cycle, string? unit = null) => [.. (await MeetingsAsync(company.Executive, cycle, unit)).Where(m => ours.Contains(m))];
    }

    private static DateOnly Today(Deviating.Line line) => line.Company.Program.BusinessClock.TodayIn("Asia/Shanghai");

    private static Task<JsonElement> CallAsync(Api by, object input)
        => by.ChangeAsync("scheduleOfficeMeeting", Deviating.Merged(new { level = "DEPARTMENT", date = "2099-12-30" }, input), "officeMeeting { id held attendees { employeeNumber } }");

    private static async Task<string> TakenAsync(Deviating.Line line)
    {
        var id = (await line.LagAsync()).Id();
        await line.Company.TeamLeader.RouteAsync(id, "OFFICE_MEETING");
        return id;
    }

    private static async Task<string> CreateAsync(Deviating.Line line, string description)
        => (await line.Company.Colleague.ChangeAsync("raiseDeviation", new { objectiveId = line.Colleagues, kind = "DIFFICULTY", description }, "deviation { id }")).Id();

    /// <param name="of">Others' tests share the company, so that more may stand on it.</param>
    private static async Task<IReadOnlyList<string?>> AgendaAsync(Api by, string meeting, params string[] of)
        => [.. (await by.ReadAsync("query($id: ID!) { node(id: $id) { ... on OfficeMeeting { agenda { id } } } }", new { id = meeting })).Strings("node.agenda.*.id").Where(d => of.Contains(d))];

    private static async Task<IReadOnlyList<string?>> MeetingsAsync(Api by, string cycle, string? unit = null)
        => (await by.ReadAsync("query($c: ID!, $u: ID) { officeMeetings(cycleId: $c, unitId: $u) { id } }", new { c = cycle, u = unit })).Strings("officeMeetings.*.id");

    private static async Task<bool> ReadsAsync(Api who, string id) => (await who.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id })).At("node").ValueKind == JsonValueKind.Object;

    private static async Task EndAsync(Company company, string cycle)
    {
        await company.MoveCycleAsync(cycle, "APPRAISAL");
        await company.MoveCycleAsync(cycle, "CLOSED");
    }

    /// <summary>Of 2020, still in execution, with an objective of the member.</summary>
    private static async Task<(string Cycle, string Objective)> OldCycleAsync(Company company)
    {
        var cycle = await company.PastCycleAsync(status: "SETTING");
        await company.InformAsync(cycle, company.Root);
        var objective = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Level = "PERSONAL", OwnerId = company.Member.PersonId });
        await company.MoveCycleAsync(cycle, "EXECUTION");
        return (cycle, objective);
    }

    /// <summary>No meeting of another test waits to be held.</summary>
    private async Task<Deviating.Line> LineAsync(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        var (executive, called) = (line.Company.Executive, await line.Company.Executive.ReadAsync("query($c: ID!) { officeMeetings(cycleId: $c) { id level held unit { id } } }", new { c = line.Cycle }));
        foreach (var meeting in called.At("officeMeetings").EnumerateArray().Where(m => !m.GetProperty("held").GetBoolean()))
        {
            await executive.ChangeAsync(
                "holdOfficeMeeting",
                new { meetingId = meeting.Id(), unitId = meeting.Text("unit.id"), level = meeting.Text("level"), date = "2026-11-20", attendeeIds = new[] { executive.PersonId }, resolutions = Array.Empty<object>() },
                "officeMeeting { id }");
        }
        return line;
    }
}
