using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Progress;
using Objectives.ExecutionMonitoring.Features.Standings;
using Objectives.Platform.Data;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Progress;

/// <summary>
/// Brings the figures up to date with what was recorded, many entries at a time: recording itself adds rows only, and whoever reads figures waits until they tell all that was recorded before (adr/0015).
/// </summary>
internal sealed class FiguresKeeper(OwnWork own, IDbContextFactory<ExecutionMonitoringDb> dbs) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Until all that was recorded before the call is told. Outside of any command's transaction, for it takes one of its own.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        if (!await IsBehindAsync(cancellationToken))
            return;
        await _turn.WaitAsync(cancellationToken); // Of those who wait the first does it for all.
        try
        {
            var isMore = await IsBehindAsync(cancellationToken);
            while (isMore)
                isMore = await own.DoAsync((IServiceProvider services, ExecutionMonitoringDb _) => services.GetRequiredService<FiguresRefresh>().RefreshPortionAsync(cancellationToken), cancellationToken);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<bool> IsBehindAsync(CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.StaleFigures.AnyAsync(cancellationToken);
    }
}

/// <summary>Has figures and standings follow soon after what was recorded.</summary>
internal sealed class FiguresToFollow(ExecutionMonitoringDb db, StandingsBell bell) : IFollowUp
{
    public Type DbType => typeof(ExecutionMonitoringDb);

    public Task FollowAsync(CancellationToken cancellationToken)
    {
        if (db.ChangeTracker.Entries<StaleFigures>().Any())
            bell.Ring();
        return Task.CompletedTask;
    }
}
