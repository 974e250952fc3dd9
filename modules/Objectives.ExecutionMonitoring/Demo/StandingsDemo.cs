using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Features.Standings;
using Objectives.Platform.Demo;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Demo;

/// <summary>Works out where the demo company's objectives stand, which opens the deviations of those that lag; then once more what these do to others, now that all are known.</summary>
internal sealed class StandingsDemo(IServiceScopeFactory scopes, StandingsKeeper keeper) : IDemoSource
{
    public int Order => 30;

    public async Task FillAsync(DemoCompany company, IDemoProgress progress, CancellationToken cancellationToken)
    {
        foreach (var (i, cycle) in company.Cycles.Where(c => c.Year <= company.Year).Index())
        {
            await MarkAsync((_, marks) => marks.MarkAllAsync(cycle.Id, cancellationToken), cancellationToken);
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
            progress.Report("standings, cycles", i + 1, company.Cycles.Count - 1);
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
