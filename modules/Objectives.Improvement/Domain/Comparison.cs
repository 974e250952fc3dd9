using Objectives.Contracts.Improvement;

namespace Objectives.Improvement.Domain;

/// <summary>Countermeasures held against each other by the weights of the criteria (S7.8).</summary>
internal static class Comparison
{
    /// <summary>How many weightings near the chosen one are looked at.</summary>
    public const int Samples = 1_000;

    /// <summary>By at most so much of itself, in per cent, each weight is made smaller or greater.</summary>
    public const int Reach = 50;
    private const int Whole = 10_000;
    private const int Steps = 1_000;

    /// <summary>0–10, exact: each score by its weight. What was not scored counts nothing, and holds up the decision.</summary>
    public static decimal TotalOf(IReadOnlyList<Criterion> criteria, IReadOnlyList<Score> scores)
    {
        var weights = criteria.ToDictionary(c => c.Id, c => c.Weight);
        return scores.Sum(s => (decimal)weights.GetValueOrDefault(s.CriterionId) * s.Value) / Whole;
    }

    /// <summary>For each countermeasure the share of weightings near the chosen one in which it has the greatest total.</summary>
    /// <remarks>
    /// <see cref="Samples"/> weightings are drawn: each criterion's weight is multiplied by a factor of its own, evenly from 1 − <see cref="Reach"/> % to 1 + <see cref="Reach"/> % in thousandths. The generator (SplitMix64) is seeded by
    /// the case's id, so that the same case with the same weights and scores always gives the same shares; all countermeasures meet the same weightings. Those that tie for the greatest total share that weighting evenly, so
    /// the shares make up 1. Totals are compared as whole numbers, exact.
    /// </remarks>
    public static IReadOnlyDictionary<CountermeasureId, double> WinsFrom(Guid seed, IReadOnlyList<Criterion> criteria, IReadOnlyList<(CountermeasureId Id, IReadOnlyList<Score> Scores)> alternatives)
    {
        if (alternatives.Count == 0)
            return new Dictionary<CountermeasureId, double>();
        var scores = alternatives.Select(a => criteria.Select(c => (long)a.Scores.FirstOrDefault(s => s.CriterionId == c.Id).Value).ToArray()).ToArray();
        var (weights, wins, totals) = (new long[criteria.Count], new double[alternatives.Count], new long[alternatives.Count]);
        var state = SeedOf(seed);
        for (var sample = 0; sample < Samples; sample++)
        {
            for (var i = 0; i < weights.Length; i++)
                weights[i] = criteria[i].Weight * FactorOf(ref state);
            for (var a = 0; a < totals.Length; a++)
                totals[a] = TotalOf(weights, scores[a]);
            var (best, tied) = (totals.Max(), 0);
            foreach (var total in totals)
                tied += total == best ? 1 : 0;
            for (var a = 0; a < totals.Length; a++)
                wins[a] += totals[a] == best ? 1.0 / tied : 0;
        }
        return alternatives.Select((a, i) => (a.Id, Share: Math.Round(wins[i] / Samples, 6))).ToDictionary(a => a.Id, a => a.Share);
    }

    private static long TotalOf(long[] weights, long[] scores)
    {
        var total = 0L;
        for (var i = 0; i < weights.Length; i++)
            total += weights[i] * scores[i];
        return total;
    }

    /// <summary>In thousandths.</summary>
    private static long FactorOf(ref ulong state)
    {
        const int span = (2 * Reach * Steps / 100) + 1;
        return Steps - (Reach * Steps / 100) + (long)(Math.BigMul(Next(ref state), span, out _));
    }

    private static ulong SeedOf(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes) ^ System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
    }

    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
