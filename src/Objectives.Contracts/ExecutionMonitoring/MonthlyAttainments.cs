using MediatR;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.ExecutionMonitoring;

/// <summary>
/// How far each known month of objectives was at its target (S7.3), rolled up where nothing was recorded for the objective itself; without months of which no ratio has a meaning. Asks for no one's rights; the same few
/// statements, however many.
/// </summary>
public sealed record MonthlyAttainments(IReadOnlyCollection<ObjectiveId> Objectives) : IRequest<IReadOnlyList<MonthlyAttainment>>;

/// <param name="Month">Its first day.</param>
/// <param name="Attainment">1 = just on target, whatever the direction.</param>
public readonly record struct MonthlyAttainment(ObjectiveId ObjectiveId, DateOnly Month, decimal Attainment);
