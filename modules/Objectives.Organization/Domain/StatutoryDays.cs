using System.Globalization;

namespace Objectives.Organization.Domain;

/// <summary>China's days off and worked weekend days, which hold for each year that the company has not set by itself.</summary>
/// <remarks>
/// 2026 is as the General Office of the State Council published it on 4 November 2025. Other years, from 2025, are by the regulation on public holidays as revised on
/// 10 November 2024: thirteen days, and for each of them that falls on a weekend the next working day off; which weekend days will be worked is not known until the year
/// is published. 2027 was not published when this was written.
/// </remarks>
internal static class StatutoryDays
{
    public const int FirstYear = 2025;

    /// <summary>The last year that .NET's lunar calendar reaches.</summary>
    public const int LastYear = 2100;

    private const string NewYear = "元旦";
    private const string SpringFestival = "春节";
    private const string Qingming = "清明节";
    private const string LabourDay = "劳动节";
    private const string DragonBoat = "端午节";
    private const string MidAutumn = "中秋节";
    private const string NationalDay = "国庆节";
    private static readonly ChineseLunisolarCalendar Lunar = new();

    public static IReadOnlyList<Holiday> Of(int year) => year switch
    {
        2026 => Published2026,
        >= FirstYear and <= LastYear => ByRegulation(year),
        _ => [],
    };

    private static IReadOnlyList<Holiday> Published2026 =>
    [
        .. Off(NewYear, new(2026, 1, 1), 3), Worked(NewYear, new(2026, 1, 4)),
        Worked(SpringFestival, new(2026, 2, 14)), .. Off(SpringFestival, new(2026, 2, 15), 9), Worked(SpringFestival, new(2026, 2, 28)),
        .. Off(Qingming, new(2026, 4, 4), 3),
        .. Off(LabourDay, new(2026, 5, 1), 5), Worked(LabourDay, new(2026, 5, 9)),
        .. Off(DragonBoat, new(2026, 6, 19), 3),
        Worked(NationalDay, new(2026, 9, 20)), .. Off(MidAutumn, new(2026, 9, 25), 3), .. Off(NationalDay, new(2026, 10, 1), 7), Worked(NationalDay, new(2026, 10, 10)),
    ];

    private static IReadOnlyList<Holiday> ByRegulation(int year)
    {
        var springFestival = LunarDay(year, 1, 1);
        List<(string Name, DateOnly First, int Days)> feasts =
        [
            (NewYear, new(year, 1, 1), 1),
            (SpringFestival, springFestival.AddDays(-1), 4),
            (Qingming, new(year, 4, QingmingOf(year)), 1),
            (LabourDay, new(year, 5, 1), 2),
            (DragonBoat, LunarDay(year, 5, 5), 1),
            (MidAutumn, LunarDay(year, 8, 15), 1),
            (NationalDay, new(year, 10, 1), 3),
        ];
        var days = new SortedDictionary<DateOnly, Holiday>();
        foreach (var (name, first, count) in feasts)
        {
            // Mid-Autumn may fall into the National Day's days: then the day is owed, as one on a weekend is.
            var owed = 0;
            foreach (var day in Off(name, first, count))
                owed += days.TryAdd(day.Date, day) && !IsWeekend(day.Date) ? 0 : 1;
            for (var day = first.AddDays(count); owed > 0; day = day.AddDays(1))
            {
                if (!IsWeekend(day) && days.TryAdd(day, Holiday.Create(day, working: false, name)))
                    owed--;
            }
        }
        return [.. days.Values];
    }

    private static IEnumerable<Holiday> Off(string name, DateOnly first, int count) => Enumerable.Range(0, count).Select(i => Holiday.Create(first.AddDays(i), working: false, name));

    private static Holiday Worked(string name, DateOnly day) => Holiday.Create(day, working: true, name);

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>A day of the lunar year; a leap month before it is counted over.</summary>
    private static DateOnly LunarDay(int year, int month, int day)
    {
        var leap = Lunar.GetLeapMonth(year);
        return DateOnly.FromDateTime(Lunar.ToDateTime(year, leap > 0 && month >= leap ? month + 1 : month, day, 0, 0, 0, 0));
    }

    /// <summary>When the sun reaches 15 degrees: 4 or 5 April throughout this century.</summary>
    private static int QingmingOf(int year) => (int)(((year % 100) * 0.2422) + 4.81) - ((year % 100) / 4);
}
