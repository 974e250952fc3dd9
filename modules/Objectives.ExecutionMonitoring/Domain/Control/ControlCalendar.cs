using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Domain.Control;

/// <summary>A day at which every objective of a cycle is controlled.</summary>
/// <param name="Number">Of its month among those that the cycle touches, from 0.</param>
internal readonly record struct ControlDay(int Number, DateOnly Date);

/// <summary>The control points that a cycle's calendar gives (S7.1): one a month, on its last day, or on the cycle's where it ends before.</summary>
internal static class ControlCalendar
{
    public static IReadOnlyList<ControlDay> DaysOf(DateOnly start, DateOnly end)
    {
        var days = new List<ControlDay>();
        for (var month = Period.Of(start, PeriodGranularity.Month); month.Start <= end; month = Period.Of(month.End, PeriodGranularity.Month))
        {
            var last = month.End.AddDays(-1);
            days.Add(new(days.Count, last < end ? last : end));
        }
        return days;
    }

    /// <summary>
    /// From when on a point is due: its date or, when that is later, the day on which the objective was drafted or its cycle came into execution; nobody is late before he could
    /// report.
    /// </summary>
    public static DateOnly DueFrom(DateOnly date, DateOnly draftedOn, DateOnly carriedOutFrom)
    {
        var begun = draftedOn > carriedOutFrom ? draftedOn : carriedOutFrom;
        return date > begun ? date : begun;
    }
}
