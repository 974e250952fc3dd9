using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Objectives.Platform.Data;

namespace Objectives.Platform.Messaging;

/// <summary>Where programs share a database: tells this one's subscribers, within a second or two, of what the others delivered.</summary>
internal sealed partial class OtherPrograms(IServiceScopeFactory scopes, Database database, LiveUpdates live, TimeProvider systemClock, ILogger<OtherPrograms> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>How far apart the programs' clocks, and a row's time and its commit, may be.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(15);
    private readonly Dictionary<Guid, DateTimeOffset> _told = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (database.Kind == DatabaseKind.Sqlite)
            return;
        var started = systemClock.GetUtcNow();
        using var timer = new PeriodicTimer(Beat, systemClock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    if (live.Listeners > 0)
                        await TellAsync(started, stoppingToken);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    LogFailed(log, e);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task TellAsync(DateTimeOffset started, CancellationToken cancellationToken)
    {
        var since = systemClock.GetUtcNow() - Overlap;
        if (since < started)
            since = started;
        await using var scope = scopes.CreateAsyncScope();
        await using var db = await scope.ServiceProvider.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(cancellationToken);
        var delivered = await db.Outbox.AsNoTracking().Where(m => m.DeliveredAt >= since && m.DeliveredBy != OutboxDelivery.ThisProgram)
            .OrderBy(m => m.CreatedAt).ThenBy(m => m.Ordinal).ToListAsync(cancellationToken);
        foreach (var message in delivered.Where(m => _told.TryAdd(m.Id, m.DeliveredAt!.Value)))
            live.Tell(new Delivered(Outbox.EventOf(message)));
        foreach (var old in _told.Where(t => t.Value < since).Select(t => t.Key).ToList())
            _told.Remove(old);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reading what other programs delivered failed; trying again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
