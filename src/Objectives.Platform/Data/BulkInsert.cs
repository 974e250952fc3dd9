using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Objectives.Platform.Data;

/// <summary>
/// Inserts rows of a mapped type without tracking them: by one prepared statement on SQLite, by a few or by COPY on PostgreSQL, by EF elsewhere.
/// </summary>
internal sealed class BulkInsert(ModuleDb db, Type rowType) : IAsyncDisposable
{
    /// <summary>From which on PostgreSQL copies them in at less cost than prepared statements do.</summary>
    private const int ManyRows = 200;

    private readonly TableLayout _table = TableLayout.Of(db, rowType);
    private SqliteCommand? _statement;

    /// <summary>Within the context's open transaction.</summary>
    public Task InsertAsync(IReadOnlyList<object> rows, CancellationToken cancellationToken) => db.Database.GetDbConnection() switch
    {
        SqliteConnection connection => InsertAsync(connection, rows),
        NpgsqlConnection connection when rows.Count >= ManyRows => CopyAsync(connection, rows, cancellationToken),
        NpgsqlConnection connection => InsertAsync(connection, rows, cancellationToken),
        _ => TrackAsync(rows, cancellationToken),
    };

    public async ValueTask DisposeAsync()
    {
        if (_statement is not null)
            await _statement.DisposeAsync();
    }

    private Task InsertAsync(SqliteConnection connection, IReadOnlyList<object> rows)
    {
        _table.Insert(_statement ??= _table.Prepare(connection), (SqliteTransaction)db.Database.CurrentTransaction!.GetDbTransaction(), rows);
        return Task.CompletedTask;
    }

    private async Task InsertAsync(NpgsqlConnection connection, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        _table.AddTo(batch, rows);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task CopyAsync(NpgsqlConnection connection, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(_table.Copy, cancellationToken);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellationToken);
            foreach (var column in _table.Columns)
            {
                if (column.Read(row) is { } value)
                    await copy.WriteAsync(value, column.StoreType, cancellationToken);
                else
                    await copy.WriteNullAsync(cancellationToken);
            }
        }
        await copy.CompleteAsync(cancellationToken);
    }

    private async Task TrackAsync(IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(rows);
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
