using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Objectives.Platform.Requests;

namespace Objectives.Platform.Data;

/// <summary>
/// Writes the rows of commands that only add some (<see cref="IAddsOnly"/>): those that come while others are being written go to the database together, as one transaction with one flush. Where one of them cannot be
/// written, each is by itself, so that nobody fails by another's rows. On SQLite and PostgreSQL.
/// </summary>
public sealed class GroupWriter(IServiceScopeFactory scopes, CommandGate gate, Memories memories, Database database) : IDisposable
{
    private readonly FileWriter? _file = database.Kind == DatabaseKind.Sqlite ? new(database.ConnectionString, gate, memories) : null;
    private readonly Lock _lock = new();
    private List<WaitingRows> _waiting = [];
    private bool _running;

    public static bool Serves(DatabaseKind kind) => kind is DatabaseKind.Sqlite or DatabaseKind.PostgreSql;

    /// <summary>Says that a command has begun that will bring rows, until it ends: those who bring theirs before may wait for it a moment. Null where nobody waits.</summary>
    public IDisposable? Expect() => _file?.Expect();

    /// <summary>Until what the context has added, and what else there is with it, is on the disk, all of it; or fails, and nothing of it is.</summary>
    public async Task WriteAsync(ModuleDb db, IReadOnlyList<object> more)
    {
        var rows = db.ChangeTracker.Entries().Where(e => e.State == EntityState.Added).Select(e => e.Entity).Concat(more);
        var mine = new WaitingRows(db.GetType(), [.. rows.Select(row => (TableLayout.Of(db, row.GetType()), row))]);
        if (_file is not null)
            await _file.WriteAsync(mine);
        else
            await WriteToServerAsync(mine);
        db.ChangeTracker.Clear();
    }

    public void Dispose() => _file?.Dispose();

    private Task WriteToServerAsync(WaitingRows mine)
    {
        lock (_lock)
        {
            _waiting.Add(mine);
            if (!_running)
            {
                _running = true;
                _ = Task.Run(RunAsync);
            }
        }
        return mine.Written.Task;
    }

    private async Task RunAsync()
    {
        while (Take() is { Count: > 0 } taken)
        {
            foreach (var group in taken.GroupBy(w => w.DbType))
                await WriteAsync(group.Key, [.. group]);
        }
    }

    private List<WaitingRows> Take()
    {
        lock (_lock)
        {
            var taken = _waiting;
            _waiting = [];
            _running = taken.Count > 0;
            return taken;
        }
    }

    private async Task WriteAsync(Type dbType, IReadOnlyList<WaitingRows> group)
    {
        try
        {
            await WriteRowsAsync(dbType, group);
        }
        catch (Exception e) when (group.Count == 1 || e.GetBaseException() is not PostgresException)
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
        foreach (var one in group)
            one.Written.SetResult();
    }

    private async Task WriteRowsAsync(Type dbType, IReadOnlyList<WaitingRows> group)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = (ModuleDb)scope.ServiceProvider.GetRequiredService(dbType);
        await using var place = await gate.EnterAsync(db, CancellationToken.None);
        await db.Database.OpenConnectionAsync();
        try
        {
            await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection());
            foreach (var table in WaitingRows.ByTable(group))
                table.Key.AddTo(batch, table);
            await batch.ExecuteNonQueryAsync();
        }
        finally
        {
            await db.Database.CloseConnectionAsync(); // Before the place is given to the next.
        }
    }
}

/// <summary>What one command has added.</summary>
internal sealed record WaitingRows(Type DbType, IReadOnlyList<(TableLayout Table, object Row)> Rows)
{
    public TaskCompletionSource Written { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public static IEnumerable<IGrouping<TableLayout, object>> ByTable(IEnumerable<WaitingRows> group) => group.SelectMany(w => w.Rows).GroupBy(row => row.Table, row => row.Row);
}
