using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;

namespace Objectives.Platform.Data;

/// <summary>What a module derives from its own rows, brought up to date within the transaction that changed them. Found by its interface, as handlers are.</summary>
public interface IFollowUp
{
    /// <summary>Of the context whose transactions it follows.</summary>
    Type DbType { get; }

    /// <summary>After the rows are saved, before the commit.</summary>
    Task FollowAsync(CancellationToken cancellationToken);
}

/// <summary>What a transaction does to rows.</summary>
public enum RowChanges
{
    Any,
    AddsOnly,

    /// <summary>Adds only, and so few that they are written with what others add at the same time, instead of in the context's own transaction.</summary>
    AddsTogether,
}

/// <summary>Writes a transaction's changes with their history and events, and what follows from them.</summary>
public sealed class Recorder(IEnumerable<IFollowUp> followUps, Announcements announcements, GroupWriter writer)
{
    private bool _inPortions;

    /// <param name="changes">By which it is known how the rows may be written; that a command keeps to it is checked.</param>
    /// <returns>The events raised, of which <see cref="Committed"/> is to tell after the commit.</returns>
    public Task<IReadOnlyList<OutboxMessage>> SaveAsync(ModuleDb db, string action, string? reason, Caller by, DateTimeOffset now, CancellationToken cancellationToken, RowChanges changes = RowChanges.Any)
        => SaveAsync(db, action, reason, by, now, announcements.Reserve, changes, cancellationToken);

    /// <summary>A portion of what a transaction writes; of the events, that are many, nothing is told but that they wait.</summary>
    public Task SavePortionAsync(ModuleDb db, string action, Caller by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _inPortions = true;
        return SaveAsync(db, action, null, by, now, announcements.MarkUnheard, RowChanges.Any, cancellationToken);
    }

    /// <summary>After the commit of what <see cref="SaveAsync(ModuleDb, string, string?, Caller, DateTimeOffset, CancellationToken, bool)"/> has written.</summary>
    public void Committed(IReadOnlyList<OutboxMessage> raised)
    {
        announcements.Committed(raised);
        if (_inPortions)
            announcements.TellOfOthers();
        _inPortions = false;
    }

    private async Task<IReadOnlyList<OutboxMessage>> SaveAsync(
        ModuleDb db, string action, string? reason, Caller by, DateTimeOffset now, Action<IReadOnlyList<OutboxMessage>> beforeSaving, RowChanges changes, CancellationToken cancellationToken)
    {
        var raised = await db.RecordAndSaveAsync(action, reason, by, now, cancellationToken, beforeSaving, changes, writer);
        foreach (var followUp in followUps.Where(f => f.DbType == db.GetType()))
            await followUp.FollowAsync(cancellationToken);
        return raised;
    }
}
