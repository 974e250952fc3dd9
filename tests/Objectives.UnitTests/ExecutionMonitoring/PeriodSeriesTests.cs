using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Forecasting;
using Objectives.Platform.Time;

namespace Objectives.UnitTests.ExecutionMonitoring;

[Trait("Clause", "S5.1")]
public sealed class PeriodSeriesTests
{
    private static readonly DateOnly Start = new(2027, 1, 1);
    private static readonly DateOnly End = new(2027, 12, 31);
    private static readonly ObjectiveId Source = ObjectiveId.New();

    [Fact]
    public void Months_come_in_their_order()
    {
        var series = Series(PeriodRollUp.Sum, ("2026-02", 2), ("2025-12", 12), ("2026-01", 1), ("2026-03", 3))!;
        (series.Granularity, series.PerYear, series.Count).ShouldBe((PeriodGranularity.Month, 12, 4));
        series.Values().ShouldBe([12, 1, 2, 3]);
        series.Figures.Select(f => f.Period.ToString()).ShouldBe(["2025-12", "2026-01", "2026-02", "2026-03"]);
        (series.At(series.First).Start, series.At(series.Last).End).ShouldBe((new(2025, 12, 1), new(2026, 4, 1)));
        Series(PeriodRollUp.Sum).ShouldBeNull();
    }

    [Fact]
    public void A_gap_of_two_is_bridged_and_a_longer_one_ends_the_history()
    {
        var bridged = Series(PeriodRollUp.Sum, ("2025-12", 10), ("2026-03", 40), ("2026-04", 41))!;
        bridged.Values().ShouldBe([10, 20, 30, 40, 41]);
        bridged.Count.ShouldBe(3);
        Series(PeriodRollUp.Sum, ("2025-11", 1), ("2025-12", 10), ("2026-04", 40), ("2026-05", 41))!.Values().ShouldBe([40, 41]);
    }

    [Fact]
    public void A_quarter_tells_only_of_months_that_have_nothing_of_their_own()
    {
        (string, decimal)[] months = [("2026-01", 10), ("2026-02", 20), ("2026-07", 7), ("2026-08", 8)];
        Series(PeriodRollUp.Sum, [.. months, ("2026-Q1", 60), ("2026-Q2", 90)])!.Values().ShouldBe([10, 20, 30, 30, 30, 30, 7, 8]);
        Series(PeriodRollUp.Average, [.. months, ("2026-Q1", 20), ("2026-Q2", 90)])!.Values().ShouldBe([10, 20, 30, 90, 90, 90, 7, 8]);
        Series(PeriodRollUp.Last, [.. months, ("2026-Q1", 33), ("2026-Q2", 90)])!.Values().ShouldBe([10, 20, 33, 90, 90, 90, 7, 8]);
        Series(PeriodRollUp.Sum, ("2026-01", 1), ("2026-02", 2), ("2026-03", 3), ("2026-04", 4), ("2026-Q1", 600))!.Values().ShouldBe([1, 2, 3, 4]);
    }

    [Fact]
    public void What_is_spread_over_the_months_adds_up_to_what_was_recorded() => Gen.Select(Gen.Int[0, 1000].Array[4, 12], Gen.Int[0, 9000].Array[4]).Sample((months, quarters) =>
    {
        var recorded = months.Select((v, i) => ($"2026-{i + 1:D2}", (decimal)v)).Concat(quarters.Select((v, i) => ($"2026-Q{i + 1}", (decimal)v))).ToArray();
        var values = Series(PeriodRollUp.Sum, recorded)!.Values();
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var sum = values.Skip(quarter * 3).Take(3).Sum();
            sum.ShouldBe(months.Length >= (quarter + 1) * 3 ? months.Skip(quarter * 3).Take(3).Sum() : quarters[quarter], 1e-6);
        }
    });

    [Fact]
    public void Where_quarters_are_followed_months_count_only_when_all_three_are_there()
    {
        (string, decimal)[] quarters = [("2025-Q1", 11), ("2025-Q2", 12), ("2025-Q3", 13), ("2025-Q4", 14)];
        var series = Series(PeriodRollUp.Sum, [.. quarters, ("2026-01", 1), ("2026-02", 2), ("2026-03", 3)])!;
        (series.Granularity, series.PerYear).ShouldBe((PeriodGranularity.Quarter, 4));
        series.Values().ShouldBe([11, 12, 13, 14, 6]);
        Series(PeriodRollUp.Sum, [.. quarters, ("2026-01", 1), ("2026-02", 2)])!.Values().ShouldBe([11, 12, 13, 14]);
        Series(PeriodRollUp.Max, [.. quarters, ("2026-01", 1), ("2026-02", 5), ("2026-03", 3)])!.Values()[^1].ShouldBe(5);
        Series(PeriodRollUp.Min, [.. quarters, ("2026-01", 2), ("2026-02", 1), ("2026-03", 3)])!.Values()[^1].ShouldBe(1);
        Series(PeriodRollUp.Last, [.. quarters, ("2026-01", 2), ("2026-02", 1), ("2026-03", 3)])!.Values()[^1].ShouldBe(3);
        Series(PeriodRollUp.Average, [.. quarters, ("2026-01", 2), ("2026-02", 1), ("2026-03", 3)])!.Values()[^1].ShouldBe(2);
        Series(PeriodRollUp.Sum, [.. quarters, ("2026-01", 1), ("2026-02", 2), ("2026-03", 3), ("2026-Q1", 7)])!.Values()[^1].ShouldBe(7);
    }

    [Fact]
    public void Of_a_ratio_numerators_and_denominators_are_added_up_apart()
    {
        var actuals = Enumerable.Range(1, 4).ToDictionary(q => PeriodOf($"2025-Q{q}"), q => Ratio(8, 10));
        foreach (var (period, n, d) in new[] { ("2026-01", 1m, 2m), ("2026-02", 9m, 10m), ("2026-03", 80m, 88m) })
            actuals[PeriodOf(period)] = Ratio(n, d);
        var last = PeriodSeries.Of(actuals, PeriodRollUp.Ratio, Start, End)!.Figures.Last().Figure;
        (last.Value, last.Numerator, last.Denominator).ShouldBe((90, 90, 100));
    }

    [Fact]
    public void Periods_that_do_not_divide_the_time_are_divided_themselves()
    {
        (string, decimal)[] years = [("2022", 12), ("2023", 12), ("2024", 24), ("2025", 24)];
        Series(PeriodRollUp.Sum, years)!.Granularity.ShouldBe(PeriodGranularity.Year);
        var half = PeriodSeries.Of(Recorded(years), PeriodRollUp.Sum, Start, new(2027, 6, 30))!;
        (half.Granularity, half.Values()[0], half.Values()[^1]).ShouldBe((PeriodGranularity.Month, 1, 2));
    }

    [Fact]
    public void What_is_on_record_counts_and_the_rest_is_forecast()
    {
        var months = Enumerable.Range(0, 24).Select(i => ($"{2025 + (i / 12)}-{(i % 12) + 1:D2}", 10m)).ToArray();
        foreach (var (rule, whole) in new[] { (PeriodRollUp.Sum, 120.0), (PeriodRollUp.Average, 10), (PeriodRollUp.Last, 10), (PeriodRollUp.Min, 10), (PeriodRollUp.Max, 10), (PeriodRollUp.Ratio, 10) })
            Outlook.Of(Series(rule, months), rule, Start, End).Outcome!.Expected.ShouldBe(whole, 1e-6);
        var partly = Outlook.Of(Series(PeriodRollUp.Sum, [.. months, ("2027-01", 200)]), PeriodRollUp.Sum, Start, End);
        partly.Outcome!.Expected.ShouldBeGreaterThan(300);
        partly.Method.English.ShouldContain("1 month on record and 11 to come");
        partly.Method.Chinese.ShouldContain("已有记录 1 个月份，待预测 11 个");
        var over = Outlook.Of(Series(PeriodRollUp.Sum, months), PeriodRollUp.Sum, new(2026, 1, 1), new(2026, 12, 31)).Outcome!;
        (over.Low, over.Expected, over.High).ShouldBe((120, 120, 120));
        Outlook.Of(Series(PeriodRollUp.Max, [.. months, ("2027-01", 200)]), PeriodRollUp.Max, Start, End).Outcome!.Low.ShouldBe(200);
    }

    [Fact]
    public void A_rate_to_come_counts_by_the_cases_to_come()
    {
        var actuals = Enumerable.Range(1, 12).ToDictionary(m => PeriodOf($"2026-{m:D2}"), _ => Ratio(90, 100));
        foreach (var month in Enumerable.Range(1, 6))
            actuals[PeriodOf($"2027-{month:D2}")] = Ratio(18, 20);
        var steady = Outlook.Of(PeriodSeries.Of(actuals, PeriodRollUp.Ratio, Start, End), PeriodRollUp.Ratio, Start, End).Outcome!;
        steady.Expected.ShouldBe(90, 1e-6);
        actuals[PeriodOf("2027-06")] = Ratio(0, 1000);
        Outlook.Of(PeriodSeries.Of(actuals, PeriodRollUp.Ratio, Start, End), PeriodRollUp.Ratio, Start, End).Outcome!.Expected.ShouldBeLessThan(60);
        actuals[PeriodOf("2027-06")] = Ratio(0, 1);
        var rare = Outlook.Of(PeriodSeries.Of(actuals, PeriodRollUp.Ratio, Start, End), PeriodRollUp.Ratio, Start, End).Outcome!;
        rare.Expected.ShouldBeGreaterThan(60);
        rare.Low.ShouldBeGreaterThanOrEqualTo(0);
        rare.High.ShouldBeLessThanOrEqualTo(100);
    }

    [Fact]
    public void What_was_never_negative_will_not_be_and_no_share_is_over_a_hundred()
    {
        var dwindling = Enumerable.Range(1, 12).Select(m => ($"2026-{m:D2}", (decimal)(60 - (5 * m)))).ToArray();
        Outlook.Of(Series(PeriodRollUp.Last, dwindling), PeriodRollUp.Last, Start, End).Outcome!.Low.ShouldBe(0);
        Outlook.Of(Series(PeriodRollUp.Last, [.. dwindling, ("2025-12", -1)]), PeriodRollUp.Last, Start, End).Outcome!.Low.ShouldBeLessThan(0);
        static Outlook Rates(decimal most) => Outlook.Of(
            PeriodSeries.Of(Enumerable.Range(1, 12).ToDictionary(m => PeriodOf($"2026-{m:D2}"), m => Ratio(m % 3 == 0 ? 90 : most, 100)), PeriodRollUp.Ratio, Start, End), PeriodRollUp.Ratio, Start, End);
        Rates(100).Outcome!.Quantile(0.999).ShouldBeLessThanOrEqualTo(100);
        Rates(104).Outcome!.Quantile(0.999).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Too_little_or_too_long_ago_is_no_history()
    {
        (string, decimal)[] three = [("2026-01", 1), ("2026-02", 2), ("2026-03", 3)];
        var few = Outlook.Of(Series(PeriodRollUp.Sum, three), PeriodRollUp.Sum, Start, End);
        (few.Outcome, few.Series!.Count).ShouldBe((null, 3));
        few.Method.English.ShouldBe("3 months on record (2026-01 – 2026-03); a forecast needs 4.");
        Outlook.Of(Series(PeriodRollUp.Sum, [.. three, ("2026-04", 4)]), PeriodRollUp.Sum, Start, End).Outcome.ShouldNotBeNull();
        var old = Series(PeriodRollUp.Sum, ("2020-01", 1), ("2020-02", 2), ("2020-03", 3), ("2020-04", 3));
        Outlook.Of(old, PeriodRollUp.Sum, Start, End).Outcome.ShouldBeNull();
        Outlook.Of(old, PeriodRollUp.Sum, new(2019, 1, 1), new(2019, 12, 31)).Outcome.ShouldBeNull();
        Outlook.Of(null, PeriodRollUp.Sum, Start, End).Method.Chinese.ShouldBe("该指标在此范围内没有实际值记录。");
    }

    private static PeriodSeries? Series(PeriodRollUp rule, params (string Period, decimal Value)[] recorded) => PeriodSeries.Of(Recorded(recorded), rule, Start, End);

    private static Dictionary<Period, Figure> Recorded(IEnumerable<(string Period, decimal Value)> recorded)
        => recorded.ToDictionary(r => PeriodOf(r.Period), r => new Figure(r.Value, null, null, [Source]));

    private static Figure Ratio(decimal numerator, decimal denominator) => new(100 * numerator / denominator, numerator, denominator, [Source]);

    private static Period PeriodOf(string text) => Period.TryParse(text, out var period) ? period : throw new ArgumentException(text, nameof(text));
}
