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
        program.BusinessClock.MoveTo(then.AddDays(6)).ShouldBeTrue();
        foreach (var (day, offTrack) in new[] { (1, 2), (4, 0) }) // Each objective counts once, as it stood.
        {
            var past = await ReadAsync(line.Company.Executive, line, "UNIT", asOf: then.AddDays(day).ToString("yyyy-MM-dd"));
            (past.Number("whole.objectives"), past.Number("whole.offTrack")).ShouldBe((5, offTrack));
        }
        (await ReadAsync(line.Company.Executive, line, "UNIT", asOf: then.AddDays(-2).ToString("yyyy-MM-dd"))).Number("whole.objectives").ShouldBe(0);

        (string?, string?, string?)[] stood = [(line.Mine, "OFF_TRACK", "0.2"), (line.Team, "OFF_TRACK", "0.6"), (line.Colleagues, "ON_TRACK", "1")];
        (await BehindAsync(line.Company.Executive, line, new { unitId = line.Company.Team }, then.AddDays(1).ToString("yyyy-MM-dd"))).ShouldBe(stood);
        (await BehindAsync(line.Company.Executive, line, new { unitId = line.Company.Team })).ShouldNotContain(s => s.Health == "OFF_TRACK");
        (await BehindAsync(line.Company.Executive, line, new { unitId = line.Company.Team }, then.AddDays(-2).ToString("yyyy-MM-dd"))).ShouldBeEmpty();
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

    [Theory, OnEachDatabase]
    public async Task Behind_a_row_stand_the_objectives_that_it_counts_the_worst_first(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        await company.Executive.ChangeAsync("editObjective", new { id = line.Colleagues, regionId = company.Region, customerId = company.Customer }, "objective { id }");
        await company.FollowedAsync(line.Cycle);
        (string?, string?, string?)[] team = [(line.Mine, "OFF_TRACK", "0.2"), (line.Team, "OFF_TRACK", "0.6"), (line.Colleagues, "ON_TRACK", "1")];
        (await BehindAsync(company.Executive, line, new { unitId = company.Team })).ShouldBe(team);
        (await BehindAsync(company.Executive, line, new { unitId = company.Division })).ShouldBeEmpty("nothing of its own");
        (await BehindAsync(company.Executive, line, new { unitId = company.Division, includeSubunits = true })).Select(s => s.Objective).ShouldBe([line.Mine, line.Team, line.Colleagues, line.Others], ignoreOrder: true);
        (await BehindAsync(company.Executive, line, new { ownerId = company.Member.PersonId })).ShouldBe([team[0]]);
        (await BehindAsync(company.Executive, line, new { superiorId = company.TeamLeader.PersonId })).ShouldBe([team[0], team[2]]);
        (await BehindAsync(company.Executive, line, new { superiorId = company.TeamLeader.PersonId, ownerId = company.Colleague.PersonId })).ShouldBe([team[2]]);
        (await BehindAsync(company.Executive, line, new { superiorId = company.Member.PersonId })).ShouldBeEmpty();
        (await BehindAsync(company.Executive, line, new { regionId = company.Region })).ShouldBe([team[2]]);
        (await BehindAsync(company.Executive, line, new { customerId = company.Customer })).ShouldBe([team[2]]);
        (await BehindAsync(company.Stranger, line, new { unitId = company.Team })).ShouldBe([team[1]], "of people's objectives he sees none");
        Rows(await ReadAsync(company.TeamLeader, line, "PERSON", superior: company.TeamLeader.PersonId), "person").ShouldBe([(company.Member.PersonId, 1, 1, "0.2"), (company.Colleague.PersonId, 1, 0, "1")]);
    }

    [Theory, OnEachDatabase]
    public async Task What_stands_behind_a_row_is_paged_and_takes_the_same_statements_for_many(DatabaseKind database)
    {
        var line = await LineAsync(database);
        const string query = "query($c: ID!, $n: Int, $a: String) { standings(cycleId: $c, first: $n, after: $a) { nodes { health attainment objective { title } } pageInfo { hasNextPage endCursor } } }";
        var (first, few) = await line.Company.Executive.RecordAsync(query, new { c = line.Cycle, n = 2, a = (string?)null });
        first.Strings("standings.nodes.*.objective.title").ShouldBe(["甲", "小组"]);
        first.At("standings.pageInfo.hasNextPage").GetBoolean().ShouldBeTrue();
        var (rest, many) = await line.Company.Executive.RecordAsync(query, new { c = line.Cycle, n = 50, a = first.Text("standings.pageInfo.endCursor") });
        rest.At("standings.nodes").GetArrayLength().ShouldBe(3);
        rest.At("standings.pageInfo.hasNextPage").GetBoolean().ShouldBeFalse();
        many.Count.ShouldBe(few.Count, string.Join("\n\n", many));
        many.Count(s => s.Contains("standings")).ShouldBe(1, "one for the page");
        foreach (var wrong in (string[])["x", "", "MQ", "WyJhIiwiYiJd"])
            (await line.Company.Executive.AskAsync(query, new { c = line.Cycle, n = 2, a = wrong })).ErrorCode.ShouldBe("BAD_USER_INPUT", wrong);
    }

    private async Task<Deviating.Line> LineAsync(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        await line.LagAsync();
        return line;
    }

    private static async Task<JsonElement> ReadAsync(Api by, Deviating.Line line, string dimension, string? unit = null, string? asOf = null, string? superior = null)
        => (await by.ReadAsync(
            $"query($c: ID!, $by: DashboardDimension!, $u: ID, $s: ID, $d: LocalDate) {{ dashboard(cycleId: $c, by: $by, unitId: $u, superiorId: $s, asOf: $d) {{ whole {{ {Row} }} nodes {{ {Row} unit {{ id }} region {{ id }} customer {{ id }} person {{ id }} }} }} }}",
            new { c = line.Cycle, by = dimension, u = unit, s = superior, d = asOf })).GetProperty("dashboard");

    private static async Task<IReadOnlyList<(string? Objective, string? Health, string? Attainment)>> BehindAsync(Api by, Deviating.Line line, object filter, string? asOf = null)
        => [.. (await by.ReadAsync(
            "query($c: ID!, $f: StandingFilter, $d: LocalDate) { standings(cycleId: $c, filter: $f, asOf: $d) { nodes { objective { id } health attainment } } }",
            new { c = line.Cycle, f = filter, d = asOf })).At("standings.nodes").EnumerateArray().Select(s => (s.Text("objective.id"), s.Text("health"), s.Text("attainment")))];

    private static (int Objectives, int OnTrack, int OffTrack, int Unknown, string? Attainment) Told(JsonElement row)
        => (row.Number("objectives"), row.Number("onTrack"), row.Number("offTrack"), row.Number("unknown"), row.Text("attainment"));

    private static IReadOnlyList<(string? Key, int Objectives, int OffTrack, string? Attainment)> Rows(JsonElement dashboard, string key)
        => [.. dashboard.GetProperty("nodes").EnumerateArray().Select(r => (r.Text($"{key}.id"), r.Number("objectives"), r.Number("offTrack"), r.Text("attainment")))];
}
