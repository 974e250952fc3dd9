using Objectives.Contracts.Organization;
using Objectives.Platform.Results;

namespace Objectives.Platform.Demo;

public enum DemoUnitKind
{
    Company,
    Division,
    Department,
    Team,
}

/// <summary>What a department and its teams do, by which they are given responsibilities and objectives.</summary>
public enum DemoCraft
{
    FieldService,
    Installation,
    Repair,
    Retail,
    KeyAccounts,
    Ecommerce,
    ContactCentre,
    Parts,
    Quality,
}

/// <summary>A responsibility, and the measure whose objectives serve it.</summary>
public sealed record DemoDuty(ResponsibilityId Id, DemoMeasureKind Measure, string Text);

public sealed record DemoUnit(UnitId Id, int Index, int Block, string Code, string Name, DemoUnitKind Kind, DemoUnit? Parent, DemoCraft? Craft)
{
    private readonly List<DemoUnit> _children = [];
    private readonly List<DemoPosition> _positions = [];
    private readonly List<DemoPerson> _members = [];
    private readonly List<DemoRegion> _regions = [];

    public DemoPerson Leader { get; internal set; } = null!;

    public IReadOnlyList<DemoDuty> Duties { get; internal set; } = [];

    public IReadOnlyList<DemoUnit> Children => _children;

    /// <summary>The first is the leader's.</summary>
    public IReadOnlyList<DemoPosition> Positions => _positions;

    /// <summary>The leader first.</summary>
    public IReadOnlyList<DemoPerson> Members => _members;

    /// <summary>The regions that a team works in.</summary>
    public IReadOnlyList<DemoRegion> Regions => _regions;

    /// <summary>Whether it is a unit or stands anywhere below it.</summary>
    public bool IsWithin(DemoUnit unit) => Id == unit.Id || Parent?.IsWithin(unit) == true;

    internal void Add(DemoUnit child) => _children.Add(child);

    internal void Add(DemoPosition position) => _positions.Add(position);

    internal void Add(DemoPerson member) => _members.Add(member);

    internal void Add(DemoRegion region) => _regions.Add(region);

    public bool Equals(DemoUnit? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Index;

    public override string ToString() => Code;
}

/// <summary>Scores 0–100, in the order of the API's region profile.</summary>
public sealed record DemoRegion(
    RegionId Id, int Index, string Code, string Name, int Characteristics, int StrategicDeployment, int Development, int Environment, int Competition, int Resources,
    decimal DevelopmentWeight, IReadOnlyList<string> Cities)
{
    public DemoUnit Unit { get; internal set; } = null!;

    public bool Equals(DemoRegion? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Index;

    public override string ToString() => Code;
}

public sealed record DemoPosition(PositionId Id, int Index, string Code, string Title, DemoUnit Unit, DemoRegion? Region, decimal RelativeStrength, IReadOnlyList<DemoDuty> Duties)
{
    public bool Equals(DemoPosition? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Index;

    public override string ToString() => Code;
}

public sealed record DemoPerson(
    PersonId Id, int Index, string EmployeeNumber, string Name, string Email, Locale Locale, DemoUnit Unit, DemoPosition Position, DemoPerson? Superior, decimal RelativeStrength, Role? Role)
{
    public bool Equals(DemoPerson? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Index;

    public override string ToString() => EmployeeNumber;
}

public sealed record DemoCustomer(CustomerId Id, int Index, string Code, string Name, DemoRegion Region, DemoUnit Team, DemoPerson AccountOwner, int Strength, int Finances, int Credit)
{
    public bool Equals(DemoCustomer? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => Index;

    public override string ToString() => Code;
}

/// <summary>Someone whom a visitor may sign in as.</summary>
public sealed record DemoPersona(string EmployeeNumber, Text Title, Text Description);
