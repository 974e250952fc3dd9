using Objectives.Platform.Data;

namespace Objectives.Organization.Domain;

/// <summary>What holds for the whole installation. There is one.</summary>
internal sealed class Company : Aggregate
{
    public const int MaxNameLength = 200;
    public const int MaxTimeZoneLength = 64;
    public const string DefaultTimeZone = "Asia/Shanghai";
    public const string DefaultCurrency = "CNY";
    public static readonly Guid TheId = new("00000000-0000-7000-8000-000000000001");

    private Company()
    {
    }

    public Guid Id { get; private set; } = TheId;

    public override Guid Key => Id;

    public string Name { get; private set; } = string.Empty;

    /// <summary>An IANA zone: dates and periods are read in it.</summary>
    public string TimeZone { get; private set; } = DefaultTimeZone;

    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = DefaultCurrency;

    /// <summary>A zone of the IANA database by its own name; its links to posix, right and the machine's own zone are none.</summary>
    public static bool IsTimeZone(string name)
        => name.Length is > 0 and <= MaxTimeZoneLength && char.IsAsciiLetterUpper(name[0]) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && zone.Id == name;

    public static Company Create(string name, string timeZone = DefaultTimeZone, string currency = DefaultCurrency)
    {
        var company = new Company();
        company.Change(name, timeZone, currency);
        return company;
    }

    public void Change(string name, string timeZone, string currency)
    {
        Name = name.Trim();
        TimeZone = timeZone;
        Currency = currency;
    }
}

/// <summary>A day off, or with <see cref="Working"/> a weekend day that is worked, as China's calendar has.</summary>
internal sealed class Holiday : IPart
{
    public const int MaxNameLength = 100;
    public const int MaxCount = 366;
    public const int FirstYear = 1900;
    public const int LastYear = 2999;

    private Holiday()
    {
    }

    public DateOnly Date { get; private set; }

    public bool Working { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public Guid Root => Company.TheId;

    public static Holiday Create(DateOnly date, bool working, string name) => new() { Date = date, Working = working, Name = name.Trim() };

    public void Change(bool working, string name)
    {
        Working = working;
        Name = name.Trim();
    }
}

/// <summary>That the company has set a year's days by itself, be it to none: the statutory days no longer hold for it.</summary>
internal sealed class HolidayYear : IPart
{
    private HolidayYear()
    {
    }

    public int Year { get; private set; }

    public Guid Root => Company.TheId;

    public static HolidayYear Of(int year) => new() { Year = year };
}

/// <summary>Raised with every change of people and units, so that a program knows when its picture of the reporting lines is old.</summary>
internal sealed class StructureStamp
{
    public int Id { get; set; } = 1;

    public long Number { get; set; }
}
