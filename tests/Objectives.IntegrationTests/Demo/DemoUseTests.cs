using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Demo;

/// <summary>The demo company through the API: it is there, on each day of its past, and work goes on in it.</summary>
[Collection(DemoInstallations.Collection)]
public sealed class DemoUseTests(DemoInstallations demos)
{
    [Theory, OnEachDatabase]
    public async Task The_company_is_as_large_as_it_is_said_to_be(DatabaseKind database)
    {
        var executive = await (await demos.OnAsync(database)).VisitAsync("E0001");
        var data = await executive.ReadAsync("""
            {
              organization { timeZone currency units { kind leader { id } } regions { id } }
              people { totalCount } customers { totalCount }
              cycles { id year status } strategy { kind objectives { id } }
            }
            """);
        (data.Text("organization.timeZone"), data.Text("organization.currency")).ShouldBe(("Asia/Shanghai", "CNY"));
        data.Strings("organization.units.*.kind").CountBy(k => k!).ToDictionary().ShouldBe(
            new Dictionary<string, int> { ["COMPANY"] = 1, ["DIVISION"] = 3, ["DEPARTMENT"] = 9, ["TEAM"] = 30 }, ignoreOrder: true);
        data.At("organization.units").EnumerateArray().Where(u => u.GetProperty("leader").ValueKind == JsonValueKind.Null).ShouldBeEmpty();
        data.Number("people.totalCount").ShouldBeInRange(310, 330);
        data.Number("customers.totalCount").ShouldBe(400);
        data.Strings("cycles.*.status").ShouldBe(["PREPARATION", "EXECUTION", "CLOSED"]);
        foreach (var cycle in data.At("cycles").EnumerateArray().Skip(1))
        {
            var counts = await executive.ReadAsync(
                "query($c: ID!) { goalTree(cycleId: $c, depth: 100) { nodeCount truncated nodes { level status } } }", new { c = cycle.Id() });
            counts.Number("goalTree.nodeCount").ShouldBeInRange(1_450, 1_700);
            counts.Strings("goalTree.nodes.*.level").Distinct().Count().ShouldBe(6);
        }
        data.At("strategy").EnumerateArray().Sum(e => e.GetProperty("objectives").GetArrayLength()).ShouldBe(39);
    }

    [Theory, OnEachDatabase]
    public async Task A_past_day_shows_another_tree(DatabaseKind database)
    {
        var executive = await (await demos.OnAsync(database)).VisitAsync("E0001");
        var cycle = await CurrentAsync(executive);
        var year = cycle.Number("year");
        async Task<List<string>> TreeAsync(string? asOf) => [.. (await executive.ReadAsync(
            "query($c: ID!, $at: DateTime) { goalTree(cycleId: $c, depth: 100, asOf: $at) { nodes { id title status parent { id } } } }", new { c = cycle.Id(), at = asOf })).At("goalTree.nodes").EnumerateArray().Select(n => n.GetRawText())];

        var (empty, begun, drafted, now) = (await TreeAsync($"{year - 1}-10-31T00:00:00Z"), await TreeAsync($"{year - 1}-11-12T00:00:00Z"), await TreeAsync($"{year - 1}-12-01T00:00:00Z"), await TreeAsync(null));
        empty.ShouldBeEmpty();
        begun.Count.ShouldBeInRange(1, now.Count / 2);
        drafted.Count.ShouldBeInRange(now.Count * 9 / 10, now.Count + 20);
        now.Except(drafted).Count().ShouldBeGreaterThan(now.Count / 2);
    }

    /// <summary>Until the first month of the year is over nothing lags.</summary>
    [Theory, OnEachDatabase, Trait("Clause", "S7.4")]
    public async Task What_endangers_the_company_waits_for_its_office_meeting(DatabaseKind database)
    {
        var program = await demos.OnAsync(database);
        var executive = await program.VisitAsync("E0001");
        var cycle = await CurrentAsync(executive);
        var lags = program.BusinessClock.TodayIn("Asia/Shanghai").Month > 1;
        var meetings = (await executive.ReadAsync(
            "query($c: ID!) { officeMeetings(cycleId: $c) { level held unit { id parent { id } } attendees { id } agenda { severity route routed status openedBy { id } impact { endangered } objective { level } } } }", new { c = cycle.Id() })).At("officeMeetings").EnumerateArray().ToList();
        var companys = meetings.Where(m => m.Text("level") == "COMPANY").ToList();
        companys.Count.ShouldBe(lags ? 1 : 0);
        foreach (var meeting in companys)
        {
            meeting.At("attendees").GetArrayLength().ShouldBe(3);
            var agenda = meeting.At("agenda").EnumerateArray().ToList();
            agenda.ShouldNotBeEmpty();
            agenda.ShouldAllBe(d => d.Text("severity") == "COMPANY" && d.Text("route") == "OFFICE_MEETING" && d.GetProperty("routed").GetBoolean() && d.Text("status") == "IN_HAND");
            agenda.ShouldAllBe(d => d.At("openedBy").ValueKind == JsonValueKind.Null, "The rule opened them.");
        }
    }

    [Theory, OnEachDatabase]
    public async Task Work_goes_on_where_the_past_ends(DatabaseKind database)
    {
        var program = await demos.OnAsync(database);
        var leader = await program.VisitAsync("E0111");
        var cycle = await CurrentAsync(leader);
        var mine = await leader.ReadAsync(
            "query($c: ID!, $o: ID!) { objectives(filter: { cycleId: $c, ownerId: $o, level: [TEAM], status: [COMMITTED] }, first: 2) { nodes { id version history { totalCount } measure { id } unit { id } } } }",
            new { c = cycle.Id(), o = leader.PersonId });
        var team = mine.At("objectives.nodes.0");
        var edited = await leader.ChangeAsync(
            "editObjective", new { id = team.Id(), expectedVersion = team.Number("version"), contribution = "以旺季为重点" }, "objective { version history(first: 1) { totalCount nodes { action sequence } } }");
        edited.Number("version").ShouldBe(team.Number("version") + 1);
        (edited.Number("history.totalCount"), edited.Text("history.nodes.0.action")).ShouldBe((edited.Number("version"), "editObjective"));

        var drafted = await leader.ChangeAsync(
            "draftObjective",
            new { cycleId = cycle.Id(), level = "PERSONAL", title = "新人带教", parentId = team.Id(), ownerId = leader.PersonId, unitId = team.Text("unit.id"), measureId = team.Text("measure.id"), target = "1" },
            "objective { id code }");
        (await leader.ChangeAsync("moveObjective", new { id = drafted.Id(), newParentId = mine.Text("objectives.nodes.1.id") }, "objective { parent { id } }")).Text("parent.id").ShouldBe(mine.Text("objectives.nodes.1.id"));
        (await leader.ChangeAsync("withdrawObjective", new { id = drafted.Id(), reason = "已有同类目标" }, "objective { status }")).Text("status").ShouldBe("WITHDRAWN");
    }

    [Theory, OnEachDatabase]
    public async Task Actuals_are_read_at_once_for_any_number_of_objectives(DatabaseKind database)
    {
        var executive = await (await demos.OnAsync(database)).VisitAsync("E0001");
        var closed = await ClosedAsync(executive);
        async Task<(JsonElement Nodes, int Statements)> ReadAsync(int first)
        {
            var (data, sql) = await executive.RecordAsync(
                "query($c: ID!, $n: Int!) { objectives(filter: { cycleId: $c, status: [ACHIEVED, MISSED] }, first: $n) { nodes { all: actuals { period reportedBy { id } } months: actuals(granularity: MONTH) { id } years: actuals(granularity: YEAR) { id } } } }",
                new { c = closed, n = first });
            return (data.At("objectives.nodes"), sql.Count);
        }

        var (few, many) = (await ReadAsync(5), await ReadAsync(100));
        (few.Nodes.GetArrayLength(), many.Nodes.GetArrayLength()).ShouldBe((5, 100));
        many.Statements.ShouldBe(few.Statements);
        foreach (var objective in many.Nodes.EnumerateArray())
        {
            objective.Strings("all.*.period").ShouldBeInOrder();
            objective.GetProperty("months").GetArrayLength().ShouldBe(objective.GetProperty("all").GetArrayLength());
            objective.GetProperty("years").GetArrayLength().ShouldBe(0);
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_correction_and_what_it_corrects_name_each_other(DatabaseKind database)
    {
        var executive = await (await demos.OnAsync(database)).VisitAsync("E0001");
        var data = await executive.ReadAsync(
            "query($c: ID!) { objectives(filter: { cycleId: $c, status: [ACHIEVED, MISSED] }, first: 100) { nodes { measure { aggregation } actuals { id value numerator denominator corrects { id } correctedBy { id } correctionReason } } } }",
            new { c = await ClosedAsync(executive) });
        foreach (var objective in data.At("objectives.nodes").EnumerateArray())
        {
            var actuals = objective.GetProperty("actuals").EnumerateArray().ToList();
            actuals.Count(a => a.GetProperty("correctedBy").ValueKind == JsonValueKind.Null).ShouldBe(12);
            if (objective.Text("measure.aggregation") == "RATIO")
                actuals.Where(a => a.GetProperty("denominator").ValueKind == JsonValueKind.Null).ShouldBeEmpty();
        }
        var correction = data.At("objectives.nodes").EnumerateArray().SelectMany(o => o.GetProperty("actuals").EnumerateArray()).First(a => a.GetProperty("corrects").ValueKind != JsonValueKind.Null);
        correction.Text("correctionReason").ShouldNotBeNullOrEmpty();
        var wrong = await executive.ReadAsync("query($id: ID!) { node(id: $id) { ... on Actual { correctedBy { id } objective { id } } } }", new { id = correction.Text("corrects.id") });
        wrong.Text("node.correctedBy.id").ShouldBe(correction.Id());
    }

    [Theory, OnEachDatabase]
    public async Task Actuals_of_what_may_not_be_read_do_not_exist(DatabaseKind database)
    {
        var program = await demos.OnAsync(database);
        var (executive, member) = (await program.VisitAsync("E0001"), await program.VisitAsync("E0112"));
        var cycle = await CurrentAsync(executive);
        var data = await executive.ReadAsync(
            "query($c: ID!, $me: ID!) { mine: objectives(filter: { cycleId: $c, ownerId: $me, status: [COMMITTED] }, first: 1) { nodes { actuals { id } } } others: objectives(filter: { cycleId: $c, level: [CUSTOMER] }, first: 1) { nodes { actuals { id } } } }",
            new { c = cycle.Id(), me = member.PersonId });
        var ids = new { a = data.Text("mine.nodes.0.actuals.0.id"), b = data.Text("others.nodes.0.actuals.0.id") };
        var seen = await member.ReadAsync("query($a: ID!, $b: ID!) { a: node(id: $a) { id } b: node(id: $b) { id } }", ids);
        seen.Text("a.id").ShouldBe(ids.a);
        seen.GetProperty("b").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static async Task<string> ClosedAsync(Api api) => (await api.ReadAsync("{ cycles { id status } }")).At("cycles").EnumerateArray().Single(c => c.Text("status") == "CLOSED").Id();

    private static async Task<JsonElement> CurrentAsync(Api api) => (await api.ReadAsync("{ currentCycle { id year } }")).GetProperty("currentCycle");
}
