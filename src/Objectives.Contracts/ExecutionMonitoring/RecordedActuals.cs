using MediatR;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.ExecutionMonitoring;

/// <summary>What was recorded for objectives, as last corrected, in the order of its periods. Asks for no one's rights; one statement, however many.</summary>
public sealed record RecordedActualsOf(IReadOnlyCollection<ObjectiveId> Objectives) : IRequest<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<RecordedActual>>>;

/// <param name="Start">The period's first day.</param>
/// <param name="Last">Its last day.</param>
public sealed record RecordedActual(DateOnly Start, DateOnly Last, decimal Value, string? Note);
