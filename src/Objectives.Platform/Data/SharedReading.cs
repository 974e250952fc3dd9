namespace Objectives.Platform.Data;

/// <summary>
/// Asks the database once for what several requests ask at the same time: whoever asks while the last ones are being answered goes into the next statement, with all others who do. So each is answered
/// from what was read after he asked, and the busier the program is, the fewer statements it needs.
/// </summary>
/// <param name="readAsync">Gives what there is of those.</param>
public sealed class SharedReading<TKey, TValue>(Func<IReadOnlyList<TKey>, Task<IReadOnlyDictionary<TKey, TValue>>> readAsync)
    where TKey : notnull
    where TValue : class
{
    private readonly Lock _lock = new();
    private Round? _next;
    private Task _last = Task.CompletedTask;

    /// <returns>Null where there is none.</returns>
    public async Task<TValue?> FindAsync(TKey key, CancellationToken cancellationToken)
    {
        Round round;
        bool isFirst;
        lock (_lock)
        {
            isFirst = _next is null;
            round = _next ??= new();
            round.Keys.Add(key);
        }
        if (isFirst)
            await ReadAsync(round);
        return (await round.Found.Task.WaitAsync(cancellationToken)).GetValueOrDefault(key);
    }

    /// <summary>By the first of those who go together, who does not give up while others wait for it.</summary>
    private async Task ReadAsync(Round round)
    {
        await _last.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_lock)
        {
            _next = null;
            _last = round.Found.Task;
        }
        try
        {
            round.Found.SetResult(await readAsync([.. round.Keys]));
        }
        catch (Exception e)
        {
            round.Found.SetException(e);
        }
    }

    private sealed class Round
    {
        public HashSet<TKey> Keys { get; } = [];

        public TaskCompletionSource<IReadOnlyDictionary<TKey, TValue>> Found { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
