using CsCheck;
using Objectives.ExecutionMonitoring.Domain.Reporting;

namespace Objectives.UnitTests.ExecutionMonitoring.Progress;

[Trait("Clause", "S7.3")]
public sealed class GroupFiguresTests
{
    private static readonly Tally None = new(0, 0, 0, 0, 0, 0, 0);

    [Fact]
    public void What_others_make_up_counts_only_where_there_are_none_of_those()
    {
        var own = Increasing(2, actual: 50, target: 100, points: 10_000);
        var all = Increasing(3, actual: 100, target: 200, points: 15_000);
        GroupFigures.Of(all, own, ownMeasures: 1, ownSummed: 2).ShouldBe(new(100, 50, 0.5m));
        GroupFigures.Of(all, None, 0, 0).ShouldBe(new(null, null, 0.5m), "three that may stand for one another");
        GroupFigures.Of(Increasing(1, 50, 100, 5_000), None, 0, 0).ShouldBe(new(100, 50, 0.5m), "a single one is its own");
        GroupFigures.Of(None, None, 0, 0).ShouldBe(GroupFigures.None);
    }

    [Fact]
    public void Several_have_a_target_together_only_by_one_measure_that_is_added_up_and_goes_one_way()
    {
        var two = Increasing(2, 50, 100, 9_000);
        GroupFigures.Of(two, two, ownMeasures: 2, ownSummed: 2).ShouldBe(new(null, null, 0.45m));
        GroupFigures.Of(two, two, ownMeasures: 1, ownSummed: 1).ShouldBe(new(null, null, 0.45m));
        var within = two with { Increasing = 0 };
        GroupFigures.Of(within, within, 1, 2).ShouldBe(new(null, null, 0.45m));
        var falling = two with { Increasing = 0, Decreasing = 2 };
        GroupFigures.Of(falling, falling, 1, 2).ShouldBe(new(100, 50, 2));
    }

    /// <summary>By one measure, parts that are added up come to what the whole does, whichever way they are parted.</summary>
    [Fact]
    public void A_groups_target_and_actual_are_those_of_its_parts()
        => Gen.Select(Gen.Int[1, 1_000], Gen.Int[0, 1_000]).Array[2, 20].Sample(parts =>
        {
            var whole = Increasing(parts.Length, parts.Sum(p => p.Item2), parts.Sum(p => p.Item1), 0);
            var figures = GroupFigures.Of(whole, whole, 1, parts.Length);
            figures.Target.ShouldBe(parts.Sum(p => p.Item1));
            figures.Actual.ShouldBe(parts.Sum(p => p.Item2));
            figures.Attainment.ShouldBe(Math.Round(Math.Round((decimal)parts.Sum(p => p.Item2) / parts.Sum(p => p.Item1), 6, MidpointRounding.AwayFromZero), 4, MidpointRounding.AwayFromZero));
        });

    private static Tally Increasing(int count, decimal actual, decimal target, long points) => new(count, count, points, actual, target, count, 0);
}
