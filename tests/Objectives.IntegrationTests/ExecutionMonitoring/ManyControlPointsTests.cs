using Objectives.IntegrationTests.Import;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>Of more objectives than are read as a whole, pages are read in portions; they are the same.</summary>
[Collection(ImportTests.Name), Trait("Clause", "S7.1")]
public sealed class ManyControlPointsTests(ImportCompanies companies)
{
    private const int Many = 1_030;

    [Theory, OnEachDatabase]
    public async Task Pages_that_are_read_in_portions_are_those_of_the_whole(DatabaseKind database)
    {
        var company = await companies.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var tag = Guid.NewGuid().ToString("N")[..6];
        var rows = Enumerable.Range(0, Many).Select(i => $"{tag}{i:D4},{i},PERSONAL,E0112,D1-1-1,REV,12\n");
        var job = await company.Administrator.ImportAsync("OBJECTIVES", "code,title,level,ownerEmployeeNumber,unitCode,measureCode,target\n" + string.Concat(rows), new { cycleId = cycle });
        (await company.Administrator.JobAsync(job.Outcome().Text("job.id")!)).Text("status").ShouldBe("DONE");
        await company.MoveCycleAsync(cycle, "EXECUTION");
        var objectives = (await company.Executive.ReadAsync("query($c: ID!) { objectives(filter: { cycleId: $c }, orderBy: { field: CODE, direction: ASC }, first: 500) { nodes { id } } }", new { c = cycle }))
            .Strings("objectives.nodes.*.id").OfType<string>().ToList();
        await company.Member.ReviewedAsync(objectives[300], 1);
        await company.Member.ReviewedAsync(objectives[5], 2);
        foreach (var at in new[] { 7, 3, 499 })
            await SetByHandAsync(company, cycle, objectives[at], new(2026, 2, 10));

        foreach (var (status, size, most) in new[] { ((string[]?)null, 500, 10), (null, 20, 4), (["DUE", "MISSED"], 500, 10), (["DUE", "MISSED", "SCHEDULED"], 21, 3), (["REPORTED"], 1, 5) })
        {
            var filter = new { status, until = "2026-02-28" };
            var (inPortions, whole) = (await PagesAsync(company, cycle, filter, size, most, withTotal: false), await PagesAsync(company, cycle, filter, size, most, withTotal: true));
            inPortions.ShouldBe(whole);
            inPortions.ShouldBe(inPortions.Distinct().Order(StringComparer.Ordinal));
            inPortions.Count.ShouldBe(status is null ? Math.Min((2 * Many) + 3, size * most) : status[0] == "REPORTED" ? 2 : Math.Min((2 * Many) + 3 - 2, size * most));
        }
        (await company.Executive.ListAsync(cycle, new { until = "2026-02-28" }, 1, null, "totalCount")).At("controlPoints").Number("totalCount").ShouldBe((2 * Many) + 3);
        (await company.Executive.ListAsync(cycle, new { until = "2026-02-28", status = new[] { "DUE", "MISSED" } }, 1, null, "totalCount")).At("controlPoints").Number("totalCount").ShouldBe((2 * Many) + 1);
    }

    private static async Task<IReadOnlyList<string>> PagesAsync(Company company, string cycle, object filter, int size, int most, bool withTotal)
    {
        var (seen, after) = (new List<string>(), (string?)null);
        for (var page = 0; page < most && (page == 0 || after is not null); page++)
        {
            var read = await company.Executive.ListAsync(cycle, filter, size, after, $"{(withTotal ? "totalCount " : string.Empty)}nodes {{ date status objective {{ code }} }} pageInfo {{ hasNextPage endCursor }}");
            seen.AddRange(read.At("controlPoints.nodes").EnumerateArray().Select(n => $"{n.Text("date")} {n.Text("objective.code")} {n.Text("status")}"));
            after = read.At("controlPoints.pageInfo.hasNextPage").GetBoolean() ? read.Text("controlPoints.pageInfo.endCursor") : null;
        }
        return seen;
    }

    private static async Task SetByHandAsync(Company company, string cycle, string objective, DateOnly date)
    {
        GlobalId.TryDecode(cycle, out _, out var cycleId).ShouldBeTrue();
        GlobalId.TryDecode(objective, out _, out var objectiveId).ShouldBeTrue();
        GlobalId.TryDecode(company.TeamLeader.PersonId, out _, out var by).ShouldBeTrue();
        await company.Program.ExecuteSqlAsync(
            "INSERT INTO {monitoring.control_points} (id, objective_id, cycle_id, date, scheduled_by_id, scheduled_at, version) VALUES ({0}, {1}, {2}, {3}, {4}, {5}, 1)",
            Guid.CreateVersion7(), objectiveId, cycleId, date, by, new DateTime(2026, 2, 1, 8, 0, 0, DateTimeKind.Utc));
    }
}
