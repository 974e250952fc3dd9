using Objectives.Platform.Results;
using Objectives.Platform.Texts;

namespace Objectives.Planning.Domain.Projects;

/// <summary>When work on an objective may lie: preparations may begin before its cycle and what is left may end after it, but a date years away is a slip of the pen.</summary>
internal static class WorkDates
{
    public const int MonthsAround = 12;

    /// <summary>The first field at fault of <c>start</c> and <c>due</c>.</summary>
    public static Error? Check(DateOnly? start, DateOnly? due, Cycle cycle)
    {
        if (start > due)
            return Error.Invalid("due", new("It is due before it starts.", "截止日期早于开始日期。"));
        var (first, last) = (cycle.Start.AddMonths(-MonthsAround), cycle.End.AddMonths(MonthsAround));
        foreach (var (field, day) in (ReadOnlySpan<(string, DateOnly?)>)[("start", start), ("due", due)])
        {
            if (day < first || day > last)
                return Error.Invalid(field, new($"A day from {first.InEnglish()} to {last.InEnglish()}: within a year of the cycle.", $"日期应在 {first.InChinese()} 至 {last.InChinese()} 之间（周期前后一年内）。"));
        }
        return null;
    }

    /// <summary>By the end of its last day: what is due today is not late yet.</summary>
    public static bool IsLate(DateOnly? due, bool isDone, DateOnly today) => due < today && !isDone;
}
