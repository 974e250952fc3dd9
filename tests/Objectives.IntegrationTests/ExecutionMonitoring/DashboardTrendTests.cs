using System.Text.Json;
using Objectives.IntegrationTests.Planning;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>Who is counted on a dashboard, in which order its rows come, and how they went month by month.</summary>
[Trait("Clause", "S7.3")]
public sealed class DashboardTrendTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task Each_sees_the_company_s_and_the_units_and_of_people_those_of_his_unit_and_below_him(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        await company.Executive.DraftAsync(company.StrangersDraft(line.Cycle) with { OwnerId = company.Member.PersonId });
        await company.FollowedAsync(line.Cycle);
        foreach (var (who, sees) in new[]
        {
            (company.Executive, 6), (company.SecondExecutive, 6), (company.Hr, 6), (company.Auditor, 6), (company.Administrator, 6), (company.TeamLeader, 6), (company.OtherTeamLeader, 4), (company.Stranger, 4), (company.Colleague, 5),
        })
            (await ReadAsync(who, line.Cycle, "PERSON")).Number("whole.objectives").ShouldBe(sees, who.PersonId);
    }

    [Theory, OnEachDatabase]
    public async Task Of_equals_who_has_more_comes_first_and_who_is_not_known_last(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var measure = await company.MeasureOfAsync("SUM");
        var more = await company.Executive.DraftAsync(company.Draft(line.Cycle) with { Level = "PERSONAL", Title = "更多", OwnerId = company.OtherTeamLeader.PersonId, UnitId = company.OtherTeam, MeasureId = measure, Target = "12" });
        await company.Executive.ReportAsync(more, 1, 1);
        await company.Executive.DraftAsync(company.StrangersDraft(line.Cycle) with { MeasureId = measure });
        await company.Executive.DraftAsync(company.Draft(line.Cycle) with { Level = "PERSONAL", Title = "未知", OwnerId = company.Colleague.PersonId, MeasureId = measure });
        await company.FollowedAsync(line.Cycle);
        var rows = (await ReadAsync(company.Executive, line.Cycle, "PERSON", first: 50)).At("nodes").EnumerateArray().Select(r => (r.Text("person.id"), r.Number("objectives"), r.Text("attainment"))).ToList();
        rows.ShouldBe([
            (company.Executive.PersonId, 1, "1"), (company.OtherTeamLeader.PersonId, 2, "1"), (company.Colleague.PersonId, 2, "1"), (company.TeamLeader.PersonId, 1, "1"), (company.Stranger.PersonId, 1, null), (company.Member.PersonId, 1, null),
        ], ignoreOrder: true);
        rows.Select(r => r.Item3 ?? "9").ShouldBeInOrder();
        rows.Where(r => r.Item3 == "1").Select(r => r.Item2).ShouldBe([2, 2, 1, 1]);
    }

    /// <summary>One that is far beyond its target does not hide the others.</summary>
    [Theory, OnEachDatabase]
    public async Task Each_counts_within_twice_its_target(DatabaseKind database)
    {
        var line = await LineAsync(database);
        await line.Company.Member.ReportAsync(line.Mine, 1, 5000);
        await line.Company.FollowedAsync(line.Cycle);
        (await ReadAsync(line.Company.Executive, line.Cycle, "PERSON", line.Company.Team)).At("nodes").EnumerateArray().Single(r => r.Text("person.id") == line.Company.Member.PersonId).Text("attainment").ShouldBe("2");
    }

    /// <summary>A day that is not over shows what is known now.</summary>
    [Theory, OnEachDatabase]
    public async Task Today_and_a_day_to_come_are_shown_as_of_now(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var today = line.Company.Program.BusinessClock.TodayIn("Asia/Shanghai");
        foreach (var day in new[] { today, today.AddDays(1), new DateOnly(2099, 1, 1) })
        {
            var shown = await ReadAsync(line.Company.Executive, line.Cycle, "UNIT", asOf: $"{day:yyyy-MM-dd}");
            (shown.Number("whole.objectives"), shown.At("whole.trend").EnumerateArray().Last().Text("month")).ShouldBe((5, today.Year > 2026 ? "2026-12" : $"{today:yyyy-MM}"));
        }
        (await ReadAsync(line.Company.Executive, line.Cycle, "UNIT", asOf: "2019-12-31")).Number("whole.objectives").ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task The_trend_shows_each_month_as_it_stood_at_its_end_and_the_last_one_now(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database); // Its clock is moved.
        var company = await Company.FoundAsync(program);
        var line = await company.LineAsync();
        var today = program.BusinessClock.TodayIn("Asia/Shanghai");
        if (today.Year == 2026) // Else the cycle is over and shows nothing that came after it.
        {
            await company.FollowedAsync(line.Cycle);
            var shown = await ReadAsync(company.Executive, line.Cycle, "UNIT");
            var now = shown.At("whole.trend").EnumerateArray().ToList();
            now.Select(p => p.Text("month")).ShouldBe(Enumerable.Range(1, today.Month).Select(m => $"2026-{m:D2}"));
            now.Select(p => p.Text("attainment")).ShouldBe([.. Enumerable.Repeat((string?)null, today.Month - 1), shown.Text("whole.attainment")]);
        }
        program.BusinessClock.MoveTo(new DateTimeOffset(today.Year + 1, 3, 15, 0, 0, 0, TimeSpan.Zero)).ShouldBeTrue();
        await line.LagAsync();
        var later = (await ReadAsync(company.Executive, line.Cycle, "UNIT")).At("whole.trend").EnumerateArray().ToList();
        later.Select(p => p.Text("month")).ShouldBe(Enumerable.Range(1, 12).Select(m => $"2026-{m:D2}"));
        if (today.Year == 2026)
            later[^1].Number("offTrack").ShouldBe(0); // The lag came to be known after December.
    }

    [Theory, OnEachDatabase]
    public async Task A_trend_has_at_most_twelve_months(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.PastCycleAsync("2019-07-01", "2020-12-31");
        var trend = (await ReadAsync(company.Executive, cycle, "UNIT")).At("whole.trend").EnumerateArray().Select(p => p.Text("month")).ToList();
        trend.ShouldBe(Enumerable.Range(1, 12).Select(m => $"2020-{m:D2}"));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_no_cursor_of_it_is_refused(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        foreach (var wrong in (string[])["x", "-1", "1.5", "99999999999", " 1"])
            (await company.Executive.AskAsync("query($c: ID!, $a: String) { dashboard(cycleId: $c, by: UNIT, after: $a) { totalCount } }", new { c = cycle, a = wrong })).ErrorCode.ShouldBe("BAD_USER_INPUT", wrong);
    }

    private static async Task<JsonElement> ReadAsync(Api by, string cycle, string dimension, string? unit = null, string? asOf = null, int? first = null)
        => (await by.ReadAsync(
            "query($c: ID!, $by: DashboardDimension!, $u: ID, $d: LocalDate, $n: Int) { dashboard(cycleId: $c, by: $by, unitId: $u, asOf: $d, first: $n) "
            + "{ whole { objectives attainment offTrack trend { month attainment offTrack } } nodes { objectives attainment person { id } } } }",
            new { c = cycle, by = dimension, u = unit, d = asOf, n = first })).GetProperty("dashboard");

    private async Task<Deviating.Line> LineAsync(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        await line.Company.FollowedAsync(line.Cycle);
        return line;
    }
}
