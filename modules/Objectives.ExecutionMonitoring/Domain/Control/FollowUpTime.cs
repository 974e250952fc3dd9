namespace Objectives.ExecutionMonitoring.Domain.Control;

/// <summary>Whether a report was followed up in the policy's time (S7.2): by the end of the so many-th working day after the day of the report.</summary>
internal static class FollowUpTime
{
    /// <param name="working">The working days after the day of the report and before that of the follow-up; more do not matter.</param>
    /// <param name="policyDays">0 asks for the same day.</param>
    public static bool IsWithin(DateOnly reported, DateOnly followedUp, IEnumerable<DateOnly> working, int policyDays)
        => followedUp <= reported || working.Count(day => day > reported && day < followedUp) < policyDays;

    /// <summary>The last day on which a follow-up is in time.</summary>
    /// <param name="working">All working days from the report's on, up to <see cref="LatestFor"/>.</param>
    public static DateOnly LastDay(DateOnly reported, IEnumerable<DateOnly> working, int policyDays)
        => policyDays == 0 ? reported : working.Where(day => day > reported).Skip(policyDays - 1).Append(LatestFor(reported, policyDays)).First();

    /// <summary>A day by which so many working days have surely passed, holidays counted in.</summary>
    public static DateOnly LatestFor(DateOnly reported, int policyDays) => reported.AddDays(30 + (policyDays * 2));
}
