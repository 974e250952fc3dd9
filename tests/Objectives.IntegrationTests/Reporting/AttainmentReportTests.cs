using System.Globalization;
using System.Text.Json;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Reporting;

/// <summary>Attainment by any dimensions, held against a plain computation from what each objective shows.</summary>
[Trait("Clause", "S7.3")]
public sealed class AttainmentReportTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private static readonly string[] Dimensions = ["UNIT", "REGION", "CUSTOMER", "PERSON", "LEVEL", "MEASURE"];

    [Theory, OnEachDatabase]
    public async Task Groups_come_to_what_their_objectives_show_whatever_the_dimensions(DatabaseKind database)
    {
        var random = new Random(20261127);
        var plan = await RandomPlan.MakeAsync(await installations.OnAsync(database), random);
        for (var asked = 0; asked < 14; asked++)
        {
            var by = Dimensions.Where(_ => random.Next(3) == 0).OrderBy(_ => random.Next()).ToList();
            var filter = RandomFilter(plan, random);
            foreach (var reader in new[] { plan.Company.Executive, plan.Company.Member, plan.Company.Stranger })
            {
                var told = await ReadAsync(reader, plan.Cycle, by, filter);
                told.ShouldBe(Expected(await ObjectivesAsync(reader, plan, filter), by), ignoreOrder: true, $"{string.Join(' ', by)} of {JsonSerializer.Serialize(filter)}");
            }
        }
    }

    [Theory, OnEachDatabase]
    public async Task Periods_come_to_what_was_reported_in_their_months(DatabaseKind database)
    {
        var plan = await RandomPlan.MakeAsync(await installations.OnAsync(database), new Random(7));
        var objectives = await ObjectivesAsync(plan.Company.Executive, plan, new { level = new[] { "PERSONAL" } });
        foreach (var (granularity, months) in new[] { ("MONTH", 1), ("QUARTER", 3), ("YEAR", 12) })
        {
            var told = await ReadAsync(plan.Company.Executive, plan.Cycle, ["MEASURE", "PERIOD"], new { level = new[] { "PERSONAL" } }, granularity);
            var expected = objectives.Where(o => o.IsSummed).SelectMany(o => o.Months.Select(m => (o.Key["MEASURE"], Period: PeriodOf(m.Month, months), m.Target, m.Actual, o.IsSummed)))
                .GroupBy(m => (m.Item1, m.Period)).Select(g => ($"{g.Key.Item1} {g.Key.Period}", g.Sum(m => m.Target), g.Sum(m => m.Actual))).ToList();
            expected.ShouldNotBeEmpty();
            var sums = told.Where(r => plan.Summed.Contains(r.Key.Split(' ')[0])).Select(r => (r.Key, r.Target ?? -1, r.Actual ?? -1));
            sums.ShouldBe(expected, ignoreOrder: true, granularity);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Pages_hold_all_rows_once_in_a_stable_order(DatabaseKind database)
    {
        var plan = await RandomPlan.MakeAsync(await installations.OnAsync(database), new Random(3));
        string[] by = ["REGION", "LEVEL", "PERSON"];
        var whole = await PageAsync(plan.Company.Executive, plan.Cycle, by, null, 500, null);
        whole.Number("totalCount").ShouldBe(whole.At("edges").GetArrayLength());
        var (seen, after, more) = (new List<string>(), (string?)null, true);
        while (more)
        {
            var page = await PageAsync(plan.Company.Executive, plan.Cycle, by, null, 3, after);
            seen.AddRange(page.At("edges").EnumerateArray().Select(e => KeyOf(e.GetProperty("node"), by)));
            (after, more) = (page.Text("pageInfo.endCursor"), page.At("pageInfo.hasNextPage").GetBoolean());
        }
        seen.ShouldBe(whole.At("edges").EnumerateArray().Select(e => KeyOf(e.GetProperty("node"), by)));
        seen.Count.ShouldBeGreaterThan(6);
        (await plan.Company.Executive.AskAsync(QueryOf(), new { c = plan.Cycle, by, a = "x" })).ErrorCode.ShouldBe("BAD_USER_INPUT");
    }

    [Theory, OnEachDatabase]
    public async Task A_page_takes_one_statement_for_its_figures_however_many_rows(DatabaseKind database)
    {
        var plan = await RandomPlan.MakeAsync(await installations.OnAsync(database), new Random(5));
        var variables = (int n) => new { c = plan.Cycle, by = new[] { "UNIT", "REGION", "CUSTOMER", "PERSON", "LEVEL", "MEASURE", "PERIOD" }, n, g = "MONTH" };
        const string query = "query($c: ID!, $by: [ReportDimension!]!, $n: Int, $g: PeriodGranularity) { reporting { attainment(cycleId: $c, groupBy: $by, granularity: $g, first: $n) { nodes { unit { name } region { name } customer { name } person { name } "
            + "measure { name } level period objectives target actual attainment onTrack atRisk offTrack } } } }";
        await plan.Company.Executive.RecordAsync(query, variables(2));
        var (_, few) = await plan.Company.Executive.RecordAsync(query, variables(2));
        var (data, many) = await plan.Company.Executive.RecordAsync(query, variables(200));
        data.At("reporting.attainment.nodes").GetArrayLength().ShouldBeGreaterThan(20);
        many.Count(s => s.Contains("period_figures")).ShouldBe(1, string.Join("\n\n", many));
        many.Count.ShouldBeLessThanOrEqualTo(few.Count + 2, string.Join("\n\n", many)); // Two rows may have no region or customer.
    }

    [Theory, OnEachDatabase]
    public async Task A_past_day_is_told_as_it_was_known_then(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database); // Its clock is moved.
        var line = await (await Company.FoundAsync(program)).LineAsync();
        await line.LagAsync();
        var then = program.BusinessClock.GetUtcNow();
        program.BusinessClock.MoveTo(then.AddDays(3)).ShouldBeTrue();
        await line.Company.Member.ReportAsync(line.Mine, 3, 30);
        await line.EditAsync(line.Mine, new { ownerId = line.Company.Colleague.PersonId });
        var day = then.AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var (asOf, person, actual, january) in new[] { (day, line.Company.Member.PersonId, 2m, 1m), ((string?)null, line.Company.Colleague.PersonId, 32m, 1m) })
        {
            var rows = await ReadAsync(line.Company.Executive, line.Cycle, ["PERSON", "MEASURE"], new { parentId = line.Team, text = "甲" }, asOf: asOf);
            rows.ShouldHaveSingleItem().ShouldSatisfyAllConditions(r => r.Key.ShouldStartWith(person), r => r.Actual.ShouldBe(actual));
            var months = await ReadAsync(line.Company.Executive, line.Cycle, ["PERIOD"], new { text = "甲" }, "MONTH", asOf);
            months.ShouldContain(m => m.Key == "2026-01" && m.Actual == january);
            months.Any(m => m.Key == "2026-03").ShouldBe(asOf is null);
            (await ReadAsync(line.Company.Executive, line.Cycle, ["PERIOD"], new { text = "甲" }, "YEAR", asOf)).ShouldHaveSingleItem().Actual.ShouldBe(actual);
        }
        (await ReadAsync(line.Company.Executive, line.Cycle, ["LEVEL"], null, asOf: then.AddDays(-2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task What_is_asked_wrongly_is_refused(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        (await company.Executive.AskAsync(QueryOf(), new { c = cycle, by = new[] { "COLOUR" } })).ErrorCode.ShouldNotBeNull();
        (await company.Executive.AskAsync(QueryOf(), new { c = cycle, by = new[] { "UNIT" }, n = 501 })).ErrorCode.ShouldBe("LIMIT_EXCEEDED");
        (await company.Executive.AskAsync(QueryOf(), new { c = company.Root, by = new[] { "UNIT" } })).ErrorCode.ShouldNotBeNull();
        (await ReadAsync(company.Executive, cycle, [], null)).ShouldBeEmpty("before execution nothing is known");
    }

    private static object? RandomFilter(RandomPlan plan, Random random) => random.Next(11) switch
    {
        0 => new { unitId = plan.Company.Division, includeSubunits = true },
        1 => new { unitId = plan.Company.Team },
        2 => new { level = new[] { "PERSONAL", "TEAM" } },
        3 => new { regionId = plan.Company.Region },
        4 => new { measureId = plan.Summed[0], important = false },
        5 => new { health = new[] { "OFF_TRACK", "UNKNOWN" } },
        6 => new { text = "目标 1", status = new[] { "DRAFT" } },
        7 => new { ownerId = plan.Company.Member.PersonId },
        8 => new { hasRegion = random.Next(2) == 0 },
        9 => new { hasCustomer = random.Next(2) == 0 },
        _ => null,
    };

    private static string QueryOf()
        => "query($c: ID!, $by: [ReportDimension!]!, $f: ObjectiveFilter, $g: PeriodGranularity, $d: LocalDate, $n: Int, $a: String) { reporting { attainment(cycleId: $c, groupBy: $by, filter: $f, granularity: $g, asOf: $d, first: $n, after: $a) { "
            + "totalCount pageInfo { hasNextPage endCursor } edges { cursor node { unit { id } region { id } customer { id } person { id } level measure { id } period objectives target actual attainment onTrack atRisk offTrack } } } } }";

    private static async Task<JsonElement> PageAsync(Api reader, string cycle, IReadOnlyList<string> by, object? filter, int first, string? after, string granularity = "YEAR", string? asOf = null)
        => (await reader.ReadAsync(QueryOf(), new { c = cycle, by, f = filter, g = granularity, d = asOf, n = first, a = after })).At("reporting.attainment");

    private static async Task<IReadOnlyList<Row>> ReadAsync(Api reader, string cycle, IReadOnlyList<string> by, object? filter, string granularity = "YEAR", string? asOf = null)
        => [.. (await PageAsync(reader, cycle, by, filter, 500, null, granularity, asOf)).At("edges").EnumerateArray().Select(e => e.GetProperty("node")).Select(r => new Row(
            KeyOf(r, by), r.Number("objectives"), Decimal(r, "target"), Decimal(r, "actual"), Decimal(r, "attainment"), r.Number("onTrack"), r.Number("atRisk"), r.Number("offTrack")))];

    private static decimal? Decimal(JsonElement of, string field) => of.GetProperty(field) is { ValueKind: JsonValueKind.String } text ? decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture) : null;

    private static string KeyOf(JsonElement row, IReadOnlyList<string> by) => string.Join(' ', by.Select(d => row.GetProperty(d.ToLowerInvariant()) switch
    {
        { ValueKind: JsonValueKind.Object } entity => entity.Id(),
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        _ => "-",
    }));

    private static async Task<IReadOnlyList<Told>> ObjectivesAsync(Api reader, RandomPlan plan, object? filter)
    {
        var all = (await plan.Company.Executive.ReadAsync("query($f: ObjectiveFilter) { objectives(filter: $f, first: 500) { nodes { status parent { id measure { unitOfMeasure direction aggregation } } measure { unitOfMeasure direction aggregation } } } }", new { f = new { cycleId = plan.Cycle } }))
            .At("objectives.nodes").EnumerateArray();
        var madeUp = all.Where(o => o.Text("status") != "WITHDRAWN" && o.GetProperty("parent") is { ValueKind: JsonValueKind.Object } p && p.GetProperty("measure").GetRawText() == o.GetProperty("measure").GetRawText())
            .Select(o => o.Text("parent.id")!).ToHashSet(StringComparer.Ordinal);
        var of = Deviating.Merged(new { cycleId = plan.Cycle }, filter);
        var data = await reader.ReadAsync(
            "query($f: ObjectiveFilter) { objectives(filter: $f, first: 500) { nodes { id status unit { id } region { id } customer { id } owner { id } level measure { id direction aggregation } "
            + "progress { health actualToDate targetToDate attainment series { period target actual } } } } }",
            new { f = of });
        return [.. data.At("objectives.nodes").EnumerateArray().Where(o => o.Text("status") != "WITHDRAWN").Select(o => new Told(
            new Dictionary<string, string>
            {
                ["UNIT"] = KeyOf(o, ["UNIT"]), ["REGION"] = KeyOf(o, ["REGION"]), ["CUSTOMER"] = KeyOf(o, ["CUSTOMER"]), ["PERSON"] = KeyOf(o, ["OWNER"]), ["LEVEL"] = KeyOf(o, ["LEVEL"]), ["MEASURE"] = KeyOf(o, ["MEASURE"]),
            },
            o.Text("measure.direction")!,
            o.Text("measure.aggregation") == "SUM" && o.Text("measure.direction") is "INCREASE" or "DECREASE",
            o.Text("progress.health")!,
            madeUp.Contains(o.Id()),
            Decimal(o.GetProperty("progress"), "actualToDate"),
            Decimal(o.GetProperty("progress"), "targetToDate"),
            Decimal(o.GetProperty("progress"), "attainment"),
            [.. o.At("progress.series").EnumerateArray().Where(p => Decimal(p, "actual") is not null).Select(p => (int.Parse(p.Text("period")![5..], CultureInfo.InvariantCulture), Decimal(p, "target")!.Value, Decimal(p, "actual")!.Value))]))];
    }

    /// <summary>The rules of the contract's text, in memory.</summary>
    private static IReadOnlyList<Row> Expected(IReadOnlyList<Told> objectives, IReadOnlyList<string> by)
        => [.. objectives.GroupBy(o => string.Join(' ', by.Select(d => o.Key[d]))).Select(g =>
        {
            var own = g.Where(o => !o.HasParts && o.Actual is not null).ToList();
            var counted = own.Count > 0 ? own : [.. g.Where(o => o.Actual is not null)];
            var isSum = counted.Count == 1 || (own.Count > 0 && own.All(o => o.IsSummed) && own.Select(o => o.Key["MEASURE"]).Distinct().Count() == 1);
            var (target, actual) = isSum ? (counted.Sum(o => o.Target), counted.Sum(o => o.Actual)) : ((decimal?)null, (decimal?)null);
            var known = counted.Where(o => o.Attainment is not null).Select(o => Math.Round(Math.Clamp(o.Attainment!.Value, -2, 2), 4, MidpointRounding.AwayFromZero)).ToList();
            decimal? attainment = isSum && counted[0].Direction == "INCREASE" && target > 0 ? actual / target
                : isSum && counted[0].Direction == "DECREASE" && target > 0 ? actual > 0 ? Math.Min(2, target!.Value / actual.Value) : 2
                : known.Count == 0 ? null : known.Average();
            return new Row(
                g.Key, g.Count(), target, actual, attainment is { } a ? Math.Round(Math.Round(a, 6, MidpointRounding.AwayFromZero), 4, MidpointRounding.AwayFromZero) : null,
                g.Count(o => o.Health is "ON_TRACK" or "ACHIEVED"), g.Count(o => o.Health == "AT_RISK"), g.Count(o => o.Health == "OFF_TRACK"));
        })];

    private static string PeriodOf(int month, int months) => months switch
    {
        1 => $"2026-{month:D2}",
        3 => $"2026-Q{((month - 1) / 3) + 1}",
        _ => "2026",
    };

    private sealed record Row(string Key, int Objectives, decimal? Target, decimal? Actual, decimal? Attainment, int OnTrack, int AtRisk, int OffTrack);

    private sealed record Told(
        IReadOnlyDictionary<string, string> Key, string Direction, bool IsSummed, string Health, bool HasParts, decimal? Actual, decimal? Target, decimal? Attainment, IReadOnlyList<(int Month, decimal Target, decimal Actual)> Months);
}
