using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

/// <summary>How many statements an answer takes depends on the kinds of data asked for, never on rows or depth.</summary>
public sealed class StatementCountTests(Installations installations)
{
    private static readonly int[] Sizes = [10, 100, 1000];

    private static readonly (string Name, string Query)[] Questions =
    [
        ("nodes", "query($cycle: ID!) { goalTree(cycleId: $cycle, depth: 100) { nodeCount nodes { title } } }"),
        ("nodes with owner, unit and measure", "query($cycle: ID!) { goalTree(cycleId: $cycle, depth: 100) { nodeCount nodes { title parent { id } owner { name } unit { name } measure { code } } } }"),
        ("children in children", "query($cycle: ID!) { goalTree(cycleId: $cycle, depth: 100) { nodeCount roots { ...o children { ...o children { ...o children { ...o children { ...o children { ...o } } } } } } } } fragment o on Objective { title childCount owner { name } unit { name } measure { code } }"),
        ("nodes with ancestors", "query($cycle: ID!) { goalTree(cycleId: $cycle, depth: 100) { nodeCount nodes { ancestors { title } } } }"),
    ];

    [Theory, OnEachDatabase]
    public async Task A_tree_is_one_statement_whatever_its_size_and_all_it_shows_a_fixed_number(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var ids = new List<string>();
        var counts = Questions.ToDictionary(q => q.Name, _ => new List<int>());
        foreach (var size in Sizes)
        {
            await GrowAsync(company, cycle, ids, size);
            foreach (var (name, query) in Questions)
            {
                var (data, sql) = await company.Executive.RecordAsync(query, new { cycle });
                data.Number("goalTree.nodeCount").ShouldBe(size);
                sql.Count(IsOfObjectives).ShouldBe(1, $"{name}\n{string.Join("\n\n", sql)}");
                counts[name].Add(sql.Count);
            }
        }
        foreach (var (name, found) in counts)
            found.Distinct().Count().ShouldBe(1, $"{name}: {string.Join(", ", found)} statements for {string.Join(", ", Sizes)} objectives");
    }

    [Theory, OnEachDatabase]
    public async Task Lists_and_nested_children_take_a_fixed_number_too(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var ids = new List<string>();
        var counts = new List<(int List, int Nested)>();
        foreach (var size in (int[])[40, 100])
        {
            await GrowAsync(company, cycle, ids, size);
            var (list, forList) = await company.Member.RecordAsync(
                """
                query($cycle: ID!) {
                  objectives(filter: { cycleId: $cycle }, first: 100) {
                    totalCount nodes { title description contribution owner { name superior { name } roles } unit { name } measure { code } parent { title } ancestors { title } children { title } childCount }
                  }
                }
                """,
                new { cycle });
            list.At("objectives.nodes").GetArrayLength().ShouldBe(size);
            var (_, forNested) = await company.Member.RecordAsync("query($id: ID!) { objective(id: $id) { children { title owner { name } children { title owner { name } children { title owner { name } } } } } }", new { id = ids[0] });
            counts.Add((forList.Count, forNested.Count));
        }
        counts.Distinct().Count().ShouldBe(1, string.Join(", ", counts));
    }

    private static bool IsOfObjectives(string sql) => sql.Contains("planning_objectives", StringComparison.Ordinal) || sql.Contains("planning.objectives", StringComparison.Ordinal) || sql.Contains("[planning].[objectives]", StringComparison.Ordinal);

    /// <summary>Three below each, of three owners, so that each level has all kinds of data.</summary>
    private static async Task GrowAsync(Company company, string cycle, List<string> ids, int size)
    {
        string[] owners = [company.Member.PersonId, company.Colleague.PersonId, company.TeamLeader.PersonId];
        while (ids.Count < size)
        {
            var next = Enumerable.Range(ids.Count, Math.Min(size - ids.Count, Math.Min(16, (ids.Count * 2) + 1)));
            ids.AddRange(await Task.WhenAll(next.Select(n => company.Executive.DraftAsync(
                company.Draft(cycle, n == 0 ? null : ids[(n - 1) / 3]) with { OwnerId = owners[n % 3], MeasureId = n % 2 == 0 ? company.Revenue : company.StockDays }))));
        }
    }
}
