using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.PerformanceLinkage;

public sealed class ScoringRuleTests(Installations installations)
{
    private const string Whole = "scoringRule { id name kind floor cap bands { attainment score } }";

    [Theory, OnEachDatabase]
    public async Task A_rule_is_added_changed_and_listed_by_its_name(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var line = await company.Hr.ChangeAsync("saveScoringRule", new { name = "线性 A", kind = "LINEAR", floor = "0.6", cap = "1.2" }, Whole);
        (line.Text("kind"), line.Text("floor"), line.Text("cap"), line.GetProperty("bands").GetArrayLength()).ShouldBe(("LINEAR", "0.6", "1.2", 0));
        var bands = new[] { new { attainment = "0.8", score = "60" }, new { attainment = "1", score = "100" }, new { attainment = "1.1", score = "120.5" } };
        var changed = await company.Hr.ChangeAsync("saveScoringRule", new { id = line.Id(), name = "分档 A", kind = "BANDS", bands }, Whole);
        changed.Strings("bands.*.score").ShouldBe(["60", "100", "120.5"]);
        changed.Text("floor").ShouldBeNull();
        await company.Hr.ChangeAsync("saveScoringRule", new { name = "达标 A", kind = "PASS_FAIL" }, Whole);
        (await company.Member.ReadAsync("{ scoringRules { name } }")).Strings("scoringRules.*.name").ShouldBeUnique();
        (await company.Member.ReadAsync("{ scoringRules { name } }")).Strings("scoringRules.*.name").ShouldContain("分档 A");
    }

    [Theory, OnEachDatabase]
    public async Task A_name_is_taken_once_and_only_HR_saves(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        await company.Hr.ChangeAsync("saveScoringRule", new { name = "达标 B", kind = "PASS_FAIL" }, Whole);
        (await company.Hr.RefusedAsync("saveScoringRule", new { name = " 达标 B ", kind = "PASS_FAIL" })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("DUPLICATE"), e => e.Field.ShouldBe("name"));
        foreach (var other in (Api[])[company.Administrator, company.Executive, company.Auditor, company.TeamLeader])
            (await other.MutateAsync("saveScoringRule", new { name = "达标 C", kind = "PASS_FAIL" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
    }

    /// <summary>Else a score could become another one overnight.</summary>
    [Theory, OnEachDatabase]
    [Trait("Clause", "S4.3")]
    public async Task What_scores_cards_in_force_goes_on_scoring_as_it_does(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var card = await Carded.OnAsync(company, active: false);
        object Terms(string cap, string name) => new { id = card.Rule, name, kind = "LINEAR", floor = "0", cap };
        await company.Hr.ChangeAsync("saveScoringRule", Terms("1.3", $"起草时 {card.Id}"), Whole);
        await company.Hr.ChangeAsync("activateScorecard", new { scorecardId = card.Id }, "scorecard { id }");
        (await company.Hr.RefusedAsync("saveScoringRule", Terms("1.4", $"生效后 {card.Id}"))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("id"));
        var renamed = await company.Hr.ChangeAsync("saveScoringRule", Terms("1.3", $"改名 {card.Id}"), Whole);
        (renamed.Text("name"), renamed.Text("cap")).ShouldBe(($"改名 {card.Id}", "1.3"));
    }
}
