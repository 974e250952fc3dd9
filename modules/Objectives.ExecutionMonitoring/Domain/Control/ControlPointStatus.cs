namespace Objectives.ExecutionMonitoring.Domain.Control;

internal enum ControlPointStatus
{
    Scheduled,
    Due,
    Reported,
    Reviewed,
    Missed,
}

/// <summary>How a control point stands on a day (S7.1).</summary>
/// <remarks>
/// SCHEDULED before it is due, DUE from then on for the days of grace, MISSED after them; REPORTED as soon as there is a report, early or late, and REVIEWED once that was followed
/// up.
/// </remarks>
internal static class ControlStatus
{
    /// <param name="due">See <see cref="ControlCalendar.DueFrom"/>.</param>
    public static ControlPointStatus Of(DateOnly due, DateOnly today, int graceDays, bool isReported, bool isFollowedUp)
        => isFollowedUp ? ControlPointStatus.Reviewed : isReported ? ControlPointStatus.Reported : Unreported(due, today, graceDays);

    public static ControlPointStatus Unreported(DateOnly due, DateOnly today, int graceDays)
        => today < due ? ControlPointStatus.Scheduled : today <= LastDay(due, graceDays) ? ControlPointStatus.Due : ControlPointStatus.Missed;

    /// <summary>The last day on which a report is in time.</summary>
    public static DateOnly LastDay(DateOnly due, int graceDays) => due.AddDays(graceDays);
}
