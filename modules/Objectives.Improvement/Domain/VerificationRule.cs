using Objectives.Platform.Numbers;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Domain;

/// <summary>A month of the objective: by how much it missed its target, in the measure's unit; below zero by how much it was better.</summary>
internal readonly record struct MonthGap(DateOnly Month, decimal Target, decimal Gap);

/// <summary>What later actuals show (S7.10).</summary>
/// <param name="Periods">The months after it was done that were looked at, in their order.</param>
/// <param name="GapBefore">The mean gap of a month before the case was opened; 0 where nothing was on record.</param>
/// <param name="GapAfter">The mean gap of a month of <paramref name="Periods"/>; as before where there is none.</param>
/// <param name="IsClosed">Null where no month can be looked at.</param>
internal sealed record Evidence(IReadOnlyList<Period> Periods, decimal GapBefore, decimal GapAfter, bool? IsClosed);

/// <summary>By which it is decided whether an improvement closed the gap.</summary>
/// <remarks>
/// After: the newest months, at most <see cref="MostMonths"/>, that began on or after the day on which it was done, are over and are on record. Before: as many months, the newest on record up to the one in which the case was opened.
/// The gap is closed when the mean gap after is within the policy's tolerance: at most so many per cent of the mean target of those months. One good month is enough; where there are more, all count, so that a gap
/// that opens again is seen.
/// </remarks>
internal static class VerificationRule
{
    public const int MostMonths = 3;

    /// <summary>The first whole month after a day.</summary>
    public static Period FirstMonthAfter(DateOnly day) => Period.Of(day.Day == 1 ? day : day.AddMonths(1), PeriodGranularity.Month);

    /// <param name="tolerance">Per cent, 0–100.</param>
    public static Evidence Look(IEnumerable<MonthGap> months, DateOnly openedOn, DateOnly completedOn, DateOnly today, decimal tolerance)
    {
        var known = months.OrderBy(m => m.Month).ToList();
        var after = known.FindAll(m => m.Month >= completedOn && MonthOf(m).End <= today).TakeLast(MostMonths).ToList();
        var before = known.FindAll(m => m.Month <= openedOn && m.Month < completedOn).TakeLast(Math.Max(1, after.Count)).ToList();
        var gapBefore = before.Count == 0 ? 0 : Mean(before.Select(m => m.Gap));
        if (after.Count == 0)
            return new([], gapBefore, gapBefore, null);
        var gap = Mean(after.Select(m => m.Gap));
        return new([.. after.Select(MonthOf)], gapBefore, gap, gap <= Mean(after.Select(m => Math.Abs(m.Target))) * tolerance / 100);
    }

    private static Period MonthOf(MonthGap month) => Period.Of(month.Month, PeriodGranularity.Month);

    private static decimal Mean(IEnumerable<decimal> values) => Apportionment.Round(values.Average(), Quantity.MaxDecimals);
}
