using System.Runtime.CompilerServices;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Execution;

namespace Objectives.Platform.GraphQl;

/// <summary>One operation's batch loads: keys gather until the executor has resolved a level, then each kind is fetched once.</summary>
internal sealed class Batches
{
    private static readonly ConditionalWeakTable<IExecutionContext, Batches> OfExecutions = [];
    private readonly Lock _gate = new();
    private readonly Dictionary<object, Batch> _batches = [];

    /// <summary>Of this execution: an event of a subscription is one of its own, and sees what is true then.</summary>
    public static Batches Of(IResolveFieldContext context) => OfExecutions.GetValue(context.ExecutionContext, static _ => new());

    public Batch For(object identity, Func<IReadOnlyList<object>, FieldCall, Task<IReadOnlyDictionary<object, object?>>> fetch, object? missing, Func<FieldCall> call)
    {
        lock (_gate)
        {
            if (!_batches.TryGetValue(identity, out var batch))
                _batches[identity] = batch = new(fetch, missing, call());
            return batch;
        }
    }
}

/// <summary>The keys of one kind that wait, and the values that came.</summary>
internal sealed class Batch(Func<IReadOnlyList<object>, FieldCall, Task<IReadOnlyDictionary<object, object?>>> fetch, object? missing, FieldCall call)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<object, Entry> _entries = [];
    private Wave _open = new();

    public IDataLoaderResult Load(object key)
    {
        lock (_gate)
        {
            if (!_entries.TryGetValue(key, out var entry))
            {
                _open.Keys.Add(key);
                _entries[key] = entry = new(this, _open, key);
            }
            return entry;
        }
    }

    private Task<IReadOnlyDictionary<object, object?>> FetchAsync(Wave wave)
    {
        lock (_gate)
        {
            if (ReferenceEquals(wave, _open))
                _open = new();
            return wave.Values ??= fetch(wave.Keys, call);
        }
    }

    private sealed class Wave
    {
        public List<object> Keys { get; } = [];

        public Task<IReadOnlyDictionary<object, object?>>? Values { get; set; }
    }

    private sealed class Entry(Batch batch, Wave wave, object key) : IDataLoaderResult
    {
        public async Task<object?> GetResultAsync(CancellationToken cancellationToken = default)
            => (await batch.FetchAsync(wave)).TryGetValue(key, out var value) ? value : batch.Missing;
    }

    private object? Missing => missing;
}
