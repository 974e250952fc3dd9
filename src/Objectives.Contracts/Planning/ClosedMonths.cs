using MediatR;

namespace Objectives.Contracts.Planning;

/// <summary>
/// Of objectives the closed months of their cycles, each by its first day: they take no actuals, revisions or reports, only corrections with a reason (S7.3). All months of a closed cycle are closed.
/// Without those objectives that do not exist. Asks for no one's rights.
/// </summary>
public sealed record ClosedMonths(IReadOnlyCollection<ObjectiveId> Objectives) : IRequest<IReadOnlyDictionary<ObjectiveId, IReadOnlySet<DateOnly>>>;
