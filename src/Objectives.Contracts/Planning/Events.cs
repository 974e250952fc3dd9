using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Planning;

/// <summary>What whoever follows an objective is shown it again for.</summary>
public interface IObjectiveChange : IIntegrationEvent
{
    ObjectiveId ObjectiveId { get; }

    CycleId CycleId { get; }
}

/// <summary>An objective was drafted, edited, moved or withdrawn, or what belongs to it was; that it is commented on <see cref="CommentMade"/> tells.</summary>
[EventVersion(1), ForWebhooks]
public sealed record ObjectiveChanged(ObjectiveId ObjectiveId, CycleId CycleId, string Path) : IObjectiveChange
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>A briefing was published to everyone in a unit and below it, who are to acknowledge it (S4.2, S6.10).</summary>
[EventVersion(1), ForWebhooks]
public sealed record BriefingPublished(BriefingId BriefingId, CycleId CycleId, UnitId UnitId, PersonId PublishedById) : IIntegrationEvent
{
    public Guid AggregateId => BriefingId.Value;
}

/// <summary>One side of a negotiation put a target on the table, which waits for the other's answer (S6.6).</summary>
[EventVersion(1), ForWebhooks]
public sealed record TargetProposed(ObjectiveId ObjectiveId, CycleId CycleId, PersonId ById) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>One side of a negotiation rejected the target on the table; the other is to propose another (S6.6).</summary>
[EventVersion(1), ForWebhooks]
public sealed record TargetRejected(ObjectiveId ObjectiveId, CycleId CycleId, PersonId ById) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>Both sides accepted the same target, which waits for their signatures.</summary>
[EventVersion(1), ForWebhooks]
public sealed record ObjectiveAgreed(ObjectiveId ObjectiveId, CycleId CycleId) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>Everyone who must has signed the same content (S5.6).</summary>
[EventVersion(1), ForWebhooks]
public sealed record ObjectiveCommitted(ObjectiveId ObjectiveId, CycleId CycleId, PersonId OwnerId) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>An agreed or committed objective changed or was reopened: its signatures no longer count.</summary>
[EventVersion(1), ForWebhooks]
public sealed record CommitmentVoided(ObjectiveId ObjectiveId, CycleId CycleId) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>Help was asked for (S6.2).</summary>
[EventVersion(1), ForWebhooks]
public sealed record SupportRequested(SupportRequestId SupportRequestId, ObjectiveId ObjectiveId, UnitId? FromUnitId, PersonId? FromPersonId) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>Help was promised, declined or given.</summary>
[EventVersion(1), ForWebhooks]
public sealed record SupportAnswered(SupportRequestId SupportRequestId, ObjectiveId ObjectiveId, PersonId RequestedById) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>A cycle's policy has other thresholds than before.</summary>
[EventVersion(1)]
public sealed record CyclePolicyChanged(CycleId CycleId) : IIntegrationEvent
{
    public Guid AggregateId => CycleId.Value;
}

/// <summary>Other figures than before make up those of some objectives (S7.3): children came, went, or have another target, weight or measure.</summary>
[EventVersion(1)]
public sealed record RollUpChanged(CycleId CycleId, IReadOnlyList<ObjectiveId> ParentIds) : IIntegrationEvent
{
    public Guid AggregateId => CycleId.Value;
}

/// <summary>Something was said about an objective.</summary>
/// <param name="MentionedIds">Who is named in it.</param>
[EventVersion(1), ForWebhooks]
public sealed record CommentMade(CommentId CommentId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId ById, IReadOnlyList<PersonId> MentionedIds) : IObjectiveChange
{
    public Guid AggregateId => CommentId.Value;
}

/// <summary>Objectives of a cycle that is carried out are new, or what they are held against, or who answers for them, is otherwise than before.</summary>
[EventVersion(1)]
public sealed record ObjectiveTermsChanged(CycleId CycleId, IReadOnlyList<ObjectiveId> ObjectiveIds) : IIntegrationEvent
{
    public Guid AggregateId => CycleId.Value;
}

/// <summary>A target is asked to be revised for an external cause (S7.5); it waits for a higher leader's decision.</summary>
[EventVersion(1), ForWebhooks]
public sealed record TargetRevisionRequested(TargetRevisionId TargetRevisionId, DeviationId DeviationId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId OwnerId, PersonId RequestedById, DateTimeOffset At) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>A request to revise a target was decided, withdrawn, or its approval taken back (S7.5).</summary>
/// <param name="ById">Who decided, withdrew or took it back.</param>
[EventVersion(1), ForWebhooks]
public sealed record TargetRevisionDecided(
    TargetRevisionId TargetRevisionId, DeviationId DeviationId, ObjectiveId ObjectiveId, CycleId CycleId, PersonId OwnerId, PersonId RequestedById, PersonId ById, TargetRevisionOutcome Outcome,
    DateTimeOffset At) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

public enum TargetRevisionOutcome
{
    /// <summary>The new target holds, and the objective is exempt from appraisal.</summary>
    Approved,
    Rejected,

    /// <summary>By whoever requested it.</summary>
    Withdrawn,

    /// <summary>The former target holds again, and the objective is assessed.</summary>
    Undone,
}

/// <summary>A cycle is in another stage than before.</summary>
[EventVersion(1), ForWebhooks]
public sealed record CycleMoved(CycleId CycleId) : IIntegrationEvent
{
    public Guid AggregateId => CycleId.Value;
}
