namespace Objectives.ExecutionMonitoring.Domain.Control;

/// <summary>
/// How far up it was told that nobody sees to something (S7.1, S7.4): 0 the owner's direct superior, 1 his, and so on; <see cref="Top"/> when there is nobody above. On each level it waits for the policy's days.
/// </summary>
internal static class Escalation
{
    /// <summary>Above any level that people have.</summary>
    public const int Top = 1_000;

    /// <param name="days">On each level; with 0 all are told at once.</param>
    /// <param name="superiors">How many the owner has.</param>
    public static int LevelOn(DateOnly today, DateOnly since, int days, int superiors)
    {
        var level = days == 0 ? Top : Math.Max(0, today.DayNumber - since.DayNumber) / days;
        return level >= superiors - 1 ? Top : level;
    }

    /// <summary>The last day before it is told further up.</summary>
    public static DateOnly LastDay(DateOnly since, int days, int level) => since.AddDays(Math.Max(0, (days * (level + 1)) - 1));
}
