using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;

namespace Objectives.ExecutionMonitoring.Domain.Control;

/// <summary>A day at which an objective is controlled that was set by hand (S7.1), beside those that the calendar gives.</summary>
internal sealed class ControlPoint : Aggregate
{
    private ControlPoint()
    {
    }

    public ControlPointId Id { get; private init; }

    public override Guid Key => Id.Value;

    public ObjectiveId ObjectiveId { get; private init; }

    public CycleId CycleId { get; private init; }

    public DateOnly Date { get; private init; }

    /// <summary>Per cent, 0–100; null for the policy's.</summary>
    public decimal? Tolerance { get; private init; }

    public PersonId ScheduledById { get; private init; }

    public DateTimeOffset ScheduledAt { get; private init; }

    public static ControlPoint Schedule(ObjectiveId objectiveId, CycleId cycleId, DateOnly date, decimal? tolerance, PersonId by, DateTimeOffset now)
        => new() { Id = ControlPointId.New(), ObjectiveId = objectiveId, CycleId = cycleId, Date = date, Tolerance = tolerance, ScheduledById = by, ScheduledAt = now };
}
