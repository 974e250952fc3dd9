namespace Objectives.Platform.GraphQl;

/// <summary>graphql-dotnet wants an observable where our streams are pulled: one reader for each subscriber, ended with its subscription.</summary>
internal sealed class AsyncObservable(IAsyncEnumerable<object> source, CancellationToken operation) : IObservable<object?>
{
    public IDisposable Subscribe(IObserver<object?> observer)
    {
        var life = CancellationTokenSource.CreateLinkedTokenSource(operation);
        _ = PumpAsync(observer, life.Token);
        return new Life(life);
    }

    private async Task PumpAsync(IObserver<object?> observer, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var value in source.WithCancellation(cancellationToken))
                observer.OnNext(value);
            observer.OnCompleted();
        }
        catch (OperationCanceledException)
        {
            observer.OnCompleted();
        }
        catch (Exception e)
        {
            observer.OnError(e);
        }
    }

    private sealed class Life(CancellationTokenSource source) : IDisposable
    {
        public void Dispose()
        {
            source.Cancel();
            source.Dispose();
        }
    }
}
