using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Platform;
using Objectives.Platform.Webhooks;

namespace Objectives.Platform.Data;

/// <summary>By what a webhook's deliveries are signed, out of its history.</summary>
public sealed class WebhookSecret
{
    public required WebhookId WebhookId { get; init; }

    public required string Secret { get; init; }
}

public enum DeliveryState
{
    Waiting,
    Delivered,

    /// <summary>After its last attempt failed, until someone has it sent again.</summary>
    Parked,
}

/// <summary>One event on its way to one webhook. By the system clock.</summary>
public sealed class WebhookDelivery
{
    public required WebhookDeliveryId Id { get; init; }

    public required WebhookId WebhookId { get; init; }

    /// <summary>The event's, by which a receiver knows it again.</summary>
    public required Guid MessageId { get; init; }

    public required string Event { get; init; }

    /// <summary>The CloudEvent, as it is sent each time.</summary>
    public required string Body { get; init; }

    public required DateTimeOffset At { get; init; }

    public required DeliveryState State { get; set; }

    public int Attempts { get; set; }

    public required DateTimeOffset NotBefore { get; set; }

    /// <summary>What was last answered; null while nothing was.</summary>
    public int? Status { get; set; }

    public string? Error { get; set; }

    /// <summary>Until when a program that took it may work on it.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    public Guid? ClaimedBy { get; set; }
}

internal static class WebhookTables
{
    public static void Configure(ModelBuilder model)
    {
        model.Entity<Webhook>(e =>
        {
            e.ToTable("webhooks").HasKey(w => w.Id);
            e.Ignore(w => w.Wanted);
            e.Property(w => w.Url).HasMaxLength(Webhook.MaxUrlLength);
            e.Property(w => w.EventNames).HasMaxLength(Webhook.MaxEventsLength).IsUnicode(false);
            e.HasIndex(w => w.PersonId);
            e.HasIndex(w => w.Active);
        });
        model.Entity<WebhookSecret>(e =>
        {
            e.ToTable("webhook_secrets").HasKey(s => s.WebhookId);
            e.Property(s => s.Secret).HasMaxLength(64).IsUnicode(false);
        });
        model.Entity<WebhookDelivery>(e =>
        {
            e.ToTable("webhook_deliveries").HasKey(d => d.Id);
            e.Property(d => d.Event).HasMaxLength(64).IsUnicode(false);
            e.Property(d => d.Error).HasMaxLength(500);
            e.HasIndex(d => new { d.WebhookId, d.MessageId }).IsUnique();
            e.HasIndex(d => new { d.State, d.NotBefore });
            e.HasIndex(d => d.At);
        });
    }
}
