namespace Objectives.Contracts.Planning;

/// <summary>An objective was drafted, edited, moved, commented on or withdrawn.</summary>
[EventVersion(1)]
public sealed record ObjectiveChanged(ObjectiveId ObjectiveId, CycleId CycleId, string Path) : IIntegrationEvent
{
    public Guid AggregateId => ObjectiveId.Value;
}
