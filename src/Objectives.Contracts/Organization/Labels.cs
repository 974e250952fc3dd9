using MediatR;

namespace Objectives.Contracts.Organization;

/// <summary>What records are called by files and by people, also those that are no longer; without those that do not exist. One statement for each kind.</summary>
public sealed record LabelsOf(IReadOnlyCollection<PersonId> People, IReadOnlyCollection<UnitId> Units, IReadOnlyCollection<RegionId> Regions, IReadOnlyCollection<CustomerId> Customers)
    : IRequest<IReadOnlyDictionary<Guid, Label>>;

/// <param name="Code">Of a person his employee number.</param>
public readonly record struct Label(string Code, string Name);
