using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Objectives.Platform.Data;

/// <summary>
/// What was read from the database within the last second, by key. A transaction of this program on the context <typeparamref name="TDb"/> empties it at once, so that
/// whoever has changed something sees it; a change by another program that shares the database is seen within <see cref="ShortMemory.Lifetime"/>.
/// </summary>
public sealed class ShortMemory<TDb, TKey, TValue>(TimeProvider systemClock) : IForgetful
    where TDb : ModuleDb
    where TKey : notnull
    where TValue : class
{
    private readonly ConcurrentDictionary<TKey, (TValue Value, long Until)> _known = [];
    private long _generation;

    public Type DbType => typeof(TDb);

    /// <summary>Read before what is to be kept is: what was read before a change is not kept.</summary>
    public long Generation => Interlocked.Read(ref _generation);

    public TValue? Find(TKey key) => _known.TryGetValue(key, out var entry) && systemClock.GetTimestamp() < entry.Until ? entry.Value : null;

    /// <summary>What there is of these: as it is remembered, and the rest as it is read.</summary>
    public async Task<IReadOnlyDictionary<TKey, TValue>> FindAsync(IEnumerable<TKey> keys, Func<TValue, TKey> keyOf, Func<IReadOnlyList<TKey>, Task<List<TValue>>> readAsync)
    {
        var found = new Dictionary<TKey, TValue>();
        var missing = new List<TKey>();
        foreach (var key in keys)
        {
            if (Find(key) is { } value)
                found[key] = value;
            else
                missing.Add(key);
        }
        if (missing.Count == 0)
            return found;
        var generation = Generation;
        foreach (var value in await readAsync(missing))
        {
            var key = keyOf(value);
            Keep(key, value, generation);
            found[key] = value;
        }
        return found;
    }

    public void Keep(TKey key, TValue value, long generation)
    {
        if (generation != Generation)
            return;
        if (_known.Count >= ShortMemory.Most)
            _known.Clear();
        _known[key] = (value, systemClock.GetTimestamp() + (long)(ShortMemory.Lifetime.TotalSeconds * systemClock.TimestampFrequency));
        if (generation != Generation)
            _known.TryRemove(key, out _);
    }

    public void Forget()
    {
        Interlocked.Increment(ref _generation);
        _known.Clear();
    }
}

public static class ShortMemory
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);
    internal const int Most = 10_000;
}

public interface IForgetful
{
    /// <summary>The context whose transactions change what is remembered.</summary>
    Type DbType { get; }

    void Forget();
}

/// <summary>All that is remembered, by the context whose transactions change it.</summary>
public sealed class Memories(IEnumerable<IForgetful> memories)
{
    private readonly ILookup<Type, IForgetful> _memories = memories.ToLookup(m => m.DbType);

    public void Forget(Type dbType)
    {
        foreach (var memory in _memories[dbType])
            memory.Forget();
    }
}

/// <summary>Empties what a committed transaction, or a save without one, may have changed.</summary>
internal sealed class ForgetOnCommit(Memories memories) : DbTransactionInterceptor, ISaveChangesInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => Forget(eventData.Context);

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData.Context);
        return Task.CompletedTask;
    }

    public ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context?.Database.CurrentTransaction is null)
            Forget(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private void Forget(DbContext? db)
    {
        if (db is not null)
            memories.Forget(db.GetType());
    }
}
