using FluentValidation;
using Objectives.PerformanceLinkage.Domain.Scoring;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Appraisals;

internal static class AppraisalRules
{
    /// <summary>From 0 up (S4.7), with as many digits as scores have.</summary>
    public static void Score<T>(this IRuleBuilder<T, decimal> rule) => rule.Custom((score, context) =>
    {
        if (score is < 0 or > ScoringRule.MaxScore || !Quantity.HasDecimals(score, ScoringRule.ScoreDecimals))
        {
            context.Fail(
                ErrorCode.Invalid,
                new($"From 0 to {Quantity.Format(ScoringRule.MaxScore)}, with at most {ScoringRule.ScoreDecimals} digits after the point.", $"应在 0 至 {Quantity.Format(ScoringRule.MaxScore)} 之间，最多 {ScoringRule.ScoreDecimals} 位小数。"));
        }
    });
}
