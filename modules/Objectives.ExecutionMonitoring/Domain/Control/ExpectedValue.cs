using Objectives.Contracts.Planning;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Domain.Control;

/// <summary>What should have been reached by a day (S7.1), in the measure's unit.</summary>
/// <remarks>
/// At a month's end the target to date. Within a month a SUM has grown by as much of the month's target as days of it that the cycle holds have passed, that day included; of
/// what does not add up it is the target to date of the month itself.
/// </remarks>
internal static class ExpectedValue
{
    /// <param name="months">The targets of the cycle's months.</param>
    /// <returns>Null for a day of no such month.</returns>
    public static decimal? At(DateOnly date, IReadOnlyList<MonthTarget> months, DateOnly start, DateOnly end, Aggregation aggregation, int decimals)
    {
        var month = Period.Of(date, PeriodGranularity.Month);
        foreach (var target in months)
        {
            if (target.Month == month.Start)
                return aggregation == Aggregation.Sum ? decimal.Round(target.ToDate - (target.Target * ShareLeft(date, month, start, end)), decimals, MidpointRounding.AwayFromZero) : target.ToDate;
        }
        return null;
    }

    private static decimal ShareLeft(DateOnly date, Period month, DateOnly start, DateOnly end)
    {
        var first = month.Start > start ? month.Start : start;
        var last = month.End.AddDays(-1) < end ? month.End.AddDays(-1) : end;
        return (decimal)Math.Max(0, last.DayNumber - date.DayNumber) / (last.DayNumber - first.DayNumber + 1);
    }
}
