namespace Objectives.Platform.Demo;

/// <summary>
/// The plan of the demo company: an appliance maker's customer service with its people, three years' cycles and figures. It is drawn from a seed:
/// the same seed, scale and day give the same company, ids and figures.
/// </summary>
public sealed class DemoCompany
{
    public const int DefaultSeed = 20260101;
    public const int MaxScale = 200;

    private readonly DemoOrganizationPlan _organization;

    /// <param name="now">The business clock's moment: nothing in the company is younger.</param>
    public DemoCompany(int seed, int scale, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(scale, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, MaxScale);
        (Seed, Scale, Now) = (seed, scale, now.ToOffset(Offset));
        Ids = new(seed);
        Measures = DemoMeasure.All(Ids);
        _organization = new(Ids, seed, scale);
    }

    /// <summary>Asia/Shanghai has had no other for as long as the company exists.</summary>
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    public int Seed { get; }

    public int Scale { get; }

    public DateTimeOffset Now { get; }

    /// <summary>The year in execution.</summary>
    public int Year => Now.Year;

    /// <summary>When its organization was entered.</summary>
    public DateTimeOffset Founded => new(Year - 2, 3, 1, 9, 0, 0, Offset);

    public string Name => Units[0].Name;

    public string TimeZone => "Asia/Shanghai";

    public string Currency => "CNY";

    /// <summary>Each after the one above it; the company first.</summary>
    public IReadOnlyList<DemoUnit> Units => _organization.Units;

    public IReadOnlyList<DemoRegion> Regions => _organization.Regions;

    public IReadOnlyList<DemoPosition> Positions => _organization.Positions;

    /// <summary>Each after his superior; the executive first.</summary>
    public IReadOnlyList<DemoPerson> People => _organization.People;

    public IReadOnlyList<DemoCustomer> Customers => _organization.Customers;

    public IReadOnlyList<DemoMeasure> Measures { get; }

    internal DemoIds Ids { get; }

    /// <summary>Keeps records who entered organization, cycles and strategy.</summary>
    public DemoPerson Administrator => People[3];

    public DemoPerson Hr => People[1];
}
