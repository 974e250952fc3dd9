using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Progress;

namespace Objectives.UnitTests.ExecutionMonitoring.Progress;

[Trait("Clause", "S7.3")]
public sealed class AttainmentTests
{
    private static readonly Gen<decimal> Value = Gen.Int[-5000, 5000].Select(v => v / 4m);

    [Theory]
    [InlineData(MeasureDirection.Increase, 90, 100, 0.9)]
    [InlineData(MeasureDirection.Increase, 250, 100, 2.5)]
    [InlineData(MeasureDirection.Increase, -20, 100, -0.2)]
    [InlineData(MeasureDirection.Increase, -80, -100, 1.25)]
    [InlineData(MeasureDirection.Increase, -200, -100, 0.5)]
    [InlineData(MeasureDirection.Increase, 5, -100, 2)]
    [InlineData(MeasureDirection.Increase, 0, 0, 1)]
    [InlineData(MeasureDirection.Decrease, 8, 10, 1.25)]
    [InlineData(MeasureDirection.Decrease, 20, 10, 0.5)]
    [InlineData(MeasureDirection.Decrease, 0, 10, 2)]
    [InlineData(MeasureDirection.Decrease, 1, 10, 2)]
    [InlineData(MeasureDirection.Decrease, -6, -5, 1.2)]
    [InlineData(MeasureDirection.Decrease, 0, 0, 1)]
    [InlineData(MeasureDirection.Milestone, 30, 60, 0.5)]
    public void It_is_one_on_target_and_more_where_it_is_better(MeasureDirection direction, double value, double target, double expected)
        => Attainment.Of(direction, (decimal)value, (decimal)target, null).ShouldBe((decimal)expected);

    [Fact]
    public void Of_a_target_of_zero_that_is_missed_no_ratio_has_a_meaning()
    {
        Attainment.Of(MeasureDirection.Increase, -1, 0, null).ShouldBeNull();
        Attainment.Of(MeasureDirection.Decrease, 3, 0, null).ShouldBeNull();
    }

    [Fact]
    public void Within_bounds_is_one_and_outside_less()
    {
        Attainment.Of(MeasureDirection.KeepWithin, 25, 30, 20).ShouldBe(1);
        Attainment.Of(MeasureDirection.KeepWithin, 40, 30, 20).ShouldBe(0.75m);
        Attainment.Of(MeasureDirection.KeepWithin, 15, 30, 20).ShouldBe(0.75m);
        Attainment.Of(MeasureDirection.KeepWithin, -5, 30, null).ShouldBe(1);
        Attainment.Of(MeasureDirection.KeepWithin, 1, 0, -10).ShouldBeNull();
    }

    [Fact]
    public void A_better_value_never_attains_less() => Gen.Select(Value, Value, Value, Gen.Bool).Sample((one, other, target, increases) =>
    {
        var direction = increases ? MeasureDirection.Increase : MeasureDirection.Decrease;
        var (worse, better) = increases == one < other ? (one, other) : (other, one);
        var (low, high) = (Attainment.Of(direction, worse, target, null), Attainment.Of(direction, better, target, null));
        if (low is not null && high is not null)
            high.Value.ShouldBeGreaterThanOrEqualTo(low.Value);
    });

    [Fact]
    public void At_one_or_more_the_target_is_reached_and_below_it_is_not() => Gen.Select(Value, Value, Gen.Enum<MeasureDirection>()).Sample((value, target, direction) =>
    {
        if (Attainment.Of(direction, value, target, null) is { } attainment && Math.Abs(attainment - 1) > 0.000001m)
            (attainment > 1).ShouldBe(Attainment.IsReached(direction, value, target, null));
    });
}
