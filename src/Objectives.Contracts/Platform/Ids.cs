namespace Objectives.Contracts.Platform;

public readonly record struct JobId(Guid Value) : IEntityId<JobId>
{
    public static JobId From(Guid value) => new(value);

    public static JobId New() => new(Guid.CreateVersion7());
}

public readonly record struct UploadId(Guid Value) : IEntityId<UploadId>
{
    public static UploadId From(Guid value) => new(value);

    public static UploadId New() => new(Guid.CreateVersion7());
}

public readonly record struct NotificationId(Guid Value) : IEntityId<NotificationId>
{
    public static NotificationId From(Guid value) => new(value);

    public static NotificationId New() => new(Guid.CreateVersion7());
}

public readonly record struct WebhookId(Guid Value) : IEntityId<WebhookId>
{
    public static WebhookId From(Guid value) => new(value);

    public static WebhookId New() => new(Guid.CreateVersion7());
}

public readonly record struct WebhookDeliveryId(Guid Value) : IEntityId<WebhookDeliveryId>
{
    public static WebhookDeliveryId From(Guid value) => new(value);

    public static WebhookDeliveryId New() => new(Guid.CreateVersion7());
}
