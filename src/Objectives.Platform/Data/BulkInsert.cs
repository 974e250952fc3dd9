using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Objectives.Platform.Data;

/// <summary>
/// Inserts rows of a mapped type without tracking them: by one prepared statement on SQLite, by a few or by COPY on PostgreSQL, by EF elsewhere.
/// Columns and conversions come from the model, so that the rows are those that EF would have written.
/// </summary>
internal sealed class BulkInsert : IAsyncDisposable
{
    /// <summary>From which on PostgreSQL copies them in at less cost than prepared statements do.</summary>
    private const int ManyRows = 200;

    private static readonly ConditionalWeakTable<IEntityType, Layout> Layouts = [];

    private readonly ModuleDb _db;
    private readonly Layout _table;
    private SqliteCommand? _statement;

    public BulkInsert(ModuleDb db, Type rowType)
    {
        _db = db;
        var type = db.Model.FindEntityType(rowType) ?? throw new InvalidOperationException($"{rowType} is not mapped.");
        _table = Layouts.GetValue(type, _ => new(type, db.GetService<ISqlGenerationHelper>()));
    }

    /// <summary>Within the context's open transaction.</summary>
    public Task InsertAsync(IReadOnlyList<object> rows, CancellationToken cancellationToken) => _db.Database.GetDbConnection() switch
    {
        SqliteConnection connection => InsertAsync(connection, rows),
        NpgsqlConnection connection when rows.Count >= ManyRows => CopyAsync(connection, rows, cancellationToken),
        NpgsqlConnection connection => InsertAsync(connection, rows, cancellationToken),
        _ => TrackAsync(rows, cancellationToken),
    };

    /// <summary>As statements of a batch, which PostgreSQL takes as a whole or not at all. Each takes up to 16 rows, so that there are few of them and few texts, which stay prepared.</summary>
    public void AddTo(NpgsqlBatch batch, IReadOnlyList<object> rows)
    {
        foreach (var portion in rows.Chunk(Layout.MostRows))
        {
            var command = new NpgsqlBatchCommand(_table.InsertByPosition[portion.Length - 1]);
            foreach (var row in portion)
            {
                foreach (var column in _table.Columns)
                    command.Parameters.Add(column.Parameter(row));
            }
            batch.BatchCommands.Add(command);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_statement is not null)
            await _statement.DisposeAsync();
    }

    private Task InsertAsync(SqliteConnection connection, IReadOnlyList<object> rows)
    {
        var statement = _statement ??= Prepare(connection);
        statement.Transaction = (SqliteTransaction)_db.Database.CurrentTransaction!.GetDbTransaction();
        foreach (var row in rows)
        {
            for (var i = 0; i < _table.Columns.Count; i++)
                statement.Parameters[i].Value = _table.Columns[i].Read(row) ?? DBNull.Value;
            statement.ExecuteNonQuery();
        }
        return Task.CompletedTask;
    }

    private async Task InsertAsync(NpgsqlConnection connection, IReadOnlyList<object> rows, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection, (NpgsqlTransaction?)_db.Database.CurrentTransaction?.GetDbTransaction());
        AddTo(batch, rows);
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private SqliteCommand Prepare(SqliteConnection connection)
    {
        var statement = connection.CreateCommand();
#pragma warning disable CA2100, S2077 // Names come from the model; values are parameters.
        statement.CommandText = _table.InsertByName;
#pragma warning restore CA2100, S2077
        for (var i = 0; i < _table.Columns.Count; i++)
            statement.Parameters.Add(_table.Columns[i].Parameter(statement, $"@p{i}"));
        return statement;
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
        _db.ChangeTracker.AutoDetectChangesEnabled = false;
        _db.AddRange(rows);
        await _db.SaveChangesAsync(cancellationToken);
        _db.ChangeTracker.Clear();
    }

    /// <summary>A table's columns and statements, worked out once for each model.</summary>
    private sealed class Layout
    {
        public const int MostRows = 16;

        public Layout(IEntityType type, ISqlGenerationHelper sql)
        {
            var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
            Columns = [.. type.GetFlattenedProperties().Select(p => new Column(p, p.GetColumnName(table)!))];
            var into = $"{sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", Columns.Select(c => sql.DelimitIdentifier(c.Name)))})";
            InsertByName = $"INSERT INTO {into} VALUES ({string.Join(", ", Columns.Select((_, i) => $"@p{i}"))})";
            InsertByPosition = [.. Enumerable.Range(1, MostRows).Select(rows => $"INSERT INTO {into} VALUES {string.Join(", ", Enumerable.Range(0, rows).Select(RowByPosition))}")];
            Copy = $"COPY {into} FROM STDIN (FORMAT BINARY)";
        }

        public IReadOnlyList<Column> Columns { get; }

        public string InsertByName { get; }

        /// <summary>For one row, two, three and so on.</summary>
        public IReadOnlyList<string> InsertByPosition { get; }

        public string Copy { get; }

        private string RowByPosition(int row) => $"({string.Join(", ", Columns.Select((_, i) => $"${(row * Columns.Count) + i + 1}"))})";
    }

    private sealed class Column
    {
        private readonly RelationalTypeMapping _mapping;
        private readonly IClrPropertyGetter _getter;
        private readonly Func<object?, object?>? _convert;
        private NpgsqlDbType? _postgreSqlType;

        public Column(IProperty property, string name)
        {
            Name = name;
            _mapping = property.GetRelationalTypeMapping();
            _getter = property.GetGetter();
            _convert = _mapping.Converter?.ConvertToProvider;
        }

        public string Name { get; }

        public string StoreType => _mapping.StoreTypeNameBase;

        /// <summary>For PostgreSQL; by its type's number, since the name would be looked up each time.</summary>
        public NpgsqlParameter Parameter(object row)
        {
            var value = Read(row) ?? DBNull.Value;
            return PostgreSqlType == NpgsqlDbType.Unknown ? new() { Value = value, DataTypeName = StoreType } : new() { Value = value, NpgsqlDbType = PostgreSqlType };
        }

        private NpgsqlDbType PostgreSqlType => _postgreSqlType ??= ((NpgsqlParameter)_mapping.CreateParameter(new NpgsqlCommand(), Name, null, nullable: true)).NpgsqlDbType;

        public object? Read(object row)
        {
            var value = _getter.GetClrValueUsingContainingEntity(row);
            return value is null || _convert is null ? value : _convert(value);
        }

        public DbParameter Parameter(DbCommand command, string name) => _mapping.CreateParameter(command, name, null, nullable: true);
    }
}
