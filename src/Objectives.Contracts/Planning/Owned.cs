using MediatR;
using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Planning;

/// <summary>
/// The objectives of some people that are carried out: not withdrawn, of cycles in execution or appraisal. Asks for no one's rights; one statement, however many.
/// </summary>
public sealed record ObjectivesOwnedBy(IReadOnlyCollection<PersonId> Owners) : IRequest<IReadOnlyList<OwnedObjective>>;

/// <param name="DraftedOn">Where the cycle is.</param>
public sealed record OwnedObjective(ObjectiveId Id, string Code, string Title, PersonId OwnerId, CycleId CycleId, DateOnly DraftedOn);

/// <summary>What objectives are called and who answers for them; without those that do not exist. Asks for no one's rights.</summary>
public sealed record ObjectiveNamesOf(IReadOnlyCollection<ObjectiveId> Ids) : IRequest<IReadOnlyDictionary<ObjectiveId, ObjectiveName>>;

public sealed record ObjectiveName(ObjectiveId Id, string Title, PersonId OwnerId);
