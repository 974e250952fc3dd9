using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.ExecutionMonitoring.Domain.Progress;

namespace Objectives.UnitTests.ExecutionMonitoring.Deviations;

/// <summary>What an objective comes to by the end of its cycle.</summary>
[Trait("Clause", "S7.4")]
public sealed class ProjectionTests
{
    [Fact]
    public void While_nothing_is_known_nothing_is_projected() => Projection.Of(Terms(), Known(null, null), forecast: 70).ShouldBeNull();

    [Fact]
    public void When_every_month_is_known_it_is_what_was_reached() => Projection.Of(Terms(), Known(50, 60, whole: true), forecast: 70).ShouldBe(50);

    [Fact]
    public void The_forecast_is_what_it_comes_to() => Projection.Of(Terms(), Known(20, 30), forecast: 70).ShouldBe(70);

    [Fact]
    public void Without_a_forecast_the_target_is_met_as_far_as_it_is_to_date() => Gen.Select(Gen.Int[1, 5000], Gen.Int[-5000, 5000], Gen.Int[1, 5000]).Sample(v =>
    {
        var (target, actual, toDate) = v;
        Projection.Of(Terms(target: target), Known(actual, toDate), forecast: null)!.Value.ShouldBe((decimal)target * actual / toDate, 0.000001m);
    });

    [Fact]
    public void Where_nothing_was_to_be_reached_yet_or_bounds_are_to_be_kept_it_stays_where_it_is()
    {
        Projection.Of(Terms(), Known(20, 0), forecast: null).ShouldBe(20);
        Projection.Of(Terms(MeasureDirection.KeepWithin), Known(20, 10), forecast: null).ShouldBe(20);
    }

    [Theory]
    [InlineData(MeasureDirection.Increase, 50, 60, null, 60)]
    [InlineData(MeasureDirection.Increase, 70, 60, null, 70)]
    [InlineData(MeasureDirection.Decrease, 70, 60, null, 60)]
    [InlineData(MeasureDirection.Decrease, 50, 60, null, 50)]
    [InlineData(MeasureDirection.KeepWithin, 50, 60, 40, 50)]
    [InlineData(MeasureDirection.KeepWithin, 30, 60, 40, 40)]
    [InlineData(MeasureDirection.KeepWithin, 70, 60, 40, 60)]
    public void Without_its_lag_it_comes_to_the_target_or_the_bound_that_it_passes(MeasureDirection direction, int projected, int target, int? lowerBound, int without)
        => Projection.WithoutLag(direction, projected, target, lowerBound).ShouldBe(without);

    private static ProgressTerms Terms(MeasureDirection direction = MeasureDirection.Increase, decimal target = 60) => new(direction, Aggregation.Sum, 2, target, null, []);

    private static Reckoning Known(decimal? actual, decimal? target, bool whole = false) => new(actual, target, null, null, null, null, null, whole, []);
}
