using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Progress;

namespace Objectives.UnitTests.ExecutionMonitoring.Progress;

[Trait("Clause", "S7.3")]
public sealed class ReckoningTests
{
    [Fact]
    public void A_sum_is_held_against_the_targets_of_the_months_that_are_known()
    {
        var reckoning = Of(Aggregation.Sum, 1200, (1, 90), (2, 120), (4, 60));
        (reckoning.ActualToDate, reckoning.TargetToDate, reckoning.Gap, reckoning.Attainment, reckoning.AttainmentOfCycle).ShouldBe((270, 300, -30, 0.9m, 0.225m));
        reckoning.ReportedShare.ShouldBe(0.75m);
        reckoning.Series.Select(p => p.Actual).Take(5).ShouldBe([90, 120, null, 60, null]);
        reckoning.Series.Select(p => p.CumulativeActual).Take(5).ShouldBe([90, 210, null, 270, null]);
        reckoning.Series.Select(p => p.CumulativeTarget).Take(5).ShouldBe([100, 200, 300, 400, 500]);
    }

    [Fact]
    public void Of_a_sum_partly_reported_only_the_targets_of_those_who_reported_count()
        => Reckoning.Of(Terms(Aggregation.Sum, 1200), [new(new(2026, 1, 1), 40, null, null, 0.5m)]).Attainment.ShouldBe(0.8m);

    [Theory]
    [InlineData(Aggregation.Average, 20)]
    [InlineData(Aggregation.WeightedAverage, 20)]
    [InlineData(Aggregation.Last, 30)]
    [InlineData(Aggregation.None, 30)]
    [InlineData(Aggregation.Min, 10)]
    [InlineData(Aggregation.Max, 30)]
    public void Each_aggregation_has_its_rule_over_time(Aggregation aggregation, int expected) => Of(aggregation, 100, (1, 10), (2, 20), (3, 30)).ActualToDate.ShouldBe(expected);

    [Theory]
    [InlineData(85, 0)]
    [InlineData(90, 0)]
    [InlineData(93, 3)]
    [InlineData(78.5, -1.5)]
    public void What_is_kept_within_bounds_is_as_far_off_as_outside_them(double value, double gap)
        => Reckoning.Of(Terms(Aggregation.Average, 90, MeasureDirection.KeepWithin, 80), Figures(2, (decimal)value)).Gap.ShouldBe((decimal)gap);

    [Fact]
    public void Its_lower_bound_stands_beside_each_target_and_grows_with_a_sum()
    {
        var rate = Reckoning.Of(Terms(Aggregation.Average, 90, MeasureDirection.KeepWithin, 80), Figures(2, 85)).Series;
        rate.Select(p => (p.LowerBound, p.CumulativeLowerBound)).Distinct().ShouldBe([(80m, 80m)]);
        var sum = Reckoning.Of(Terms(Aggregation.Sum, 1200, MeasureDirection.KeepWithin, 600), Figures(2, 75)).Series;
        sum.Select(p => (p.LowerBound, p.CumulativeLowerBound)).Take(2).ShouldBe([(50m, 50m), (50m, 100m)]);
        Of(Aggregation.Sum, 1200, (1, 90)).Series.ShouldAllBe(p => p.LowerBound == null && p.CumulativeLowerBound == null);
    }

    [Fact]
    public void A_ratio_is_of_all_cases_together()
    {
        var reckoning = Reckoning.Of(Terms(Aggregation.Ratio, 90), [new(new(2026, 1, 1), 100, 10, 10, 1), new(new(2026, 2, 1), 80, 72, 90, 1)]);
        (reckoning.ActualToDate, reckoning.TargetToDate).ShouldBe((82, 90));
    }

    [Fact]
    public void Without_figures_nothing_is_known_and_nothing_is_zero()
    {
        var reckoning = Of(Aggregation.Sum, 1200);
        (reckoning.ActualToDate, reckoning.TargetToDate, reckoning.Attainment, reckoning.Gap, reckoning.ReportedShare).ShouldBe((null, null, null, null, null));
        HealthRule.Of(Terms(Aggregation.Sum, 1200), reckoning, 10, 0.9, 0.5m).ShouldBe(Health.Unknown);
    }

    [Theory]
    [InlineData(100, 0.9, "OnTrack")]
    [InlineData(100, 0.4, "AtRisk")]
    [InlineData(91, 0.9, "OnTrack")]
    [InlineData(89, 0.9, "OffTrack")]
    [InlineData(1200, 0.9, "Achieved")]
    public void Health_follows_tolerance_and_forecast(int january, double probability, string expected)
        => HealthRule.Of(Terms(Aggregation.Sum, 1200), Of(Aggregation.Sum, 1200, (1, january)), 10, probability, 0.5m).ToString().ShouldBe(expected);

    [Fact]
    public void What_can_be_lost_again_is_achieved_only_at_the_end()
    {
        var average = Terms(Aggregation.Average, 100);
        HealthRule.Of(average, Reckoning.Of(average, Figures(1, 300)), 10, 0.9, 0.5m).ShouldBe(Health.OnTrack);
        HealthRule.Of(average, Reckoning.Of(average, Figures(12, 300)), 10, 0.9, 0.5m).ShouldBe(Health.Achieved);
        var withReturns = Terms(Aggregation.Sum, 1200);
        HealthRule.Of(withReturns, Of(Aggregation.Sum, 1200, (1, 1300), (2, -50)), 10, 0.9, 0.5m).ShouldBe(Health.OnTrack);
    }

    [Fact]
    public void A_target_of_zero_is_judged_by_whether_it_is_reached()
    {
        var none = Terms(Aggregation.Sum, 0, MeasureDirection.Decrease);
        HealthRule.Of(none, Reckoning.Of(none, Figures(2, 0)), 10, null, 0.5m).ShouldBe(Health.OnTrack);
        HealthRule.Of(none, Reckoning.Of(none, Figures(2, 1)), 10, null, 0.5m).ShouldBe(Health.OffTrack);
    }

    private static Reckoning Of(Aggregation aggregation, decimal target, params (int Month, decimal Value)[] figures)
        => Reckoning.Of(Terms(aggregation, target), figures.Select(f => new MonthFigure(new(2026, f.Month, 1), f.Value, null, null, 1)));

    private static IEnumerable<MonthFigure> Figures(int count, decimal value) => Enumerable.Range(1, count).Select(m => new MonthFigure(new(2026, m, 1), value, null, null, 1));

    private static ProgressTerms Terms(Aggregation aggregation, decimal target, MeasureDirection direction = MeasureDirection.Increase, decimal? lower = null)
    {
        var isSum = aggregation == Aggregation.Sum;
        return new(direction, aggregation, 2, target, lower, [.. Enumerable.Range(1, 12).Select(m => new MonthTarget(new(2026, m, 1), isSum ? target / 12 : target, isSum ? target / 12 * m : target))]);
    }
}
