using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.ExecutionMonitoring;

/// <summary>The owner reviewed himself at a control point (S4.6); now it is to be followed up.</summary>
[EventVersion(1)]
public sealed record ProgressReported(ProgressReportId ProgressReportId, ControlPointId ControlPointId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId ById) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>A report got its answer (S7.2).</summary>
[EventVersion(1)]
public sealed record ProgressFollowedUp(ProgressReportId ProgressReportId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId ReportedById, PersonId ById) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>The time to report at a control point is over without a report (S7.1). Told once.</summary>
/// <param name="OwnerId">Whose report is missing.</param>
/// <param name="Date">Of the control point.</param>
[EventVersion(1)]
public sealed record ControlPointMissed(ControlPointId ControlPointId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId OwnerId, DateOnly Date) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}
