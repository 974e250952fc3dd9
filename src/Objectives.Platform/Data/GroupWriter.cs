using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Objectives.Platform.Requests;

namespace Objectives.Platform.Data;

/// <summary>
/// Writes the rows of commands that only add some (<see cref="IAddsOnly"/>): those that come while others are being written go to the database together, as one transaction with one flush. Where one of them cannot be
/// written, each is by itself, so that nobody fails by another's rows. On SQLite and PostgreSQL.
/// </summary>
public sealed class GroupWriter(IServiceScopeFactory scopes, CommandGate gate, Memories memories)
{
    private readonly Lock _lock = new();
    private List<Waiting> _waiting = [];
    private bool _running;

    public static bool Serves(DatabaseKind kind) => kind is DatabaseKind.Sqlite or DatabaseKind.PostgreSql;

    /// <summary>Until what the context has added, and what else there is with it, is on the disk, all of it; or fails, and nothing of it is.</summary>
    public async Task WriteAsync(ModuleDb db, IReadOnlyList<object> more)
    {
        var mine = new Waiting(db.GetType(), [.. db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).Select(e => e.Entity), .. more]);
        lock (_lock)
        {
            _waiting.Add(mine);
            if (!_running)
            {
                _running = true;
                _ = Task.Run(RunAsync);
            }
        }
        await mine.Written.Task;
        db.ChangeTracker.Clear();
    }

    private async Task RunAsync()
    {
        while (Take() is { Count: > 0 } taken)
        {
            foreach (var group in taken.GroupBy(w => w.DbType))
                await WriteAsync(group.Key, [.. group]);
        }
    }

    private List<Waiting> Take()
    {
        lock (_lock)
        {
            var taken = _waiting;
            _waiting = [];
            _running = taken.Count > 0;
            return taken;
        }
    }

    private async Task WriteAsync(Type dbType, IReadOnlyList<Waiting> group)
    {
        try
        {
            await WriteRowsAsync(dbType, [.. group.SelectMany(w => w.Rows)]);
        }
        catch (Exception e) when (group.Count == 1 || e.GetBaseException() is not (PostgresException or SqliteException))
        {
            // Where the database did not answer, the rows may be there: written again they would be there twice.
            foreach (var one in group)
                one.Written.SetException(e);
            return;
        }
        catch (Exception)
        {
            foreach (var one in group)
                await WriteAsync(dbType, [one]);
            return;
        }
        memories.Forget(dbType);
        await TellAsync(group);
    }

    private async Task WriteRowsAsync(Type dbType, IReadOnlyList<object> rows)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(dbType);
        await using var turn = await gate.EnterAsync(db, CancellationToken.None);
        if (db.Kind == DatabaseKind.PostgreSql)
        {
            await WriteBatchAsync(db, rows);
            return;
        }
        await using var transaction = await db.Database.BeginTransactionAsync();
        await ForTablesAsync(db, rows, (insert, ofTable) => insert.InsertAsync(ofTable, CancellationToken.None));
        await transaction.CommitAsync();
    }

    private static async Task WriteBatchAsync(ModuleDb db, IReadOnlyList<object> rows)
    {
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
            await ForTablesAsync(db, rows, (insert, ofTable) =>
            {
                insert.AddTo(batch, ofTable);
                return Task.CompletedTask;
            });
            await batch.ExecuteNonQueryAsync();
        }
        finally
        {
            await db.Database.CloseConnectionAsync(); // Before the place is given to the next.
        }
    }

    private static async Task ForTablesAsync(ModuleDb db, IReadOnlyList<object> rows, Func<BulkInsert, IReadOnlyList<object>, Task> write)
    {
        foreach (var table in rows.GroupBy(row => row.GetType()))
        {
            await using var insert = new BulkInsert(db, table.Key);
            await write(insert, [.. table]);
        }
    }

    /// <summary>Once it is on the disk; those who come until then are written together.</summary>
    private async Task TellAsync(IReadOnlyList<Waiting> group)
    {
        try
        {
            await gate.FlushedAsync();
        }
        catch (Exception e)
        {
            foreach (var one in group)
                one.Written.SetException(e);
            return;
        }
        foreach (var one in group)
            one.Written.SetResult();
    }

    private sealed record Waiting(Type DbType, IReadOnlyList<object> Rows)
    {
        public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
