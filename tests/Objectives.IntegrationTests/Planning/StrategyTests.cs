using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

[Trait("Clause", "S5.3")]
public sealed class StrategyTests(Installations installations)
{
    private static readonly string[] Kinds = ["VISION", "LONG_TERM_OBJECTIVE", "STRATEGY", "ANNUAL_POLICY", "ANNUAL_PLAN"];

    [Theory, OnEachDatabase]
    public async Task The_chain_leads_from_the_vision_to_the_annual_plan_and_on_to_objectives(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var chain = await ChainAsync(company);
        var objective = await company.Executive.DraftAsync(company.Draft(await company.OpenCycleAsync()) with { Level = "COMPANY", UnitId = company.Root, OwnerId = company.Executive.PersonId, StrategyElementId = chain[^1] });
        var plan = (await company.Member.ReadAsync(
            "query($id: ID!) { node(id: $id) { ... on StrategyElement { kind target measure { code } parent { parent { parent { parent { kind parent { id } } } } } objectives { id } } } }", new { id = chain[^1] })).GetProperty("node");
        plan.Text("parent.parent.parent.parent.kind").ShouldBe("VISION");
        plan.At("parent.parent.parent.parent.parent").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        plan.Strings("objectives.*.id").ShouldBe([objective]);
        (plan.Text("target"), plan.Text("measure.code")).ShouldBe(("500", "REV"));
        (await company.Member.ObjectiveAsync(objective, "strategyElement { kind }")).Text("strategyElement.kind").ShouldBe("ANNUAL_PLAN");
        (await company.Member.ReadAsync("{ strategy { id } }")).Strings("strategy.*.id").ShouldContain(chain[0]);
    }

    [Theory, OnEachDatabase]
    public async Task An_element_serves_one_of_a_kind_above_its_own(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var chain = await ChainAsync(company);
        (await company.Hr.RefusedAsync("saveStrategyElement", Element("VISION", chain[1]))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe("parentId"));
        (await company.Hr.RefusedAsync("saveStrategyElement", Element("STRATEGY", chain[2]))).Field.ShouldBe("parentId");
        (await company.Hr.RefusedAsync("saveStrategyElement", Element("ANNUAL_PLAN", null, id: chain[1]))).Field.ShouldBe("kind");
        (await company.Hr.RefusedAsync("saveStrategyElement", Element("STRATEGY", chain[0], from: 2028, until: 2027))).Field.ShouldBe("until");
        await company.Hr.ChangeAsync("saveStrategyElement", Element("ANNUAL_PLAN", chain[0]), "strategyElement { id }");
    }

    [Theory, OnEachDatabase]
    public async Task A_change_keeps_what_is_left_out_and_clears_what_is_null(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var element = (await ChainAsync(company))[2];
        var changed = await company.Executive.ChangeAsync(
            "saveStrategyElement", new { id = element, expectedVersion = 1, kind = "STRATEGY", title = "新策略", from = 2027, until = 2029, target = (string?)null }, "strategyElement { version title target measure { code } parent { kind } children { kind } }");
        (changed.Number("version"), changed.Text("title"), changed.Text("target"), changed.Text("measure.code"), changed.Text("parent.kind"), changed.Text("children.0.kind")).ShouldBe((2, "新策略", null, "REV", "LONG_TERM_OBJECTIVE", "ANNUAL_POLICY"));
        (await company.Executive.RefusedAsync("saveStrategyElement", Element("STRATEGY", null, id: element, expectedVersion: 1))).Code.ShouldBe("CONFLICT");
        (await company.TeamLeader.MutateAsync("saveStrategyElement", Element("STRATEGY", null), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
    }

    private static object Element(string kind, string? parentId, string? id = null, int from = 2027, int until = 2027, int? expectedVersion = null)
        => new { id, expectedVersion, kind, title = "服务领先", from, until, parentId };

    private static async Task<IReadOnlyList<string>> ChainAsync(Company company)
    {
        var chain = new List<string>();
        foreach (var kind in Kinds)
        {
            var element = new { kind, title = "服务领先", description = "以服务带动增长", from = 2027, until = 2029, measureId = company.Revenue, target = "500", parentId = chain.LastOrDefault() };
            chain.Add((await company.Executive.ChangeAsync("saveStrategyElement", element, "strategyElement { id }")).Id());
        }
        return chain;
    }
}
