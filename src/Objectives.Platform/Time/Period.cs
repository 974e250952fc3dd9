using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Objectives.Platform.Time;

public enum PeriodGranularity
{
    Year,
    Quarter,
    Month,
}

/// <summary>A year, quarter or month: 2027, 2027-Q1, 2027-03. Half-open: <see cref="End"/> is the first day after it.</summary>
/// <param name="Number">The quarter 1–4 or month 1–12; 1 for a year.</param>
public readonly record struct Period(int Year, PeriodGranularity Granularity, int Number) : IComparable<Period>
{
    public const int MinYear = 1900;
    public const int MaxYear = 2999;

    public DateOnly Start => new(Year, Granularity == PeriodGranularity.Quarter ? (Number * 3) - 2 : Number, 1);

    public DateOnly End => Start.AddMonths(Granularity switch { PeriodGranularity.Year => 12, PeriodGranularity.Quarter => 3, _ => 1 });

    public static Period Of(DateOnly day, PeriodGranularity granularity) => granularity switch
    {
        PeriodGranularity.Year => new(day.Year, granularity, 1),
        PeriodGranularity.Quarter => new(day.Year, granularity, ((day.Month - 1) / 3) + 1),
        _ => new(day.Year, granularity, day.Month),
    };

    public static bool TryParse([NotNullWhen(true)] string? text, out Period period)
    {
        period = default;
        if (text is null || text.Length is not (4 or 7) || !TryDigits(text.AsSpan(0, 4), out var year) || !IsYear(year))
            return false;
        if (text.Length == 4)
        {
            period = new(year, PeriodGranularity.Year, 1);
            return true;
        }
        if (text[4] != '-')
            return false;
        if (text[5] == 'Q')
        {
            period = new(year, PeriodGranularity.Quarter, text[6] - '0');
            return text[6] is >= '1' and <= '4';
        }
        if (!TryDigits(text.AsSpan(5, 2), out var month) || month is < 1 or > 12)
            return false;
        period = new(year, PeriodGranularity.Month, month);
        return true;
    }

    public static bool IsYear(int year) => year is >= MinYear and <= MaxYear;

    public bool Contains(DateOnly day) => day >= Start && day < End;

    /// <summary>Earlier first; of two that start together the longer first.</summary>
    public int CompareTo(Period other)
    {
        var byStart = Start.CompareTo(other.Start);
        return byStart != 0 ? byStart : Granularity.CompareTo(other.Granularity);
    }

    public override string ToString() => Granularity switch
    {
        PeriodGranularity.Year => Year.ToString("D4", CultureInfo.InvariantCulture),
        PeriodGranularity.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-Q{Number}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{Number:D2}"),
    };

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    private static bool TryDigits(ReadOnlySpan<char> text, out int number)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
