using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
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

    internal static string Offline(DatabaseKind kind) => kind switch
    {
        DatabaseKind.Sqlite => "Data Source=:memory:",
        DatabaseKind.PostgreSql => "Host=offline.invalid",
        _ => "Server=offline.invalid",
    };
}
