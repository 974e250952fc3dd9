using System.Text.Json;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.PerformanceLinkage;

/// <summary>A cycle of 2026 with committed objectives of the team's member, each of 120 in the year, and his scorecard.</summary>
internal sealed record Carded(Company Company, string Cycle, IReadOnlyList<string> Objectives, string Rule, string Id)
{
    public const string Whole = "id version status totalWeight score evidenceShare person { employeeNumber } items { id weight status attainment ruleScore score objective { id title } rule { id } adjustment { points reason by { employeeNumber } } exemptedBy { id } } "
        + "explanation { text weight ruleScore adjustment contribution item { id } } appraisal { selfReview selfScore leaderReview finalScore grade calibrationNote ownerSignedAt leaderSignedAt dispute disputeResolution } rebalances { " + Rebalance + " }";

    public const string Rebalance = "id status scoreBefore scoreAfter reason before { weight item { id } } after { weight item { id } } requestedBy { employeeNumber } confirmedBy { employeeNumber } confirmedAt cause { id }";

    private static int _rules;

    /// <summary>In force, in a cycle in execution, unless said otherwise.</summary>
    public static async Task<Carded> OnAsync(Company company, string[]? weights = null, bool active = true)
    {
        var cycle = await company.OpenFollowedCycleAsync();
        weights ??= ["40", "30", "30"];
        var objectives = new List<string>();
        for (var i = 0; i < weights.Length; i++)
            objectives.Add(await CommittedAsync(company, cycle, $"目标 {i + 1}"));
        var rule = await RuleAsync(company);
        var card = new Carded(company, cycle, objectives, rule, string.Empty);
        card = card with { Id = (await card.SetAsync(weights)).Id() };
        await company.MoveCycleAsync(cycle, "EXECUTION");
        if (active)
            (await company.Hr.ChangeAsync("activateScorecard", new { scorecardId = card.Id }, "scorecard { status }")).Text("status").ShouldBe("ACTIVE");
        return card;
    }

    public static async Task<string> RuleAsync(Company company)
        => (await company.Hr.ChangeAsync("saveScoringRule", new { name = $"线性 {Interlocked.Increment(ref _rules)} {Guid.NewGuid():N}", kind = "LINEAR", floor = "0", cap = "1.2" }, "scoringRule { id }")).Id();

    public static async Task<string> AgreedAsync(Company company, string cycle, string title, bool important = false)
    {
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle) with { Title = title, MeasureId = await company.MeasureOfAsync("SUM"), Important = important });
        await company.TeamLeader.AgreeAsync(company.Member, id);
        return id;
    }

    public static async Task<string> CommittedAsync(Company company, string cycle, string title, bool important = false)
    {
        var id = await AgreedAsync(company, cycle, title, important);
        await company.Member.SignAsync(id);
        (await company.TeamLeader.SignAsync(id)).Text("status").ShouldBe("COMMITTED");
        return id;
    }

    public object Input(params IEnumerable<string> weights) => new { cycleId = Cycle, personId = Company.Member.PersonId, items = Objectives.Zip(weights, (objectiveId, weight) => new { objectiveId, weight, scoringRuleId = Rule }) };

    public Task<JsonElement> SetAsync(params string[] weights) => Company.Hr.ChangeAsync("setScorecard", Input(weights), $"scorecard {{ {Whole} }}");

    public Task<JsonElement> ReadAsync(Api by) => ReadFieldsAsync(by, Whole);

    public async Task<JsonElement> ReadFieldsAsync(Api by, string fields) => (await by.ReadAsync($"query($c: ID!, $p: ID!) {{ scorecard(cycleId: $c, personId: $p) {{ {fields} }} }}", new { c = Cycle, p = Company.Member.PersonId })).GetProperty("scorecard");

    /// <summary>What was reached of the month's 10 by each.</summary>
    public async Task ReachAsync(params decimal?[] values)
    {
        foreach (var (index, value) in values.Index())
        {
            if (value is { } reached)
                await Company.Member.ReportAsync(Objectives[index], 1, reached);
        }
    }

    /// <summary>The target of an objective is halved for an external cause, which exempts it.</summary>
    public async Task<string> ExemptAsync(int index)
    {
        var objective = Objectives[index];
        var deviation = (await Company.Member.ChangeAsync("raiseDeviation", new { objectiveId = objective, kind = "DIFFICULTY", description = "商场停业装修", externalCause = true }, "deviation { id }")).Id();
        var revision = (await Company.TeamLeader.ChangeAsync(
            "requestTargetRevision", new { objectiveId = objective, deviationId = deviation, externalCause = "商场停业装修", evidence = "停业通知", newTarget = "60", effectiveFrom = "2026-06" }, "targetRevision { id }")).Id();
        await Company.DepartmentLeader.ChangeAsync("decideTargetRevision", new { revisionId = revision, approve = true, reason = "情况属实" }, "targetRevision { id }");
        await Company.Program.AllDeliveredAsync();
        return revision;
    }

    public async Task UndoAsync(string revision)
    {
        await Company.DepartmentLeader.ChangeAsync("undoTargetRevision", new { revisionId = revision, reason = "商场恢复营业" }, "targetRevision { id }");
        await Company.Program.AllDeliveredAsync();
    }

    public static IReadOnlyList<object> Weights(JsonElement card, params string?[] weights)
        => [.. card.At("items").EnumerateArray().Zip(weights, (item, weight) => (item, weight)).Where(w => w.weight is not null).Select(w => new { itemId = w.item.Id(), weight = w.weight })];
}
