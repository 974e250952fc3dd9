using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Objectives.Platform.Data;

public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
    SqlServer,
}

/// <summary>Which database, and where; the same for every module's context.</summary>
public sealed record Database(DatabaseKind Kind, string ConnectionString)
{
    /// <summary>SQLite before this version can corrupt a database in WAL mode when two connections checkpoint at once.</summary>
    public static readonly Version OldestSafeSqlite = new(3, 51, 3);

    public void Configure(DbContextOptionsBuilder options)
    {
        _ = Kind switch
        {
            // A list as one parameter: its driver looks each parameter up among all others.
            DatabaseKind.Sqlite => options.UseSqlite(ConnectionString, o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter)),
            DatabaseKind.PostgreSql => options.UseNpgsql(Tuned(ConnectionString)),
            _ => options.UseSqlServer(ConnectionString, o => o.UseCompatibilityLevel(160)),
        };
        options.UseSnakeCaseNamingConvention();
    }

    /// <summary>
    /// Unless the connection string says otherwise: statements that come again are prepared, so that the server does not plan each anew, and a connection goes back to its
    /// pool as it is, since nothing here changes a session's state.
    /// </summary>
    private static string Tuned(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (!connectionString.Contains("No Reset", StringComparison.OrdinalIgnoreCase))
            settings.NoResetOnClose = true;
        if (!connectionString.Contains("Auto Prepare", StringComparison.OrdinalIgnoreCase))
            (settings.MaxAutoPrepare, settings.AutoPrepareMinUsages) = (200, 3);
        return settings.ToString();
    }

    public static DatabaseKind KindOf(string? providerName) => providerName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => DatabaseKind.Sqlite,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => DatabaseKind.PostgreSql,
        _ => DatabaseKind.SqlServer,
    };

    /// <summary>A row with the same key came first.</summary>
    public static bool IsUniqueViolation(Exception exception) => exception.GetBaseException() switch
    {
        SqliteException e => e.SqliteExtendedErrorCode is 2067 or 1555,
        PostgresException e => e.SqlState == PostgresErrorCodes.UniqueViolation,
        SqlException e => e.Number is 2601 or 2627,
        _ => false,
    };

    /// <summary>Another transaction was in the way: the same work may succeed when done again.</summary>
    public static bool IsContention(Exception exception) => exception is DbUpdateConcurrencyException || exception.GetBaseException() switch
    {
        SqliteException e => e.SqliteErrorCode is 5 or 6,
        PostgresException e => e.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
        SqlException e => e.Number is 1205 or 3960,
        _ => false,
    };
}
