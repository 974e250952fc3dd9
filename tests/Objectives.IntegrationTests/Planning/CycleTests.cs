using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

public sealed class CycleTests(Installations installations)
{
    private static int _names;

    private static string Name() => $"CycleTests {Interlocked.Increment(ref _names)}";

    private static object Opening(string name, int year = 2031, string start = "2031-01-01", string end = "2031-12-31", string? copyPolicyFromId = null)
        => new { name, year, start, end, copyPolicyFromId };

    [Theory, OnEachDatabase]
    public async Task A_cycle_opens_in_preparation_with_a_policy_in_which_every_threshold_has_a_value(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var name = Name();
        var cycle = await company.Hr.ChangeAsync("openCycle", Opening(name), "cycle { id version name year start end status policy { tolerance escalationDays unacknowledgedBriefing } history { totalCount nodes { action by { employeeNumber } } } }");
        (cycle.Text("name"), cycle.Number("year"), cycle.Text("start"), cycle.Text("end"), cycle.Text("status"), cycle.Number("version")).ShouldBe((name, 2031, "2031-01-01", "2031-12-31", "PREPARATION", 1));
        (cycle.Text("policy.tolerance"), cycle.Number("policy.escalationDays"), cycle.Text("policy.unacknowledgedBriefing")).ShouldBe(("10", 7, "WARN"));
        (cycle.Number("history.totalCount"), cycle.Text("history.nodes.0.action"), cycle.Text("history.nodes.0.by.employeeNumber")).ShouldBe((1, "openCycle", "E0002"));
    }

    [Theory, OnEachDatabase]
    public async Task It_goes_step_by_step_and_one_back_until_it_is_closed(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = (await company.Hr.ChangeAsync("openCycle", Opening(Name()), "cycle { id }")).Id();
        (await company.Hr.RefusedAsync("moveCycle", new { cycleId = cycle, to = "EXECUTION" })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("to"));
        foreach (var stage in (string[])["SETTING", "EXECUTION", "SETTING", "EXECUTION", "APPRAISAL", "CLOSED"])
            (await company.MoveCycleAsync(cycle, stage)).Text("status").ShouldBe(stage);
        (await company.Hr.RefusedAsync("moveCycle", new { cycleId = cycle, to = "APPRAISAL" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.Hr.RefusedAsync("setCyclePolicy", new { cycleId = cycle, tolerance = "5" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
    }

    [Theory, OnEachDatabase]
    public async Task Only_administrators_and_HR_open_move_and_set(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        foreach (var other in (Api[])[company.Executive, company.Auditor, company.DivisionLeader, company.Member])
        {
            (await other.MutateAsync("openCycle", Opening(Name()), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
            (await other.MutateAsync("moveCycle", new { cycleId = cycle, to = "SETTING" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
            (await other.MutateAsync("setCyclePolicy", new { cycleId = cycle, tolerance = "5" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        }
        (await company.Member.ReadAsync("query($id: ID!) { cycle(id: $id) { status version } }", new { id = cycle })).Text("cycle.status").ShouldBe("PREPARATION");
        await company.Administrator.ChangeAsync("moveCycle", new { cycleId = cycle, to = "SETTING" }, "cycle { id }");
    }

    [Theory, OnEachDatabase]
    public async Task Thresholds_left_out_stay_and_a_new_cycle_may_copy_them(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var policy = await company.Hr.ChangeAsync("setCyclePolicy", new { cycleId = cycle, tolerance = "7.5", escalationDays = 3, unacknowledgedBriefing = "BLOCK" }, "cycle { version policy { tolerance escalationDays unacknowledgedBriefing stretchPercentile } }");
        (policy.Number("version"), policy.Text("policy.tolerance"), policy.Number("policy.escalationDays"), policy.Text("policy.unacknowledgedBriefing"), policy.Text("policy.stretchPercentile")).ShouldBe((2, "7.5", 3, "BLOCK", "70"));
        (await company.Hr.RefusedAsync("setCyclePolicy", new { cycleId = cycle, expectedVersion = 1, tolerance = "8" })).Code.ShouldBe("CONFLICT");
        var copy = await company.Hr.ChangeAsync("openCycle", Opening(Name(), copyPolicyFromId: cycle), "cycle { policy { tolerance escalationDays } }");
        (copy.Text("policy.tolerance"), copy.Number("policy.escalationDays")).ShouldBe(("7.5", 3));
    }

    [Theory, OnEachDatabase]
    public async Task The_current_cycle_is_the_one_that_today_falls_in_by_its_own_time_zone(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var today = TimeZoneInfo.ConvertTime(company.Program.BusinessClock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var (start, end) = ($"{today:yyyy-MM-dd}", $"{today.AddDays(1):yyyy-MM-dd}");
        var cycle = (await company.Hr.ChangeAsync("openCycle", Opening(Name(), today.Year, start, end), "cycle { id }")).Id();
        (await company.Member.ReadAsync("{ currentCycle { id } }")).Text("currentCycle.id").ShouldBe(cycle);
        var starts = (await company.Member.ReadAsync("{ cycles { start } }")).Strings("cycles.*.start");
        starts.ShouldBe(starts.OrderDescending());
    }
}
