using Objectives.PerformanceLinkage.Domain.Scoring;
using Objectives.Platform.Numbers;

namespace Objectives.PerformanceLinkage.Domain.Incentives;

/// <summary>
/// The score of a team or the company: the mean of what its own objectives are worth, those of the unit itself and not those of its people, each by its attainment on one line from 0 at nothing to 100 at its target and
/// 120 at most. So the team's part pays what was reached together, and no single objective carries the rest. Objectives that are exempt (S7.5), or of which nothing can be assessed, do not count.
/// </summary>
/// <param name="Score">Null where no objective can be assessed.</param>
/// <param name="Assessed">So many objectives are in it.</param>
internal readonly record struct JointResult(decimal? Score, int Assessed)
{
    public const decimal MaxScore = 120;

    private static readonly ScoringTerms Line = new(ScoringRuleKind.Linear, 0, MaxScore / ScoringRule.Full, []);

    /// <returns>Rounded once, here.</returns>
    public static JointResult Of(IReadOnlyCollection<decimal> attainments) => attainments.Count == 0
        ? new(null, 0)
        : new(Apportionment.Round(attainments.Sum(Line.ScoreOf) / attainments.Count, ScoringRule.ScoreDecimals), attainments.Count);
}
