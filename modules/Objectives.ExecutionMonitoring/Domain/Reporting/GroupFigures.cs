using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Progress;

namespace Objectives.ExecutionMonitoring.Domain.Reporting;

/// <summary>What a number of objectives come to together.</summary>
/// <param name="Measured">Of how many there is an actual.</param>
/// <param name="Known">Of how many there is an attainment.</param>
/// <param name="Points">The sum of their attainments in hundredths of a per cent, each within twice its target.</param>
/// <param name="Actual">To date, the sum in the measures' units.</param>
/// <param name="Target">What the actuals are held against.</param>
/// <param name="Increasing">How many of the measured are to increase.</param>
/// <param name="Decreasing">How many are to decrease.</param>
internal readonly record struct Tally(int Measured, int Known, long Points, decimal Actual, decimal Target, int Increasing, int Decreasing)
{
    public decimal? Mean => Known == 0 ? null : Math.Round((decimal)Points / Known / 10_000, 4, MidpointRounding.AwayFromZero);
}

/// <summary>Target, actual and attainment of a group of objectives (S7.3).</summary>
/// <remarks>
/// What an objective came to that others make up they came to as well: it counts only in a group that has none of those, so that nothing counts twice. Target and actual are sums, to date, of those that are known, and only where
/// sums mean something: of a single objective, or of several that nothing below makes up by one measure that is added up and is to increase or to decrease. There attainment is the one by the other; elsewhere the mean of the
/// objectives' attainments, each within twice its target and weighing the same.
/// </remarks>
internal sealed record GroupFigures(decimal? Target, decimal? Actual, decimal? Attainment)
{
    public static readonly GroupFigures None = new(null, null, null);

    /// <param name="own">Of those that nothing below makes up.</param>
    /// <param name="ownMeasures">How many different measures they use.</param>
    /// <param name="ownSummed">How many of them use one that is added up.</param>
    public static GroupFigures Of(Tally all, Tally own, int ownMeasures, int ownSummed)
    {
        var (counted, isOwn) = own.Measured > 0 ? (own, true) : (all, false);
        if (counted.Measured == 0)
            return None;
        var isOneWay = counted.Increasing == counted.Measured || counted.Decreasing == counted.Measured;
        if (counted.Measured > 1 && !(isOwn && ownMeasures == 1 && ownSummed == own.Measured && isOneWay))
            return new(null, null, counted.Mean);
        var direction = counted.Decreasing > 0 ? MeasureDirection.Decrease : MeasureDirection.Increase;
        var ratio = isOneWay ? Progress.Attainment.Of(direction, counted.Actual, counted.Target, lowerBound: null) : counted.Mean;
        return new(counted.Target, counted.Actual, ratio is { } attainment ? Math.Round(attainment, 4, MidpointRounding.AwayFromZero) : null);
    }
}
