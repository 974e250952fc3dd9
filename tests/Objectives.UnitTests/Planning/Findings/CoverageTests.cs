using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Findings;
using Objectives.Platform.Numbers;

namespace Objectives.UnitTests.Planning.Findings;

[Trait("Clause", "S6.1")]
public sealed class CoverageTests
{
    private static readonly Gen<MeasureFacts> Measures = Gen.Select(
        Gen.Enum<MeasureDirection>(), Gen.Enum<Aggregation>(), Gen.Int[0, 4]).Select((direction, aggregation, decimals) => new MeasureFacts(MeasureId.New(), "万元", direction, aggregation, decimals));

    private static readonly Gen<(MeasureFacts Measure, decimal Target, TargetOfObjective[] Below)> Families = Gen.Select(Measures, Gen.Long[0, 1_000_000], Gen.Select(Gen.Long[0, 300_000], Gen.Int[1, 50]).Array[1, 8])
        .Select((measure, target, below) =>
        {
            var unit = Apportionment.UnitOf(measure.Decimals);
            return (measure, target * unit, Array.ConvertAll(below, b => new TargetOfObjective(ObjectiveId.New(), measure.Id, b.Item1 * unit, null, b.Item2 / 10m)));
        });

    [Theory]
    [InlineData("Sum", "Increase", 100, new[] { 60, 30 }, 90, 10)]
    [InlineData("Sum", "Increase", 100, new[] { 60, 50 }, 110, 0)]
    [InlineData("Sum", "Decrease", 100, new[] { 60, 50 }, 110, 10)]
    [InlineData("Average", "Increase", 90, new[] { 95, 80 }, 87.5, 2.5)]
    [InlineData("Min", "Increase", 90, new[] { 95, 80 }, 80, 10)]
    [InlineData("Max", "Increase", 90, new[] { 95, 80 }, 95, 0)]
    [InlineData("Last", "Increase", 90, new[] { 95, 80 }, 80, 10)]
    [InlineData("Last", "Decrease", 90, new[] { 95, 80 }, 95, 5)]
    public void Targets_below_are_rolled_up_as_the_measure_says(string aggregation, string direction, int target, int[] below, double rolledUp, double shortfall)
    {
        var measure = new MeasureFacts(MeasureId.New(), "次", Enum.Parse<MeasureDirection>(direction), Enum.Parse<Aggregation>(aggregation), 0);
        var coverage = Of(measure, target, Array.ConvertAll(below, b => new TargetOfObjective(ObjectiveId.New(), measure.Id, b, null, 1)));
        (coverage.RolledUp, coverage.Shortfall).ShouldBe(((decimal)rolledUp, (decimal)shortfall));
    }

    [Fact]
    public void Weights_count_where_the_measure_weighs()
    {
        var measure = new MeasureFacts(MeasureId.New(), "%", MeasureDirection.Increase, Aggregation.WeightedAverage, 2);
        Of(measure, 90, [new(ObjectiveId.New(), measure.Id, 100, null, 3), new(ObjectiveId.New(), measure.Id, 60, null, 1)]).RolledUp.ShouldBe(90);
    }

    [Fact]
    public void Bounds_below_must_lie_within_the_bounds_above()
    {
        var measure = new MeasureFacts(MeasureId.New(), "天", MeasureDirection.KeepWithin, Aggregation.Average, 0);
        Coverage.Of(new(ObjectiveId.New(), measure.Id, 40, 25, 1), [new(ObjectiveId.New(), measure.Id, 38, 20, 1)], Known(measure)).Shortfall.ShouldBe(5);
        Coverage.Of(new(ObjectiveId.New(), measure.Id, 40, 25, 1), [new(ObjectiveId.New(), measure.Id, 43, 26, 1)], Known(measure)).Shortfall.ShouldBe(3);
        Coverage.Of(new(ObjectiveId.New(), measure.Id, 40, 25, 1), [new(ObjectiveId.New(), measure.Id, 40, 25, 1)], Known(measure)).Shortfall.ShouldBe(0);
    }

    [Fact]
    public void What_is_measured_otherwise_does_not_count()
    {
        var (money, visits, otherMoney) = (new MeasureFacts(MeasureId.New(), "万元", MeasureDirection.Increase, Aggregation.Sum, 0), new MeasureFacts(MeasureId.New(), "次", MeasureDirection.Increase, Aggregation.Sum, 0), new MeasureFacts(MeasureId.New(), "万元", MeasureDirection.Increase, Aggregation.Sum, 2));
        var known = new[] { money, visits, otherMoney }.ToDictionary(m => m.Id);
        Coverage.Of(new(ObjectiveId.New(), money.Id, 100, null, 1), [new(ObjectiveId.New(), money.Id, 40, null, 1), new(ObjectiveId.New(), visits.Id, 900, null, 1), new(ObjectiveId.New(), otherMoney.Id, 10, null, 1)], known).RolledUp.ShouldBe(50);
    }

    [Fact]
    public void A_repaired_family_covers_its_target()
        => Families.Sample(family =>
        {
            var parent = new TargetOfObjective(ObjectiveId.New(), family.Measure.Id, family.Target, null, 1);
            var repaired = CoverageRepair.Targets(parent, family.Below, Known(family.Measure));
            var below = Array.ConvertAll(family.Below, o => repaired.TryGetValue(o.Id, out var target) ? o with { Target = target } : o);
            return !CoverageRepair.IsPlain(family.Measure) || Coverage.Of(parent, below, Known(family.Measure)).Shortfall == 0;
        });

    [Fact]
    public void A_repaired_sum_meets_its_target_exactly_in_the_digits_of_its_measure()
        => Families.Select(f => (Measure: f.Measure with { Aggregation = Aggregation.Sum, Direction = MeasureDirection.Increase }, Target: f.Target + f.Below.Sum(b => b.Target), f.Below)).Sample(family =>
        {
            var parent = new TargetOfObjective(ObjectiveId.New(), family.Measure.Id, family.Target, null, 1);
            var repaired = CoverageRepair.Targets(parent, family.Below, Known(family.Measure));
            return family.Below.Sum(o => repaired.GetValueOrDefault(o.Id, o.Target)) == family.Target
                && family.Below.All(o => repaired.GetValueOrDefault(o.Id, o.Target) >= o.Target && decimal.Remainder(repaired.GetValueOrDefault(o.Id, o.Target), Apportionment.UnitOf(family.Measure.Decimals)) == 0);
        });

    [Theory]
    [InlineData("Increase", 100, 90, 90)]
    [InlineData("Decrease", 100, 125, 80)]
    public void Coverage_in_per_cent_says_how_much_of_the_target_is_made_up(string direction, int target, int rolledUp, int perCent) => Coverage.PerCentOf(target, rolledUp, Enum.Parse<MeasureDirection>(direction)).ShouldBe(perCent);

    private static Coverage Of(MeasureFacts measure, decimal target, TargetOfObjective[] below) => Coverage.Of(new(ObjectiveId.New(), measure.Id, target, null, 1), below, Known(measure));

    private static Dictionary<MeasureId, MeasureFacts> Known(MeasureFacts measure) => new() { [measure.Id] = measure };
}
