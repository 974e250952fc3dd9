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

    Task ConsumeAsync(Guid messageId, IIntegrationEvent @event, CancellationToken cancellationToken);
}

/// <inheritdoc cref="IConsumer"/>
public abstract class Consumer<TEvent>(ModuleDb db, BusinessClock clock, CommandGate gate, Recorder recorder) : IConsumer
    where TEvent : IIntegrationEvent
{
    public Type EventType => typeof(TEvent);

    public async Task ConsumeAsync(Guid messageId, IIntegrationEvent @event, CancellationToken cancellationToken)
    {
        var name = GetType().FullName!;
        await using var turn = await gate.EnterAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (await db.Inbox.AnyAsync(i => i.Consumer == name && i.MessageId == messageId, cancellationToken))
            return;
        await HandleAsync((TEvent)@event, cancellationToken);
        var now = Now;
        db.Inbox.Add(new() { Consumer = name, MessageId = messageId, At = now });
        var raised = await recorder.SaveAsync(db, typeof(TEvent).Name, null, Caller.System, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        recorder.Committed(raised);
        AfterCommit();
    }

    protected DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>After the commit.</summary>
    protected virtual void AfterCommit()
    {
    }

    protected abstract Task HandleAsync(TEvent @event, CancellationToken cancellationToken);
}
