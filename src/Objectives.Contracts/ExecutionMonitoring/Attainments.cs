using MediatR;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.ExecutionMonitoring;

/// <summary>
/// How far objectives have come, whatever their direction (S7.3): to date, 1 just on target, so that what was not reported is neither zero nor reached. Without those of which nothing is on record, or no ratio has a
/// meaning. Asks for no one's rights; the number of statements does not depend on how many they are.
/// </summary>
/// <param name="WithinCommand">Whether the asker holds a transaction: then they are worked out of what was recorded, for what is kept cannot be brought up to date meanwhile.</param>
public sealed record AttainmentsOf(IReadOnlyCollection<ObjectiveId> Objectives, bool WithinCommand) : IRequest<IReadOnlyDictionary<ObjectiveId, decimal>>;
