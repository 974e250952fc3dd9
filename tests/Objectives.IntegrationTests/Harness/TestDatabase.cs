using System.Net.Sockets;
using Microsoft.Data.SqlClient;
using Npgsql;
using Objectives.Platform.Data;
using Testcontainers.MsSql;

namespace Objectives.IntegrationTests.Harness;

/// <summary>A database of its own, and a folder beside it; both gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    /// <summary>Holds a connection string to a PostgreSQL server where databases may be made.</summary>
    public const string PostgresVariable = "OBJECTIVES_TEST_POSTGRES";

    private static readonly string? Postgres = Environment.GetEnvironmentVariable(PostgresVariable);
    private static readonly Lazy<bool> Docker = new(DockerAnswers);
    private static readonly Lazy<Task<string>> SqlServer = new(StartSqlServerAsync);

    private readonly string _name = $"objectives_{Guid.CreateVersion7():N}";

    private TestDatabase(DatabaseKind kind)
    {
        Kind = kind;
        Folder = Path.Combine(Path.GetTempPath(), _name);
    }

    public DatabaseKind Kind { get; }

    /// <summary>Of the SQLite file and the set-up token.</summary>
    public string Folder { get; }

    /// <summary>Null on SQLite, whose file is in <see cref="Folder"/>.</summary>
    public string? ConnectionString { get; private set; }

    /// <summary>The program's arguments for it.</summary>
    public IEnumerable<string> Arguments => ConnectionString is null
        ? ["--data", Folder]
        : ["--data", Folder, "--database", Kind == DatabaseKind.PostgreSql ? "postgres" : "sqlserver", "--connection", ConnectionString];

    /// <summary>Null when tests can run on such a database here.</summary>
    public static string? WhyNot(DatabaseKind kind) => kind switch
    {
        DatabaseKind.PostgreSql when string.IsNullOrEmpty(Postgres) => $"No PostgreSQL server: {PostgresVariable} is not set.",
        DatabaseKind.SqlServer when !Docker.Value => "No Docker engine answers to run SQL Server in.",
        _ => null,
    };

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
    {
        var database = new TestDatabase(kind);
        Directory.CreateDirectory(database.Folder);
        if (kind == DatabaseKind.PostgreSql)
        {
            await database.OnPostgresAsync($"CREATE DATABASE {database._name}");
            database.ConnectionString = new NpgsqlConnectionStringBuilder(Postgres) { Database = database._name, MaxPoolSize = 40 }.ToString();
        }
        else if (kind == DatabaseKind.SqlServer)
        {
            database.ConnectionString = new SqlConnectionStringBuilder(await SqlServer.Value) { InitialCatalog = database._name }.ToString();
        }
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        if (Kind == DatabaseKind.PostgreSql)
            await OnPostgresAsync($"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // A temporary folder that something still holds.
        }
    }

    private async Task OnPostgresAsync(string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(Postgres) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100, S2077 // The name is a number of our own.
        command.CommandText = statement;
#pragma warning restore CA2100, S2077
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>One server for all tests of a run; Testcontainers takes it away when the run ends.</summary>
    private static async Task<string> StartSqlServerAsync()
    {
        var container = new MsSqlBuilder("mcr.microsoft.com/mssql/server:2022-latest").Build();
        await container.StartAsync();
        return container.GetConnectionString();
    }

    private static bool DockerAnswers()
    {
        var address = Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } host ? new Uri(host) : new Uri("unix:///var/run/docker.sock");
        try
        {
            using var socket = address.Scheme == "unix"
                ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
                : new Socket(SocketType.Stream, ProtocolType.Tcp);
            if (address.Scheme == "unix")
                socket.Connect(new UnixDomainSocketEndPoint(address.AbsolutePath));
            else
                socket.Connect(address.Host, address.Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
