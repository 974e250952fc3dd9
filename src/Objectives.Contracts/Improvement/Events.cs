using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.Improvement;

/// <summary>The causes of a deviation are to be found and dealt with (S7.7).</summary>
[EventVersion(1), ForWebhooks]
public sealed record ImprovementCaseOpened(ImprovementCaseId ImprovementCaseId, DeviationId DeviationId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId OwnerId, PersonId ById) : IIntegrationEvent
{
    public Guid AggregateId => ImprovementCaseId.Value;
}

/// <summary>It was decided which countermeasure is carried out, by whom and until when (S7.8, S7.9).</summary>
[EventVersion(1), ForWebhooks]
public sealed record CountermeasureDecided(ImprovementCaseId ImprovementCaseId, ObjectiveId ObjectiveId, PersonId OwnerId, PersonId ResponsibleId, DateOnly Due, PersonId ById) : IIntegrationEvent
{
    public Guid AggregateId => ImprovementCaseId.Value;
}

/// <summary>The responsible person told how far an improvement has come (S7.10).</summary>
[EventVersion(1), ForWebhooks]
public sealed record ImprovementReported(ImprovementCaseId ImprovementCaseId, ImprovementReportId ImprovementReportId, ObjectiveId ObjectiveId, PersonId OwnerId, PersonId ById, int PercentComplete) : IIntegrationEvent
{
    public Guid AggregateId => ImprovementCaseId.Value;
}

public enum ImprovementReminder
{
    /// <summary>The deadline is near (S7.9).</summary>
    DeadlineNear,

    /// <summary>The deadline has passed and it is not done.</summary>
    DeadlinePassed,

    /// <summary>A report was not filed in time (S7.10).</summary>
    ReportMissed,
}

/// <summary>What was promised of an improvement is soon due, or was due and is missing. Told once for each day that was promised.</summary>
/// <param name="Day">That was promised.</param>
[EventVersion(1)]
public sealed record ImprovementReminded(ImprovementCaseId ImprovementCaseId, PersonId ResponsibleId, ImprovementReminder Kind, DateOnly Day) : IIntegrationEvent
{
    public Guid AggregateId => ImprovementCaseId.Value;
}

/// <summary>It was looked, by later actuals, whether the gap is closed (S7.10).</summary>
/// <param name="IsClosed">Else countermeasures are to be found anew.</param>
[EventVersion(1), ForWebhooks]
public sealed record ImprovementVerified(ImprovementCaseId ImprovementCaseId, ObjectiveId ObjectiveId, PersonId OwnerId, PersonId ResponsibleId, PersonId ById, bool IsClosed) : IIntegrationEvent
{
    public Guid AggregateId => ImprovementCaseId.Value;
}
