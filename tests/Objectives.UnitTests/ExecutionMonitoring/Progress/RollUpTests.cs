using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Progress;

namespace Objectives.UnitTests.ExecutionMonitoring.Progress;

[Trait("Clause", "S7.3")]
public sealed class RollUpTests
{
    private static readonly DateOnly Month = new(2026, 5, 1);

    private static readonly Gen<RolledPart> Part = Gen.Select(Gen.Int[0, 900], Gen.Int[1, 9], Gen.Int[-900, 900], Gen.Int[1, 50], Gen.Int[0, 3]).Select((target, weight, value, below, told) => new RolledPart(
        target, weight, told == 0 ? null : new(Month, value, Math.Abs(value), below, told == 1 ? 0.5m : 1)));

    [Theory]
    [InlineData(Aggregation.Sum, MeasureDirection.Increase, 60)]
    [InlineData(Aggregation.Average, MeasureDirection.Increase, 30)]
    [InlineData(Aggregation.WeightedAverage, MeasureDirection.Increase, 25)]
    [InlineData(Aggregation.Min, MeasureDirection.Increase, 20)]
    [InlineData(Aggregation.Max, MeasureDirection.Increase, 40)]
    [InlineData(Aggregation.Last, MeasureDirection.Increase, 20)]
    [InlineData(Aggregation.Last, MeasureDirection.Decrease, 40)]
    public void Each_aggregation_has_its_rule(Aggregation aggregation, MeasureDirection direction, int expected)
        => RollUp.Of(Month, aggregation, direction, [Told(20, weight: 3), Told(40)])!.Value.ShouldBe(expected);

    [Fact]
    public void Of_a_ratio_numerators_and_denominators_are_added_apart()
    {
        var rolled = RollUp.Of(Month, Aggregation.Ratio, MeasureDirection.Increase, [Ratio(38, 40), Ratio(2, 10)])!;
        (rolled.Value, rolled.Numerator, rolled.Denominator).ShouldBe((80, 40, 50));
    }

    [Fact]
    public void A_missing_figure_is_not_zero()
    {
        var rolled = RollUp.Of(Month, Aggregation.Sum, MeasureDirection.Increase, [Told(20, target: 30), new(90, 1, null)])!;
        (rolled.Value, rolled.Share).ShouldBe((20, 0.25m));
        RollUp.Of(Month, Aggregation.Average, MeasureDirection.Increase, [Told(20), new(90, 1, null)])!.Value.ShouldBe(20);
        RollUp.Of(Month, Aggregation.Sum, MeasureDirection.Increase, [new(90, 1, null)]).ShouldBeNull();
        RollUp.Of(Month, Aggregation.None, MeasureDirection.Increase, [Told(20)]).ShouldBeNull();
    }

    [Fact]
    public void It_does_not_depend_on_the_order() => Gen.Select(Part.Array[1, 8], Gen.Enum<Aggregation>(), Gen.Enum<MeasureDirection>(), Gen.Int[0, 1000]).Sample((parts, aggregation, direction, seed) =>
    {
        var shuffled = parts.ToArray();
        new Random(seed).Shuffle(shuffled);
        RollUp.Of(Month, aggregation, direction, shuffled).ShouldBe(RollUp.Of(Month, aggregation, direction, parts));
    });

    [Fact]
    public void Sums_and_ratios_in_two_steps_are_those_in_one() => Gen.Select(Part.Array[1, 6], Part.Array[1, 6], Gen.OneOf(Gen.Const(Aggregation.Sum), Gen.Const(Aggregation.Ratio), Gen.Const(Aggregation.Min), Gen.Const(Aggregation.Max))).Sample((left, right, aggregation) =>
    {
        RolledPart Above(RolledPart[] parts) => new(parts.Sum(p => p.Target), 1, RollUp.Of(Month, aggregation, MeasureDirection.Increase, parts));
        var steps = RollUp.Of(Month, aggregation, MeasureDirection.Increase, [Above(left), Above(right)]);
        var once = RollUp.Of(Month, aggregation, MeasureDirection.Increase, [.. left, .. right]);
        (steps?.Value, steps?.Numerator, steps?.Denominator).ShouldBe((once?.Value, once?.Numerator, once?.Denominator));
    });

    [Fact]
    public void The_share_is_what_those_who_reported_answer_for() => Part.Array[1, 8].Sample(parts =>
    {
        if (RollUp.Of(Month, Aggregation.Sum, MeasureDirection.Increase, parts) is not { } rolled)
            return;
        rolled.Share.ShouldBeInRange(0, 1);
        if (parts.All(p => p.Figure?.Share == 1))
            rolled.Share.ShouldBe(1);
    });

    private static RolledPart Told(decimal value, decimal target = 10, decimal weight = 1) => new(target, weight, new(Month, value, null, null, 1));

    private static RolledPart Ratio(decimal numerator, decimal denominator) => new(90, 1, new(Month, 100 * numerator / denominator, numerator, denominator, 1));
}
