namespace Objectives.Contracts.Organization;

/// <summary>A person was added, changed, moved in the reporting lines or deactivated.</summary>
[EventVersion(1), ForWebhooks]
public sealed record PersonChanged(PersonId PersonId) : IIntegrationEvent
{
    public Guid AggregateId => PersonId.Value;
}

/// <summary>A unit was added, changed, moved or deactivated.</summary>
[EventVersion(1), ForWebhooks]
public sealed record UnitChanged(UnitId UnitId) : IIntegrationEvent
{
    public Guid AggregateId => UnitId.Value;
}
