using MediatR;

namespace Objectives.Contracts.Planning;

/// <summary>A cycle's objectives that say what is asked for, now or at a moment. Asks for no one's rights; one statement, however many.</summary>
/// <param name="Text">In title, code or description, whatever the case.</param>
/// <param name="HasFindings">That nobody waived; as of now, whatever the moment.</param>
public sealed record ObjectivesMatching(CycleId CycleId, DateTimeOffset? AsOf, string? Text, IReadOnlyCollection<ObjectiveStatus>? Status, bool? Important, ObjectiveId? ParentId, bool? HasFindings)
    : IRequest<IReadOnlyList<ObjectiveId>>;
