using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Objectives.Contracts;
using Objectives.Platform.Numbers;
using Objectives.Platform.Time;

namespace Objectives.Platform.Data;

/// <summary>How values and tables are stored: one rule for every module and database.</summary>
public static class ModelConventions
{
    public const string PlatformSchema = "platform";

    /// <summary>Few messages wait at a time: what finds them need not hold all that were ever delivered.</summary>
    private const string Undelivered = "delivered_at IS NULL";
    private const string Delivered = "delivered_at IS NOT NULL";

    private static readonly (Type Id, Type Converter)[] Ids = [.. typeof(IEntityId<>).Assembly.GetTypes()
        .Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEntityId<>)))
        .Select(t => (t, typeof(IdConverter<>).MakeGenericType(t)))];

    public static void Values(ModelConfigurationBuilder configuration, DatabaseKind kind)
    {
        foreach (var (id, converter) in Ids)
            configuration.Properties(id).HaveConversion(converter);
        configuration.Properties<decimal>().HaveConversion<ScaledConverter>();
        configuration.Properties<Period>().HaveConversion<PeriodConverter>().HaveMaxLength(7).AreUnicode(false);
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32).AreUnicode(false);
        if (kind == DatabaseKind.Sqlite)
            configuration.Properties<DateTimeOffset>().HaveConversion<UtcTextConverter>();
    }

    /// <summary>The tables that every module's transaction may write: history, outbox, inbox, answers, jobs, uploads.</summary>
    public static void PlatformTables(ModelBuilder model, DatabaseKind kind)
    {
        model.Entity<ChangeEntry>(e =>
        {
            e.ToTable("changes").HasKey(c => c.Id);
            e.HasIndex(c => new { c.SubjectId, c.Sequence }).IsUnique();
            e.HasIndex(c => new { c.At, c.Id });
            e.HasIndex(c => new { c.By, c.At });
            e.Property(c => c.SubjectType).HasMaxLength(64).IsUnicode(false);
            e.Property(c => c.Action).HasMaxLength(64).IsUnicode(false);
            e.Property(c => c.Reason).HasMaxLength(4000);
            e.Property(c => c.Hash).HasMaxLength(64).IsUnicode(false);
        });
        model.Entity<OutboxMessage>(e =>
        {
            e.ToTable("outbox_messages").HasKey(m => m.Id);
            e.HasIndex(m => new { m.CreatedAt, m.Ordinal }).HasFilter(Undelivered);
            e.HasIndex(m => m.DeliveredAt).HasFilter(Delivered);
            e.HasIndex(m => m.AggregateId).HasFilter(Undelivered);
            e.Property(m => m.Type).HasMaxLength(256).IsUnicode(false);
            e.Ignore(m => m.IsFirst);
        });
        model.Entity<InboxEntry>(e =>
        {
            e.ToTable("inbox_entries").HasKey(m => new { m.Consumer, m.MessageId });
            e.HasIndex(m => m.At); // What is old is found at night without reading the rest, while on SQLite nobody else may write.
            e.Property(m => m.Consumer).HasMaxLength(128).IsUnicode(false);
        });
        model.Entity<StoredAnswer>(e =>
        {
            e.ToTable("stored_answers").HasKey(a => new { a.PersonId, a.Key });
            e.Property(a => a.Key).HasMaxLength(200);
            e.Property(a => a.RequestHash).HasMaxLength(64).IsUnicode(false);
            e.HasIndex(a => a.At);
        });
        model.Entity<JobRecord>(e =>
        {
            e.ToTable("jobs").HasKey(j => j.Id);
            e.Property(j => j.Kind).HasMaxLength(64).IsUnicode(false);
            e.HasIndex(j => j.Status);
        });
        model.Entity<Upload>(e =>
        {
            e.ToTable("uploads").HasKey(u => u.Id);
            e.Property(u => u.FileName).HasMaxLength(255);
        });
        model.Entity<UploadChunk>().ToTable("upload_chunks").HasKey(c => new { c.UploadId, c.Number });
        model.Entity<PeriodicRun>(e =>
        {
            e.ToTable("periodic_runs").HasKey(r => new { r.Job, r.Period });
            e.Property(r => r.Job).HasMaxLength(64).IsUnicode(false);
            e.Property(r => r.Period).HasMaxLength(32).IsUnicode(false);
        });
        NotificationTables.Configure(model, kind);
        MailTables.Configure(model);
        WebhookTables.Configure(model);
        model.Entity<InstallationSetting>(e =>
        {
            e.ToTable("settings").HasKey(s => s.Name);
            e.Property(s => s.Name).HasMaxLength(64).IsUnicode(false);
        });
    }

    /// <summary>
    /// Gives each module's tables its schema (a prefix on SQLite, which has none), application-kept keys and versions,
    /// and text that compares bytewise where a property asks for it by the annotation <see cref="Bytewise"/>.
    /// </summary>
    public static void Tables(ModelBuilder model, DatabaseKind kind, Func<Type, string> schemaOf)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => !e.IsOwned() || !e.IsMappedToJson()))
        {
            var schema = schemaOf(entity.ClrType);
            if (entity.GetTableName() is not { } table)
                continue;
            if (kind == DatabaseKind.Sqlite)
                entity.SetTableName(table.StartsWith(schema + "_", StringComparison.Ordinal) ? table : $"{schema}_{table}");
            else
                entity.SetSchema(schema);
            foreach (var key in entity.GetKeys().SelectMany(k => k.Properties))
                key.ValueGenerated = ValueGenerated.Never;
            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType))
            {
                model.Entity(entity.ClrType).Ignore(nameof(Aggregate.Key));
                entity.FindProperty(nameof(Aggregate.Version))!.IsConcurrencyToken = true;
                entity.FindProperty(nameof(Aggregate.ChangeHash))!.SetMaxLength(64);
                entity.FindProperty(nameof(Aggregate.ChangeHash))!.SetIsUnicode(false);
            }
            foreach (var property in entity.GetProperties().Where(p => p.FindAnnotation(Bytewise) is not null))
            {
                property.SetCollation(kind switch { DatabaseKind.PostgreSql => "C", DatabaseKind.SqlServer => "Latin1_General_BIN2", _ => "BINARY" });
                property.RemoveAnnotation(Bytewise);
            }
        }
    }

    public const string Bytewise = "Objectives:Bytewise";

    private sealed class IdConverter<T>() : ValueConverter<T, Guid>(id => id.Value, value => Make(value))
        where T : struct, IEntityId<T>
    {
        private static T Make(Guid value) => T.From(value);
    }

    private sealed class ScaledConverter() : ValueConverter<decimal, long>(d => Quantity.ToScaled(d), l => Quantity.FromScaled(l));

    private sealed class PeriodConverter() : ValueConverter<Period, string>(p => p.ToString(), s => Parse(s))
    {
        private static Period Parse(string text) => Period.TryParse(text, out var period) ? period : throw new FormatException($"Not a period: {text}");
    }

    private sealed class UtcTextConverter() : ValueConverter<DateTimeOffset, DateTime>(d => d.UtcDateTime, d => new DateTimeOffset(DateTime.SpecifyKind(d, DateTimeKind.Utc)));
}
