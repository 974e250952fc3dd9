using MediatR;

namespace Objectives.Contracts.Organization;

/// <summary>What units are called, also those that are no longer; without those that do not exist.</summary>
public sealed record UnitNames(IReadOnlyCollection<UnitId> Units) : IRequest<IReadOnlyDictionary<UnitId, string>>;
