using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Objectives.Migrations;
using Objectives.Platform.Data;
using Database = Objectives.Platform.Data.Database;

namespace Objectives.Gateway.Hosting;

/// <summary>
/// Sees to it that the tables are those that the program knows. A SQLite file migrates itself, after a backup; a server's database is migrated by the
/// command <c>migrate</c> alone, since several programs may share it — but for a demonstration's, which is the program's own.
/// </summary>
internal sealed class DatabaseStart(Database database, IOptions<ProgramSettings> settings)
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (database.Kind == DatabaseKind.Sqlite || settings.Value.Demo)
        {
            await MigrateAsync(cancellationToken);
            return;
        }
        await using var schema = SchemaContext.For(database);
        var pending = await PendingAsync(schema, cancellationToken);
        if (pending.Count > 0)
            throw new StartRefusedException($"The database lacks the migrations {string.Join(", ", pending)}. Back it up, then start the program once with the argument 'migrate'.");
    }

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (database.Kind == DatabaseKind.Sqlite)
            Directory.CreateDirectory(Path.GetDirectoryName(settings.Value.SqliteFile)!);
        await using var schema = SchemaContext.For(database);
        if (database.Kind == DatabaseKind.Sqlite)
            await CheckSqliteAsync(schema, cancellationToken);
        if ((await PendingAsync(schema, cancellationToken)).Count > 0)
            await MigrateAsync(schema, cancellationToken);
        await SchedulerTables.CreateMissingAsync(schema, database.Kind, cancellationToken);
    }

    private async Task MigrateAsync(SchemaContext schema, CancellationToken cancellationToken)
    {
        if (database.Kind == DatabaseKind.Sqlite && (await schema.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault() is { } last)
            BackUp(schema, last);
        schema.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await schema.Database.MigrateAsync(cancellationToken);
        if (database.Kind == DatabaseKind.Sqlite)
            await schema.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }

    private static async Task<IReadOnlyList<string>> PendingAsync(SchemaContext schema, CancellationToken cancellationToken)
    {
        var known = schema.Database.GetMigrations().ToList();
        var applied = await schema.GetService<IRelationalDatabaseCreator>().ExistsAsync(cancellationToken)
            ? (await schema.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal)
            : [];
        var unknown = applied.Except(known).ToList();
        return unknown.Count == 0
            ? known.FindAll(m => !applied.Contains(m))
            : throw new StartRefusedException($"The database is newer than this program: it has the migrations {string.Join(", ", unknown)}. Use the newer program.");
    }

    private static async Task CheckSqliteAsync(SchemaContext schema, CancellationToken cancellationToken)
    {
        await schema.Database.OpenConnectionAsync(cancellationToken);
        var version = ((SqliteConnection)schema.Database.GetDbConnection()).ServerVersion;
        if (new Version(version) < Database.OldestSafeSqlite)
            throw new StartRefusedException($"SQLite {version} can lose data in WAL mode; {Database.OldestSafeSqlite} or later is needed.");
    }

    /// <summary>Beside the file; where there is no room for it, nothing is changed.</summary>
    private void BackUp(SchemaContext schema, string migration)
    {
        var file = new FileInfo(settings.Value.SqliteFile);
        var backup = new FileInfo($"{file.FullName}.{migration}.bak");
        var (needed, free) = (Size(file) + Size(new(file.FullName + "-wal")), new DriveInfo(file.DirectoryName!).AvailableFreeSpace + Size(backup));
        if (free < needed)
            throw new StartRefusedException($"Before the database is migrated it is copied to {backup}, which takes up to {needed:N0} bytes; {free:N0} are free. Make room, for instance by moving earlier copies (*.bak) elsewhere, and start again.");
        Console.WriteLine($"The database is copied to {backup}, and migrated.");
        using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = backup.FullName, Pooling = false }.ToString());
        copy.Open();
        ((SqliteConnection)schema.Database.GetDbConnection()).BackupDatabase(copy);
    }

    private static long Size(FileInfo file) => file.Exists ? file.Length : 0;
}
