using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Objectives.Gateway.Hosting;
using Objectives.Migrations;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Databases;

public sealed class MigrationTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    [InlineData(DatabaseKind.SqlServer)]
    public async Task No_change_of_the_model_lacks_its_migration(DatabaseKind kind)
    {
        await using var schema = SchemaContext.For(new(kind, Offline(kind)));
        schema.Database.HasPendingModelChanges().ShouldBeFalse("Run eng/migrate add NAME.");
        schema.Database.GetMigrations().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(MigrationsSqlGenerationOptions.Default)]
    [InlineData(MigrationsSqlGenerationOptions.Idempotent)]
    public async Task Every_script_for_SQL_Server_is_T_SQL(MigrationsSqlGenerationOptions options)
    {
        await using var schema = SchemaContext.For(new(DatabaseKind.SqlServer, Offline(DatabaseKind.SqlServer)));
        var migrator = schema.GetService<IMigrator>();
        var migrations = schema.GetService<IMigrationsAssembly>();
        var from = Migration.InitialDatabase;
        foreach (var (id, type) in migrations.Migrations)
        {
            var migration = migrations.CreateMigration(type, schema.Database.ProviderName!);
            TransactSql.Parse(migrator.GenerateScript(from, id, options)).ShouldBeGreaterThan(migration.UpOperations.Count, "what is done, and that it was");
            TransactSql.Parse(migrator.GenerateScript(id, from, options)).ShouldBeGreaterThan(migration.DownOperations.Count);
            from = id;
        }
        TransactSql.Parse(migrator.GenerateScript(Migration.InitialDatabase, from, options)).ShouldBeGreaterThan(100);
    }

    [Fact]
    public void What_is_no_T_SQL_is_told()
        => Should.Throw<ShouldAssertException>(() => TransactSql.Parse("SELECT \"id\" FROM \"planning\".\"objectives\" LIMIT 1")).Message.ShouldContain("LIMIT");

    [Fact]
    public async Task A_SQLite_file_is_copied_before_it_is_migrated_and_left_as_it_is_where_there_is_no_room_for_the_copy()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        Task<int> MigrateAsync() => ObjectivesProgram.RunAsync(["migrate", .. database.Arguments]);
        (await MigrateAsync()).ShouldBe(0);
        var file = Directory.GetFiles(database.Folder, "*.db").ShouldHaveSingleItem();
        string[] Copies() => Directory.GetFiles(database.Folder, "*.bak");
        Copies().ShouldBeEmpty("nothing was there before");
        var all = await AppliedAsync(file);
        await using (var schema = OnFile(file))
            await schema.GetService<IMigrator>().MigrateAsync(all[^2], TestContext.Current.CancellationToken);

        var size = new FileInfo(file).Length;
        Resize(file, size + new DriveInfo(database.Folder).TotalSize); // Of which no more is written.
        (await MigrateAsync()).ShouldBe(2);
        Copies().ShouldBeEmpty();
        (await AppliedAsync(file)).ShouldBe(all.SkipLast(1));

        Resize(file, size);
        (await MigrateAsync()).ShouldBe(0);
        (await AppliedAsync(file)).ShouldBe(all);
        (await AppliedAsync(Copies().ShouldHaveSingleItem())).ShouldBe(all.SkipLast(1));
    }

    private static SchemaContext OnFile(string file) => SchemaContext.For(new(DatabaseKind.Sqlite, $"Data Source={file};Pooling=False"));

    private static async Task<IReadOnlyList<string>> AppliedAsync(string file)
    {
        await using var schema = OnFile(file);
        return [.. await schema.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken)];
    }

    private static void Resize(string file, long length)
    {
        using var opened = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        opened.SetLength(length);
    }

    internal static string Offline(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => "Data Source=:memory:",
        DatabaseKind.PostgreSql => "Host=offline.invalid",
        _ => "Server=offline.invalid",
    };
}
