using Objectives.Contracts.PerformanceLinkage;
using Objectives.Platform.Numbers;

namespace Objectives.PerformanceLinkage.Domain.Scorecards;

/// <summary>How weights are shared out anew so that they total exactly <see cref="ItemWeights.Whole"/> (S7.6).</summary>
internal static class Weighing
{
    /// <summary>In proportion to what they are, by largest remainder; alike where none has any. None falls to nothing while there is enough for all: the greatest gives it what is missing.</summary>
    /// <returns>Empty of nothing.</returns>
    public static IReadOnlyDictionary<ScorecardItemId, int> Proportional(IEnumerable<KeyValuePair<ScorecardItemId, int>> weights, int total = ItemWeights.Whole)
    {
        var ordered = weights.OrderBy(w => w.Key.Value).ToList();
        if (ordered.Count == 0)
            return new Dictionary<ScorecardItemId, int>();
        var isAlike = ordered.TrueForAll(w => w.Value == 0);
        var parts = Array.ConvertAll(Apportionment.Split(total, ordered.ConvertAll(w => isAlike ? 1L : w.Value), decimals: 0), part => (int)part);
        for (var i = 0; i < parts.Length && total >= parts.Length; i++)
        {
            if (parts[i] > 0)
                continue;
            parts[Array.IndexOf(parts, parts.Max())]--;
            parts[i] = 1;
        }
        return ordered.Zip(parts).ToDictionary(p => p.First.Key, p => p.Second);
    }

    /// <summary>Those who come back get the weights that they had, as far as there is room; the others make it in proportion to what they have.</summary>
    public static IReadOnlyDictionary<ScorecardItemId, int> WithBack(IReadOnlyCollection<KeyValuePair<ScorecardItemId, int>> staying, IReadOnlyCollection<KeyValuePair<ScorecardItemId, int>> back)
    {
        if (back.Count == 0 || staying.Count == 0)
            return Proportional(staying.Concat(back));
        var room = Math.Clamp(back.Sum(b => b.Value), back.Count, ItemWeights.Whole - staying.Count);
        return Proportional(back, room).Concat(Proportional(staying, ItemWeights.Whole - room)).ToDictionary();
    }
}
