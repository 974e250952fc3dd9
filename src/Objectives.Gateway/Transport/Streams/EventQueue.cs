using System.Threading.Channels;
using GraphQL;

namespace Objectives.Gateway.Transport;

/// <summary>
/// Stands between a source that pushes and a client that reads at its own pace. It holds a bounded number of events: when it is full the
/// client is too slow and <see cref="Overflow"/> is cancelled.
/// </summary>
internal sealed class EventQueue : IObserver<ExecutionResult>, IDisposable
{
    private readonly Channel<ExecutionResult> _channel;
    private readonly CancellationTokenSource _overflow = new();
    private readonly InternalErrors _errors;
    private readonly ActiveSubscriptions _active;
    private readonly IDisposable _subscription;

    public EventQueue(IObservable<ExecutionResult> source, int capacity, InternalErrors errors, ActiveSubscriptions active)
    {
        _channel = Channel.CreateBounded<ExecutionResult>(new BoundedChannelOptions(capacity) { SingleReader = true });
        (_errors, _active) = (errors, active);
        active.Opened();
        _subscription = source.Subscribe(this);
    }

    public ChannelReader<ExecutionResult> Events => _channel.Reader;

    public CancellationToken Overflow => _overflow.Token;

    public void OnNext(ExecutionResult value)
    {
        if (_channel.Writer.TryWrite(value) || !_channel.Writer.TryComplete())
            return;
        _active.CutOff();
        try
        {
            _ = _overflow.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // The client went at the same moment.
        }
    }

    public void OnError(Exception error)
    {
        _channel.Writer.TryWrite(new(_errors.ToError(error, field: null)));
        _channel.Writer.TryComplete();
    }

    public void OnCompleted() => _channel.Writer.TryComplete();

    public void Dispose()
    {
        _subscription.Dispose();
        _channel.Writer.TryComplete();
        _active.Closed();
        _overflow.Dispose();
    }
}
