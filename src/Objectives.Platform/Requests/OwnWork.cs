using Microsoft.Extensions.DependencyInjection;
using Objectives.Platform.Data;

namespace Objectives.Platform.Requests;

/// <summary>
/// The program's own work on the database, a portion at a time: each in a turn and a transaction of its own, so that people's commands wait for one portion at most, and what is done stays done
/// when the program stops in between. A portion that another program was in the way of is done again, with what that left.
/// </summary>
public sealed class OwnWork(IServiceScopeFactory scopes, CommandGate gate, Database database)
{
    private const int Attempts = 6;

    public async Task<T> DoAsync<TDb, T>(Func<IServiceProvider, TDb, Task<T>> portion, CancellationToken cancellationToken)
        where TDb : ModuleDb
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await OnceAsync(portion, cancellationToken);
            }
            catch (Exception e) when (attempt < Attempts && (Database.IsContention(e) || Database.IsUniqueViolation(e)))
            {
                Telemetry.Conflicts.Add(1);
                await Task.Delay(Random.Shared.Next(5, 20 << attempt), cancellationToken);
            }
        }
    }

    /// <summary>What takes long to read and needs no turn.</summary>
    public async Task<T> ReadAsync<T>(Func<IServiceProvider, Task<T>> reading)
    {
        await using var scope = NewScope();
        return await ApartAsync(() => reading(scope.ServiceProvider));
    }

    private async Task<T> OnceAsync<TDb, T>(Func<IServiceProvider, TDb, Task<T>> portion, CancellationToken cancellationToken)
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
