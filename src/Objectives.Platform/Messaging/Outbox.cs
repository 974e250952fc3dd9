using System.Collections.Concurrent;
using System.Text.Json;
using Objectives.Contracts;
using Objectives.Platform.Data;

namespace Objectives.Platform.Messaging;

/// <summary>How events are kept between the transaction that raises them and their delivery.</summary>
internal static class Outbox
{
    public static OutboxMessage MessageOf(IIntegrationEvent @event, DateTimeOffset now, int ordinal, bool isFirst = false) => new()
    {
        Id = Guid.CreateVersion7(),
        AggregateId = @event.AggregateId,
        Type = @event.GetType().FullName!,
        Payload = JsonSerializer.Serialize(@event, @event.GetType()),
        CreatedAt = now,
        Ordinal = ordinal,
        IsFirst = isFirst,
    };

    public static IIntegrationEvent EventOf(OutboxMessage message)
    {
        var type = typeof(IIntegrationEvent).Assembly.GetType(message.Type) ?? throw new InvalidOperationException($"No event of type {message.Type}.");
        return (IIntegrationEvent)JsonSerializer.Deserialize(message.Payload, type)!;
    }
}

/// <summary>
/// Wakes the delivery when a transaction has left events, and hands them to it: they are written as taken by this program, which then need not ask the database for them.
/// </summary>
public sealed class OutboxSignal : Bell
{
    private const int Most = 10_000;
    private readonly ConcurrentQueue<OutboxMessage> _handed = [];
    private volatile bool _isServed;
    private volatile bool _othersWait;

    /// <summary>Whether a delivery runs here that will take them, before long.</summary>
    internal bool IsServed
    {
        get => _isServed && _handed.Count < Most;
        set => _isServed = value;
    }

    /// <summary>After their commit. Those that were not reserved before they were written are looked for in the database.</summary>
    internal void Hand(IEnumerable<OutboxMessage> messages)
    {
        foreach (var message in messages)
        {
            if (message.ClaimedUntil is null)
                _othersWait = true;
            else
                _handed.Enqueue(message);
        }
        Ring();
    }

    /// <summary>There are some that nobody hands over.</summary>
    public void TellOfOthers()
    {
        _othersWait = true;
        Ring();
    }

    internal bool TakeOthersWait()
    {
        var waited = _othersWait;
        _othersWait = false;
        return waited;
    }

    /// <summary>Those that were handed over first.</summary>
    internal List<OutboxMessage> Take(int atMost)
    {
        var taken = new List<OutboxMessage>();
        while (taken.Count < atMost && _handed.TryDequeue(out var message))
            taken.Add(message);
        return taken;
    }
}

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
