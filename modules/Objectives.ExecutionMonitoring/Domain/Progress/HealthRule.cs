using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;

namespace Objectives.ExecutionMonitoring.Domain.Progress;

/// <summary>How an objective does, by the policy's tolerance and the forecast (S7.3).</summary>
/// <remarks>
/// UNKNOWN without actuals. ACHIEVED when the cycle's target is reached and cannot be lost again: a milestone, a sum to increase of what never falls, a greatest value; of
/// others when every month is known. OFF_TRACK when attainment to date is below 1 less the tolerance, or, where it has no meaning, when the target to date is missed. AT_RISK
/// when the forecast is less likely to reach the target than the policy asks. Else ON_TRACK.
/// </remarks>
internal static class HealthRule
{
    /// <param name="tolerance">Per cent, 0–100.</param>
    /// <param name="probability">Of reaching the cycle's target, 0–1; null without a forecast.</param>
    /// <param name="atRisk">0–1.</param>
    public static Health Of(ProgressTerms terms, Reckoning reckoning, decimal tolerance, double? probability, decimal atRisk)
    {
        if (reckoning.ActualToDate is not { } actual)
            return Health.Unknown;
        if (Attainment.IsReached(terms.Direction, actual, terms.Target, terms.LowerBound) && (reckoning.IsWhole || CannotBeLost(terms, reckoning)))
            return Health.Achieved;
        if (reckoning.Attainment is { } attainment ? attainment < 1 - (tolerance / 100) : !reckoning.IsOnTarget(terms.Direction))
            return Health.OffTrack;
        return (decimal?)probability < atRisk ? Health.AtRisk : Health.OnTrack;
    }

    private static bool CannotBeLost(ProgressTerms terms, Reckoning reckoning) => terms.Direction switch
    {
        MeasureDirection.Milestone => true,
        MeasureDirection.Increase => terms.Aggregation == Aggregation.Max || (terms.Aggregation == Aggregation.Sum && reckoning.Series.All(p => p.Actual is null or >= 0)),
        _ => false,
    };
}
