using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Platform;

/// <summary>Some people have been told something.</summary>
[EventVersion(1)]
public sealed record NotificationsArrived(IReadOnlyList<ArrivedNotification> Notifications) : IIntegrationEvent
{
    public Guid AggregateId => Notifications[0].Id.Value;
}

public readonly record struct ArrivedNotification(NotificationId Id, PersonId PersonId);

/// <summary>Long work is over, whether it was done, failed or was cancelled.</summary>
[EventVersion(1)]
public sealed record JobEnded(JobId JobId, PersonId OwnerId) : IIntegrationEvent
{
    public Guid AggregateId => JobId.Value;
}
