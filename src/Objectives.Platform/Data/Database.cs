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
            DatabaseKind.Sqlite => options.UseSqlite(ConnectionString),
            DatabaseKind.PostgreSql => options.UseNpgsql(ConnectionString),
            _ => options.UseSqlServer(ConnectionString, o => o.UseCompatibilityLevel(160)),
        };
        options.UseSnakeCaseNamingConvention();
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
