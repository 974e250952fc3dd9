using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;

namespace Objectives.ExecutionMonitoring.Domain.Progress;

/// <summary>Between what is kept that is to be kept within bounds (KEEP_WITHIN): a lower one and the target, which is the upper one.</summary>
internal static class Bounds
{
    /// <summary>The lower bound beside a part of the target: of a sum the same part of it; of what is not added up it holds at any time.</summary>
    public static decimal? LowerBeside(decimal part, PeriodRollUp rule, decimal target, decimal? lowerBound) => rule == PeriodRollUp.Sum && target != 0 ? lowerBound * part / target : lowerBound;

    /// <summary>What one month's figure is held against: of a sum as much of the month's target as those who reported answer for.</summary>
    public static (decimal Target, decimal? LowerBound) OfMonth(ObjectiveTerms of, decimal target, MonthFigure figure)
    {
        var rule = of.Aggregation.OverTime();
        var part = rule == PeriodRollUp.Sum ? MonthFigure.Rounded(target * figure.Share) : target;
        return (part, LowerBeside(part, rule, of.Target, of.LowerBound));
    }
}
