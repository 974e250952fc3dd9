using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;

namespace Objectives.Organization.Features.SignIn;

/// <summary>
/// Who the sessions of the last second stand for. A change of people, units or sessions by this program is seen at once, since it empties the cache; one
/// by another program that shares the database within <see cref="Lifetime"/>.
/// </summary>
internal sealed class SessionCache(TimeProvider systemClock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<string, (SignedInPerson Person, long Until)> _known = new(StringComparer.Ordinal);
    private long _generation;

    public long Generation => Interlocked.Read(ref _generation);

    public SignedInPerson? Find(string hash) => _known.TryGetValue(hash, out var entry) && systemClock.GetTimestamp() < entry.Until ? entry.Person : null;

    /// <param name="generation">From before the person was read: what was read before a change is not kept.</param>
    public SignedInPerson? Keep(string hash, SignedInPerson? person, long generation)
    {
        if (person is null || generation != Generation)
            return person;
        if (_known.Count >= Most)
            _known.Clear();
        _known[hash] = (person, systemClock.GetTimestamp() + (long)(Lifetime.TotalSeconds * systemClock.TimestampFrequency));
        if (generation != Generation)
            _known.TryRemove(hash, out _);
        return person;
    }

    public void Forget()
    {
        Interlocked.Increment(ref _generation);
        _known.Clear();
    }
}

/// <summary>Empties the cache when a transaction of this module has committed.</summary>
internal sealed class SessionCacheInterceptor(SessionCache known) : DbTransactionInterceptor
{
    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (eventData.Context is OrganizationDb)
            known.Forget();
    }

    public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        TransactionCommitted(transaction, eventData);
        return Task.CompletedTask;
    }
}
