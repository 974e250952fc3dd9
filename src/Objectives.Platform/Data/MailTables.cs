using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;

namespace Objectives.Platform.Data;

public enum MailState
{
    Waiting,
    Sent,

    /// <summary>After its last attempt failed, or because it was refused for good, until someone has it sent again.</summary>
    Parked,

    /// <summary>There was nothing to say any more: all was read, or whom it was for has left or wants no mail.</summary>
    Dropped,
}

/// <summary>
/// A mail to one person: of one notification at once, or a day's digest of several, which name it. It is written with what it tells of, and sent afterwards outside any
/// transaction; its id makes its Message-ID, so that a server to which it is sent again, because its answer was lost, can tell that it has it.
/// </summary>
public sealed class OutgoingMail
{
    public required Guid Id { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The business day of a digest; null of one at once.</summary>
    public DateOnly? DigestOf { get; init; }

    public required MailState State { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>By the system clock, as all times here.</summary>
    public required DateTimeOffset NotBefore { get; set; }

    public int Attempts { get; set; }

    public string? LastError { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Until when a program that took it may work on it.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    public Guid? ClaimedBy { get; set; }
}

internal static class MailTables
{
    public static void Configure(ModelBuilder model) => model.Entity<OutgoingMail>(e =>
    {
        e.ToTable("outgoing_mails").HasKey(m => m.Id);
        e.HasIndex(m => new { m.PersonId, m.DigestOf }).IsUnique().HasFilter("digest_of IS NOT NULL");
        e.HasIndex(m => new { m.State, m.NotBefore });
        e.Property(m => m.LastError).HasMaxLength(1000);
    });
}
