using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;

namespace Objectives.UnitTests.Planning;

[Trait("Clause", "S5.1")]
public sealed class TargetCalibrationTests
{
    private static readonly Gen<(double Under, double Over)> Shares = Gen.Select(Gen.Double[0, 100], Gen.Double[0, 100]).Select((a, b) => (Math.Min(a, b), Math.Max(a, b)));

    [Fact]
    public void The_percentile_is_the_chance_of_missing_the_target() => Shares.Sample(shares =>
    {
        var (under, over) = shares;
        TargetCalibration.Percentile(MeasureDirection.Increase, [over]).ShouldBe(over, 0.051);
        TargetCalibration.Percentile(MeasureDirection.Decrease, [over]).ShouldBe(100 - over, 0.051);
        TargetCalibration.Percentile(MeasureDirection.KeepWithin, [over]).ShouldBe(100 - over, 0.051);
        TargetCalibration.Percentile(MeasureDirection.KeepWithin, [over, under]).ShouldBe(100 - (over - under), 0.051);
    });

    [Fact]
    public void A_target_that_asks_more_has_no_milder_verdict() => Gen.Select(Gen.Double[0, 100], Gen.Double[0, 100]).Sample((a, b) =>
        Strictness(Math.Min(a, b)) <= Strictness(Math.Max(a, b)));

    [Theory]
    [InlineData(19.9, CalibrationVerdict.TooLow)]
    [InlineData(20, CalibrationVerdict.Realistic)]
    [InlineData(69.9, CalibrationVerdict.Realistic)]
    [InlineData(70, CalibrationVerdict.Stretch)]
    [InlineData(95, CalibrationVerdict.Stretch)]
    [InlineData(95.1, CalibrationVerdict.TooHigh)]
    internal void The_policy_draws_the_lines(double percentile, CalibrationVerdict verdict) => TargetCalibration.Verdict(percentile, CyclePolicy.Default).ShouldBe(verdict);

    [Fact]
    public void Bounds_have_two_edges_and_milestones_none()
    {
        TargetCalibration.Edges(MeasureDirection.Increase, 5, 3).ShouldBe([5]);
        TargetCalibration.Edges(MeasureDirection.KeepWithin, 5, null).ShouldBe([5]);
        TargetCalibration.Edges(MeasureDirection.KeepWithin, 5, 3).ShouldBe([5, 3]);
        TargetCalibration.Edges(MeasureDirection.Milestone, 5, null).ShouldBeEmpty();
    }

    [Fact]
    public void The_owner_counts_only_where_the_work_is_his()
    {
        var (measure, unit, position, one, other) = (MeasureId.New(), UnitId.New(), PositionId.New(), PersonId.New(), PersonId.New());
        CalibrationScope Of(ObjectiveLevel level, PositionId? of, PersonId owner) => CalibrationScope.Of(level, measure, unit, null, null, of, owner);
        foreach (var level in Enum.GetValues<ObjectiveLevel>())
            (Of(level, null, one) == Of(level, null, other)).ShouldBe(level is not (ObjectiveLevel.Personal or ObjectiveLevel.Position), level.ToString());
        Of(ObjectiveLevel.Position, position, one).ShouldBe(Of(ObjectiveLevel.Position, position, other));
        Of(ObjectiveLevel.Personal, position, one).ShouldBe(Of(ObjectiveLevel.Personal, null, one));
        Of(ObjectiveLevel.Team, null, one).ShouldNotBe(Of(ObjectiveLevel.Position, position, one));
        CalibrationScope.Of(ObjectiveLevel.Region, measure, unit, RegionId.New(), null, null, one).ShouldNotBe(Of(ObjectiveLevel.Region, null, one));
    }

    [Fact]
    public void Every_aggregation_has_a_rule_over_time()
        => Enum.GetValues<Aggregation>().Select(a => a.OverTime()).ShouldBe(
            [PeriodRollUp.Sum, PeriodRollUp.Average, PeriodRollUp.Average, PeriodRollUp.Ratio, PeriodRollUp.Last, PeriodRollUp.Min, PeriodRollUp.Max, PeriodRollUp.Last]);

    private static int Strictness(double percentile)
        => Array.IndexOf([CalibrationVerdict.TooLow, CalibrationVerdict.Realistic, CalibrationVerdict.Stretch, CalibrationVerdict.TooHigh], TargetCalibration.Verdict(percentile, CyclePolicy.Default));
}
