using Objectives.Contracts.Organization;

namespace Objectives.Platform.Data;

/// <summary>One change of one aggregate, kept for ever. <see cref="Hash"/> chains it to the one before it; <see cref="Sequence"/> is the version that it made.</summary>
public sealed class ChangeEntry
{
    public required Guid Id { get; init; }

    /// <summary>The entity's name in the API.</summary>
    public required string SubjectType { get; init; }

    public required Guid SubjectId { get; init; }

    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null: the program itself.</summary>
    public PersonId? By { get; init; }

    /// <summary>The command's name.</summary>
    public required string Action { get; init; }

    public string? Reason { get; init; }

    /// <summary>The changed fields as JSON, as they were.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    public required string Hash { get; init; }
}

/// <summary>An event on its way to the other modules, written with the change that it tells of.</summary>
public sealed class OutboxMessage
{
    public required Guid Id { get; init; }

    public required Guid AggregateId { get; init; }

    public required string Type { get; init; }

    public required string Payload { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Its place among those of its transaction.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Null while it waits.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>The program that delivered it, by which the others know what their subscribers have yet to hear.</summary>
    public Guid? DeliveredBy { get; set; }

    public int Attempts { get; set; }

    /// <summary>After a failure: not before.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>Set after the last attempt failed: parked until someone sends it again.</summary>
    public bool Parked { get; set; }

    public string? LastError { get; set; }

    /// <summary>Until when a program that took it may work on it.</summary>
    public DateTimeOffset? ClaimedUntil { get; set; }

    /// <summary>The batch that it was taken in; null while it is taken only by being handed over.</summary>
    public Guid? ClaimedBy { get; set; }

    /// <summary>Whether it is the first of a new aggregate, which none can have gone before. Not kept.</summary>
    public bool IsFirst { get; init; }
}

/// <summary>That a consumer has had a message, written with the message's effect.</summary>
public sealed class InboxEntry
{
    public required string Consumer { get; init; }

    public required Guid MessageId { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>The first answer given to an idempotency key.</summary>
public sealed class StoredAnswer
{
    public required Guid PersonId { get; init; }

    public required string Key { get; init; }

    /// <summary>Of the request, so that one key cannot stand for two.</summary>
    public required string RequestHash { get; init; }

    public required string Answer { get; init; }

    public required DateTimeOffset At { get; init; }
}

public enum JobStatus
{
    Queued,
    Running,
    Done,
    Failed,
    Cancelled,
}

/// <summary>Long work that someone asked for: its progress can be read by whoever asked, and cancelled.</summary>
public sealed class JobRecord
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required Guid OwnerId { get; init; }

    public required JobStatus Status { get; set; }

    public int Done { get; set; }

    public int? Total { get; set; }

    public required DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    public string? Error { get; set; }

    /// <summary>What the work found or made, as JSON.</summary>
    public string? Outcome { get; set; }

    /// <summary>Moved while the work goes on; a job whose program died is told by this standing still.</summary>
    public DateTimeOffset HeartbeatAt { get; set; }

    public bool CancelRequested { get; set; }
}

/// <summary>A file sent ahead of the request that uses it.</summary>
public sealed class Upload
{
    public required Guid Id { get; init; }

    public required Guid OwnerId { get; init; }

    public required string FileName { get; init; }

    public required long Length { get; init; }

    public required DateTimeOffset At { get; init; }
}

public sealed class UploadChunk
{
    public required Guid UploadId { get; init; }

    public required int Number { get; init; }

    public required byte[] Bytes { get; init; }
}

/// <summary>That a periodic piece of work was done for a business period, so that a second trigger does nothing.</summary>
public sealed class PeriodicRun
{
    public required string Job { get; init; }

    public required string Period { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A setting of the whole installation, such as how far a demonstration moved the clock.</summary>
public sealed class InstallationSetting
{
    public required string Name { get; init; }

    public required string Value { get; set; }
}
