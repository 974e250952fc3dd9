using FluentValidation;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Scorecards;

/// <summary>The contract's ItemWeightInput.</summary>
internal sealed record ItemWeightInput(ScorecardItemId ItemId, decimal Weight);

internal static class WeightRules
{
    /// <summary>In points of 100, to a basis point.</summary>
    public static void Points<T>(this IRuleBuilder<T, decimal> rule) => rule.Custom((weight, context) =>
    {
        if (weight is < 0 or > 100 || !Quantity.HasDecimals(weight, 2))
            context.Fail(ErrorCode.Invalid, new("From 0 to 100, with at most 2 digits after the point.", "应在 0 至 100 之间，最多 2 位小数。"));
    });

    /// <summary>At most as many as a scorecard holds, and no item twice.</summary>
    public static void EachOnce<T>(this IRuleBuilder<T, IReadOnlyList<ItemWeightInput>?> rule)
    {
        rule.AtMost(Scorecard.MaxItems);
        rule.Custom((list, context) =>
        {
            if (list is not null && list.Select(w => w.ItemId).Distinct().Count() < list.Count)
                context.Fail(ErrorCode.Duplicate, new("Each item once.", "每个条目只能填写一次。"));
        });
    }

    public static int ToBasisPoints(decimal weight) => (int)(weight * ItemWeights.PerPoint);

    public static IReadOnlyDictionary<ScorecardItemId, int>? ToBasisPoints(IReadOnlyList<ItemWeightInput>? weights) => weights?.ToDictionary(w => w.ItemId, w => ToBasisPoints(w.Weight));
}
