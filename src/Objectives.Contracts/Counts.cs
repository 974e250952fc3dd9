using Objectives.Contracts.Organization;

namespace Objectives.Contracts;

/// <summary>The months of a cycle by which modules count for each other. What happened before the first counts with it, what happened after the last with the last.</summary>
/// <param name="First">The first day of the first.</param>
/// <param name="Ends">The instants at which they are over where the cycle is, in order; at least one.</param>
public sealed record CountedMonths(DateOnly First, IReadOnlyList<DateTimeOffset> Ends)
{
    public int Last => Ends.Count - 1;

    public int Of(DateTimeOffset instant)
    {
        var month = 0;
        while (month < Last && instant >= Ends[month])
            month++;
        return month;
    }

    public int Of(DateOnly day) => Math.Clamp(((day.Year - First.Year) * 12) + day.Month - First.Month, 0, Last);
}

/// <summary>How many of how many were as they should be, month by month.</summary>
/// <param name="All">As many as there are months; nothing is known of a month where it is 0.</param>
/// <param name="Worst">Those that were not, the worst first; not all where they are many.</param>
public sealed record MonthlyShare(IReadOnlyList<int> Good, IReadOnlyList<int> All, IReadOnlyList<RecordRef> Worst)
{
    public const int MostRecords = 60;

    /// <summary>Of records that add up: each counts from its month on, as good from the month on in which it became so.</summary>
    public static MonthlyShare UpTo(CountedMonths months, IEnumerable<(int Month, int? GoodFrom)> records, IEnumerable<RecordRef> worst)
    {
        var (good, all) = (new int[months.Last + 1], new int[months.Last + 1]);
        foreach (var (month, goodFrom) in records)
        {
            for (var i = month; i < all.Length; i++)
            {
                all[i]++;
                if (i >= goodFrom)
                    good[i]++;
            }
        }
        return new(good, all, [.. worst.Take(MostRecords)]);
    }

    /// <summary>Of what each month has of its own.</summary>
    public static MonthlyShare Within(CountedMonths months, IEnumerable<(int Month, int Good, int All)> counts, IEnumerable<RecordRef> worst)
    {
        var (good, all) = (new int[months.Last + 1], new int[months.Last + 1]);
        foreach (var (month, g, a) in counts)
            (good[month], all[month]) = (good[month] + g, all[month] + a);
        return new(good, all, [.. worst.Take(MostRecords)]);
    }
}

/// <summary>A record by its type's name in the API.</summary>
public readonly record struct RecordRef(string Type, Guid Id);

/// <summary>How many of how many were as they should be of what is a person's own.</summary>
public readonly record struct PersonShare(PersonId PersonId, int Good, int All);
