using MediatR;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.ExecutionMonitoring;

/// <summary>What was recorded for objectives month by month, each month as last corrected; figures of longer periods are left out. Asks for no one's rights.</summary>
public sealed record MonthlyActuals(IReadOnlyCollection<ObjectiveId> Objectives) : IRequest<IReadOnlyList<MonthlyActual>>;

/// <param name="Month">Its first day.</param>
/// <param name="Numerator">Of a RATIO measure alone, with the denominator.</param>
public readonly record struct MonthlyActual(ObjectiveId ObjectiveId, DateOnly Month, decimal Value, decimal? Numerator, decimal? Denominator);
