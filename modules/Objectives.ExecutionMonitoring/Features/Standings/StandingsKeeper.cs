using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Features.Progress;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Standings;

/// <summary>
/// Brings the standings that were marked up to date, a moment after what changed them, many at a time: when hundreds report at once those above them are looked at once, not hundreds of times.
/// What another program left marked is done on its next beat.
/// </summary>
internal sealed partial class StandingsKeeper(OwnWork own, IDbContextFactory<ExecutionMonitoringDb> dbs, FiguresKeeper figures, StandingsBell bell, Announcements announcements, TimeProvider systemClock, ILogger<StandingsKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);

    /// <summary>After the bell, which is rung before the commit, and so that others' marks come together; under load for twice as long as the last ones took, so that most of the time is left to those who report.</summary>
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(40);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Does what is marked; returns how many marks that were.</summary>
    public async Task<int> CatchUpAsync(CancellationToken cancellationToken)
    {
        await figures.CatchUpAsync(cancellationToken);
        var done = 0;
        foreach (var cycle in await MarkedAsync(cancellationToken))
        {
            while (await PortionAsync(cycle, cancellationToken) is > 0 and var marks)
                done += marks;
        }
        return done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var took = TimeSpan.Zero;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await bell.WaitAsync(Beat, stoppingToken))
                    await Task.Delay(TimeSpan.FromTicks(Math.Clamp(took.Ticks * 2, Gather.Ticks, Beat.Ticks)), stoppingToken);
                var begun = systemClock.GetTimestamp();
                await CatchUpAsync(stoppingToken);
                took = systemClock.GetElapsedTime(begun);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                LogFailed(log, e);
                await Task.Delay(AfterFailure, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task<IReadOnlyList<CycleId>> MarkedAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.StaleStandings.Select(s => s.CycleId).Distinct().ToListAsync(cancellationToken);
    }

    private async Task<int> PortionAsync(CycleId cycle, CancellationToken cancellationToken)
    {
        var (marks, raised) = await own.DoAsync((IServiceProvider services, ExecutionMonitoringDb _) => services.GetRequiredService<StandingsRefresh>().RefreshAsync(cycle, cancellationToken), cancellationToken);
        if (marks > 0)
            announcements.Committed(raised);
        return marks;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Bringing standings up to date failed; trying again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
