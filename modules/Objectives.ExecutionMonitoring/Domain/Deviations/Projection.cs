using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Progress;

namespace Objectives.ExecutionMonitoring.Domain.Deviations;

/// <summary>
/// What an objective will come to by the end of its cycle, for the effect of a lag on those above it (S7.4): the forecast; where there is too little history for one, the target met as far
/// as it is met to date; and when every month is known, what was reached.
/// </summary>
internal static class Projection
{
    /// <returns>In the measure's unit; null while nothing is on record.</returns>
    public static decimal? Of(ProgressTerms terms, Reckoning reckoning, decimal? forecast)
    {
        if (reckoning.ActualToDate is not { } actual || reckoning.IsWhole)
            return reckoning.ActualToDate;
        if (forecast is not null)
            return forecast;
        return terms.Direction == MeasureDirection.KeepWithin || reckoning.TargetToDate is null or 0 ? actual : MonthFigure.Rounded(terms.Target * actual / reckoning.TargetToDate.Value);
    }

    /// <summary>What it would come to if it did not lag: its target, or the bound that is passed; where it reaches its target, what it comes to.</summary>
    public static decimal WithoutLag(MeasureDirection direction, decimal projected, decimal target, decimal? lowerBound)
        => Attainment.IsReached(direction, projected, target, lowerBound) ? projected
            : direction == MeasureDirection.KeepWithin && projected < lowerBound ? lowerBound.Value
            : target;
}
