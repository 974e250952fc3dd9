using System.Numerics;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Domain.Scoring;
using Objectives.Platform.Numbers;

namespace Objectives.PerformanceLinkage.Domain.Scorecards;

/// <param name="Weight">In basis points.</param>
/// <param name="RuleScore">Null where nothing is on record.</param>
/// <param name="Points">By which it was adjusted.</param>
internal readonly record struct ItemFigures(ScorecardItemId Id, int Weight, bool IsActive, decimal? RuleScore, decimal Points);

/// <param name="Score">Rule score and adjustment together, from 0 up.</param>
/// <param name="Contribution">Of the card's score; null where it cannot be assessed or does not count.</param>
internal readonly record struct ItemScore(ScorecardItemId Id, decimal? Score, decimal? Contribution);

/// <summary>How a scorecard's score comes about: the mean of what can be assessed, by weight. Want of evidence is never zero.</summary>
/// <param name="Score">With <see cref="ScoringRule.ScoreDecimals"/> digits; null when nothing can be assessed.</param>
/// <param name="EvidenceShare">0 to 1: of the rule scores and the sizes of adjustments, by weight, how much is rule scores.</param>
internal sealed record ScoreSheet(decimal? Score, decimal? EvidenceShare, IReadOnlyList<ItemScore> Items)
{
    /// <summary>Digits after the point of <see cref="EvidenceShare"/>.</summary>
    public const int ShareDecimals = 4;

    /// <summary>Contributions add up to the score exactly, by largest remainder.</summary>
    public static ScoreSheet Of(IReadOnlyList<ItemFigures> items)
    {
        var counted = items.Where(i => i is { IsActive: true, Weight: > 0, RuleScore: not null }).ToList();
        if (Mean(counted.Select(i => (i.Weight, ScoreOf(i)!.Value))) is not { } score)
            return new(null, null, [.. items.Select(i => new ItemScore(i.Id, ScoreOf(i), null))]);
        var parts = counted.Zip(Contributions(score, counted)).ToDictionary(p => p.First.Id, p => p.Second);
        return new(score, ShareOf(counted), [.. items.Select(i => new ItemScore(i.Id, ScoreOf(i), parts.TryGetValue(i.Id, out var part) ? part : null))]);
    }

    /// <summary>The mean by weight, rounded here; null of nothing.</summary>
    public static decimal? Mean(IEnumerable<(int Weight, decimal Score)> scores)
    {
        var (sum, weight) = (0m, 0L);
        foreach (var (of, score) in scores)
            (sum, weight) = (sum + (of * score), weight + of);
        return weight == 0 ? null : Apportionment.Round(sum / weight, ScoringRule.ScoreDecimals);
    }

    private static decimal? ScoreOf(ItemFigures item) => item.RuleScore is { } rule ? Math.Max(0, rule + item.Points) : null;

    private static decimal[] Contributions(decimal score, List<ItemFigures> counted)
    {
        var shares = counted.ConvertAll(i => (BigInteger)i.Weight * Apportionment.Whole(ScoreOf(i)!.Value));
        return shares.TrueForAll(s => s.IsZero) ? new decimal[counted.Count] : Apportionment.Split(score, shares, ScoringRule.ScoreDecimals);
    }

    private static decimal ShareOf(List<ItemFigures> counted)
    {
        var recorded = counted.Sum(i => i.Weight * i.RuleScore!.Value);
        var judged = counted.Sum(i => i.Weight * Math.Abs(ScoreOf(i)!.Value - i.RuleScore!.Value));
        return recorded + judged == 0 ? 1 : Apportionment.Round(recorded / (recorded + judged), ShareDecimals);
    }
}
