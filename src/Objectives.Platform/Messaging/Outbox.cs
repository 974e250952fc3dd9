using System.Text.Json;
using Objectives.Contracts;
using Objectives.Platform.Data;

namespace Objectives.Platform.Messaging;

/// <summary>How events are kept between the transaction that raises them and their delivery.</summary>
internal static class Outbox
{
    public static OutboxMessage MessageOf(IIntegrationEvent @event, DateTimeOffset now, int ordinal) => new()
    {
        Id = Guid.CreateVersion7(),
        AggregateId = @event.AggregateId,
        Type = @event.GetType().FullName!,
        Payload = JsonSerializer.Serialize(@event, @event.GetType()),
        CreatedAt = now,
        Ordinal = ordinal,
    };

    public static IIntegrationEvent EventOf(OutboxMessage message)
    {
        var type = typeof(IIntegrationEvent).Assembly.GetType(message.Type) ?? throw new InvalidOperationException($"No event of type {message.Type}.");
        return (IIntegrationEvent)JsonSerializer.Deserialize(message.Payload, type)!;
    }
}

/// <summary>Wakes the delivery when a transaction has left events.</summary>
public sealed class OutboxSignal : Bell;

/// <summary>Wakes one who waits; rung twice before he looks, it wakes him once.</summary>
public abstract class Bell : IDisposable
{
    private readonly SemaphoreSlim _bell = new(0, 1);

    public void Ring()
    {
        if (_bell.CurrentCount > 0)
            return;
        try
        {
            _bell.Release();
        }
        catch (SemaphoreFullException)
        {
            // Someone else rang in between.
        }
    }

    /// <summary>Whether it rang, or else the time has passed.</summary>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => _bell.WaitAsync(atMost, cancellationToken);

    public void Dispose()
    {
        _bell.Dispose();
        GC.SuppressFinalize(this);
    }
}
