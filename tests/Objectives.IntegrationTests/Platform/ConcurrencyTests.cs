using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Platform;

public sealed class ConcurrencyTests(Installations installations)
{
    /// <summary>More than the pool of the harness has connections, in one tree and in many.</summary>
    [Theory, OnEachDatabase(1, 30)]
    public async Task More_who_write_at_once_than_there_are_connections_are_all_served(DatabaseKind database, int cycles)
    {
        var company = await installations.OnAsync(database);
        var own = new List<string>();
        while (own.Count < cycles)
            own.Add(await company.OpenCycleAsync());
        var drafts = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => company.TeamLeader.DraftAsync(company.Draft(own[i % cycles]))));
        drafts.Distinct().Count().ShouldBe(60);
    }
}
