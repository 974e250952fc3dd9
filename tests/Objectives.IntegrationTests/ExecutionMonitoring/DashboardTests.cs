using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>How objectives do by unit, region, customer and person, now and on a past day.</summary>
[Trait("Clause", "S7.3")]
public sealed class DashboardTests(Installations installations)
{
    private const string Row = "objectives onTrack atRisk offTrack achieved unknown exempt attainment trend { month attainment offTrack }";

    [Theory, OnEachDatabase]
    public async Task Units_show_all_below_them_the_worst_first(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var all = await ReadAsync(line.Company.Executive, line, "UNIT");
        Told(all.GetProperty("whole")).ShouldBe((5, 3, 2, 0, "0.752"));
        Rows(all, "unit").ShouldBe([(line.Company.Division, 4, 2, "0.7"), (line.Company.Root, 1, 0, "0.96")]);
        var division = await ReadAsync(line.Company.Executive, line, "UNIT", line.Company.Division);
        Rows(division, "unit").ShouldBe([(line.Company.Department, 3, 2, "0.6"), (line.Company.OtherDepartment, 1, 0, "1")]);
        var people = await ReadAsync(line.Company.Executive, line, "PERSON", line.Company.Team);
        Rows(people, "person").ShouldBe([(line.Company.Member.PersonId, 1, 1, "0.2"), (line.Company.TeamLeader.PersonId, 1, 1, "0.6"), (line.Company.Colleague.PersonId, 1, 0, "1")]);
    }

    [Theory, OnEachDatabase]
    public async Task Regions_and_customers_count_what_is_theirs(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        await company.Executive.ChangeAsync("editObjective", new { id = line.Mine, regionId = company.Region, customerId = company.Customer }, "objective { id }");
        await company.FollowedAsync(line.Cycle);
        Rows(await ReadAsync(company.Executive, line, "REGION"), "region").ShouldBe([(company.Region, 1, 1, "0.2")]);
        Rows(await ReadAsync(company.Executive, line, "CUSTOMER"), "customer").ShouldBe([(company.Customer, 1, 1, "0.2")]);
    }

    [Theory, OnEachDatabase]
    public async Task Only_what_one_may_read_is_counted(DatabaseKind database)
    {
        var line = await LineAsync(database);
        (await ReadAsync(line.Company.Stranger, line, "UNIT")).Number("whole.objectives").ShouldBe(3);
        (await ReadAsync(line.Company.Member, line, "UNIT")).Number("whole.objectives").ShouldBe(5);
        (await ReadAsync(line.Company.Auditor, line, "UNIT")).Number("whole.objectives").ShouldBe(5);
    }

    [Theory, OnEachDatabase]
    public async Task What_nobody_reported_is_counted_as_unknown(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        await company.Executive.DraftAsync(company.Draft(cycle));
        await company.MoveCycleAsync(cycle, "EXECUTION");
        await company.FollowedAsync(cycle);
        var later = await company.Executive.DraftAsync(company.Draft(cycle) with { Title = "后来" });
        await company.FollowedAsync(cycle);
        var whole = (await company.Executive.ReadAsync($"query($c: ID!) {{ dashboard(cycleId: $c, by: UNIT) {{ whole {{ {Row} }} }} }}", new { c = cycle })).At("dashboard.whole");
        (whole.Number("objectives"), whole.Number("unknown"), whole.Text("attainment")).ShouldBe((2, 2, null));
        await company.Executive.ChangeAsync("withdrawObjective", new { id = later, reason = "停止" }, "objective { id }");
        await company.FollowedAsync(cycle);
        (await company.Executive.ReadAsync("query($c: ID!) { dashboard(cycleId: $c, by: UNIT) { whole { objectives } } }", new { c = cycle })).Number("dashboard.whole.objectives").ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task A_past_day_is_shown_as_it_stood_then(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database); // Its clock is moved.
        var line = await (await Company.FoundAsync(program)).LineAsync();
        await line.LagAsync();
        var then = program.BusinessClock.GetUtcNow();
        program.BusinessClock.MoveTo(then.AddDays(3)).ShouldBeTrue();
        await line.Company.Member.ReportAsync(line.Mine, 3, 30);
        await line.Company.FollowedAsync(line.Cycle);
        (await ReadAsync(line.Company.Executive, line, "UNIT")).Number("whole.offTrack").ShouldBe(0);
        (await ReadAsync(line.Company.Executive, line, "UNIT", asOf: then.AddDays(1).ToString("yyyy-MM-dd"))).Number("whole.offTrack").ShouldBe(2);
        (await ReadAsync(line.Company.Executive, line, "UNIT", asOf: then.AddDays(-2).ToString("yyyy-MM-dd"))).Number("whole.objectives").ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task Rows_are_paged(DatabaseKind database)
    {
        var line = await LineAsync(database);
        const string query = "query($c: ID!, $a: String) { dashboard(cycleId: $c, by: PERSON, first: 2, after: $a) { nodes { person { id } } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } } }";
        var first = (await line.Company.Executive.ReadAsync(query, new { c = line.Cycle, a = (string?)null })).GetProperty("dashboard");
        (first.Number("totalCount"), first.At("pageInfo.hasNextPage").GetBoolean(), first.Text("nodes.0.person.id")).ShouldBe((5, true, line.Company.Member.PersonId));
        var second = (await line.Company.Executive.ReadAsync(query, new { c = line.Cycle, a = first.Text("pageInfo.endCursor") })).GetProperty("dashboard");
        second.At("nodes").GetArrayLength().ShouldBe(2);
        second.At("pageInfo.hasPreviousPage").GetBoolean().ShouldBeTrue();
    }

    private async Task<Deviating.Line> LineAsync(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        await line.LagAsync();
        return line;
    }

    private static async Task<JsonElement> ReadAsync(Api by, Deviating.Line line, string dimension, string? unit = null, string? asOf = null)
        => (await by.ReadAsync(
            $"query($c: ID!, $by: DashboardDimension!, $u: ID, $d: LocalDate) {{ dashboard(cycleId: $c, by: $by, unitId: $u, asOf: $d) {{ whole {{ {Row} }} nodes {{ {Row} unit {{ id }} region {{ id }} customer {{ id }} person {{ id }} }} }} }}",
            new { c = line.Cycle, by = dimension, u = unit, d = asOf })).GetProperty("dashboard");

    private static (int Objectives, int OnTrack, int OffTrack, int Unknown, string? Attainment) Told(JsonElement row)
        => (row.Number("objectives"), row.Number("onTrack"), row.Number("offTrack"), row.Number("unknown"), row.Text("attainment"));

    private static IReadOnlyList<(string? Key, int Objectives, int OffTrack, string? Attainment)> Rows(JsonElement dashboard, string key)
        => [.. dashboard.GetProperty("nodes").EnumerateArray().Select(r => (r.Text($"{key}.id"), r.Number("objectives"), r.Number("offTrack"), r.Text("attainment")))];
}
