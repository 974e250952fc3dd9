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
/// How rows of a mapped type are inserted without EF: columns and conversions come from the model, worked out once for each, so that the rows are those that EF would have written.
/// </summary>
internal sealed class TableLayout
{
    private const int MostRows = 16;

    private static readonly ConditionalWeakTable<IEntityType, TableLayout> Known = [];

    private readonly string _insertByName;

    /// <summary>For one row, two, three and so on.</summary>
    private readonly IReadOnlyList<string> _insertByPosition;

    private TableLayout(IEntityType type, ISqlGenerationHelper sql)
    {
        var table = StoreObjectIdentifier.Table(type.GetTableName()!, type.GetSchema());
        Columns = [.. type.GetFlattenedProperties().Select(p => new Column(p, p.GetColumnName(table)!))];
        var into = $"{sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", Columns.Select(c => sql.DelimitIdentifier(c.Name)))})";
        _insertByName = $"INSERT INTO {into} VALUES ({string.Join(", ", Columns.Select((_, i) => $"@p{i}"))})";
        _insertByPosition = [.. Enumerable.Range(1, MostRows).Select(rows => $"INSERT INTO {into} VALUES {string.Join(", ", Enumerable.Range(0, rows).Select(RowByPosition))}")];
        Copy = $"COPY {into} FROM STDIN (FORMAT BINARY)";
    }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>PostgreSQL's, in binary.</summary>
    public string Copy { get; }

    public static TableLayout Of(ModuleDb db, Type rowType)
    {
        var type = db.Model.FindEntityType(rowType) ?? throw new InvalidOperationException($"{rowType} is not mapped.");
        return Known.GetValue(type, _ => new(type, db.GetService<ISqlGenerationHelper>()));
    }

    /// <summary>SQLite's statement for one row after the other; the caller disposes it.</summary>
    public SqliteCommand Prepare(SqliteConnection connection)
    {
        var statement = connection.CreateCommand();
#pragma warning disable CA2100, S2077 // Names come from the model; values are parameters.
        statement.CommandText = _insertByName;
#pragma warning restore CA2100, S2077
        for (var i = 0; i < Columns.Count; i++)
            statement.Parameters.Add(Columns[i].Parameter(statement, $"@p{i}"));
        return statement;
    }

    /// <summary>Inserts rows by a statement that was prepared for the table.</summary>
    public void Insert(SqliteCommand prepared, SqliteTransaction transaction, IEnumerable<object> rows)
    {
        prepared.Transaction = transaction;
        foreach (var row in rows)
        {
            for (var i = 0; i < Columns.Count; i++)
                prepared.Parameters[i].Value = Columns[i].Read(row) ?? DBNull.Value;
            prepared.ExecuteNonQuery();
        }
    }

    /// <summary>As statements of a batch, which PostgreSQL takes as a whole or not at all. Each takes up to 16 rows, so that there are few of them and few texts, which stay prepared.</summary>
    public void AddTo(NpgsqlBatch batch, IEnumerable<object> rows)
    {
        foreach (var portion in rows.Chunk(MostRows))
        {
            var command = new NpgsqlBatchCommand(_insertByPosition[portion.Length - 1]);
            foreach (var row in portion)
            {
                foreach (var column in Columns)
                    command.Parameters.Add(column.Parameter(row));
            }
            batch.BatchCommands.Add(command);
        }
    }

    private string RowByPosition(int row) => $"({string.Join(", ", Columns.Select((_, i) => $"${(row * Columns.Count) + i + 1}"))})";

    internal sealed class Column
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
