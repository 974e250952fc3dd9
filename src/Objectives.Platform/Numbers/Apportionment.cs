using System.Numerics;

namespace Objectives.Platform.Numbers;

/// <summary>Splits a quantity by weights into parts that make it up exactly (S6.8, S6.9).</summary>
/// <remarks>
/// Largest remainder (Hamilton), in whole numbers of the last decimal: each part is first rounded towards zero, and what is then left goes, one unit each, to those who
/// lost most by it; of equals to whoever comes first, so callers put them into an order of their own. A part never has the other sign than the whole, and a part
/// whose weight rises while the others' stay or fall never falls.
/// </remarks>
public static class Apportionment
{
    public static decimal[] Split(decimal total, IReadOnlyList<BigInteger> weights, int decimals)
    {
        var unit = UnitOf(decimals);
        var units = (long)(Math.Abs(total) / unit);
        var sum = weights.Aggregate(BigInteger.Zero, (all, weight) => all + weight);
        if (sum.IsZero)
            throw new ArgumentException("Nobody has a weight.", nameof(weights));
        var parts = new long[weights.Count];
        var lost = new BigInteger[weights.Count];
        var left = units;
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = (long)BigInteger.DivRem(units * weights[i], sum, out lost[i]);
            left -= parts[i];
        }
        var order = new int[parts.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(order, (a, b) => lost[b].CompareTo(lost[a]) is var byLoss and not 0 ? byLoss : a.CompareTo(b));
        for (var i = 0; i < left; i++)
            parts[order[i]]++;
        var sign = total < 0 ? -unit : unit;
        return Array.ConvertAll(parts, p => p * sign);
    }

    public static decimal[] Split(decimal total, IReadOnlyList<long> weights, int decimals) => Split(total, [.. weights.Select(w => (BigInteger)w)], decimals);

    /// <summary>The smallest step of a measure with so many decimals.</summary>
    public static decimal UnitOf(int decimals) => new(1, 0, 0, false, (byte)decimals);

    /// <summary>Half away from zero: the one rule by which figures are rounded that are no parts of a sum.</summary>
    public static decimal Round(decimal value, int decimals) => decimal.Round(value, decimals, MidpointRounding.AwayFromZero);

    /// <summary>A weight as a whole number, exact, since a quantity has at most six decimals.</summary>
    public static long Whole(decimal quantity) => Quantity.ToScaled(quantity);
}
