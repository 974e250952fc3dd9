using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Planning.Domain;

internal enum CalibrationVerdict
{
    TooLow,
    Realistic,
    Stretch,
    TooHigh,
    NoHistory,
}

/// <summary>
/// The scope whose history an objective's target is held against (S5.1). It is the same measure, unit, region and customer; beside them it is the position's, where the objective
/// is a position's, and the owner's, where it is personal. Of a unit, region or customer the owner does not count: leaders change, the work stays.
/// </summary>
/// <param name="PositionId">Set for positions' objectives alone.</param>
/// <param name="OwnerId">Set for personal objectives alone, and for those of a position that is not named.</param>
internal readonly record struct CalibrationScope(MeasureId MeasureId, UnitId UnitId, RegionId? RegionId, CustomerId? CustomerId, PositionId? PositionId, PersonId? OwnerId)
{
    public static CalibrationScope Of(
        ObjectiveLevel level, MeasureId measure, UnitId unit, RegionId? region, CustomerId? customer, PositionId? position, PersonId owner) => level switch
        {
            ObjectiveLevel.Position when position is not null => new(measure, unit, region, customer, position, null),
            ObjectiveLevel.Position or ObjectiveLevel.Personal => new(measure, unit, region, customer, null, owner),
            _ => new(measure, unit, region, customer, null, null),
        };
}

/// <summary>Whether a target asks too little or too much (S5.1), by how likely it is to be missed if all goes on as it did.</summary>
internal static class TargetCalibration
{
    /// <summary>What of a target is held against the forecast. Reaching a milestone is no matter of history: nothing.</summary>
    public static IReadOnlyList<decimal> Edges(MeasureDirection direction, decimal target, decimal? lowerBound) => (direction, lowerBound) switch
    {
        (MeasureDirection.Milestone, _) => [],
        (MeasureDirection.KeepWithin, { } lower) => [target, lower],
        _ => [target],
    };

    /// <summary>
    /// The target's percentile, 0–100: the chance that it is missed. To increase, that the value stays under it; to decrease, that it stays over it, so a low target is the demanding
    /// one; to keep within bounds, that it leaves them, the target being the upper one.
    /// </summary>
    /// <param name="shares">For each of the <see cref="Edges"/> how likely the value stays under it, 0–100.</param>
    public static double Percentile(MeasureDirection direction, IReadOnlyList<double> shares) => Math.Round(
        direction switch
        {
            MeasureDirection.Decrease => 100 - shares[0],
            MeasureDirection.KeepWithin => Math.Clamp(100 - shares[0] + (shares.Count > 1 ? shares[1] : 0), 0, 100),
            _ => shares[0],
        },
        1);

    public static CalibrationVerdict Verdict(double percentile, CyclePolicy policy) => (decimal)percentile switch
    {
        var p when p < policy.TooLowPercentile => CalibrationVerdict.TooLow,
        var p when p > policy.TooHighPercentile => CalibrationVerdict.TooHigh,
        var p when p >= policy.StretchPercentile => CalibrationVerdict.Stretch,
        _ => CalibrationVerdict.Realistic,
    };
}
