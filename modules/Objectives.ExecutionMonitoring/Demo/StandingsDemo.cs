using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Standings;
using Objectives.ExecutionMonitoring.Features.Progress;
using Objectives.ExecutionMonitoring.Features.Standings;
using Objectives.Platform.Data;
using Objectives.Platform.Demo;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Demo;

/// <summary>Works out where the demo company's objectives stand, which opens the deviations of those that lag; then once more what these do to others, now that all are known.</summary>
internal sealed class StandingsDemo(IServiceScopeFactory scopes, StandingsKeeper keeper) : IDemoSource
{
    /// <summary>More have no past but from now on: it is worked out month by month over the whole tree.</summary>
    private const int MostWithPast = 5_000;

    /// <summary>By this day of the next month all of a month is reported, and nothing more until the month after.</summary>
    private const int LastToReport = 5;

    public int Order => 30;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        foreach (var (i, cycle) in company.Cycles.Where(c => c.Year <= company.Year).Index())
        {
            await MarkAsync(
                async (db, marks) =>
                {
                    await db.StaleStandings.ExecuteDeleteAsync(cancellationToken); // Left by the figures' filling; all are marked in their turn.
                    await marks.MarkAllAsync(cycle.Id, cancellationToken);
                },
                cancellationToken);
            await keeper.CatchUpAsync(cancellationToken);
            await MarkAsync(
                async (db, marks) =>
                {
                    await marks.MarkAsync(cycle.Id, await db.Deviations.Where(d => d.CycleId == cycle.Id).Select(d => d.ObjectiveId).ToListAsync(cancellationToken), cancellationToken);
                    var month = new DateOnly(company.Year, company.Now.AddHours(8).Month, 1);
                    await db.CycleStandings.Where(s => s.CycleId == cycle.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.LookedAt, month), cancellationToken);
                },
                cancellationToken);
            await keeper.CatchUpAsync(cancellationToken);
            if (company.GoalCount <= MostWithPast)
                await AddPastAsync(company, cycle, progress, cancellationToken);
            progress.Report("standings, cycles", i + 1, company.Cycles.Count - 1);
        }
    }

    /// <summary>How they stood before anything was reported, and once each month was.</summary>
    private async Task AddPastAsync(DemoCompany company, DemoCycle cycle, IDemoProgress progress, CancellationToken cancellationToken)
    {
        List<DateTimeOffset> moments = [.. Enumerable.Range(0, 13).Select(month => BusinessClock.EndOf(new DateOnly(cycle.Year, 1, LastToReport).AddMonths(month), company.TimeZone)).Where(moment => moment < company.Now)];
        foreach (var (i, moment) in moments.Index())
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CallContext>().SignedIn = Caller.System;
            var db = scope.ServiceProvider.GetRequiredService<ExecutionMonitoringDb>();
            var ids = await db.Standings.Where(s => s.CycleId == cycle.Id).Select(s => s.ObjectiveId).ToListAsync(cancellationToken);
            var madeUp = (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new RollUpTree(ids), cancellationToken)).Where(n => n.Children.Count > 0).Select(n => n.Id).ToHashSet();
            var readings = await scope.ServiceProvider.GetRequiredService<ProgressReader>().ReadAsync(ids, moment, cancellationToken);
            var until = i + 1 < moments.Count ? moments[i + 1] : company.Now;
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            await db.InsertDerivedAsync([.. readings.Values.Select(r => PastStanding.Of(StandingsRefresh.Of(r, cycle.Id, madeUp.Contains(r.Terms.Id), moment), until))], cancellationToken);
            await db.InsertDerivedAsync([.. readings.Values.SelectMany(r => StandingsRefresh.PeriodsOf(r, moment)).Select(f => f with { Until = until })], cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            progress.Report($"standings of {cycle.Year}, months", i + 1, moments.Count);
        }
    }

    private async Task MarkAsync(Func<ExecutionMonitoringDb, StandingMarks, Task> mark, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().SignedIn = Caller.System;
        var db = scope.ServiceProvider.GetRequiredService<ExecutionMonitoringDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await mark(db, scope.ServiceProvider.GetRequiredService<StandingMarks>());
        await transaction.CommitAsync(cancellationToken);
    }
}
