using Microsoft.Extensions.DependencyInjection;
using Objectives.Platform.Data;

namespace Objectives.Platform.Requests;

/// <summary>
/// The program's own work on the database, a portion at a time: each in a turn and a transaction of its own, so that people's commands wait for one portion at most, and what is done stays done
/// when the program stops in between.
/// </summary>
public sealed class OwnWork(IServiceScopeFactory scopes, CommandGate gate)
{
    public async Task<T> DoAsync<TDb, T>(Func<IServiceProvider, TDb, Task<T>> portion, CancellationToken cancellationToken)
        where TDb : ModuleDb
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CallContext>().SignedIn = Caller.System;
        var db = services.GetRequiredService<TDb>();
        await using var turn = await gate.EnterAsync(db, cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var done = await portion(services, db);
        await transaction.CommitAsync(cancellationToken);
        return done;
    }
}
