using Objectives.Platform.Demo;

namespace Objectives.UnitTests.Demo;

public sealed class DemoFiguresTests
{
    private static readonly Gen<double[]> Weights = Gen.Double[0.01, 100].Array[1, 40];

    [Fact]
    public void Parts_add_up_and_none_is_further_than_one_grain_from_its_share()
        => Gen.Select(Gen.Long[0, 1_000_000], Weights, Gen.OneOf(Gen.Const(1L), Gen.Const(10L), Gen.Const(100L))).Sample((units, weights, grain) =>
        {
            var total = units * grain;
            var parts = DemoFigures.Split(total, weights, grain);
            parts.Sum().ShouldBe(total);
            for (var i = 0; i < parts.Length; i++)
            {
                (parts[i] % grain).ShouldBe(0);
                Math.Abs(parts[i] - (total * weights[i] / weights.Sum())).ShouldBeLessThan(grain * 1.0001);
            }
        });

    [Fact]
    public void Capped_parts_add_up_within_their_caps()
        => Gen.Select(Weights, Gen.Double[0, 1]).SelectMany((weights, full) => Gen.Int[0, 50].Array[weights.Length].Select(caps => (weights, full, caps))).Sample((weights, full, caps) =>
        {
            var limits = Array.ConvertAll(caps, c => (long)c);
            var total = (long)(limits.Sum() * full);
            var parts = DemoFigures.Split(total, weights, limits);
            parts.Sum().ShouldBe(total);
            for (var i = 0; i < parts.Length; i++)
                parts[i].ShouldBeInRange(0, limits[i]);
        });

    [Fact]
    public void A_grain_divides_its_total()
        => Gen.Select(Gen.Long[0, 1_000_000_000], Gen.Int[1, 60]).Sample((total, parts) => (total % DemoFigures.GrainFor(total, parts)).ShouldBe(0));

    [Fact]
    public void The_year_has_its_season()
    {
        Enumerable.Range(0, 12).MaxBy(m => DemoFigures.Season(DemoMeasureKind.WorkOrders, m)).ShouldBe(6);
        Enumerable.Range(0, 12).MinBy(m => DemoFigures.Season(DemoMeasureKind.Revenue, m)).ShouldBe(1);
        DemoFigures.Season(DemoCraft.Ecommerce, 10).ShouldBeGreaterThan(1.5);
    }
}
