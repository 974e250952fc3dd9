using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.PerformanceLinkage;

/// <summary>Important objectives are performance items, and incentives follow.</summary>
[Trait("Clause", "S4.3")]
public sealed class ImportanceTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task An_important_objective_needs_a_scorecard_and_an_incentive_to_be_committed(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var important = await Carded.AgreedAsync(company, cycle, "重要目标", important: true);
        (await FindingsAsync(company, important)).ShouldBe(["IMPORTANT_NOT_APPRAISED", "IMPORTANT_WITHOUT_INCENTIVE"]);
        (await company.Member.NotSignedAsync(important)).Code.ShouldBe("BLOCKED_BY_FINDING");

        var rule = await Carded.RuleAsync(company);
        object Card(params string[] objectives) => new { cycleId = cycle, personId = company.Member.PersonId, items = objectives.Select(objectiveId => new { objectiveId, weight = "100", scoringRuleId = rule }) };
        await company.Hr.ChangeAsync("setScorecard", Card(important), "scorecard { id }");
        await company.Program.AllDeliveredAsync();
        (await FindingsAsync(company, important)).ShouldBe(["IMPORTANT_WITHOUT_INCENTIVE"]);
        (await company.Member.NotSignedAsync(important)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("BLOCKED_BY_FINDING"), e => e.Message.ShouldContain("incentive"));

        await company.Hr.SaveAsync(company.Scheme(cycle));
        await company.Program.AllDeliveredAsync();
        (await FindingsAsync(company, important)).ShouldBeEmpty();
        await company.Hr.ChangeAsync("setScorecard", Card(), "scorecard { id }");
        await company.Program.AllDeliveredAsync();
        (await FindingsAsync(company, important)).ShouldBe(["IMPORTANT_NOT_APPRAISED"]);
        await company.Hr.ChangeAsync("setScorecard", Card(important), "scorecard { id }");
        await company.Program.AllDeliveredAsync();
        await company.Member.SignAsync(important);
        (await company.TeamLeader.SignAsync(important)).Text("status").ShouldBe("COMMITTED");
    }

    [Theory, OnEachDatabase]
    public async Task What_is_not_important_needs_neither(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var plain = await Carded.CommittedAsync(company, await company.OpenCycleAsync(), "一般目标");
        (await FindingsAsync(company, plain)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string?>> FindingsAsync(Company company, string objective)
        => [.. (await company.TeamLeader.ObjectiveAsync(objective, "findings { kind severity }")).At("findings").EnumerateArray().Where(f => f.Text("severity") == "BLOCKING").Select(f => f.Text("kind")).Order(StringComparer.Ordinal)];
}
