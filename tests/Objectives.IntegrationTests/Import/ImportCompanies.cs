using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Objectives.Migrations;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Import;

/// <summary>A company on each database for the tests that import into it, one at a time.</summary>
public sealed class ImportCompanies : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<Company>>> _companies = [];

    public Task<Company> OnAsync(DatabaseKind kind) => _companies.GetOrAdd(kind, k => new(() => FoundAsync(k))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var company in _companies.Values.Where(c => c.IsValueCreated && c.Value.IsCompletedSuccessfully))
            await (await company.Value).Program.DisposeAsync();
    }

    /// <summary>How many rows each table has.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> RowCountsAsync(Company company)
    {
        var database = (Objectives.Platform.Data.Database)company.Program.Services.GetService(typeof(Objectives.Platform.Data.Database))!;
        await using var schema = SchemaContext.For(database);
        var counts = new Dictionary<string, long>();
        foreach (var type in schema.Model.GetEntityTypes().Where(t => !t.IsOwned()).DistinctBy(t => t.GetSchemaQualifiedTableName()))
        {
            var table = type.GetSchema() is { } own ? $"\"{own}\".\"{type.GetTableName()}\"" : $"\"{type.GetTableName()}\"";
#pragma warning disable EF1002 // The name comes from the model.
            counts[table] = await schema.Database.SqlQueryRaw<long>($"SELECT COUNT(*) AS \"Value\" FROM {table}").SingleAsync(TestContext.Current.CancellationToken);
#pragma warning restore EF1002
        }
        return counts;
    }

    private static async Task<Company> FoundAsync(DatabaseKind kind) => await Company.FoundAsync(await Installation.StartAsync(kind));
}

[CollectionDefinition(Name)]
public sealed class ImportTests : ICollectionFixture<ImportCompanies>
{
    public const string Name = "Import";
}
