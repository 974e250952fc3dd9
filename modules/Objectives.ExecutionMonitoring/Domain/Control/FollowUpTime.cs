namespace Objectives.ExecutionMonitoring.Domain.Control;

/// <summary>Whether a report was followed up in the policy's time (S7.2): by the end of the so many-th working day after the day of the report.</summary>
internal static class FollowUpTime
{
    /// <param name="working">The working days after the day of the report and before that of the follow-up; more do not matter.</param>
    /// <param name="policyDays">0 asks for the same day.</param>
    public static bool IsWithin(DateOnly reported, DateOnly followedUp, IEnumerable<DateOnly> working, int policyDays)
        => followedUp <= reported || working.Count(day => day > reported && day < followedUp) < policyDays;
}
