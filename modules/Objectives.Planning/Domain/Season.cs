using Objectives.Platform.Time;

namespace Objectives.Planning.Domain;

/// <summary>The shares that the months of a year have had of it, taken from what was recorded.</summary>
/// <remarks>
/// Years are counted back from the last month recorded, so that a season is known in autumn, when next year is planned; up to three whole ones are taken,
/// each month's share being the mean of its shares of them. A year with a month missing ends the count; one that came to nothing, or has a month below nothing, is passed over.
/// </remarks>
internal static class Season
{
    public const int MaxYears = 3;
    private const decimal Scale = 1_000_000_000m;

    /// <summary>The weights of January to December; null when no whole year was recorded.</summary>
    public static IReadOnlyList<long>? Of(IReadOnlyDictionary<DateOnly, decimal> byMonth)
    {
        if (byMonth.Count == 0)
            return null;
        var shares = new decimal[12];
        var years = 0;
        var last = byMonth.Keys.Max();
        for (var back = 0; back < MaxYears; back++)
        {
            var months = Enumerable.Range(0, 12).Select(i => last.AddMonths(-(back * 12) - i)).ToList();
            if (!months.TrueForAll(byMonth.ContainsKey))
                break;
            var year = months.Sum(m => byMonth[m]);
            if (year <= 0 || months.Exists(m => byMonth[m] < 0))
                continue;
            years++;
            foreach (var month in months)
                shares[month.Month - 1] += byMonth[month] / year;
        }
        return years == 0 ? null : [.. shares.Select(s => (long)(s / years * Scale))];
    }

    /// <summary>How much of a month a cycle holds, in millionths.</summary>
    public static long Held(Period month, Cycle cycle)
    {
        var first = month.Start > cycle.Start ? month.Start : cycle.Start;
        var end = month.End <= cycle.End ? month.End : cycle.End.AddDays(1);
        return (end.DayNumber - first.DayNumber) * 1_000_000L / (month.End.DayNumber - month.Start.DayNumber);
    }
}
