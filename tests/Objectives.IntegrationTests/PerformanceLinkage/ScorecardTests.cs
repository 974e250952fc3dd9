using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.PerformanceLinkage;

[Trait("Clause", "S4.3")]
public sealed class ScorecardTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task It_is_drafted_of_agreed_objectives_and_put_in_force_when_all_are_committed_and_weigh_100(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var card = await Carded.OnAsync(company, ["40", "30", "29.99"], active: false);
        var draft = await card.ReadAsync(company.Hr);
        (draft.Text("status"), draft.Text("totalWeight"), draft.Text("score")).ShouldBe(("DRAFT", "99.99", null));
        draft.Strings("items.*.objective.id").ShouldBe(card.Objectives);
        (await ActivationAsync(card)).ShouldBe(("WEIGHTS_NOT_100", "scorecardId"));
        await card.SetAsync("40", "30", "30");
        var active = await company.Hr.ChangeAsync("activateScorecard", new { scorecardId = card.Id }, $"scorecard {{ {Carded.Whole} history {{ totalCount }} }}");
        (active.Text("status"), active.Text("totalWeight"), active.Number("version"), active.Number("history.totalCount")).ShouldBe(("ACTIVE", "100", 3, 3));
        (await ActivationAsync(card)).ShouldBe(("FORBIDDEN_BY_STATE", "scorecardId"));
        (await company.Hr.RefusedAsync("setScorecard", card.Input("40", "30", "30.01"))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("WEIGHTS_NOT_100"), e => e.Field.ShouldBe("items"));
        (await card.SetAsync("50", "25.5", "24.5")).Strings("items.*.weight").ShouldBe(["50", "25.5", "24.5"]);
        (await company.Member.ObjectiveAsync(card.Objectives[1], "scorecardItems { weight scorecard { id } }")).Text("scorecardItems.0.scorecard.id").ShouldBe(card.Id);
        (await company.Member.ReadAsync("query($p: ID!, $c: ID!) { person(id: $p) { scorecard(cycleId: $c) { id } } }", new { p = company.Member.PersonId, c = card.Cycle })).Text("person.scorecard.id").ShouldBe(card.Id);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_not_committed_or_not_his_does_not_count(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var agreed = await Carded.AgreedAsync(company, cycle, "目标一");
        var draft = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
        var others = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        var rule = await Carded.RuleAsync(company);
        object Input(string objective, string weight = "100", string? scoring = null) => new { cycleId = cycle, personId = company.Member.PersonId, items = new[] { new { objectiveId = objective, weight, scoringRuleId = scoring ?? rule } } };
        foreach (var (input, field) in new[] { (Input(draft), "items.0.objectiveId"), (Input(others), "items.0.objectiveId"), (Input(agreed, "0"), "items.0.weight") })
            (await company.Hr.RefusedAsync("setScorecard", input)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe(field));
        var id = (await company.Hr.ChangeAsync("setScorecard", Input(agreed), "scorecard { id }")).Id();
        (await company.Hr.RefusedAsync("activateScorecard", new { scorecardId = id })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Message.ShouldContain("目标一"));
        (await company.Hr.RefusedAsync("activateScorecard", new { scorecardId = id, expectedVersion = 7 })).Code.ShouldBe("CONFLICT");
        foreach (var other in (Api[])[company.Administrator, company.Executive, company.Auditor, company.TeamLeader, company.Member])
            (await other.MutateAsync("setScorecard", Input(agreed), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
    }

    [Theory, OnEachDatabase]
    public async Task Important_objectives_must_be_on_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var card = await Carded.OnAsync(company, ["60", "40"], active: false);
        var cycle = await company.OpenCycleAsync();
        var rule = card.Rule;
        var plain = await Carded.CommittedAsync(company, cycle, "一般目标");
        var important = await Carded.AgreedAsync(company, cycle, "重要目标", important: true);
        object Input(params (string Objective, string Weight)[] items) => new { cycleId = cycle, personId = company.Member.PersonId, items = items.Select(i => new { objectiveId = i.Objective, weight = i.Weight, scoringRuleId = rule }) };
        var id = (await company.Hr.ChangeAsync("setScorecard", Input((plain, "50"), (important, "50")), "scorecard { id }")).Id();
        await company.Hr.SaveAsync(company.Scheme(cycle));
        await company.Program.AllDeliveredAsync();
        await company.Member.SignAsync(important);
        await company.TeamLeader.SignAsync(important);
        await company.Hr.ChangeAsync("setScorecard", Input((plain, "100")), "scorecard { id }");
        var refused = await company.Hr.RefusedAsync("activateScorecard", new { scorecardId = id });
        (refused.Code, refused.Field).ShouldBe(("BLOCKED_BY_FINDING", "scorecardId"));
        refused.Message.ShouldContain("重要目标");
        await company.Hr.ChangeAsync("setScorecard", Input((plain, "30"), (important, "70")), "scorecard { id }");
        (await company.Hr.ChangeAsync("activateScorecard", new { scorecardId = id }, "scorecard { status }")).Text("status").ShouldBe("ACTIVE");
    }

    [Theory, OnEachDatabase]
    public async Task Only_the_person_those_above_HR_and_auditors_read_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var card = await Carded.OnAsync(company, ["100"]);
        foreach (var reader in (Api[])[company.Member, company.TeamLeader, company.DepartmentLeader, company.DivisionLeader, company.Executive, company.Hr, company.Auditor])
        {
            (await card.ReadAsync(reader)).Text("id").ShouldBe(card.Id);
            (await ListAsync(reader, card.Cycle)).ShouldBe([card.Id]);
        }
        (await company.Auditor.ReadAsync("{ loggedReadings(first: 100) { nodes { subject { id } } } }")).Strings("loggedReadings.nodes.*.subject.id").ShouldContain(card.Id);
        foreach (var other in (Api[])[company.Colleague, company.Stranger, company.OtherTeamLeader, company.Administrator, company.SecondExecutive])
        {
            (await card.ReadAsync(other)).ValueKind.ShouldBe(JsonValueKind.Null);
            (await ListAsync(other, card.Cycle)).ShouldBeEmpty();
            (await other.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = card.Id })).GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
            (await other.ReadAsync("query($id: ID!) { auditTrail(subjectId: $id) { totalCount } }", new { id = card.Id })).Number("auditTrail.totalCount").ShouldBe(0);
        }
        (await ListAsync(company.Hr, card.Cycle, new { unitId = company.Team })).ShouldBe([card.Id]);
        (await ListAsync(company.Hr, card.Cycle, new { unitId = company.Division, includeSubunits = true, status = new[] { "ACTIVE" } })).ShouldBe([card.Id]);
        (await ListAsync(company.Hr, card.Cycle, new { unitId = company.Division })).ShouldBeEmpty();
        (await ListAsync(company.Hr, card.Cycle, new { status = new[] { "SIGNED" } })).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task Scorecards_are_found_by_name_and_number(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var card = await Carded.OnAsync(company, ["100"]);
        var member = await company.Hr.ReadAsync("query($id: ID!) { node(id: $id) { ... on Scorecard { person { name employeeNumber } } } }", new { id = card.Id });
        (await ListAsync(company.Hr, card.Cycle, new { text = member.Text("node.person.employeeNumber")!.ToLowerInvariant() })).ShouldBe([card.Id]);
        (await ListAsync(company.Hr, card.Cycle, new { text = $" {member.Text("node.person.name")} " })).ShouldBe([card.Id]);
        (await ListAsync(company.Hr, card.Cycle, new { text = "nobody's name" })).ShouldBeEmpty();
        (await ListAsync(company.Hr, card.Cycle, new { text = " " })).ShouldBe([card.Id]);
    }

    [Theory, OnEachDatabase]
    public async Task A_rule_in_use_scores_as_it_does(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var card = await Carded.OnAsync(company, ["100"]);
        (await company.Hr.RefusedAsync("saveScoringRule", new { id = card.Rule, name = $"改 {Guid.NewGuid():N}", kind = "PASS_FAIL" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        await company.Hr.ChangeAsync("saveScoringRule", new { id = card.Rule, name = $"改名 {Guid.NewGuid():N}", kind = "LINEAR", floor = "0", cap = "1.2" }, "scoringRule { id }");
    }

    private static async Task<(string Code, string? Field)> ActivationAsync(Carded card)
        => await card.Company.Hr.RefusedAsync("activateScorecard", new { scorecardId = card.Id }) is var error ? (error.Code, error.Field) : default;

    private static async Task<IReadOnlyList<string?>> ListAsync(Api by, string cycle, object? filter = null)
        => (await by.ReadAsync("query($c: ID!, $f: ScorecardFilter) { scorecards(cycleId: $c, filter: $f) { nodes { id } totalCount } }", new { c = cycle, f = filter })).Strings("scorecards.nodes.*.id");
}
