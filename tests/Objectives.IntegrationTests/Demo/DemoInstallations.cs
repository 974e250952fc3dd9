using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.IntegrationTests.Demo;
using Objectives.Platform;
using Objectives.Platform.Data;

[assembly: AssemblyFixture(typeof(DemoInstallations))]

namespace Objectives.IntegrationTests.Demo;

/// <summary>One program with the demo company for each database, started when the first test asks.</summary>
public sealed class DemoInstallations : IAsyncDisposable
{
    /// <summary>Of the test classes that use it, which take turns.</summary>
    public const string Collection = "Demo";

    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<Installation>>> _programs = [];

    public Task<Installation> OnAsync(DatabaseKind kind) => _programs.GetOrAdd(kind, k => new(() => Installation.StartAsync(k, args: "--demo"))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var program in _programs.Values.Where(p => p.IsValueCreated && p.Value.IsCompletedSuccessfully))
            await (await program.Value).DisposeAsync();
    }
}

internal static class DemoVisits
{
    /// <summary>As a visitor of the demonstration does.</summary>
    public static async Task<Api> VisitAsync(this Installation program, string employeeNumber)
    {
        var reply = await program.Anonymous.PostAsync("/auth/demo", new { employeeNumber });
        var api = new Api(program, reply.Json.Text("token"), string.Empty);
        return api with { PersonId = (await api.ReadAsync("{ viewer { person { id } } }")).Text("viewer.person.id")! };
    }

    /// <summary>Columns of a table, which is written with its schema: <c>planning.objectives</c>.</summary>
    public static async Task<List<T>> RowsAsync<T>(this Installation program, string columns, string table, Func<DbDataReader, T> read, string where = "1 = 1")
    {
        await using var db = await program.Services.GetRequiredService<IDbContextFactory<PlatformDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var name = program.Database.Kind == DatabaseKind.Sqlite ? table.Replace('.', '_') : table;
#pragma warning disable CA2100, S2077 // Written in the tests.
        command.CommandText = $"SELECT {columns} FROM {name} WHERE {where}";
#pragma warning restore CA2100, S2077
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            rows.Add(read(reader));
        return rows;
    }

    public static async Task<long> CountAsync(this Installation program, string table, string where = "1 = 1")
        => (await program.RowsAsync("COUNT(*)", table, r => r.GetInt64(0), where)).Single();
}
