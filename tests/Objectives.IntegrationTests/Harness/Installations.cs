using System.Collections.Concurrent;
using Objectives.IntegrationTests.Harness;
using Objectives.Platform.Data;

[assembly: AssemblyFixture(typeof(Installations))]

namespace Objectives.IntegrationTests.Harness;

/// <summary>
/// One installation for each database with a small company in it, started when the first test asks and shared by all: take it in a test class's constructor.
/// </summary>
public sealed class Installations : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DatabaseKind, Lazy<Task<Company>>> _companies = [];

    public Task<Company> OnAsync(DatabaseKind kind) => _companies.GetOrAdd(kind, k => new(() => FoundAsync(k))).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var company in _companies.Values.Where(c => c.IsValueCreated && c.Value.IsCompletedSuccessfully))
            await (await company.Value).Program.DisposeAsync();
    }

    private static async Task<Company> FoundAsync(DatabaseKind kind) => await Company.FoundAsync(await Installation.StartAsync(kind));
}
