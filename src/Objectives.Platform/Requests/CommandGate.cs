namespace Objectives.Platform.Requests;

/// <summary>
/// How many commands of this program are in their transactions at once. Each holds a connection and, while it asks other modules, needs one more: were there as
/// many as the pool has connections, all would wait for each other.
/// </summary>
public sealed class CommandGate : IDisposable
{
    private readonly SemaphoreSlim _places = new(Math.Max(16, Environment.ProcessorCount * 2));

    /// <summary>Waits for a place, which is free again when it is disposed.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        return new Place(_places);
    }

    public void Dispose() => _places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
