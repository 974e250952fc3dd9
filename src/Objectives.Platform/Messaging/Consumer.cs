using Microsoft.EntityFrameworkCore;
using Objectives.Contracts;
using Objectives.Platform.Data;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Platform.Messaging;

/// <summary>What a module does on another's event: its effect and its inbox row are one transaction, so that a message that comes twice has one effect.</summary>
public interface IConsumer
{
    Type EventType { get; }

    /// <summary>Whether the effects of many may be one transaction: so where none depends on what the one before it wrote.</summary>
    bool TakesMany { get; }

    /// <param name="messages">In the order in which they were raised; one alone, unless many are taken.</param>
    Task ConsumeAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken);
}

/// <summary>An event on its way.</summary>
public readonly record struct Message(Guid Id, IIntegrationEvent Event);

/// <inheritdoc cref="IConsumer"/>
public abstract class Consumer<TEvent>(ModuleDb db, BusinessClock clock, CommandGate gate, Recorder recorder) : IConsumer
    where TEvent : IIntegrationEvent
{
    public Type EventType => typeof(TEvent);

    public virtual bool TakesMany => false;

    public async Task ConsumeAsync(IReadOnlyList<Message> messages, CancellationToken cancellationToken)
    {
        var name = GetType().FullName!;
        IReadOnlyList<TEvent> events = [.. messages.Select(m => (TEvent)m.Event)];
        await PrepareAsync(events, cancellationToken);
        await using var turn = await gate.EnterAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var ids = messages.Select(m => m.Id).ToList();
        var known = await db.Inbox.Where(i => i.Consumer == name && ids.Contains(i.MessageId)).Select(i => i.MessageId).ToListAsync(cancellationToken);
        var news = messages.Where(m => !known.Contains(m.Id)).ToList();
        if (news.Count == 0)
            return;
        await HandleAsync(news.Count == events.Count ? events : [.. news.Select(m => (TEvent)m.Event)], cancellationToken);
        var now = Now;
        var raised = await recorder.SaveAsync(db, typeof(TEvent).Name, null, Caller.System, now, cancellationToken);
        await db.InsertDerivedAsync(news.ConvertAll(m => new InboxEntry { Consumer = name, MessageId = m.Id, At = now }), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        recorder.Committed(raised);
        AfterCommit();
    }

    protected DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Before the transaction, while others may write: reads what need not be read within it. Some of the events may have had their effect before.</summary>
    protected virtual Task PrepareAsync(IReadOnlyList<TEvent> events, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>After the commit.</summary>
    protected virtual void AfterCommit()
    {
    }

    protected abstract Task HandleAsync(TEvent @event, CancellationToken cancellationToken);

    protected virtual async Task HandleAsync(IReadOnlyList<TEvent> events, CancellationToken cancellationToken)
    {
        foreach (var @event in events)
            await HandleAsync(@event, cancellationToken);
    }
}
