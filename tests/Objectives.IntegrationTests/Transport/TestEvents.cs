using System.Collections.Concurrent;
using System.Globalization;

namespace Objectives.IntegrationTests.Transport;

/// <summary>A source of events that knows how many listen to it.</summary>
internal sealed class TestEvents
{
    private int _count;

    public Source Ticks { get; } = new();

    public int Bumps => _count;

    public int Bump(int by) => Interlocked.Add(ref _count, by);

    internal sealed class Source : IObservable<object?>
    {
        private readonly ConcurrentDictionary<Guid, IObserver<object?>> _observers = new();

        public int Listeners => _observers.Count;

        public void Publish(string value)
        {
            foreach (var observer in _observers.Values)
                observer.OnNext(value);
        }

        public void Fail(Exception error)
        {
            foreach (var observer in _observers.Values)
                observer.OnError(error);
        }

        public IDisposable Subscribe(IObserver<object?> observer)
        {
            var id = Guid.NewGuid();
            _observers[id] = observer;
            return new Leave(() => _observers.TryRemove(id, out _));
        }
    }

    private sealed class Leave(Action action) : IDisposable
    {
        public void Dispose() => action();
    }
}

internal sealed class Countdown(int from) : IObservable<object?>
{
    public IDisposable Subscribe(IObserver<object?> observer)
    {
        for (var i = from; i > 0; i--)
            observer.OnNext(i.ToString(CultureInfo.InvariantCulture));
        observer.OnCompleted();
        return new MemoryStream(0);
    }
}
