using System.Numerics;
using Objectives.Platform.Numbers;

namespace Objectives.UnitTests.Platform;

[Trait("Clause", "S6.8")]
public sealed class ApportionmentTests
{
    private static readonly Gen<(decimal Total, long[] Weights, int Decimals)> Cases = Gen.Select(
        Gen.Long[-1_000_000_000_000, 1_000_000_000_000], Gen.OneOf(Gen.Long[0, 20], Gen.Long[0, 1_000_000_000_000]).Array[1, 40].Where(w => w.Sum() > 0), Gen.Int[0, 6])
        .Select((units, weights, decimals) => (units * Apportionment.UnitOf(decimals), weights, decimals));

    [Fact]
    public void Parts_add_up_exactly_in_the_measures_decimals()
        => Cases.Sample(c =>
        {
            var parts = Apportionment.Split(c.Total, c.Weights, c.Decimals);
            return parts.Sum() == c.Total && parts.All(p => decimal.Round(p, c.Decimals) == p);
        });

    [Fact]
    public void No_part_has_the_other_sign_and_each_is_within_one_unit_of_its_share()
        => Cases.Sample(c =>
        {
            var parts = Apportionment.Split(c.Total, c.Weights, c.Decimals);
            var sum = c.Weights.Aggregate(BigInteger.Zero, (all, w) => all + w);
            return parts.Index().All(p => Math.Sign(p.Item) * Math.Sign(c.Total) >= 0
                && BigInteger.Abs((Units(p.Item, c.Decimals) * sum) - (Units(c.Total, c.Decimals) * c.Weights[p.Index])) < sum
                && (c.Weights[p.Index] > 0 || p.Item == 0));
        });

    [Fact]
    public void Whoever_gains_weight_does_not_lose()
        => Gen.Select(Cases, Gen.Int[0, 39], Gen.Long[1, 1_000_000]).Where((c, _, _) => c.Total > 0).Sample((c, who, more) =>
        {
            who %= c.Weights.Length;
            var heavier = c.Weights.Select((w, i) => i == who ? w + more : w).ToArray();
            return Apportionment.Split(c.Total, heavier, c.Decimals)[who] >= Apportionment.Split(c.Total, c.Weights, c.Decimals)[who];
        });

    private static BigInteger Units(decimal value, int decimals) => new(value / Apportionment.UnitOf(decimals));
}
