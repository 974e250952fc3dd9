using System.Collections.Concurrent;
using System.Threading.Channels;
using Objectives.Contracts;

namespace Objectives.Platform.Messaging;

/// <summary>Hands delivered events and job progress to whoever listens in this program. A listener that does not keep up loses its place, not the others' time.</summary>
public sealed class LiveUpdates
{
    private const int Backlog = 256;
    private readonly ConcurrentDictionary<long, Channel<object>> _listeners = [];
    private long _next;

    public int Listeners => _listeners.Count;

    public void Tell(object update)
    {
        foreach (var channel in _listeners.Values)
        {
            if (!channel.Writer.TryWrite(update))
                channel.Writer.TryComplete(new InvalidOperationException("The listener is too slow."));
        }
    }

    /// <summary>From now on; dispose it to stop listening.</summary>
    public Listener Listen()
    {
        var channel = Channel.CreateBounded<object>(new BoundedChannelOptions(Backlog) { SingleReader = true });
        var id = Interlocked.Increment(ref _next);
        _listeners[id] = channel;
        return new(channel.Reader, () => _listeners.TryRemove(id, out _));
    }

    public sealed class Listener(ChannelReader<object> reader, Action stop) : IDisposable
    {
        public IAsyncEnumerable<object> ReadAllAsync(CancellationToken cancellationToken) => reader.ReadAllAsync(cancellationToken);

        public ValueTask<object> ReadAsync(CancellationToken cancellationToken) => reader.ReadAsync(cancellationToken);

        public void Dispose() => stop();
    }
}

/// <summary>An event as it reached the other modules.</summary>
public sealed record Delivered(IIntegrationEvent Event);
