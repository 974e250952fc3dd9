using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
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
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Bookkeeping = [nameof(Aggregate.Version), nameof(Aggregate.ChangeHash)];

    public static async Task RecordAndSaveAsync(this ModuleDb db, string action, string? reason, Caller by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        db.ChangeTracker.DetectChanges();
        var changed = db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        await db.BeforeCommitAsync(changed, now, cancellationToken);
        var byRoot = changed.Where(e => e.Entity is Aggregate or IPart).ToLookup(e => e.Entity is Aggregate a ? a.Key : ((IPart)e.Entity).Root);
        foreach (var aggregate in db.ChangeTracker.Entries<Aggregate>().ToList())
        {
            if (byRoot[aggregate.Entity.Key].Any())
                db.Changes.Add(Entry(aggregate, [.. byRoot[aggregate.Entity.Key]], action, reason, by, now));
            foreach (var message in aggregate.Entity.Events)
                db.Outbox.Add(Outbox.MessageOf(message, now));
            aggregate.Entity.ForgetEvents();
        }
        await db.SaveChangesAsync(cancellationToken);
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

    private static ChangeEntry Entry(EntityEntry<Aggregate> root, IReadOnlyList<EntityEntry> parts, string action, string? reason, Caller by, DateTimeOffset now)
    {
        var subjectType = root.Metadata.ClrType.Name;
        var before = Fields(parts, original: true);
        var after = Fields(parts, original: false);
        var sequence = root.Entity.Version + 1;
        var person = by.IsSystem ? (Guid?)null : by.Id.Value;
        var hash = HashOf(root.Entity.ChangeHash, subjectType, root.Entity.Key, sequence, now, person, action, reason, before, after);
        root.Entity.NextVersion(hash);
        if (root.State == EntityState.Unchanged)
            root.State = EntityState.Modified;
        return new()
        {
            Id = Guid.CreateVersion7(now),
            SubjectType = subjectType,
            SubjectId = root.Entity.Key,
            Sequence = sequence,
            At = now,
            By = by.IsSystem ? null : by.Id,
            Action = action,
            Reason = reason,
            Before = before,
            After = after,
            Hash = hash,
        };
    }

    /// <summary>The changed fields of an aggregate and its parts as one JSON object; null when there are none.</summary>
    private static string? Fields(IReadOnlyList<EntityEntry> entries, bool original)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            foreach (var entry in entries.Where(e => e.State != (original ? EntityState.Added : EntityState.Deleted)))
            {
                var prefix = entry.Entity is IPart ? $"{Camel(entry.Metadata.ClrType.Name)}:{entry.Property(entry.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue}." : string.Empty;
                foreach (var property in entry.Properties)
                {
                    if (property.Metadata.IsPrimaryKey() || Array.IndexOf(Bookkeeping, property.Metadata.Name) >= 0)
                        continue;
                    var value = original ? property.OriginalValue : property.CurrentValue;
                    if (entry.State == EntityState.Modified ? property.IsModified && !Equals(property.OriginalValue, property.CurrentValue) : value is not null)
                        Write(json, prefix + Camel(property.Metadata.Name), value);
                }
            }
            json.WriteEndObject();
        }
        return buffer.Length > 2 ? Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) : null;
    }

    private static void Write(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null: json.WriteNull(name); break;
            case bool b: json.WriteBoolean(name, b); break;
            case int i: json.WriteNumber(name, i); break;
            case long l: json.WriteNumber(name, l); break;
            case decimal d: json.WriteString(name, Quantity.Format(d)); break;
            case Enum e: json.WriteString(name, EnumNames.Of(e)); break;
            case DateTimeOffset t: json.WriteString(name, t.UtcDateTime); break;
            case DateOnly d: json.WriteString(name, d.ToString("O", CultureInfo.InvariantCulture)); break;
            case Period p: json.WriteString(name, p.ToString()); break;
            case string s: json.WriteString(name, s); break;
            default: json.WriteString(name, GlobalId.TryEncode(value) ?? JsonSerializer.Serialize(value, value.GetType())); break;
        }
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);
}
