using MediatR;

namespace Objectives.Contracts.Organization;

/// <summary>Each unit with those above it: itself first, the company's root last. Units that are not are left out.</summary>
public sealed record UnitsAbove(IReadOnlyList<UnitId> Units) : IRequest<IReadOnlyDictionary<UnitId, IReadOnlyList<UnitId>>>;

/// <summary>The unit at the top; null in an empty company.</summary>
public sealed record RootUnit : IRequest<UnitId?>;

/// <summary>Who works in the given units themselves, not in those below.</summary>
public sealed record MembersOf(IReadOnlyList<UnitId> Units) : IRequest<IReadOnlyList<Membership>>;

/// <param name="IsAuditor">He changes nothing, so nothing can be asked of him but to read.</param>
public sealed record Membership(PersonId PersonId, UnitId UnitId, bool IsAuditor);

/// <summary>Each person with those above him who still work here: his superior first. Where he has none the list is empty.</summary>
public sealed record Superiors(IReadOnlyList<PersonId> People) : IRequest<IReadOnlyDictionary<PersonId, IReadOnlyList<PersonId>>>;

/// <summary>Whose direct superior a person is: those under him, past whoever no longer works here; also of those who have left.</summary>
/// <param name="AndWithoutSuperior">With those above whom nobody works here, himself left out: any other executive stands in for their superior.</param>
public sealed record DirectlyLed(PersonId Leader, bool AndWithoutSuperior) : IRequest<IReadOnlyList<PersonId>>;

/// <summary>The leaders of units who still work here.</summary>
public sealed record LeadersOf(IReadOnlyList<UnitId> Units) : IRequest<IReadOnlyDictionary<UnitId, PersonId>>;

/// <summary>The unit of each person, also of those who have left.</summary>
public sealed record UnitsOfPeople(IReadOnlyList<PersonId> People) : IRequest<IReadOnlyDictionary<PersonId, UnitId>>;

/// <summary>The active regions of units, the active customers of these regions and the positions of the units, each with its unit.</summary>
public sealed record PlacesOf(IReadOnlyList<UnitId> Units) : IRequest<Places>;

public sealed record Places(IReadOnlyDictionary<RegionId, UnitId> Regions, IReadOnlyDictionary<CustomerId, UnitId> Customers, IReadOnlyDictionary<PositionId, UnitId> Positions);
