using MediatR;
using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Planning;

/// <summary>Whose objectives are and for when; without those that do not exist. Asks for no one's rights; one statement, however many.</summary>
public sealed record ObjectiveFramesOf(IReadOnlyCollection<ObjectiveId> Ids) : IRequest<IReadOnlyDictionary<ObjectiveId, ObjectiveFrame>>;

/// <param name="End">The last day of its cycle.</param>
/// <param name="IsOver">Whether it was withdrawn, or its cycle is closed.</param>
public sealed record ObjectiveFrame(ObjectiveId Id, string Code, string Title, CycleId CycleId, MeasureId MeasureId, UnitId UnitId, PersonId OwnerId, DateOnly End, bool IsOver);

/// <summary>From which assessed figure on people are ready to commit (S4.1), cycle by cycle, the newest first. Asks for no one's rights.</summary>
public sealed record ReadinessThresholds : IRequest<IReadOnlyList<ReadinessThreshold>>;

/// <param name="Start">The cycle's first day.</param>
/// <param name="IsBeingSet">Whether it is in preparation or setting: people commit, or soon will.</param>
/// <param name="Threshold">1–5, the policy's.</param>
public sealed record ReadinessThreshold(CycleId CycleId, DateOnly Start, bool IsBeingSet, decimal Threshold);
