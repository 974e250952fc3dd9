using Objectives.Development.Domain.Plans;

namespace Objectives.UnitTests.Development;

public sealed class TrainingEffectTests
{
    [Fact]
    public void Means_are_of_the_months_before_and_after_and_of_none_where_either_side_has_fewer_than_two()
        => Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Gen.Int[0, 200]).Array[0, 10].Sample(given =>
        {
            var points = given.Select(g => (Month: new DateOnly(2027, g.Item1, 1), TrainedIn: new DateOnly(2027, g.Item2, 1), Attainment: g.Item3 / 100m)).ToList();
            var (before, after) = (points.FindAll(p => p.Month < p.TrainedIn), points.FindAll(p => p.Month > p.TrainedIn));
            var effect = TrainingEffect.Of(points);
            (effect.PointsBefore, effect.PointsAfter).ShouldBe((before.Count, after.Count));
            if (before.Count < 2 || after.Count < 2)
                (effect.MeanBefore, effect.MeanAfter).ShouldBe((null, null));
            else
                (effect.MeanBefore, effect.MeanAfter).ShouldBe((Math.Round(before.Average(p => p.Attainment), 4, MidpointRounding.AwayFromZero), Math.Round(after.Average(p => p.Attainment), 4, MidpointRounding.AwayFromZero)));
        });
}
