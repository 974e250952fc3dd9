using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Findings;

/// <summary>
/// Looks at every objective of a cycle, some at a time, each time in a transaction of its own: others go on with theirs in between, whose findings are right whatever
/// the round has come to. Done twice, it changes nothing the second time.
/// </summary>
internal sealed class FindingsRound(IServiceScopeFactory scopes)
{
    private const int AtOnce = 2000;

    /// <param name="looked">Told how many objectives were looked at.</param>
    public async Task RunAsync(CycleId cycleId, Action<int>? looked, CancellationToken cancellationToken)
    {
        for (string? path = string.Empty; path is not null;)
            path = await StepAsync((refresh, from) => refresh.IndexNextAsync(cycleId, from, AtOnce, cancellationToken), path, cancellationToken);
        var done = 0;
        for (string? path = string.Empty; path is not null; looked?.Invoke(done += AtOnce))
            path = await StepAsync((refresh, from) => refresh.FindNextAsync(cycleId, from, AtOnce, cancellationToken), path, cancellationToken);
    }

    private async Task<string?> StepAsync(Func<FindingsRefresh, string, Task<string?>> step, string path, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CallContext>().SignedIn = Caller.System;
        var db = services.GetRequiredService<PlanningDb>();
        await using var turn = await services.GetRequiredService<CommandGate>().EnterAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var last = await step(services.GetRequiredService<FindingsRefresh>(), path);
        await transaction.CommitAsync(cancellationToken);
        return last;
    }
}
