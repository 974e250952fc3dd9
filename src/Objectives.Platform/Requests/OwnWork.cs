using Microsoft.Extensions.DependencyInjection;
using Objectives.Platform.Data;

namespace Objectives.Platform.Requests;

/// <summary>
/// The program's own work on the database, a portion at a time: each in a turn and a transaction of its own, so that people's commands wait for one portion at most, and what is done stays done
/// when the program stops in between.
/// </summary>
public sealed class OwnWork(IServiceScopeFactory scopes, CommandGate gate, Database database)
{
    public async Task<T> DoAsync<TDb, T>(Func<IServiceProvider, TDb, Task<T>> portion, CancellationToken cancellationToken)
        where TDb : ModuleDb
    {
        await using var scope = NewScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var turn = await gate.EnterAsync(db, cancellationToken);
        return await ApartAsync(async () =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var done = await portion(scope.ServiceProvider, db);
            await transaction.CommitAsync(cancellationToken);
            return done;
        });
    }

    /// <summary>What takes long to read and needs no turn.</summary>
    public async Task<T> ReadAsync<T>(Func<IServiceProvider, Task<T>> reading)
    {
        await using var scope = NewScope();
        return await ApartAsync(() => reading(scope.ServiceProvider));
    }

    private AsyncServiceScope NewScope()
    {
        var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().SignedIn = Caller.System;
        return scope;
    }

    /// <summary>Who asks a SQLite file keeps his thread until it has answered. The pool has as many as there are processors, and takes half a second to add one: they are left to people's requests.</summary>
    private Task<T> ApartAsync<T>(Func<Task<T>> work)
        => database.Kind == DatabaseKind.Sqlite ? Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap() : work();
}
