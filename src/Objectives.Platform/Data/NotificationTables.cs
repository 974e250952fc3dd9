using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;

namespace Objectives.Platform.Data;

/// <summary>
/// What someone was told. It is a row of the platform, which every module's transaction can write, so that it is there exactly once for each event: with the consumer's inbox row.
/// Kept are its kind and what fills it in; the words are found when it is read, in the reader's language.
/// </summary>
public sealed class Notification
{
    public required Guid Id { get; init; }

    public required PersonId PersonId { get; init; }

    public required string Kind { get; init; }

    /// <summary>The entity's name in the API.</summary>
    public required string SubjectType { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>Names and values as JSON.</summary>
    public required string Arguments { get; init; }

    /// <summary>By the business clock.</summary>
    public required DateTimeOffset At { get; init; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>The mail that tells it too.</summary>
    public Guid? MailId { get; set; }

    /// <summary>Whether the next digest is to tell it.</summary>
    public bool AwaitsDigest { get; set; }
}

internal static class NotificationTables
{
    public static void Configure(ModelBuilder model, DatabaseKind kind) => model.Entity<Notification>(e =>
    {
        e.ToTable("notifications").HasKey(n => n.Id);
        e.Property(n => n.Kind).HasMaxLength(64).IsUnicode(false);
        e.Property(n => n.SubjectType).HasMaxLength(64).IsUnicode(false);
        e.HasIndex(n => new { n.PersonId, n.At, n.ReadAt }); // One for what he was told and what of it is unread: each by a person costs a page of its own at every row.
        e.HasIndex(n => n.At);
        e.HasIndex(n => n.MailId).HasFilter("mail_id IS NOT NULL");
        e.HasIndex(n => n.AwaitsDigest).HasFilter(kind == DatabaseKind.SqlServer ? "awaits_digest = 1" : "awaits_digest");
    });
}
