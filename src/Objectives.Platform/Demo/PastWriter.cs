using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Objectives.Contracts.Organization;
using Objectives.Platform.Data;

namespace Objectives.Platform.Demo;

/// <summary>
/// Writes rows with the history that they would have, had each change been made by its command at its time; only events are not told, since
/// nobody listened then. Rows go to the database in batches, each in a transaction of its own.
/// </summary>
public sealed class PastWriter(ModuleDb db) : IAsyncDisposable
{
    private const int RowsPerBatch = 10_000;

    private readonly List<(BulkInsert Insert, List<object> Rows)> _tables = [];
    private readonly Dictionary<Type, List<object>> _rows = [];
    private readonly Dictionary<Type, Field[]> _fields = [];
    private readonly ChangedFields _old = new();
    private readonly ChangedFields _new = new();
    private int _waiting;
    private bool _open;

    /// <summary>Queues a row. Types are written in the order in which each was first queued, so what others refer to comes first.</summary>
    public void Add(object row)
    {
        ref var rows = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, row.GetType(), out var known);
        if (!known)
        {
            rows = [];
            _tables.Add((new(db, row.GetType()), rows));
        }
        rows!.Add(row);
        _waiting++;
    }

    /// <summary>An aggregate that was made by one change and never changed again, with its parts.</summary>
    public void Add(Aggregate aggregate, IReadOnlyList<IPart> parts, string action, PersonId? by, DateTimeOffset at, string? reason = null)
    {
        Add(aggregate);
        foreach (var part in parts)
            Add(part);
        Add(History.Entry(aggregate, aggregate.GetType().Name, null, Fields([aggregate, .. parts]), action, reason, by, at, IdOf(aggregate, at)));
        aggregate.ForgetEvents();
    }

    /// <summary>An aggregate whose changes are recorded one after the other; its row is queued at once and written as it is in the end.</summary>
    public Past Begin(Aggregate aggregate)
    {
        Add(aggregate);
        return new(this, aggregate, FieldsOf(aggregate.GetType()));
    }

    /// <summary>Writes what waits when there is enough of it. Aggregates queued so far must have their whole past.</summary>
    public ValueTask FlushIfFullAsync(CancellationToken cancellationToken) => _waiting >= RowsPerBatch ? new(FlushAsync(cancellationToken)) : ValueTask.CompletedTask;

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (!_open)
            await OpenAsync(cancellationToken);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            foreach (var (insert, rows) in _tables.Where(t => t.Rows.Count > 0))
            {
                await insert.InsertAsync(rows, cancellationToken);
                rows.Clear();
            }
            await transaction.CommitAsync(cancellationToken);
        }
        _waiting = 0;
    }

    public async ValueTask DisposeAsync()
    {
        _old.Dispose();
        _new.Dispose();
        foreach (var (insert, _) in _tables)
            await insert.DisposeAsync();
        if (_open && db.Kind == DatabaseKind.Sqlite)
            await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -2000");
    }

    /// <summary>History's indexes are met at random; with SQLite's usual two megabytes of cache each batch would read and write most of their pages.</summary>
    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        if (db.Kind == DatabaseKind.Sqlite)
            await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -98304", cancellationToken);
        _open = true;
    }

    private static Guid IdOf(Aggregate aggregate, DateTimeOffset at)
    {
        Span<byte> key = stackalloc byte[16];
        aggregate.Key.TryWriteBytes(key);
        return DemoIds.At(at, Dice.Mix(Dice.Mix(BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..])), (ulong)aggregate.Version));
    }

    private Field[] FieldsOf(Type type)
    {
        ref var fields = ref CollectionsMarshal.GetValueRefOrAddDefault(_fields, type, out var known);
        if (!known)
            fields = [.. db.Model.FindEntityType(type)!.GetFlattenedProperties().Where(ChangedFields.Tells).Select(p => new Field(p, p.GetGetter()))];
        return fields!;
    }

    private string? Fields(IReadOnlyList<object> rows)
    {
        foreach (var row in rows)
        {
            foreach (var field in FieldsOf(row.GetType()))
            {
                if (field.Read(row) is { } value)
                    _new.Add(row, field.Property, value);
            }
        }
        return _new.Take();
    }

    /// <summary>One aggregate's changes.</summary>
    public sealed class Past
    {
        private readonly PastWriter _writer;
        private readonly Aggregate _aggregate;
        private readonly Field[] _fields;
        private readonly List<(IPart Part, Field[] Fields, object?[] Told)> _parts = [];
        private object?[]? _before;

        internal Past(PastWriter writer, Aggregate aggregate, Field[] fields) => (_writer, _aggregate, _fields) = (writer, aggregate, fields);

        /// <summary>Records what has changed of it and its parts since the last time, the first time all that it is, and queues the parts that the change adds.</summary>
        public void Record(string action, PersonId? by, DateTimeOffset at, string? reason = null, params ReadOnlySpan<IPart> added)
        {
            var after = Array.ConvertAll(_fields, f => f.Read(_aggregate));
            for (var i = 0; i < after.Length; i++)
            {
                if (_before is null ? after[i] is null : Equals(_before[i], after[i]))
                    continue;
                _writer._new.Add(_aggregate, _fields[i].Property, after[i]);
                if (_before is not null)
                    _writer._old.Add(_aggregate, _fields[i].Property, _before[i]);
            }
            foreach (var (part, fields, told) in _parts)
                RecordChanged(part, fields, told);
            foreach (var part in added)
            {
                _writer.Add(part);
                var fields = _writer.FieldsOf(part.GetType());
                var told = Array.ConvertAll(fields, f => f.Read(part));
                _parts.Add((part, fields, told));
                for (var i = 0; i < fields.Length; i++)
                {
                    if (told[i] is { } value)
                        _writer._new.Add(part, fields[i].Property, value);
                }
            }
            _writer.Add(History.Entry(_aggregate, _aggregate.GetType().Name, _writer._old.Take(), _writer._new.Take(), action, reason, by, at, IdOf(_aggregate, at)));
            _aggregate.ForgetEvents();
            _before = after;
        }

        private void RecordChanged(IPart part, Field[] fields, object?[] told)
        {
            for (var i = 0; i < fields.Length; i++)
            {
                var now = fields[i].Read(part);
                if (Equals(told[i], now))
                    continue;
                _writer._old.Add(part, fields[i].Property, told[i]);
                _writer._new.Add(part, fields[i].Property, now);
                told[i] = now;
            }
        }
    }

    internal readonly record struct Field(IProperty Property, IClrPropertyGetter Getter)
    {
        public object? Read(object row) => Getter.GetClrValueUsingContainingEntity(row);
    }
}
