using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.Development;

/// <summary>
/// Of these objectives those that need a competency of their owner which he has not, and about which nothing is planned that is due by the day (S5.7.2). Asks for no one's rights; the same few
/// statements, however many.
/// </summary>
/// <param name="By">The last day on which it is of use.</param>
public sealed record UnplannedCompetencyGaps(IReadOnlyCollection<OwnedObjectiveKey> Objectives, DateOnly By) : IRequest<IReadOnlyDictionary<ObjectiveId, int>>;

public readonly record struct OwnedObjectiveKey(ObjectiveId ObjectiveId, PersonId OwnerId);
