using MediatR;
using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Development;

/// <summary>Whose development the given items are; without those that do not exist. Asks for no one's rights.</summary>
public sealed record DevelopmentItemOwners(IReadOnlyCollection<DevelopmentItemId> Ids) : IRequest<IReadOnlyDictionary<DevelopmentItemId, PersonId>>;
