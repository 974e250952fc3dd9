using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.ExecutionMonitoring;

/// <summary>The owner reviewed himself at a control point (S4.6); now it is to be followed up.</summary>
[EventVersion(1), ForWebhooks]
public sealed record ProgressReported(ProgressReportId ProgressReportId, ControlPointId ControlPointId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId ById) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>A report got its answer (S7.2).</summary>
[EventVersion(1), ForWebhooks]
public sealed record ProgressFollowedUp(ProgressReportId ProgressReportId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId ReportedById, PersonId ById) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>The time to report at a control point is over without a report (S7.1). Told once.</summary>
/// <param name="OwnerId">Whose report is missing.</param>
/// <param name="Date">Of the control point.</param>
[EventVersion(1), ForWebhooks]
public sealed record ControlPointMissed(ControlPointId ControlPointId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId OwnerId, DateOnly Date) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>Nobody has reported at a missed control point though the policy's days on a level are over: the next above is told (S7.1).</summary>
/// <param name="OwnerId">Whose report is missing.</param>
/// <param name="Date">Of the control point.</param>
/// <param name="ToId">Who is told now.</param>
[EventVersion(1)]
public sealed record ControlPointEscalated(ControlPointId ControlPointId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId OwnerId, DateOnly Date, PersonId ToId) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>The policy's working days to follow up a report are over without an answer (S7.2). Told once.</summary>
[EventVersion(1)]
public sealed record FollowUpMissed(ProgressReportId ProgressReportId, ObjectiveId ObjectiveId, CycleId CycleId) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>Objectives stand otherwise than before (S7.3).</summary>
[EventVersion(1)]
public sealed record ProgressChanged(CycleId CycleId, IReadOnlyList<StandingNow> Standings) : IIntegrationEvent
{
    public Guid AggregateId => CycleId.Value;
}

/// <param name="Attainment">To date; null where nothing is known or no ratio has a meaning.</param>
public sealed record StandingNow(ObjectiveId ObjectiveId, Health Health, decimal? Attainment);

/// <summary>An objective lags, or whoever answers for it has met a difficulty (S7.4).</summary>
[EventVersion(1), ForWebhooks]
public sealed record DeviationOpened(DeviationId DeviationId, ObjectiveId ObjectiveId, CycleId CycleId, UnitId UnitId, PersonId OwnerId, DeviationSeverity Severity) : IIntegrationEvent
{
    public Guid AggregateId => DeviationId.Value;
}

/// <summary>A deviation endangers more than it did when it was opened, or was opened again.</summary>
[EventVersion(1), ForWebhooks]
public sealed record DeviationWorsened(DeviationId DeviationId, ObjectiveId ObjectiveId, CycleId CycleId, UnitId UnitId, PersonId OwnerId, DeviationSeverity Severity) : IIntegrationEvent
{
    public Guid AggregateId => DeviationId.Value;
}

/// <summary>Nobody has taken a deviation in hand though the policy's days on a level are over: the next above is told (S7.4).</summary>
/// <param name="ToId">Who is told now.</param>
[EventVersion(1)]
public sealed record DeviationEscalated(DeviationId DeviationId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId OwnerId, DeviationSeverity Severity, PersonId ToId) : IIntegrationEvent
{
    public Guid AggregateId => DeviationId.Value;
}

/// <summary>It was decided how a deviation is handled.</summary>
/// <param name="CoordinatedUnitIds">Whose leaders are asked to help.</param>
[EventVersion(1), ForWebhooks]
public sealed record DeviationRouted(
    DeviationId DeviationId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId OwnerId, DeviationRoute Route, PersonId? SupervisorId, IReadOnlyList<UnitId> CoordinatedUnitIds, PersonId ById) : IIntegrationEvent
{
    public Guid AggregateId => DeviationId.Value;
}

/// <summary>One of the two who settle a deviation has signed what they agreed (S7.2).</summary>
[EventVersion(1), ForWebhooks]
public sealed record DeviationSettled(DeviationId DeviationId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId OwnerId, PersonId ById, bool ByBoth) : IIntegrationEvent
{
    public Guid AggregateId => DeviationId.Value;
}

/// <summary>What was agreed, resolved by a meeting or revised for a deviation is done (S7.4, S7.5); later actuals say whether it is over.</summary>
[EventVersion(1), ForWebhooks]
public sealed record DeviationResolved(DeviationId DeviationId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId OwnerId) : IIntegrationEvent
{
    public Guid AggregateId => DeviationId.Value;
}

/// <summary>Later actuals are within tolerance, or its cycle has ended.</summary>
[EventVersion(1), ForWebhooks]
public sealed record DeviationClosed(DeviationId DeviationId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId OwnerId) : IIntegrationEvent
{
    public Guid AggregateId => DeviationId.Value;
}

/// <summary>An office meeting was called (S7.4).</summary>
[EventVersion(1), ForWebhooks]
public sealed record OfficeMeetingScheduled(OfficeMeetingId OfficeMeetingId, UnitId UnitId, DateOnly Date, IReadOnlyList<PersonId> AttendeeIds) : IIntegrationEvent
{
    public Guid AggregateId => OfficeMeetingId.Value;
}

/// <summary>An office meeting was held and resolved something (S7.4).</summary>
[EventVersion(1), ForWebhooks]
public sealed record OfficeMeetingHeld(OfficeMeetingId OfficeMeetingId, UnitId UnitId, IReadOnlyList<ResolutionMade> Resolutions) : IIntegrationEvent
{
    public Guid AggregateId => OfficeMeetingId.Value;
}

/// <summary>What an office meeting resolved is not done though its day is over (S7.4). Told once.</summary>
[EventVersion(1)]
public sealed record ResolutionOverdue(ResolutionId ResolutionId, OfficeMeetingId OfficeMeetingId, UnitId UnitId, PersonId ResponsibleId, DateOnly Due) : IIntegrationEvent
{
    public Guid AggregateId => OfficeMeetingId.Value;
}

public sealed record ResolutionMade(ResolutionId ResolutionId, DeviationId DeviationId, ObjectiveId ObjectiveId, PersonId ResponsibleId, DateOnly Due);
