using System.Text.Json;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.IntegrationTests.Improvement;
using static Objectives.IntegrationTests.BadInput.RefusedByRuleTests;

namespace Objectives.IntegrationTests.BadInput;

/// <summary>Of improvement cases.</summary>
internal static class ImprovementCases
{
    private static readonly string[] Overdone = [.. Enumerable.Range(0, 13).Select(i => $"标准 {i}")];

    public static IEnumerable<BadCase> All =>
    [
        .. Unknown(c => c.Member, "openImprovementCase", "deviationId", "Deviation", (_, id) => new { deviationId = id }),
        .. Unknown(c => c.Member, "saveCause", "caseId", "ImprovementCase", (_, id) => new { caseId = id, category = "METHOD", text = "返工" }),
        .. Unknown(c => c.Member, "saveCause", "causeId", "Cause", (g, id) => new { caseId = g.Improved.Compared.Id(), causeId = id, category = "METHOD", text = "返工" }),
        .. Unknown(c => c.Member, "saveCause", "parentId", "Cause", (g, id) => new { caseId = g.Improved.Compared.Id(), category = "METHOD", text = "返工", parentId = id }),
        .. Texts("saveCause", "text", c => c.Member, multiline: true, (g, text) => new { caseId = g.Improved.Compared.Id(), category = "METHOD", text }),
        .. Texts("saveCause", "evidence", c => c.Member, multiline: true, (g, text) => new { caseId = g.Improved.Compared.Id(), category = "METHOD", text = "返工", evidence = text }, required: false),
        new("a why under a confirmed root cause", c => c.Member, "saveCause", g => new { caseId = g.Improved.Compared.Id(), category = "METHOD", text = "再问", parentId = Root(g) }, "FORBIDDEN_BY_STATE", "parentId"),
        new("a cause of what is being carried out", c => c.Member, "saveCause", g => new { caseId = g.Improved.Decided.Id(), category = "METHOD", text = "再问" }, "FORBIDDEN_BY_STATE", "caseId"),
        .. Unknown(c => c.Member, "confirmRootCause", "caseId", "ImprovementCase", (g, id) => new { caseId = id, causeId = Root(g), evidence = "见单" }),
        .. Unknown(c => c.Member, "confirmRootCause", "causeId", "Cause", (g, id) => new { caseId = g.Improved.Compared.Id(), causeId = id, evidence = "见单" }),
        .. Texts("confirmRootCause", "evidence", c => c.Member, multiline: true, (g, text) => new { caseId = g.Improved.Compared.Id(), causeId = Root(g), evidence = text }),
        new("a cause that another why lies under", c => c.Member, "confirmRootCause", g => new { caseId = g.Improved.Compared.Id(), causeId = g.Improved.Compared.Text("causes.0.id"), evidence = "见单" }, "FORBIDDEN_BY_STATE", "causeId"),

        .. Unknown(c => c.Member, "setCriteria", "caseId", "ImprovementCase", (_, id) => new { caseId = id, criteria = Criteria(("效果", "100")) }),
        .. Texts("setCriteria", "criteria.0.name", c => c.Member, multiline: false, (g, text) => new { caseId = g.Improved.Compared.Id(), criteria = Criteria((text, "100")) }),
        new("no criteria", c => c.Member, "setCriteria", g => new { caseId = g.Improved.Compared.Id(), criteria = Criteria() }, "REQUIRED", "criteria"),
        new("13 criteria", c => c.Member, "setCriteria", g => new { caseId = g.Improved.Compared.Id(), criteria = Overdone.Select(n => new { name = n, weight = "1" }) }, "LIMIT_EXCEEDED", "criteria"),
        new("criteria that weigh 99.99", c => c.Member, "setCriteria", g => new { caseId = g.Improved.Compared.Id(), criteria = Criteria(("效果", "50"), ("成本", "49.99")) }, "WEIGHTS_NOT_100", "criteria"),
        new("two criteria of one name", c => c.Member, "setCriteria", g => new { caseId = g.Improved.Compared.Id(), criteria = Criteria(("Cost", "50"), ("cost", "50")) }, "DUPLICATE", "criteria.1.name"),
        Wrong("setCriteria", "criteria.1.weight", c => c.Member, g => new { caseId = g.Improved.Compared.Id(), criteria = Criteria(("效果", "100"), ("成本", "0")) }),
        Wrong("setCriteria", "criteria.0.weight", c => c.Member, g => new { caseId = g.Improved.Compared.Id(), criteria = Criteria(("效果", "100.5")) }),
        Wrong("setCriteria", "criteria.0.weight", c => c.Member, g => new { caseId = g.Improved.Compared.Id(), criteria = Criteria(("效果", "33.333"), ("成本", "66.667")) }),

        .. Unknown(c => c.Member, "saveCountermeasure", "caseId", "ImprovementCase", (g, id) => Measure(g, new { caseId = id })),
        .. Unknown(c => c.Member, "saveCountermeasure", "countermeasureId", "Countermeasure", (g, id) => Measure(g, new { countermeasureId = id })),
        .. Unknown(c => c.Member, "saveCountermeasure", "addresses.0", "Cause", (g, id) => Measure(g, new { addresses = new[] { id } })),
        .. Unknown(c => c.Member, "saveCountermeasure", "scores.1.criterionId", "Criterion", (g, id) => Measure(g, new { scores = new[] { Score(g, 0, 5), new Scored(id, 5) } })),
        .. Texts("saveCountermeasure", "title", c => c.Member, multiline: false, (g, text) => Measure(g, new { title = text })),
        .. Texts("saveCountermeasure", "description", c => c.Member, multiline: true, (g, text) => Measure(g, new { description = text })),
        new("a countermeasure against nothing", c => c.Member, "saveCountermeasure", g => Measure(g, new { addresses = Array.Empty<string>() }), "REQUIRED", "addresses"),
        Wrong("saveCountermeasure", "addresses.0", c => c.Member, g => Measure(g, new { addresses = new[] { g.Improved.Compared.Text("causes.0.id") } })),
        Wrong("saveCountermeasure", "scores.0.score", c => c.Member, g => Measure(g, new { scores = new[] { Score(g, 0, 11), Score(g, 1, 5) } })),
        Wrong("saveCountermeasure", "scores.1.score", c => c.Member, g => Measure(g, new { scores = new[] { Score(g, 0, 5), Score(g, 1, -1) } })),
        new("a criterion scored twice", c => c.Member, "saveCountermeasure", g => Measure(g, new { scores = new[] { Score(g, 0, 5), Score(g, 0, 5) } }), "DUPLICATE", "scores.1.criterionId"),
        new("a criterion that is not scored", c => c.Member, "saveCountermeasure", g => Measure(g, new { scores = new[] { Score(g, 0, 5) } }), "REQUIRED", "scores"),
        Wrong("saveCountermeasure", "costAmount", c => c.Member, g => Measure(g, new { costAmount = "-1", costCurrency = "CNY" })),
        Wrong("saveCountermeasure", "costAmount", c => c.Member, g => Measure(g, new { costAmount = "1.5", costCurrency = "JPY" })),
        Wrong("saveCountermeasure", "costCurrency", c => c.Member, g => Measure(g, new { costAmount = "1", costCurrency = "XXX" })),
        new("a cost in no currency", c => c.Member, "saveCountermeasure", g => Measure(g, new { costAmount = "1" }), "REQUIRED", "costCurrency"),
        new("a currency without a cost", c => c.Member, "saveCountermeasure", g => Measure(g, new { costCurrency = "CNY" }), "REQUIRED", "costAmount"),

        .. Unknown(c => c.TeamLeader, "decideCountermeasure", "caseId", "ImprovementCase", (g, id) => Decision(g, new { caseId = id })),
        .. Unknown(c => c.TeamLeader, "decideCountermeasure", "countermeasureId", "Countermeasure", (g, id) => Decision(g, new { countermeasureId = id })),
        .. Unknown(c => c.TeamLeader, "decideCountermeasure", "responsibleId", "Person", (g, id) => Decision(g, new { responsibleId = id })),
        .. Texts("decideCountermeasure", "rationale", c => c.TeamLeader, multiline: true, (g, text) => Decision(g, new { rationale = text })),
        .. Stale(c => c.TeamLeader, "decideCountermeasure", g => Decision(g, new { expectedVersion = 1 })),
        new("the owner's own decision", c => c.Member, "decideCountermeasure", g => Decision(g, null), "SAME_PERSON_MAY_NOT_DECIDE", "caseId"),
        Wrong("decideCountermeasure", "due", c => c.TeamLeader, g => Decision(g, new { due = "2020-01-01" })),
        Wrong("decideCountermeasure", "due", c => c.TeamLeader, g => Decision(g, new { due = "2099-01-01" })),
        Wrong("decideCountermeasure", "reportEveryDays", c => c.TeamLeader, g => Decision(g, new { reportEveryDays = 93 })),
        Wrong("decideCountermeasure", "responsibleId", c => c.TeamLeader, g => Decision(g, new { responsibleId = g.Company.Auditor.PersonId })),

        .. Unknown(c => c.Colleague, "fileImprovementReport", "caseId", "ImprovementCase", (_, id) => new { caseId = id, done = "好", effect = "好", next = "好", percentComplete = 5 }),
        .. Texts("fileImprovementReport", "done", c => c.Colleague, multiline: true, (g, text) => new { caseId = g.Improved.Decided.Id(), done = text, effect = "好", next = "好", percentComplete = 5 }),
        .. Texts("fileImprovementReport", "effect", c => c.Colleague, multiline: true, (g, text) => new { caseId = g.Improved.Decided.Id(), done = "好", effect = text, next = "好", percentComplete = 5 }),
        .. Texts("fileImprovementReport", "next", c => c.Colleague, multiline: true, (g, text) => new { caseId = g.Improved.Decided.Id(), done = "好", effect = "好", next = text, percentComplete = 5 }),
        Wrong("fileImprovementReport", "percentComplete", c => c.Colleague, g => new { caseId = g.Improved.Decided.Id(), done = "好", effect = "好", next = "好", percentComplete = -1 }),
        Wrong("fileImprovementReport", "percentComplete", c => c.Colleague, g => new { caseId = g.Improved.Decided.Id(), done = "好", effect = "好", next = "好", percentComplete = 101 }),
        new("a report of what is done", c => c.Colleague, "fileImprovementReport", g => new { caseId = g.Improved.Done.Id(), done = "好", effect = "好", next = "好", percentComplete = 5 }, "FORBIDDEN_BY_STATE", "caseId"),

        .. Unknown(c => c.TeamLeader, "verifyImprovement", "caseId", "ImprovementCase", (_, id) => new { caseId = id }),
        .. Texts("verifyImprovement", "reason", c => c.DepartmentLeader, multiline: true, (g, text) => new { caseId = g.Improved.Done.Id(), accept = true, reason = text }),
        .. Texts("verifyImprovement", "lessons", c => c.DepartmentLeader, multiline: true, (g, text) => new { caseId = g.Improved.Done.Id(), accept = true, reason = "好", lessons = text }, required: false),
        new("a verification of what is not done", c => c.TeamLeader, "verifyImprovement", g => new { caseId = g.Improved.Decided.Id() }, "FORBIDDEN_BY_STATE", "caseId"),
        new("a verification before anything is on record", c => c.TeamLeader, "verifyImprovement", g => new { caseId = g.Improved.Done.Id() }, "FORBIDDEN_BY_STATE", "caseId"),
        new("a verification of one's own work", c => c.Colleague, "verifyImprovement", g => new { caseId = g.Improved.Done.Id() }, "SAME_PERSON_MAY_NOT_DECIDE", "caseId"),

        .. Unknown(c => c.Member, "remove", "id", "Cause", (_, id) => new { id }),
        .. Unknown(c => c.Member, "remove", "id", "Countermeasure", (_, id) => new { id }),
        new("a cause with another under it", c => c.Member, "remove", g => new { id = g.Improved.Compared.Text("causes.0.id") }, "FORBIDDEN_BY_STATE", "id"),
        new("a cause that is dealt with", c => c.Member, "remove", g => new { id = Root(g) }, "FORBIDDEN_BY_STATE", "id"),
        new("a countermeasure that is carried out", c => c.Member, "remove", g => new { id = g.Improved.Decided.Text("countermeasures.0.id") }, "FORBIDDEN_BY_STATE", "id"),
        .. Stale(c => c.Member, "remove", g => new { id = g.Improved.Compared.Text("countermeasures.0.id"), expectedVersion = 1 }),
    ];

    private static string Root(Ground ground) => ground.Improved.Compared.Text("causes.1.id")!;

    private static object Criteria(params (string Name, string Weight)[] criteria) => criteria.Select(c => new { name = c.Name, weight = c.Weight });

    private static Dictionary<string, object?> Measure(Ground ground, object change) => Deviating.Merged(Improving.Countermeasure(ground.Improved.Compared, "第三案", 5, 5), change);

    private static Dictionary<string, object?> Decision(Ground ground, object? change) => Deviating.Merged(ground.Company.Decision(ground.Improved.Compared, ground.Company.Day(10)), change);

    private static Scored Score(Ground ground, int criterion, int score) => new(ground.Improved.Compared.Text($"criteria.{criterion}.id")!, score);

    /// <summary>The contract's CriterionScoreInput.</summary>
    private sealed record Scored(string CriterionId, int Score);
}

/// <summary>Cases of three lags of the member.</summary>
/// <param name="Compared">Two whys, the second confirmed; two countermeasures by two criteria.</param>
/// <param name="Decided">Carried out by the colleague.</param>
/// <param name="Done">Reported done by him.</param>
internal sealed record Improved(JsonElement Compared, JsonElement Decided, JsonElement Done)
{
    public static async Task<Improved> OfAsync(Company company)
        => new(await (await company.LineAsync()).ComparedAsync(), await (await company.LineAsync()).DecidedAsync(), await (await company.LineAsync()).DoneAsync());
}
