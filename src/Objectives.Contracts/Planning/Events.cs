using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Planning;

/// <summary>An objective was drafted, edited, moved, commented on or withdrawn.</summary>
[EventVersion(1)]
public sealed record ObjectiveChanged(ObjectiveId ObjectiveId, CycleId CycleId, string Path) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}

/// <summary>A briefing was published to everyone in a unit and below it, who are to acknowledge it (S4.2, S6.10).</summary>
[EventVersion(1)]
public sealed record BriefingPublished(BriefingId BriefingId, CycleId CycleId, UnitId UnitId, PersonId PublishedById) : IIntegrationEvent
{
    public Guid AggregateId => BriefingId.Value;
}
