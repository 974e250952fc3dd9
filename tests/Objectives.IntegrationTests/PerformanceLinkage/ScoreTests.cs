using System.Globalization;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.PerformanceLinkage;

[Trait("Clause", "S5.7.6")]
public sealed class ScoreTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    [Theory, OnEachDatabase]
    public async Task A_score_is_the_mean_of_what_can_be_assessed_and_explains_itself(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database));
        var unknown = await card.ReadAsync(card.Company.Member);
        (unknown.Text("score"), unknown.Text("evidenceShare")).ShouldBe((null, null));
        await card.ReachAsync(9, 13, null);
        var known = await card.ReadAsync(card.Company.Member);
        known.Strings("items.*.attainment").ShouldBe(["0.9", "1.3", null]);
        known.Strings("items.*.ruleScore").ShouldBe(["90", "120", null]);
        known.Text("score").ShouldBe("102.86"); // (40 × 90 + 30 × 120) ÷ 70
        known.Text("evidenceShare").ShouldBe("1");
        known.Strings("explanation.*.contribution").Sum(c => c is null ? 0 : decimal.Parse(c, CultureInfo.InvariantCulture)).ShouldBe(102.86m);
        known.Text("explanation.0.text").ShouldNotBeNull().ShouldContain("90 % of its target is worth 90");
        known.Text("explanation.2.text").ShouldNotBeNull().ShouldContain("nothing is on record");
        var chinese = await card.ReadAsync(card.Company.Member.InChinese);
        chinese.Text("explanation.0.text").ShouldNotBeNull().ShouldContain("完成率 90%");
        chinese.Strings("explanation.*.text").ShouldAllBe(t => Languages.IsChinese(t!));
    }

    [Theory, OnEachDatabase]
    public async Task Less_is_more_where_less_is_the_goal(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle) with { Title = "降低投诉", MeasureId = await company.MeasureOfAsync("SUM", "DECREASE") });
        await company.TeamLeader.AgreeAsync(company.Member, id);
        var rule = await Carded.RuleAsync(company);
        await company.Hr.ChangeAsync("setScorecard", new { cycleId = cycle, personId = company.Member.PersonId, items = new[] { new { objectiveId = id, weight = "100", scoringRuleId = rule } } }, "scorecard { id }");
        await company.MoveCycleAsync(cycle, "EXECUTION");
        await company.Member.ReportAsync(id, 1, 12.5m);
        (await company.Member.ReadAsync("query($c: ID!, $p: ID!) { scorecard(cycleId: $c, personId: $p) { score } }", new { c = cycle, p = company.Member.PersonId })).Text("scorecard.score").ShouldBe("80");
    }

    [Theory, OnEachDatabase]
    public async Task Statements_do_not_depend_on_how_many_items(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var runs = new List<IReadOnlyList<string>>();
        foreach (var weights in (string[][])[["100"], ["20", "20", "20", "20", "20"]])
        {
            var card = await Carded.OnAsync(company, weights);
            await card.ReachAsync([.. weights.Select(_ => (decimal?)9)]);
            await company.Program.AllDeliveredAsync();
            await company.FollowedAsync(card.Cycle);
            await card.ReadAsync(company.Hr);
            var (_, sql) = await company.Hr.RecordAsync($"query($c: ID!) {{ scorecards(cycleId: $c) {{ nodes {{ {Carded.Whole} }} }} }}", new { c = card.Cycle });
            runs.Add(sql);
        }
        runs.ShouldBeAsMany();
    }
}
