using Objectives.Contracts.Planning;

namespace Objectives.ExecutionMonitoring.Domain.Progress;

/// <summary>How far a value is at its target (S7.3): 1 just on it, above 1 better, whatever the direction.</summary>
/// <remarks>
/// INCREASE and MILESTONE: value by target. DECREASE: target by value. Of a target below zero the two change places. What would be more than twice as good as a small or
/// negative denominator allows, is 2. Of a target of zero only reached, 1, can be said. KEEP_WITHIN: 1 within the bounds, above them target by value, below them value by lower bound.
/// </remarks>
internal static class Attainment
{
    public const decimal Most = 2;

    /// <returns>Rounded to six digits; null where no ratio has a meaning.</returns>
    public static decimal? Of(MeasureDirection direction, decimal value, decimal target, decimal? lowerBound) => direction switch
    {
        MeasureDirection.KeepWithin => Within(value, target, lowerBound),
        MeasureDirection.Decrease => OfTarget(value, target, decreases: true),
        _ => OfTarget(value, target, decreases: false),
    };

    /// <summary>Whether the value is at its target or better.</summary>
    public static bool IsReached(MeasureDirection direction, decimal value, decimal target, decimal? lowerBound) => direction switch
    {
        MeasureDirection.KeepWithin => value <= target && (lowerBound is null || value >= lowerBound),
        MeasureDirection.Decrease => value <= target,
        _ => value >= target,
    };

    /// <summary>What is missing of the target; below zero what is better. KEEP_WITHIN: how far outside the bounds, 0 within.</summary>
    public static decimal GapOf(MeasureDirection direction, decimal value, decimal target, decimal? lowerBound) => direction switch
    {
        MeasureDirection.KeepWithin => value > target ? value - target : lowerBound is { } lower && value < lower ? lower - value : 0,
        MeasureDirection.Decrease => value - target,
        _ => target - value,
    };

    private static decimal? OfTarget(decimal value, decimal target, bool decreases)
    {
        if (target == 0)
            return decreases ? value <= 0 ? 1 : null : value >= 0 ? 1 : null;
        var isInverse = decreases == target > 0;
        return isInverse ? Inverse(value, target) : MonthFigure.Rounded(value / target);
    }

    /// <summary>Target by value, both of one sign; on the other side of zero, or at it, the value is as good as can be.</summary>
    private static decimal Inverse(decimal value, decimal target) => value == 0 || value > 0 != target > 0 ? Most : Math.Min(Most, MonthFigure.Rounded(target / value));

    private static decimal? Within(decimal value, decimal target, decimal? lowerBound)
    {
        if (IsReached(MeasureDirection.KeepWithin, value, target, lowerBound))
            return 1;
        if (value > target)
            return target > 0 ? MonthFigure.Rounded(target / value) : null;
        return lowerBound > 0 ? MonthFigure.Rounded(value / lowerBound.Value) : null;
    }
}
