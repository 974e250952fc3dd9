using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Objectives.Contracts;
using Objectives.Contracts.Organization;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Messaging;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Platform.Data;

/// <summary>Writes a transaction's changes with their history and events.</summary>
/// <remarks>
/// The chain is kept per aggregate: an entry's hash covers the hash before it, and the aggregate's row holds the newest hash and the number of
/// entries (its version), so neither an altered, a left-out nor a cut-off entry goes unnoticed; and two writers meet only on the row that
/// they both change.
/// </remarks>
public static class History
{
    private const int ManyRows = 500;

    /// <param name="beforeSaving">What is done with the events that the answer lists before they are written.</param>
    /// <param name="writer">By which what is added together with what others add is written.</param>
    public static async Task<IReadOnlyList<OutboxMessage>> RecordAndSaveAsync(
        this ModuleDb db, string action, string? reason, Caller by, DateTimeOffset now, CancellationToken cancellationToken, Action<IReadOnlyList<OutboxMessage>>? beforeSaving = null, RowChanges changes = RowChanges.Any, GroupWriter? writer = null)
    {
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false; // Else each look at what is tracked would compare all of it again.
        try
        {
            db.ChangeTracker.DetectChanges();
            var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
            if (changes != RowChanges.Any && changed.Exists(e => e.State != EntityState.Added))
                throw new InvalidOperationException($"{action} adds only, but has changed something.");
            await db.BeforeCommitAsync(changed, now, cancellationToken);
            if (changes != RowChanges.AddsTogether) // Else none has changed.
                db.ChangeTracker.DetectChanges();
            var (entries, raised) = (new List<ChangeEntry>(), new List<OutboxMessage>());
            var byRoot = changed.Where(e => e.Entity is Aggregate or IPart).ToLookup(e => e.Entity is Aggregate a ? a.Key : ((IPart)e.Entity).Root);
            foreach (var aggregate in db.ChangeTracker.Entries<Aggregate>().ToList())
            {
                if (byRoot[aggregate.Entity.Key].Any())
                    entries.Add(Entry(aggregate, [.. byRoot[aggregate.Entity.Key]], action, reason, by, now));
                foreach (var message in aggregate.Entity.Events.Distinct())
                    raised.Add(Outbox.MessageOf(message, now, raised.Count, IsFirst(message, aggregate, raised)));
                aggregate.Entity.ForgetEvents();
            }
            foreach (var @event in db.TakeEvents())
                raised.Add(Outbox.MessageOf(@event, now, raised.Count));
            beforeSaving?.Invoke(raised);
            if (changes == RowChanges.AddsTogether)
            {
                await writer!.WriteAsync(db, [.. entries, .. raised]);
                return raised;
            }
            db.Changes.AddRange(entries);
            db.Outbox.AddRange(raised);
            await SaveAsync(db, cancellationToken);
            return raised;
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = detects;
        }
    }

    /// <summary>
    /// Writes new rows of a table that follow from others, within the open transaction and without tracking them: they have no history of their own. What is tracked must have been saved, for on some
    /// databases it would be saved with them, without its history.
    /// </summary>
    public static async Task InsertDerivedAsync<TRow>(this ModuleDb db, IReadOnlyList<TRow> rows, CancellationToken cancellationToken)
        where TRow : class
    {
        if (rows.Count == 0)
            return;
        if (db.ChangeTracker.HasChanges())
            throw new InvalidOperationException($"There are changes that were not recorded when {typeof(TRow).Name} is written.");
        if (db.Kind == DatabaseKind.SqlServer)
        {
            db.AddRange(rows);
            await db.SaveChangesAsync(cancellationToken);
            foreach (var row in rows)
                db.Entry(row).State = EntityState.Detached;
            return;
        }
        await using var insert = new BulkInsert(db, typeof(TRow));
        await insert.InsertAsync(rows, cancellationToken);
    }

    /// <summary>Saves what is tracked; many new rows that stand alone go into their tables in bulk.</summary>
    private static async Task SaveAsync(ModuleDb db, CancellationToken cancellationToken)
    {
        var alone = StandingAlone(db);
        foreach (var row in alone)
            db.Entry(row).State = EntityState.Detached;
        await db.SaveChangesAsync(cancellationToken);
        foreach (var table in alone.GroupBy(row => row.GetType()))
        {
            await using var insert = new BulkInsert(db, table.Key);
            await insert.InsertAsync([.. table], cancellationToken);
        }
    }

    /// <summary>The new rows that refer to no other new row, and to which no changed row refers; none when they are few.</summary>
    private static List<object> StandingAlone(ModuleDb db)
    {
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList();
        var added = changed.FindAll(e => e.State == EntityState.Added);
        if (db.Kind == DatabaseKind.SqlServer || added.Count < ManyRows)
            return [];
        var principals = added.Where(e => e.Metadata.GetReferencingForeignKeys().Any())
            .ToDictionary(e => (e.Metadata.GetRootType(), e.Property(e.Metadata.FindPrimaryKey()!.Properties.Single()).CurrentValue!), e => e.Entity);
        var tied = new HashSet<object>(ReferenceEqualityComparer.Instance);
        foreach (var entry in changed)
        {
            foreach (var key in entry.Metadata.GetForeignKeys())
            {
                if (entry.Property(key.Properties[0]).CurrentValue is { } value && principals.TryGetValue((key.PrincipalEntityType.GetRootType(), value), out var principal))
                    tied.UnionWith([principal, entry.Entity]);
            }
        }
        return added.ConvertAll(e => e.Entity).FindAll(row => !tied.Contains(row)) is { Count: >= ManyRows } alone ? alone : [];
    }

    /// <summary>The hash that an entry must have, given the one before it.</summary>
    public static string HashOf(string? previous, string subjectType, Guid subjectId, long sequence, DateTimeOffset at, Guid? by, string action, string? reason, string? before, string? after)
    {
        var text = new StringBuilder();
        foreach (var part in (ReadOnlySpan<string?>)[previous, subjectType, subjectId.ToString("N"), sequence.ToString(CultureInfo.InvariantCulture),
            at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture), by?.ToString("N"), action, reason, before, after])
        {
            text.Append(CultureInfo.InvariantCulture, $"{part?.Length ?? -1}:{part}\n");
        }
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static bool IsFirst(IIntegrationEvent message, EntityEntry<Aggregate> aggregate, List<OutboxMessage> raised)
        => aggregate.State == EntityState.Added && message.AggregateId == aggregate.Entity.Key && !raised.Exists(m => m.AggregateId == message.AggregateId);

    private static ChangeEntry Entry(EntityEntry<Aggregate> root, IReadOnlyList<EntityEntry> parts, string action, string? reason, Caller by, DateTimeOffset now)
    {
        if (root.State == EntityState.Unchanged)
            root.State = EntityState.Modified;
        var change = Entry(root.Entity, root.Metadata.ClrType.Name, Fields(parts, original: true), Fields(parts, original: false), action, reason, by.IsSystem ? null : by.Id, now, Guid.CreateVersion7(now));
        if (root.State == EntityState.Modified)
            (root.Property(a => a.Version).IsModified, root.Property(a => a.ChangeHash).IsModified) = (true, true);
        return change;
    }

    /// <summary>The next entry of an aggregate's history, which raises its version.</summary>
    internal static ChangeEntry Entry(
        Aggregate root, string subjectType, string? before, string? after, string action, string? reason, PersonId? by, DateTimeOffset at, Guid id)
    {
        var sequence = root.Version + 1;
        var hash = HashOf(root.ChangeHash, subjectType, root.Key, sequence, at, by?.Value, action, reason, before, after);
        root.NextVersion(hash);
        return new()
        {
            Id = id,
            SubjectType = subjectType,
            SubjectId = root.Key,
            Sequence = sequence,
            At = at,
            By = by,
            Action = action,
            Reason = reason,
            Before = before,
            After = after,
            Hash = hash,
        };
    }

    private static string? Fields(IReadOnlyList<EntityEntry> entries, bool original)
    {
        var told = entries.Where(e => e.State != (original ? EntityState.Added : EntityState.Deleted)).ToList();
        if (told.Count == 0)
            return null;
        using var fields = new ChangedFields();
        foreach (var entry in told)
        {
            foreach (var property in entry.Properties.Concat(entry.ComplexProperties.SelectMany(c => c.Properties)))
            {
                if (!ChangedFields.Tells(property.Metadata))
                    continue;
                var value = original ? property.OriginalValue : property.CurrentValue;
                if (entry.State == EntityState.Modified ? property.IsModified && !Equals(property.OriginalValue, property.CurrentValue) : value is not null)
                    fields.Add(entry.Entity, property.Metadata, value);
            }
        }
        return fields.Take();
    }
}

/// <summary>The changed fields of an aggregate and its parts as one JSON object.</summary>
internal sealed class ChangedFields : IDisposable
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly ArrayBufferWriter<byte> _text = new(1024);
    private readonly Utf8JsonWriter _json;
    private bool _any;

    public ChangedFields() => _json = new(_text, Readable);

    /// <summary>All but keys, which the entry names, and what follows from the history itself.</summary>
    public static bool Tells(IReadOnlyProperty property) => !property.IsPrimaryKey() && property.Name is not (nameof(Aggregate.Version) or nameof(Aggregate.ChangeHash));

    /// <summary>A part's field is named by the part's type and key, a value object's by the property that holds it.</summary>
    public void Add(object row, IReadOnlyProperty property, object? value)
    {
        if (!_any)
            _json.WriteStartObject();
        _any = true;
        var name = property.DeclaringType is IReadOnlyComplexType owner ? $"{Camel(owner.ComplexProperty.Name)}.{Camel(property.Name)}" : Camel(property.Name);
        Write(row is IPart ? $"{Camel(row.GetType().Name)}:{KeyOf(row, property)}.{name}" : name, value);
    }

    /// <summary>The object, null when it has no fields; the next one begins empty.</summary>
    public string? Take()
    {
        if (!_any)
            return null;
        _json.WriteEndObject();
        _json.Flush();
        var text = Encoding.UTF8.GetString(_text.WrittenSpan);
        _text.ResetWrittenCount();
        _json.Reset();
        _any = false;
        return text;
    }

    public void Dispose() => _json.Dispose();

    private static string KeyOf(object part, IReadOnlyProperty property)
    {
        var key = ((IEntityType)property.DeclaringType.ContainingEntityType).FindPrimaryKey()!.Properties[0].GetGetter().GetClrValue(part)!;
        return GlobalId.TryEncode(key) ?? (key is DateOnly day ? day.ToString("O", CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{key}"));
    }

    private void Write(string name, object? value)
    {
        switch (value)
        {
            case null: _json.WriteNull(name); break;
            case bool b: _json.WriteBoolean(name, b); break;
            case int i: _json.WriteNumber(name, i); break;
            case long l: _json.WriteNumber(name, l); break;
            case decimal d: _json.WriteString(name, Quantity.Format(d)); break;
            case Enum e: _json.WriteString(name, EnumNames.Of(e)); break;
            case DateTimeOffset t: _json.WriteString(name, t.UtcDateTime); break;
            case DateOnly d: _json.WriteString(name, d.ToString("O", CultureInfo.InvariantCulture)); break;
            case Period p: _json.WriteString(name, p.ToString()); break;
            case string s: _json.WriteString(name, s); break;
            case Guid g: _json.WriteString(name, g); break;
            default: _json.WriteString(name, GlobalId.TryEncode(value) ?? JsonSerializer.Serialize(value, value.GetType())); break;
        }
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
