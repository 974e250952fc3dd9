using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

public sealed class GoalTreeTests(Installations installations)
{
    private const string Tree = """
        query($cycleId: ID!, $rootId: ID, $unitId: ID, $ownerId: ID, $regionId: ID, $depth: Int, $asOf: DateTime) {
          goalTree(cycleId: $cycleId, rootId: $rootId, unitId: $unitId, ownerId: $ownerId, regionId: $regionId, depth: $depth, asOf: $asOf) {
            cycle { id } asOf nodeCount truncated nodes { title } roots { title children { title childCount children { title childCount } } }
          }
        }
        """;

    [Theory, OnEachDatabase]
    public async Task A_tree_is_read_whole_or_in_part_to_the_depth_asked_for(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, ids) = await PlantAsync(company);
        (await NodesAsync(company.Executive, new { cycleId = cycle, depth = 100 })).ShouldBe(["A", "A1", "A1a", "A1b", "A2", "B", "B1"]);
        (await NodesAsync(company.Executive, new { cycleId = cycle, depth = 1 })).ShouldBe(["A", "B"]);
        (await NodesAsync(company.Executive, new { cycleId = cycle, rootId = ids["A1"], depth = 5 })).ShouldBe(["A1", "A1a", "A1b"]);
        (await NodesAsync(company.Executive, new { cycleId = cycle, rootId = ids["A"], depth = 2 })).ShouldBe(["A", "A1", "A2"]);
        (await NodesAsync(company.Executive, new { cycleId = cycle, unitId = company.Department, depth = 5 })).ShouldBe(["A1", "A1a", "A1b", "A2"]);
        (await NodesAsync(company.Executive, new { cycleId = cycle, unitId = company.OtherTeam, depth = 5 })).ShouldBe(["B1"]);
        (await NodesAsync(company.Executive, new { cycleId = cycle, unitId = company.Root, depth = 1 })).ShouldBe(["A", "B"]);
        (await NodesAsync(company.Executive, new { cycleId = cycle, ownerId = company.Member.PersonId, depth = 5 })).ShouldBe(["A1a", "A2"]);
        (await NodesAsync(company.Executive, new { cycleId = cycle, regionId = company.Region, depth = 5 })).ShouldBe(["A1b"]);
        (await NodesAsync(company.Executive, new { cycleId = await company.OpenCycleAsync(), depth = 5 })).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task Nodes_and_nested_children_are_the_same_tree(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, _) = await PlantAsync(company);
        var tree = (await company.Executive.ReadAsync(Tree, new { cycleId = cycle })).GetProperty("goalTree");
        (tree.Text("cycle.id"), tree.Number("nodeCount"), tree.GetProperty("truncated").GetBoolean()).ShouldBe((cycle, 7, false));
        tree.Strings("roots.*.title").ShouldBe(["A", "B"]);
        tree.Strings("roots.0.children.*.title").ShouldBe(["A1", "A2"]);
        tree.Strings("roots.0.children.0.children.*.title").ShouldBe(["A1a", "A1b"]);
        tree.Number("roots.0.children.0.childCount").ShouldBe(2);

        var shallow = (await company.Executive.ReadAsync(Tree, new { cycleId = cycle, depth = 2 })).GetProperty("goalTree");
        (shallow.Number("nodeCount"), shallow.GetProperty("truncated").GetBoolean()).ShouldBe((5, true));
        shallow.Number("roots.0.children.0.childCount").ShouldBe(2);
        shallow.Strings("roots.0.children.0.children.*.title").ShouldBe(["A1a", "A1b"]);
    }

    /// <summary>No more whole trees are read at once than there are processors; whoever asks for one objective meanwhile has it.</summary>
    [Theory, OnEachDatabase]
    public async Task Trees_wait_for_each_other_and_nothing_else_waits_for_them(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, ids) = await PlantAsync(company);
        var names = Enumerable.Range(0, Environment.ProcessorCount + 2).Select(_ => Guid.NewGuid().ToString("N")).ToList();
        var stops = names.ConvertAll(n => company.Program.Sql.StopBefore(n, "planning", "objectives"));
        var trees = names.ConvertAll(n => company.Executive.AskAsync(Tree, new { cycleId = cycle, depth = 5 }, n));
        try
        {
            await Task.WhenEach(stops.Select(s => s.Reached)).Take(Environment.ProcessorCount).CountAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            (await company.Executive.ReadAsync("query($id: ID!) { objective(id: $id) { title parent { title } } }", new { id = ids["A1"] })).Text("objective.parent.title").ShouldBe("A");
            stops.Count(s => s.Reached.IsCompleted).ShouldBe(Environment.ProcessorCount);
        }
        finally
        {
            stops.ForEach(s => s.GoOn());
        }
        foreach (var reply in await Task.WhenAll(trees))
            reply.Data.Strings("goalTree.nodes.*.title").ShouldBe(["A", "A1", "A1a", "A1b", "A2", "B", "B1"]);
    }

    /// <summary>A tree reads no more columns than it is asked for; a list reads all.</summary>
    [Theory, OnEachDatabase]
    public async Task Each_field_asked_alone_is_that_of_the_list(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, ids) = await PlantAsync(company);
        await company.Executive.ChangeAsync("editObjective", new { id = ids["A1"], description = "说明", contribution = "支撑", important = true, baseline = "1", rollUpWeight = "2" }, "objective { id }");
        var type = (await company.Executive.ReadAsync("{ __type(name: \"Objective\") { fields { name type { kind ofType { kind ofType { kind ofType { kind } } } } args { name type { kind } } } } }")).GetProperty("__type");
        foreach (var field in type.GetProperty("fields").EnumerateArray().Where(f => !f.GetProperty("args").EnumerateArray().Any(a => a.Text("type.kind") == "NON_NULL")))
        {
            var isLeaf = !field.GetProperty("type").GetRawText().Contains("\"OBJECT\"", StringComparison.Ordinal);
            var asked = isLeaf ? field.Text("name") : $"{field.Text("name")} {{ __typename }}";
            var answer = await company.Executive.ReadAsync(
                $"query($c: ID!) {{ tree: goalTree(cycleId: $c, depth: 9) {{ nodes {{ {asked} }} }} list: objectives(filter: {{ cycleId: $c }}, first: 50) {{ nodes {{ {asked} path: title }} }} }}", new { c = cycle });
            var (inTree, inList) = (answer.GetProperty("tree").GetProperty("nodes"), answer.GetProperty("list").GetProperty("nodes"));
            inTree.EnumerateArray().Select(n => n.GetProperty(field.Text("name")!).GetRawText()).Order(StringComparer.Ordinal)
                .ShouldBe(inList.EnumerateArray().Select(n => n.GetProperty(field.Text("name")!).GetRawText()).Order(StringComparer.Ordinal), field.Text("name"));
        }
    }

    [Theory, OnEachDatabase]
    public async Task Any_past_moment_is_shown_as_it_was(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var start = await company.MomentAsync();
        var (cycle, ids) = await PlantAsync(company);
        var planted = await company.MomentAsync();
        await company.Executive.ChangeAsync("editObjective", new { id = ids["A1"], title = "A1 新", target = "99" }, "objective { id }");
        await company.Executive.ChangeAsync("withdrawObjective", new { id = ids["A1a"], reason = "停止" }, "objective { id }");
        await company.Executive.ChangeAsync("moveObjective", new { id = ids["A2"], newParentId = ids["B"] }, "objective { id }");
        var changed = await company.MomentAsync();
        await company.Executive.DraftAsync(company.Draft(cycle, ids["B"]) with { Title = "B2" });

        (await NodesAsync(company.Executive, new { cycleId = cycle, depth = 9 })).ShouldBe(["A", "A1 新", "A1b", "B", "B1", "A2", "B2"]);
        (await NodesAsync(company.Executive, new { cycleId = cycle, depth = 9, asOf = changed })).ShouldBe(["A", "A1 新", "A1b", "B", "B1", "A2"]);
        (await NodesAsync(company.Executive, new { cycleId = cycle, depth = 9, asOf = planted })).ShouldBe(["A", "A1", "A1a", "A1b", "A2", "B", "B1"]);
        (await NodesAsync(company.Executive, new { cycleId = cycle, depth = 9, asOf = start })).ShouldBeEmpty();
        (await NodesAsync(company.Executive, new { cycleId = cycle, depth = 9, asOf = changed.AddYears(1) })).ShouldBe(["A", "A1 新", "A1b", "B", "B1", "A2", "B2"]);
        (await NodesAsync(company.Executive, new { cycleId = cycle, rootId = ids["A"], depth = 9, asOf = planted })).ShouldBe(["A", "A1", "A1a", "A1b", "A2"]);

        var then = await company.Executive.ObjectiveAsync(ids["A1"], "title target version children { title status } childCount parent { children { title } }", planted);
        (then.Text("title"), then.Text("target"), then.Number("version"), then.Number("childCount")).ShouldBe(("A1", "120", 1, 2));
        then.Strings("children.*.title").ShouldBe(["A1a", "A1b"]);
        then.Strings("parent.children.*.title").ShouldBe(["A1", "A2"]);
        (await company.Executive.ObjectiveAsync(ids["A1"], "id", start)).ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory, OnEachDatabase]
    public async Task What_may_not_be_read_is_left_out_but_for_ancestors_of_what_may(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var top = await company.Executive.DraftAsync(company.Draft(cycle) with { Title = "公司", Level = "COMPANY", UnitId = company.Root, OwnerId = company.Executive.PersonId });
        var hidden = await company.Stranger.DraftAsync(company.StrangersDraft(cycle, top) with { Title = "外组", Description = "秘密" });
        await company.Executive.DraftAsync(company.StrangersDraft(cycle, hidden) with { Title = "外组之下" });
        await company.Executive.DraftAsync(company.Draft(cycle, hidden) with { Title = "本组之下", Level = "PERSONAL", OwnerId = company.Member.PersonId });

        (await NodesAsync(company.Stranger, new { cycleId = cycle, depth = 9 })).ShouldBe(["公司", "外组", "外组之下"]);
        (await NodesAsync(company.Member, new { cycleId = cycle, depth = 9 })).ShouldBe(["公司", "外组", "本组之下"]);
        (await NodesAsync(company.Auditor, new { cycleId = cycle, depth = 9 })).Count.ShouldBe(4);
        (await NodesAsync(company.OtherTeamLeader, new { cycleId = cycle, depth = 9 })).ShouldBe(["公司", "外组", "外组之下"]);
    }

    [Theory, OnEachDatabase(0, -1, 101)]
    public async Task The_depth_has_its_bounds(DatabaseKind database, int depth)
    {
        var company = await installations.OnAsync(database);
        (await company.Executive.AskAsync(Tree, new { cycleId = await company.OpenCycleAsync(), depth })).ShouldSatisfyAllConditions(
            r => r.ErrorCode.ShouldBe(depth > 100 ? "LIMIT_EXCEEDED" : "BAD_USER_INPUT"), r => r.ErrorMessage!.ShouldContain("depth"));
    }

    private static async Task<IReadOnlyList<string?>> NodesAsync(Api api, object variables) => (await api.ReadAsync(Tree, variables)).Strings("goalTree.nodes.*.title");

    /// <summary>A with A1 (A1a, A1b) and A2; B with B1.</summary>
    private static async Task<(string Cycle, Dictionary<string, string> Ids)> PlantAsync(Company company)
    {
        var cycle = await company.OpenCycleAsync();
        var ids = new Dictionary<string, string>();
        var top = company.Draft(cycle) with { Level = "COMPANY", UnitId = company.Root, OwnerId = company.Executive.PersonId };
        var own = company.Draft(cycle) with { Level = "PERSONAL", OwnerId = company.Member.PersonId };
        foreach (var (title, parent, draft) in new[]
        {
            ("A", null, top), ("A1", "A", company.Draft(cycle)), ("A1a", "A1", own), ("A1b", "A1", company.Draft(cycle) with { RegionId = company.Region }), ("A2", "A", own), ("B", null, top),
            ("B1", "B", company.StrangersDraft(cycle)),
        })
        {
            ids[title] = await company.Executive.DraftAsync(draft with { Title = title, ParentId = parent is null ? null : ids[parent] });
        }
        return (cycle, ids);
    }
}
