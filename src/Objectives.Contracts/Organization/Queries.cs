using MediatR;

namespace Objectives.Contracts.Organization;

/// <summary>What a person may see of other people's work: his unit, and everyone below him in the reporting lines.</summary>
/// <param name="UnitIds">The person's own unit and each unit that he leads with all below.</param>
/// <param name="LedUnitIds">Each unit that he leads with all below.</param>
/// <param name="SubordinateIds">Everyone whose chain of superiors holds the person.</param>
public sealed record SightOf(PersonId PersonId) : IRequest<Sight>;

public sealed record Sight(IReadOnlyList<UnitId> UnitIds, IReadOnlyList<UnitId> LedUnitIds, IReadOnlyList<PersonId> SubordinateIds);

/// <summary>A unit and all units below it.</summary>
public sealed record UnitsUnder(UnitId UnitId) : IRequest<IReadOnlyList<UnitId>>;

/// <summary>Which of the given records exist and are active, so that another module may refer to them.</summary>
public sealed record Whereabouts(
    IReadOnlyList<PersonId> People,
    IReadOnlyList<UnitId> Units,
    IReadOnlyList<PositionId> Positions,
    IReadOnlyList<RegionId> Regions,
    IReadOnlyList<CustomerId> Customers,
    IReadOnlyList<ResponsibilityId> Responsibilities) : IRequest<WhereaboutsAnswer>;

/// <param name="SuperiorOf">Each person found, with his direct superior.</param>
/// <param name="UnitParents">Each unit found, with its parent.</param>
/// <param name="ResponsibilityHolders">Each responsibility found, with the unit or position whose duty it is.</param>
public sealed record WhereaboutsAnswer(
    IReadOnlyDictionary<PersonId, PersonId?> SuperiorOf,
    IReadOnlyDictionary<UnitId, UnitId?> UnitParents,
    IReadOnlySet<PositionId> Positions,
    IReadOnlySet<RegionId> Regions,
    IReadOnlySet<CustomerId> Customers,
    IReadOnlyDictionary<ResponsibilityId, Guid> ResponsibilityHolders);

/// <summary>Looks records up by the keys that files use: employee numbers and codes.</summary>
public sealed record RecordsByCode(
    IReadOnlyList<string> EmployeeNumbers,
    IReadOnlyList<string> UnitCodes,
    IReadOnlyList<string> PositionCodes,
    IReadOnlyList<string> RegionCodes,
    IReadOnlyList<string> CustomerCodes) : IRequest<RecordsByCodeAnswer>;

public sealed record RecordsByCodeAnswer(
    IReadOnlyDictionary<string, PersonId> People,
    IReadOnlyDictionary<string, UnitId> Units,
    IReadOnlyDictionary<string, PositionId> Positions,
    IReadOnlyDictionary<string, RegionId> Regions,
    IReadOnlyDictionary<string, CustomerId> Customers);

/// <summary>The other way round than <see cref="RecordsByCode"/>: what files call records, and the texts of responsibilities.</summary>
public sealed record CodesOfRecords(
    IReadOnlyList<PersonId> People,
    IReadOnlyList<UnitId> Units,
    IReadOnlyList<PositionId> Positions,
    IReadOnlyList<RegionId> Regions,
    IReadOnlyList<CustomerId> Customers,
    IReadOnlyList<ResponsibilityId> Responsibilities) : IRequest<CodesOfRecordsAnswer>;

public sealed record CodesOfRecordsAnswer(
    IReadOnlyDictionary<PersonId, string> People,
    IReadOnlyDictionary<UnitId, string> Units,
    IReadOnlyDictionary<PositionId, string> Positions,
    IReadOnlyDictionary<RegionId, string> Regions,
    IReadOnlyDictionary<CustomerId, string> Customers,
    IReadOnlyDictionary<ResponsibilityId, string> Responsibilities);

/// <summary>The responsibilities of the given units and positions, retired ones too.</summary>
public sealed record DutiesHeldBy(IReadOnlyList<Guid> Holders) : IRequest<IReadOnlyList<Duty>>;

public sealed record Duty(ResponsibilityId Id, Guid HolderId, string Text, bool Retired);

/// <summary>The people whose names are mentioned in a text as @name or @employee number.</summary>
public sealed record PeopleMentioned(string Text) : IRequest<IReadOnlyList<PersonId>>;

/// <summary>The people whose name, employee number or e-mail address holds a text, upper and lower case alike.</summary>
public sealed record PeopleFound(string Text) : IRequest<IReadOnlyList<PersonId>>;

/// <summary>The company's time zone, in which dates and periods are read.</summary>
public sealed record CompanyTimeZone : IRequest<string>;
