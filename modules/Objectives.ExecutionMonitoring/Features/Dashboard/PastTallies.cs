using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Dashboard;

/// <summary>
/// How scopes stood at past moments, remembered: standings are kept by when they were known, so what was at a past moment stays as it was, and a dashboard's trend is counted once and not at each look.
/// The longest unused goes first.
/// </summary>
internal sealed class PastTallies(BusinessClock clock) : IDisposable
{
    private const long MostGroups = 200_000;

    /// <summary>So long after a moment standings of before may still be on their way into the database.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromMinutes(5);

    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = MostGroups });

    /// <inheritdoc cref="Scope.ReadAsync"/>
    public async Task<IReadOnlyDictionary<Guid, Tally>> ReadAsync(Scope scope, ExecutionMonitoringDb db, DashboardDimension by, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        if (moment > clock.GetUtcNow() - Settled)
            return await scope.ReadAsync(db, by, moment, cancellationToken);
        var key = new Key(scope.CycleId, by, moment, SignatureOf(scope));
        if (_known.TryGetValue(key, out IReadOnlyDictionary<Guid, Tally>? known))
            return known!;
        var read = await scope.ReadAsync(db, by, moment, cancellationToken);
        _known.Set(key, read, new MemoryCacheEntryOptions { Size = read.Count + 1 });
        return read;
    }

    public void Dispose() => _known.Dispose();

    /// <summary>Whose standings the scope takes in: two that take in the same have the same.</summary>
    private static string SignatureOf(Scope scope)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(scope.Within?.Select(u => u.Value));
        Append(scope.Owners?.Select(p => p.Value));
        Append(scope.Sight?.UnitIds.Select(u => u.Value));
        Append(scope.Sight?.SubordinateIds.Select(p => p.Value));
        return Convert.ToHexString(hash.GetHashAndReset());

        void Append(IEnumerable<Guid>? ids)
        {
            Span<byte> bytes = stackalloc byte[16];
            foreach (var id in ids?.Order() ?? Enumerable.Empty<Guid>())
            {
                id.TryWriteBytes(bytes);
                hash.AppendData(bytes);
            }
            hash.AppendData(ids is null ? "all"u8 : "end"u8);
        }
    }

    private sealed record Key(CycleId CycleId, DashboardDimension By, DateTimeOffset Moment, string Signature);
}
