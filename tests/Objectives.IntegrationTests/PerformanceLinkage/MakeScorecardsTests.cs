using System.Globalization;
using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.PerformanceLinkage;

[Trait("Clause", "S4.3")]
public sealed class MakeScorecardsTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Made = "status error done total scorecards { written created activated unchanged problems cards { totalCount nodes { person { employeeNumber } result problem items { weight objective { id } } } } }";

    [Theory, OnEachDatabase]
    public async Task A_dry_run_shows_each_card_and_problem_and_writes_nothing_then_they_are_made_and_put_in_force(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var (plain, important) = (await Carded.CommittedAsync(company, cycle, "一般目标"), await Carded.AgreedAsync(company, cycle, "重要目标", important: true));
        var rule = await Carded.RuleAsync(company);
        object Input(bool activate, bool dryRun, string unit) => new { cycleId = cycle, unitId = unit, scoringRuleId = rule, importantFactor = "2", activate, dryRun };

        var tried = await RunAsync(company.Hr, Input(activate: true, dryRun: true, company.Team));
        (tried.Text("status"), tried.At("scorecards.written").GetBoolean(), tried.Number("scorecards.created"), tried.Number("done")).ShouldBe(("DONE", false, 1, 3));
        var member = CardOf(tried, "E0112");
        member.Strings("items.*.weight").Order().ShouldBe(["33.33", "66.67"]);
        member.At("items").EnumerateArray().Single(i => i.Text("objective.id") == important).Text("weight").ShouldBe("66.67");
        member.Text("problem").ShouldNotBeNull().ShouldContain("重要目标");
        (CardOf(tried, "E0113").Text("result"), CardOf(tried, "E0113").Text("problem")).ShouldBe(("EXCEPTION", "Has no agreed or committed objective."));
        (await CardAsync(company, cycle)).ValueKind.ShouldBe(JsonValueKind.Null);

        var made = await RunAsync(company.Hr, Input(activate: false, dryRun: false, company.Division));
        (made.At("scorecards.written").GetBoolean(), made.Number("scorecards.created"), made.Number("scorecards.activated")).ShouldBe((true, 1, 0));
        (await CardAsync(company, cycle)).Text("status").ShouldBe("DRAFT");
        await company.Hr.ChangeAsync("setScorecard", new { cycleId = cycle, personId = company.Member.PersonId, items = new[] { new { objectiveId = plain, weight = "100", scoringRuleId = rule } } }, "scorecard { id }");
        var activated = await RunAsync(company.Hr, Input(activate: true, dryRun: false, company.Team));
        (activated.Number("scorecards.activated"), activated.Number("scorecards.created")).ShouldBe((1, 0));
        var card = await CardAsync(company, cycle);
        (card.Text("status"), card.Text("totalWeight")).ShouldBe(("ACTIVE", "100"));
        CardOf(await RunAsync(company.Hr, Input(activate: true, dryRun: false, company.Team)), "E0112").Text("result").ShouldBe("UNCHANGED");
        foreach (var other in (Api[])[company.Administrator, company.Executive, company.TeamLeader])
            (await other.MutateAsync("makeScorecards", Input(activate: false, dryRun: true, company.Team), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
    }

    internal static async Task<JsonElement> RunAsync(Api by, object input)
    {
        var id = (await by.ChangeAsync("makeScorecards", input, "job { id }")).Id();
        while (true)
        {
            var job = (await by.ReadAsync($"query($id: ID!) {{ node(id: $id) {{ ... on Job {{ finishedAt {Made} }} }} }}", new { id })).GetProperty("node");
            if (job.Text("finishedAt") is not null)
                return job;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }

    private static JsonElement CardOf(JsonElement job, string employeeNumber) => job.At("scorecards.cards.nodes").EnumerateArray().Single(c => c.Text("person.employeeNumber") == employeeNumber);

    private static async Task<JsonElement> CardAsync(Company company, string cycle)
        => (await company.Hr.ReadAsync("query($c: ID!, $p: ID!) { scorecard(cycleId: $c, personId: $p) { status totalWeight } }", new { c = cycle, p = company.Member.PersonId })).GetProperty("scorecard");
}
