namespace Objectives.Improvement.Domain;

/// <summary>On which days reports of an improvement are due (S7.10): every so many days from the decision on, and on the deadline.</summary>
internal static class ReportRhythm
{
    public static DateOnly First(DateOnly decidedOn, int everyDays, DateOnly due) => Earlier(decidedOn.AddDays(everyDays), due, decidedOn);

    /// <summary>After a report: it counts for the day on which one is due when it is filed less than a rhythm before it, or later; what is filed sooner is one more.</summary>
    /// <param name="awaited">The day on which a report is due.</param>
    public static DateOnly After(DateOnly reportedOn, DateOnly awaited, int everyDays, DateOnly due)
    {
        if (reportedOn <= awaited.AddDays(-everyDays))
            return awaited;
        var next = awaited;
        while (next <= reportedOn || next == awaited)
            next = next.AddDays(everyDays);
        return Earlier(next, due, awaited > reportedOn ? awaited : reportedOn);
    }

    /// <summary>The deadline, where it comes before the next day but is still ahead.</summary>
    private static DateOnly Earlier(DateOnly next, DateOnly due, DateOnly after) => due > after && due < next ? due : next;
}
