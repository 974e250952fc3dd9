using System.Globalization;
using System.Text.Json;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Planning;

/// <summary>Targets against the history of their scope. The years are long over, or counted from the day on which the tests begin.</summary>
[Trait("Clause", "S5.1")]
public sealed class CalibrationTests(Installations installations)
{
    private const string All = "verdict expected low high percentile method history { period value }";

    /// <summary>Around 10 a month, 120 a year.</summary>
    private static readonly decimal[] TwoYears = [.. Enumerable.Range(0, 24).Select(i => 10 + (((i * 7) % 5) - 2) * 0.4m)];

    [Theory, OnEachDatabase]
    public async Task The_higher_a_target_to_increase_the_more_it_asks(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (measure, cycle) = await WithHistoryAsync(company);
        var middle = await PreviewAsync(company.TeamLeader, company, cycle, measure, "120");
        (middle.Text("verdict"), middle.GetProperty("history").GetArrayLength(), middle.Text("history.0.period"), middle.Text("history.23.period")).ShouldBe(("REALISTIC", 24, "2023-01", "2024-12"));
        decimal.Parse(middle.Text("expected")!).ShouldBeInRange(117, 123);
        foreach (var figure in (string[])["expected", "low", "high"])
            middle.Text(figure)!.ShouldMatch(@"^\d+(\.\d)?$", "as many digits after the point as the measure has");
        decimal.Parse(middle.Text("low")!).ShouldBeLessThan(decimal.Parse(middle.Text("expected")!));
        decimal.Parse(middle.Text("high")!).ShouldBeGreaterThan(decimal.Parse(middle.Text("expected")!));
        (await PreviewAsync(company.TeamLeader, company, cycle, measure, middle.Text("low")!)).GetProperty("percentile").GetDouble().ShouldBe(10, 1.5);
        (await PreviewAsync(company.TeamLeader, company, cycle, measure, middle.Text("high")!)).GetProperty("percentile").GetDouble().ShouldBe(90, 1.5);
        (await VerdictsAsync(company, cycle, measure, ["60", middle.Text("expected")!, middle.Text("high")!, "300"])).ShouldBe(["TOO_LOW", "REALISTIC", "STRETCH", "TOO_HIGH"]);
        middle.Text("method")!.ShouldContain("24 months, 2023-01 – 2024-12");
        (await PreviewAsync(company.TeamLeader.InChinese, company, cycle, measure, "120")).Text("method")!.ShouldContain("2023-01 – 2024-12 的 24 个月份");
    }

    [Theory, OnEachDatabase]
    public async Task The_lower_a_target_to_decrease_the_more_it_asks(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (measure, cycle) = await WithHistoryAsync(company, "DECREASE");
        var middle = await PreviewAsync(company.TeamLeader, company, cycle, measure, "120");
        (await VerdictsAsync(company, cycle, measure, ["60", middle.Text("low")!, middle.Text("expected")!, "300"])).ShouldBe(["TOO_HIGH", "STRETCH", "REALISTIC", "TOO_LOW"]);
    }

    [Theory, OnEachDatabase]
    public async Task The_narrower_the_bounds_to_keep_within_the_more_they_ask(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (measure, cycle) = await WithHistoryAsync(company, "KEEP_WITHIN");
        var middle = await PreviewAsync(company.TeamLeader, company, cycle, measure, "120");
        var (low, expected, high) = (middle.Text("low")!, middle.Text("expected")!, middle.Text("high")!);
        async Task<string?> VerdictAsync(string lower, string upper) => (await PreviewAsync(company.TeamLeader, company, cycle, measure, upper, new { lowerBound = lower })).Text("verdict");
        (await VerdictAsync("20", "400")).ShouldBe("TOO_LOW");
        (await VerdictAsync(expected, expected)).ShouldBe("TOO_HIGH");
        (await VerdictAsync(low, expected)).ShouldBe("REALISTIC");
        (await PreviewAsync(company.TeamLeader, company, cycle, measure, high, new { lowerBound = low })).GetProperty("percentile").GetDouble().ShouldBe(20, 2);
    }

    [Theory, OnEachDatabase]
    public async Task The_cycle_says_where_too_much_begins(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (measure, cycle) = await WithHistoryAsync(company);
        (await VerdictsAsync(company, cycle, measure, ["120.5"])).ShouldBe(["REALISTIC"]);
        await company.Administrator.ChangeAsync("setCyclePolicy", new { cycleId = cycle, tooLowPercentile = "1", stretchPercentile = "2", tooHighPercentile = "99.9" }, "cycle { id }");
        (await VerdictsAsync(company, cycle, measure, ["120.5"])).ShouldBe(["STRETCH"]);
        await company.Administrator.ChangeAsync("setCyclePolicy", new { cycleId = cycle, tooHighPercentile = "2" }, "cycle { id }");
        (await VerdictsAsync(company, cycle, measure, ["120.5"])).ShouldBe(["TOO_HIGH"]);
        await company.Administrator.ChangeAsync("setCyclePolicy", new { cycleId = cycle, tooLowPercentile = "99", stretchPercentile = "99", tooHighPercentile = "99" }, "cycle { id }");
        (await VerdictsAsync(company, cycle, measure, ["120.5"])).ShouldBe(["TOO_LOW"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_unit_has_its_history_whoever_leads_it_and_a_person_his_own(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var measure = await company.NewMeasureAsync();
        var (past, cycle) = (await company.OpenCycleOfAsync(2024), await company.OpenCycleOfAsync(2025));
        var draft = company.Draft(past) with { MeasureId = measure };
        async Task RecordAsync(Draft of, decimal value) => await company.RecordAsync(await company.Executive.DraftAsync(of), "2024-01", [.. Enumerable.Repeat(value, 12)]);
        await RecordAsync(draft, 10);
        await RecordAsync(draft with { Level = "PERSONAL", OwnerId = company.Member.PersonId }, 3);
        await RecordAsync(draft with { Level = "PERSONAL", OwnerId = company.Colleague.PersonId }, 4);
        await RecordAsync(draft with { Level = "REGION", RegionId = company.Region }, 5);
        await RecordAsync(draft with { Level = "CUSTOMER", RegionId = company.Region, CustomerId = company.Customer }, 6);
        await RecordAsync(draft with { Level = "POSITION", PositionId = company.Position, OwnerId = company.Member.PersonId }, 7);
        await RecordAsync(draft with { UnitId = company.OtherTeam }, 8);

        async Task<string?> ExpectedAsync(Draft of) => (await company.Executive.ObjectiveAsync(await company.Executive.DraftAsync(of with { CycleId = cycle }), "calibration { expected }")).Text("calibration.expected");
        (await ExpectedAsync(draft with { OwnerId = company.DepartmentLeader.PersonId })).ShouldBe("120");
        (await ExpectedAsync(draft with { Level = "PERSONAL", OwnerId = company.Member.PersonId })).ShouldBe("36");
        (await ExpectedAsync(draft with { Level = "PERSONAL", OwnerId = company.Colleague.PersonId })).ShouldBe("48");
        (await ExpectedAsync(draft with { Level = "PERSONAL", OwnerId = company.TeamLeader.PersonId })).ShouldBeNull();
        (await ExpectedAsync(draft with { Level = "REGION", RegionId = company.Region })).ShouldBe("60");
        (await ExpectedAsync(draft with { Level = "REGION", RegionId = company.OtherRegion })).ShouldBeNull();
        (await ExpectedAsync(draft with { Level = "CUSTOMER", RegionId = company.Region, CustomerId = company.Customer })).ShouldBe("72");
        (await ExpectedAsync(draft with { Level = "POSITION", PositionId = company.Position, OwnerId = company.Colleague.PersonId })).ShouldBe("84");
        (await ExpectedAsync(draft with { UnitId = company.OtherTeam })).ShouldBe("96");

        async Task<string?> PreviewedAsync(object scope) => (await PreviewAsync(company.Executive, company, cycle, measure, "100", scope)).Text("expected");
        (await PreviewedAsync(new { })).ShouldBe("120");
        (await PreviewedAsync(new { ownerId = company.Member.PersonId })).ShouldBe("36");
        (await PreviewedAsync(new { regionId = company.Region })).ShouldBe("60");
        (await PreviewedAsync(new { regionId = company.Region, customerId = company.Customer })).ShouldBe("72");
        (await PreviewedAsync(new { positionId = company.Position, ownerId = company.Colleague.PersonId })).ShouldBe("84");
    }

    [Theory, OnEachDatabase]
    public async Task Earlier_cycles_count_and_the_current_one_so_far(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var measure = await company.NewMeasureAsync();
        async Task<string> DraftAsync(string of) => await company.TeamLeader.DraftAsync(company.Draft(of) with { MeasureId = measure });
        var (old, now, next) = (await DraftAsync(await CycleAsync(company, -15, 12)), await DraftAsync(await CycleAsync(company, -3, 12)), await DraftAsync(await CycleAsync(company, -2, 12)));
        await company.RecordAsync(old, Month(-15), [.. Enumerable.Repeat(10m, 12)]);
        await company.RecordAsync(now, Month(-3), 20, 20, 20, 900);
        await company.RecordAsync(next, Month(-14), [.. Enumerable.Repeat(900m, 12)]);

        var calibration = (await company.TeamLeader.ObjectiveAsync(now, $"calibration {{ {All} }}")).GetProperty("calibration");
        calibration.Strings("history.*.period").ShouldBe([.. Enumerable.Range(-15, 15).Select(Month)]);
        decimal.Parse(calibration.Text("expected")!).ShouldBeInRange(60 + (9 * 15), 60 + (9 * 26));
        calibration.Text("method")!.ShouldContain("3 months on record and 9 to come");
    }

    [Theory, OnEachDatabase]
    public async Task What_became_of_a_cycle_that_is_over_does_not_judge_its_target(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var measure = await company.NewMeasureAsync();
        async Task<string> DraftAsync(int year) => await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleOfAsync(year)) with { MeasureId = measure });
        var (past, over) = (await DraftAsync(2023), await DraftAsync(2024));
        await company.RecordAsync(past, "2023-01", TwoYears[..12]);
        await company.RecordAsync(over, "2024-01", [.. Enumerable.Repeat(2m, 12)]);
        var calibration = (await company.TeamLeader.ObjectiveAsync(over, $"calibration {{ {All} }}")).GetProperty("calibration");
        calibration.Text("history.11.period").ShouldBe("2023-12");
        calibration.GetProperty("history").GetArrayLength().ShouldBe(12);
        decimal.Parse(calibration.Text("expected")!).ShouldBeInRange(110, 130);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_not_over_is_no_history(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var measure = await company.NewMeasureAsync();
        var cycle = await company.OpenCycleOfAsync(2100);
        var objective = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { MeasureId = measure });
        await company.RecordAsync(objective, "2100-01", 1, 2, 3, 4, 5);
        var calibration = (await company.TeamLeader.ObjectiveAsync(objective, $"calibration {{ {All} }}")).GetProperty("calibration");
        (calibration.Text("verdict"), calibration.GetProperty("history").GetArrayLength()).ShouldBe(("NO_HISTORY", 0));
    }

    [Theory, OnEachDatabase]
    public async Task A_correction_takes_the_place_of_what_it_corrects(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var measure = await company.NewMeasureAsync();
        var (past, cycle) = (await company.OpenCycleOfAsync(2024), await company.OpenCycleOfAsync(2025));
        var objective = await company.TeamLeader.DraftAsync(company.Draft(past) with { MeasureId = measure });
        await company.RecordAsync(objective, "2024-01", [.. Enumerable.Repeat(10m, 11)]);
        var wrong = await company.RecordOneAsync(objective, "2024-12", 5000, minute: 30);
        var better = await company.RecordOneAsync(objective, "2024-12", 700, corrects: wrong, minute: 20);
        await company.RecordOneAsync(objective, "2024-12", 10, corrects: better, minute: 10);
        var preview = await PreviewAsync(company.TeamLeader, company, cycle, measure, "120");
        (preview.Text("expected"), preview.Text("history.11.value"), preview.GetProperty("history").GetArrayLength()).ShouldBe(("120", "10", 12));
    }

    [Theory, OnEachDatabase]
    public async Task A_quarter_and_its_months_count_once(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var measure = await company.NewMeasureAsync();
        var (past, cycle) = (await company.OpenCycleOfAsync(2024), await company.OpenCycleOfAsync(2025));
        var objective = await company.TeamLeader.DraftAsync(company.Draft(past) with { MeasureId = measure });
        await company.RecordAsync(objective, "2024-Q1", 30, 30, 30, 30);
        await company.RecordAsync(objective, "2024-02", 10, 10, 10, 10, 10, 10, 10);
        var preview = await PreviewAsync(company.TeamLeader, company, cycle, measure, "120");
        (preview.Text("expected"), preview.GetProperty("history").GetArrayLength()).ShouldBe(("120", 12));
        preview.Strings("history.*.value").Distinct().ShouldBe(["10"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_rate_is_that_of_all_cases_together(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var measure = await company.NewMeasureAsync(aggregation: "RATIO");
        var objective = await company.TeamLeader.DraftAsync(company.Draft(await CycleAsync(company, -12, 24)) with { MeasureId = measure, Target = "90" });
        await company.RecordOneAsync(objective, Month(-12), 0, 0, 900);
        for (var month = -11; month < 0; month++)
            await company.RecordOneAsync(objective, Month(month), 90, 9, 10);
        var calibration = (await company.TeamLeader.ObjectiveAsync(objective, $"calibration {{ {All} }}")).GetProperty("calibration");
        decimal.Parse(calibration.Text("expected")!).ShouldBeInRange(9, 25);
        (calibration.Text("history.0.value"), calibration.Text("history.11.value")).ShouldBe(("0", "90"));
    }

    [Theory, OnEachDatabase("SUM", "AVERAGE", "LAST", "MIN", "MAX", "WEIGHTED_AVERAGE", "NONE")]
    public async Task Months_make_up_the_cycle_as_the_measure_says(DatabaseKind database, string aggregation)
    {
        var company = await installations.OnAsync(database);
        var measure = await company.NewMeasureAsync(aggregation: aggregation);
        var objective = await company.TeamLeader.DraftAsync(company.Draft(await CycleAsync(company, -12, 24)) with { MeasureId = measure });
        await company.RecordAsync(objective, Month(-12), 6, 2, 4, 9, 4, 5, 6, 4, 5, 4, 6, 5);
        var calibration = (await company.TeamLeader.ObjectiveAsync(objective, $"calibration {{ {All} }}")).GetProperty("calibration");
        var (low, high) = (decimal.Parse(calibration.Text("low")!), decimal.Parse(calibration.Text("high")!));
        switch (aggregation)
        {
            case "SUM": low.ShouldBeGreaterThan(60); high.ShouldBeInRange(low, 200); break;
            case "MIN": high.ShouldBeLessThanOrEqualTo(2); break;
            case "MAX": low.ShouldBeGreaterThanOrEqualTo(9); break;
            case "LAST" or "NONE": (low, high).ShouldSatisfyAllConditions(r => r.low.ShouldBeLessThan(3.5m), r => r.high.ShouldBeInRange(6, 9)); break;
            default: (low, high).ShouldSatisfyAllConditions(r => r.low.ShouldBeInRange(3.5m, 5), r => r.high.ShouldBeInRange(5, 6.5m)); break;
        }
    }

    [Theory, OnEachDatabase]
    public async Task Where_history_says_nothing_there_is_no_verdict(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (measure, cycle) = (await company.NewMeasureAsync(), await company.OpenCycleOfAsync(2025));
        var none = await PreviewAsync(company.TeamLeader, company, cycle, measure, "120");
        (none.Text("verdict"), none.Text("expected"), none.GetProperty("percentile").ValueKind, none.Text("method")).ShouldBe(("NO_HISTORY", null, JsonValueKind.Null, "Nothing is on record for this measure in this scope."));
        var objective = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleOfAsync(2024)) with { MeasureId = measure });
        await company.RecordAsync(objective, "2024-10", 1, 2, 3);
        var few = await PreviewAsync(company.TeamLeader, company, cycle, measure, "120");
        (few.Text("verdict"), few.GetProperty("history").GetArrayLength()).ShouldBe(("NO_HISTORY", 3));
        await company.RecordOneAsync(objective, "2024-09", 2);
        (await PreviewAsync(company.TeamLeader, company, cycle, measure, "120")).Text("verdict").ShouldNotBe("NO_HISTORY");

        var milestone = await company.NewMeasureAsync("MILESTONE", "LAST");
        var project = await company.TeamLeader.DraftAsync(company.Draft(await CycleAsync(company, -12, 24)) with { MeasureId = milestone, Target = "100" });
        await company.RecordAsync(project, Month(-12), 10, 20, 30, 40, 50);
        var ofProject = await company.TeamLeader.ObjectiveAsync(project, "calibration { verdict method }");
        (ofProject.Text("calibration.verdict"), ofProject.Text("calibration.method")).ShouldBe(("NO_HISTORY", "A milestone is a project of its own: the past of others says nothing of it."));
    }

    [Theory, OnEachDatabase]
    public async Task Who_may_not_read_the_history_learns_nothing_of_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var measure = await company.NewMeasureAsync();
        var (past, cycle) = (await company.OpenCycleOfAsync(2024), await company.OpenCycleOfAsync(2025));
        var position = (await company.Administrator.ChangeAsync("savePosition", new { code = $"P{Guid.NewGuid():N}"[..12], title = "客服", unitId = company.OtherTeam }, "position { id }")).Id();
        var draft = company.StrangersDraft(past) with { MeasureId = measure, Level = "POSITION", PositionId = position };
        await company.RecordAsync(await company.Stranger.DraftAsync(draft), "2024-01", [.. Enumerable.Repeat(10m, 12)]);
        var personal = await company.Stranger.DraftAsync(company.StrangersDraft(past) with { MeasureId = measure });
        await company.RecordAsync(personal, "2024-01", [.. Enumerable.Repeat(3m, 12)]);

        var own = new { ownerId = company.Stranger.PersonId };
        (await PreviewAsync(company.Stranger, company, cycle, measure, "36", own, company.OtherTeam)).Text("expected").ShouldBe("36");
        (await PreviewAsync(company.OtherTeamLeader, company, cycle, measure, "36", own, company.OtherTeam)).Text("expected").ShouldBe("36");
        var unseen = await PreviewAsync(company.Member, company, cycle, measure, "36", own, company.OtherTeam);
        (unseen.Text("verdict"), unseen.Text("expected"), unseen.GetProperty("history").GetArrayLength()).ShouldBe(("NO_HISTORY", null, 0));

        // The colleague takes the position over: his leader may read his objective, but not what his predecessor did in another unit.
        var now = await company.Executive.DraftAsync(draft with { CycleId = cycle, OwnerId = company.Colleague.PersonId });
        var shown = (await company.TeamLeader.ObjectiveAsync(now, $"calibration {{ {All} }}")).GetProperty("calibration");
        (shown.Text("expected"), shown.GetProperty("history").GetArrayLength()).ShouldBe(("120", 0));
        (await company.Executive.ObjectiveAsync(now, $"calibration {{ {All} }}")).At("calibration.history").GetArrayLength().ShouldBe(12);
        (await PreviewAsync(company.TeamLeader, company, cycle, measure, "120", new { positionId = position }, company.OtherTeam)).Text("verdict").ShouldBe("NO_HISTORY");

        var parent = await company.Stranger.DraftAsync(company.StrangersDraft(cycle) with { MeasureId = measure });
        var child = await company.Executive.DraftAsync(company.Draft(cycle, parent) with { Level = "PERSONAL", OwnerId = company.Member.PersonId });
        var ancestor = (await company.Member.ObjectiveAsync(child, $"parent {{ calibration {{ {All} }} }}")).At("parent.calibration");
        (ancestor.Text("verdict"), ancestor.Text("expected"), ancestor.Text("method")).ShouldBe(("NO_HISTORY", null, "Shown to those who may read the whole objective."));
        (await company.Stranger.ObjectiveAsync(parent, "calibration { expected }")).Text("calibration.expected").ShouldBe("36");
    }

    [Theory, OnEachDatabase]
    public async Task What_does_not_exist_is_said_to_be_missing(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (measure, cycle) = (await company.NewMeasureAsync(), await company.OpenCycleOfAsync(2025));
        const string query = "query($cycle: ID!, $measure: ID!, $unit: ID!) { calibrationPreview(cycleId: $cycle, measureId: $measure, unitId: $unit, target: \"1\") { verdict } }";
        var missing = await company.TeamLeader.AskAsync(query, new { cycle = Unknown("Cycle"), measure, unit = company.Team });
        (missing.ErrorCode, missing.ErrorMessage).ShouldBe(("NOT_FOUND", "'cycleId': there is no such cycle."));
        missing = await company.TeamLeader.InChinese.AskAsync(query, new { cycle, measure = Unknown("Measure"), unit = company.Team });
        (missing.ErrorCode, missing.ErrorMessage).ShouldBe(("NOT_FOUND", "“measureId”：该指标不存在。"));
        (await company.TeamLeader.AskAsync(query, new { cycle, measure, unit = company.Member.PersonId })).ErrorCode.ShouldNotBeNull();
        (await company.Program.Anonymous.AskAsync(query, new { cycle, measure, unit = company.Team })).ErrorCode.ShouldBe("UNAUTHENTICATED");
    }

    [Theory, OnEachDatabase]
    public async Task However_many_targets_the_statements_are_as_few(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (measure, other) = (await company.NewMeasureAsync(), await company.NewMeasureAsync("DECREASE", "AVERAGE"));
        var cycle = await company.OpenCycleOfAsync(2025);
        string[] owners = [company.Member.PersonId, company.Colleague.PersonId, company.TeamLeader.PersonId];
        var (ids, counts) = (new List<string>(), new List<int>());
        foreach (var size in (int[])[6, 60])
        {
            while (ids.Count < size)
            {
                ids.Add(await company.Executive.DraftAsync(company.Draft(cycle) with
                {
                    Level = ids.Count % 2 == 0 ? "PERSONAL" : "TEAM", OwnerId = owners[ids.Count % 3], MeasureId = ids.Count % 4 == 0 ? other : measure, Target = $"{100 + ids.Count}",
                }));
            }
            await company.RecordAsync(ids[^1], "2024-01", TwoYears[..8]);
            var (data, sql) = await company.Executive.RecordAsync($"query($cycle: ID!) {{ goalTree(cycleId: $cycle, depth: 9) {{ nodeCount nodes {{ calibration {{ {All} }} }} }} }}", new { cycle });
            data.Number("goalTree.nodeCount").ShouldBe(size);
            data.At("goalTree.nodes").EnumerateArray().Any(n => n.Text("calibration.expected") is not null).ShouldBeTrue();
            counts.Add(sql.Count);
        }
        counts.ShouldBe([5, 5]);
    }

    private static async Task<(string Measure, string Cycle)> WithHistoryAsync(Company company, string direction = "INCREASE")
    {
        var measure = await company.NewMeasureAsync(direction);
        foreach (var (year, values) in new[] { (2023, TwoYears[..12]), (2024, TwoYears[12..]) })
        {
            var objective = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleOfAsync(year)) with { MeasureId = measure });
            await company.RecordAsync(objective, $"{year}-01", values);
        }
        return (measure, await company.OpenCycleOfAsync(2025));
    }

    /// <summary>A month that begins so many months after this one.</summary>
    private static string Month(int after) => Begins(after).ToString("yyyy-MM", CultureInfo.InvariantCulture);

    private static DateOnly Begins(int after) => DateOnly.FromDateTime(MovableClock.Begin.UtcDateTime.AddHours(8)) is var today ? new DateOnly(today.Year, today.Month, 1).AddMonths(after) : default;

    private static async Task<string> CycleAsync(Company company, int after, int months)
    {
        var (start, end) = (Begins(after), Begins(after + months).AddDays(-1));
        return (await company.Administrator.ChangeAsync("openCycle", new { name = $"{start} {Guid.NewGuid():N}", year = start.Year, start = $"{start:yyyy-MM-dd}", end = $"{end:yyyy-MM-dd}" }, "cycle { id }")).Id();
    }

    private static async Task<IReadOnlyList<string?>> VerdictsAsync(Company company, string cycle, string measure, IEnumerable<string> targets)
    {
        var verdicts = new List<string?>();
        foreach (var target in targets)
            verdicts.Add((await PreviewAsync(company.TeamLeader, company, cycle, measure, target)).Text("verdict"));
        return verdicts;
    }

    private static async Task<JsonElement> PreviewAsync(Api api, Company company, string cycle, string measure, string target, object? scope = null, string? unit = null)
    {
        var given = JsonSerializer.SerializeToElement(scope ?? new { });
        string? Of(string name) => given.TryGetProperty(name, out var value) ? value.GetString() : null;
        var data = await api.ReadAsync(
            $$"""
            query($cycle: ID!, $measure: ID!, $unit: ID!, $region: ID, $customer: ID, $owner: ID, $position: ID, $target: Decimal!, $lower: Decimal) {
              calibrationPreview(cycleId: $cycle, measureId: $measure, unitId: $unit, regionId: $region, customerId: $customer, ownerId: $owner, positionId: $position, target: $target, lowerBound: $lower) { {{All}} }
            }
            """,
            new { cycle, measure, unit = unit ?? company.Team, region = Of("regionId"), customer = Of("customerId"), owner = Of("ownerId"), position = Of("positionId"), target, lower = Of("lowerBound") });
        return data.GetProperty("calibrationPreview");
    }

    private static string Unknown(string type) => GlobalId.Encode(type, Guid.CreateVersion7());
}
