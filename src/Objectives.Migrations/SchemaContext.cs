using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Objectives.Development;
using Objectives.ExecutionMonitoring;
using Objectives.Improvement;
using Objectives.Organization;
using Objectives.PerformanceLinkage;
using Objectives.Planning;
using Objectives.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.Modules;

namespace Objectives.Migrations;

public static class ProgramModules
{
    /// <summary>The modules of the program, in the order in which their tables depend on nothing but themselves.</summary>
    public static readonly IReadOnlyList<IModule> All = [PlatformModule.Instance, OrganizationModule.Instance, PlanningModule.Instance, ExecutionMonitoringModule.Instance, PerformanceLinkageModule.Instance, DevelopmentModule.Instance, ImprovementModule.Instance];
}

/// <summary>All modules' tables in one model: what migrations are made of. One set for each kind of database.</summary>
public abstract class SchemaContext(DbContextOptions options, DatabaseKind kind) : DbContext(options)
{
    public static SchemaContext For(Database database) => database.Kind switch
    {
        DatabaseKind.Sqlite => new SqliteSchema(Options<SqliteSchema>(database)),
        DatabaseKind.PostgreSql => new PostgreSqlSchema(Options<PostgreSqlSchema>(database)),
        _ => new SqlServerSchema(Options<SqlServerSchema>(database)),
    };

    internal static DbContextOptions<T> Options<T>(Database database)
        where T : DbContext
    {
        var builder = new DbContextOptionsBuilder<T>();
        database.Configure(builder);
        return builder.Options;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => ModelConventions.Values(configurationBuilder, kind);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ModelConventions.PlatformTables(modelBuilder, kind);
        foreach (var module in ProgramModules.All.Where(m => m != PlatformModule.Instance))
            modelBuilder.ApplyConfigurationsFromAssembly(module.GetType().Assembly);
        ModelConventions.Tables(modelBuilder, kind, type => ProgramModules.All.Single(m => m.GetType().Assembly == type.Assembly).Schema);
    }
}

public sealed class SqliteSchema(DbContextOptions<SqliteSchema> options) : SchemaContext(options, DatabaseKind.Sqlite)
{
    internal sealed class Factory : IDesignTimeDbContextFactory<SqliteSchema>
    {
        public SqliteSchema CreateDbContext(string[] args) => new(Options<SqliteSchema>(new(DatabaseKind.Sqlite, "Data Source=design.db")));
    }
}

public sealed class PostgreSqlSchema(DbContextOptions<PostgreSqlSchema> options) : SchemaContext(options, DatabaseKind.PostgreSql)
{
    internal sealed class Factory : IDesignTimeDbContextFactory<PostgreSqlSchema>
    {
        public PostgreSqlSchema CreateDbContext(string[] args) => new(Options<PostgreSqlSchema>(new(DatabaseKind.PostgreSql, "Host=localhost")));
    }
}

public sealed class SqlServerSchema(DbContextOptions<SqlServerSchema> options) : SchemaContext(options, DatabaseKind.SqlServer)
{
    internal sealed class Factory : IDesignTimeDbContextFactory<SqlServerSchema>
    {
        public SqlServerSchema CreateDbContext(string[] args) => new(Options<SqlServerSchema>(new(DatabaseKind.SqlServer, "Server=localhost")));
    }
}
