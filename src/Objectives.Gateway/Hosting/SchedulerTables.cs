using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;
using Quartz;

namespace Objectives.Gateway.Hosting;

/// <summary>
/// The tables in which programs that share a server keep their triggers. Quartz brings the statements that make what is missing of them, and alter nothing; they are run when the
/// database is migrated, so that a program that only runs needs no right to make tables.
/// </summary>
public static class SchedulerTables
{
    public const string Prefix = "QRTZ_";

    /// <summary>Stands on a line of its own between two statements.</summary>
    private const string Separator = "--;;";

    public static async Task CreateMissingAsync(DbContext schema, DatabaseKind kind, CancellationToken cancellationToken)
    {
        var statements = StatementsFor(kind);
        if (statements.Count == 0)
            return;
        await schema.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            foreach (var statement in statements)
            {
                await using var command = schema.Database.GetDbConnection().CreateCommand();
                await RunAsync(command, statement, cancellationToken);
            }
        }
        finally
        {
            await schema.Database.CloseConnectionAsync();
        }
    }

    /// <summary>None for SQLite, whose program keeps its triggers in memory.</summary>
    public static IReadOnlyList<string> StatementsFor(DatabaseKind kind)
    {
        var name = kind switch { DatabaseKind.PostgreSql => "create_postgres.sql", DatabaseKind.SqlServer => "create_sqlServer.sql", _ => null };
        if (name is null)
            return [];
        using var resource = typeof(IJob).Assembly.GetManifestResourceStream($"Quartz.Impl.AdoJobStore.Schema.{name}")
            ?? throw new InvalidOperationException($"This Quartz has no {name}.");
        using var reader = new StreamReader(resource);
        var script = reader.ReadToEnd().ReplaceLineEndings("\n").Replace("{0}", Prefix, StringComparison.Ordinal).Replace("{1}", Prefix, StringComparison.Ordinal);
        return [.. $"\n{script}\n".Split($"\n{Separator}\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    private static Task RunAsync(DbCommand command, string statement, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100, S2077 // What Quartz brings.
        command.CommandText = statement;
#pragma warning restore CA2100, S2077
        return command.ExecuteNonQueryAsync(cancellationToken);
    }
}
