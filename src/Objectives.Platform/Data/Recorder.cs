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

/// <summary>Writes a transaction's changes with their history and events, and what follows from them.</summary>
public sealed class Recorder(IEnumerable<IFollowUp> followUps, Announcements announcements, GroupWriter writer)
{
    /// <param name="together">With what others add at the same time, instead of in the context's own transaction.</param>
    /// <returns>The events raised, of which <see cref="Announcements"/> is to tell after the commit.</returns>
    public async Task<IReadOnlyList<OutboxMessage>> SaveAsync(ModuleDb db, string action, string? reason, Caller by, DateTimeOffset now, CancellationToken cancellationToken, bool together = false)
    {
        var raised = await db.RecordAndSaveAsync(action, reason, by, now, cancellationToken, announcements, together ? writer : null);
        foreach (var followUp in followUps.Where(f => f.DbType == db.GetType()))
            await followUp.FollowAsync(cancellationToken);
        return raised;
    }

    /// <summary>After the commit of what <see cref="SaveAsync"/> has written.</summary>
    public void Committed(IReadOnlyList<OutboxMessage> raised) => announcements.Committed(raised);
}
