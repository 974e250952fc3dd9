using MediatR;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.ExecutionMonitoring;

/// <summary>
/// By how much each known month of objectives missed its target (S7.10), rolled up where nothing was recorded for the objective itself; worked out of what was recorded, so that it can be asked within a command. Asks for no
/// one's rights; the same few statements, however many.
/// </summary>
public sealed record MonthlyGapsOf(IReadOnlyCollection<ObjectiveId> Objectives) : IRequest<IReadOnlyList<MonthlyGap>>;

/// <param name="Month">Its first day.</param>
/// <param name="Target">Of a sum only as much as those who reported answer for; for KEEP_WITHIN the upper bound.</param>
/// <param name="Gap">In the measure's unit: what is missing of the target, whatever the direction; below zero what is better than it. For KEEP_WITHIN how far outside the bounds, 0 within.</param>
public readonly record struct MonthlyGap(ObjectiveId ObjectiveId, DateOnly Month, decimal Target, decimal Gap);
