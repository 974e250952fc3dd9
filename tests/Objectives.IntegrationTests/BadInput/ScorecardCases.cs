namespace Objectives.IntegrationTests.BadInput;

/// <summary>Of scoring rules, scorecards and appraisals.</summary>
public sealed partial class RefusedByRuleTests
{
    private static IEnumerable<BadCase> OfScorecards() =>
    [
        .. Unknown(c => c.Hr, "saveScoringRule", "id", "ScoringRule", (_, id) => new { id, name = "规则", kind = "PASS_FAIL" }),
        .. Texts("saveScoringRule", "name", c => c.Hr, multiline: false, (_, text) => new { name = text, kind = "PASS_FAIL" }),
        new("a line without floor", c => c.Hr, "saveScoringRule", _ => new { name = "规则", kind = "LINEAR", cap = "1.2" }, "REQUIRED", "floor"),
        new("a line without cap", c => c.Hr, "saveScoringRule", _ => new { name = "规则", kind = "LINEAR", floor = "0" }, "REQUIRED", "cap"),
        Wrong("saveScoringRule", "floor", c => c.Hr, _ => new { name = "规则", kind = "LINEAR", floor = "-0.1", cap = "1.2" }),
        Wrong("saveScoringRule", "floor", c => c.Hr, _ => new { name = "规则", kind = "LINEAR", floor = "1", cap = "1.2" }),
        Wrong("saveScoringRule", "floor", c => c.Hr, _ => new { name = "规则", kind = "PASS_FAIL", floor = "0" }),
        Wrong("saveScoringRule", "cap", c => c.Hr, _ => new { name = "规则", kind = "LINEAR", floor = "0", cap = "0.99" }),
        Wrong("saveScoringRule", "cap", c => c.Hr, _ => new { name = "规则", kind = "LINEAR", floor = "0", cap = "10.1" }),
        Wrong("saveScoringRule", "cap", c => c.Hr, _ => new { name = "规则", kind = "LINEAR", floor = "0.99", cap = "2" }),
        Wrong("saveScoringRule", "cap", c => c.Hr, _ => new { name = "规则", kind = "BANDS", cap = "2", bands = new[] { Band("1", "100") } }),
        Wrong("saveScoringRule", "bands", c => c.Hr, _ => new { name = "规则", kind = "BANDS" }),
        Wrong("saveScoringRule", "bands", c => c.Hr, _ => new { name = "规则", kind = "BANDS", bands = Array.Empty<object>() }),
        Wrong("saveScoringRule", "bands", c => c.Hr, _ => new { name = "规则", kind = "LINEAR", floor = "0", cap = "1", bands = new[] { Band("1", "100") } }),
        Wrong("saveScoringRule", "bands", c => c.Hr, _ => new { name = "规则", kind = "BANDS", bands = new[] { Band("1", "100"), Band("1", "120") } }),
        Wrong("saveScoringRule", "bands", c => c.Hr, _ => new { name = "规则", kind = "BANDS", bands = new[] { Band("1", "100"), Band("0.8", "60") } }),
        Wrong("saveScoringRule", "bands", c => c.Hr, _ => new { name = "规则", kind = "BANDS", bands = new[] { Band("0.8", "100"), Band("1", "60") } }),
        Wrong("saveScoringRule", "bands.0.score", c => c.Hr, _ => new { name = "规则", kind = "BANDS", bands = new[] { Band("1", "-1") } }),
        Wrong("saveScoringRule", "bands.0.score", c => c.Hr, _ => new { name = "规则", kind = "BANDS", bands = new[] { Band("1", "99.999") } }),
        Wrong("saveScoringRule", "bands.1.attainment", c => c.Hr, _ => new { name = "规则", kind = "BANDS", bands = new[] { Band("1", "100"), Band("11", "120") } }),
        new("21 bands", c => c.Hr, "saveScoringRule", _ => new { name = "规则", kind = "BANDS", bands = Enumerable.Range(0, 21).Select(i => Band($"0.{i + 10}", "1")) }, "LIMIT_EXCEEDED", "bands"),

        .. Unknown(c => c.Hr, "setScorecard", "cycleId", "Cycle", (g, id) => Card(g, cycle: id)),
        .. Unknown(c => c.Hr, "setScorecard", "personId", "Person", (g, id) => Card(g, person: id)),
        .. Unknown(c => c.Hr, "setScorecard", "items.0.scoringRuleId", "ScoringRule", (g, id) => Card(g, rule: id)),
        Wrong("setScorecard", "items.0.weight", c => c.Hr, g => Card(g, weight: "100.01")),
        Wrong("setScorecard", "items.0.weight", c => c.Hr, g => Card(g, weight: "-1")),
        Wrong("setScorecard", "items.0.weight", c => c.Hr, g => Card(g, weight: "33.333")),
        new("an objective twice on a scorecard", c => c.Hr, "setScorecard", g => Card(g, times: 2), "DUPLICATE", "items"),
        new("31 items", c => c.Hr, "setScorecard", g => Card(g, times: 31), "LIMIT_EXCEEDED", "items"),
        .. Unknown(c => c.Hr, "activateScorecard", "scorecardId", "Scorecard", (_, id) => new { scorecardId = id }),
        .. Unknown(c => c.Member, "requestRebalance", "rebalanceId", "Rebalance", (_, id) => new { rebalanceId = id }),
        .. Unknown(c => c.TeamLeader, "confirmRebalance", "rebalanceId", "Rebalance", (_, id) => new { rebalanceId = id }),
        .. Unknown(c => c.Hr, "decideRebalance", "rebalanceId", "Rebalance", (_, id) => new { rebalanceId = id, approve = true, reason = "定" }),
        .. Texts("decideRebalance", "reason", c => c.Hr, multiline: true, (g, text) => new { rebalanceId = g.Unknown("Rebalance"), approve = true, reason = text }),
        .. Unknown(c => c.Member, "selfAppraise", "scorecardId", "Scorecard", (_, id) => new { scorecardId = id, review = "好", score = "90" }),
        .. Unknown(c => c.TeamLeader, "appraise", "scorecardId", "Scorecard", (_, id) => new { scorecardId = id, review = "好" }),
        .. Unknown(c => c.Hr, "calibrateAppraisal", "scorecardId", "Scorecard", (_, id) => new { scorecardId = id, finalScore = "90", grade = "A", note = "校准" }),
        .. Texts("selfAppraise", "review", c => c.Member, multiline: true, (g, text) => new { scorecardId = g.Card, review = text, score = "90" }),
        .. OutOfScore("selfAppraise", "score", c => c.Member, (g, score) => new { scorecardId = g.Card, review = "好", score }),
        .. Texts("appraise", "review", c => c.TeamLeader, multiline: true, (g, text) => new { scorecardId = g.Card, review = text }),
        .. Texts("appraise", "adjustments.0.reason", c => c.TeamLeader, multiline: true, (g, text) => Appraising(g, reason: text)),
        Wrong("appraise", "adjustments.0.points", c => c.TeamLeader, g => Appraising(g, points: "20.01")),
        Wrong("appraise", "adjustments.0.points", c => c.TeamLeader, g => Appraising(g, points: "-20.01")),
        Wrong("appraise", "adjustments.0.points", c => c.TeamLeader, g => Appraising(g, points: "1.005")),
        new("an item adjusted twice", c => c.TeamLeader, "appraise", g => Appraising(g, times: 2), "DUPLICATE", "adjustments"),
        new("31 adjustments", c => c.TeamLeader, "appraise", g => Appraising(g, times: 31), "LIMIT_EXCEEDED", "adjustments"),
        .. OutOfScore("calibrateAppraisal", "finalScore", c => c.Hr, (g, score) => new { scorecardId = g.Card, finalScore = score, grade = "A", note = "校准" }),
        .. Texts("calibrateAppraisal", "grade", c => c.Hr, multiline: false, (g, text) => new { scorecardId = g.Card, finalScore = "90", grade = text, note = "校准" }),
        .. Texts("calibrateAppraisal", "note", c => c.Hr, multiline: true, (g, text) => new { scorecardId = g.Card, finalScore = "90", grade = "A", note = text }),
        .. Texts("disputeAppraisal", "reason", c => c.Member, multiline: true, (g, text) => new { scorecardId = g.Card, reason = text }),
        .. Texts("resolveDispute", "resolution", c => c.Hr, multiline: true, (g, text) => new { scorecardId = g.Card, resolution = text, finalScore = "90" }),
        .. OutOfScore("resolveDispute", "finalScore", c => c.Hr, (g, score) => new { scorecardId = g.Card, resolution = "维持", finalScore = score }),
        .. Unknown(c => c.Member, "signAppraisal", "scorecardId", "Scorecard", (_, id) => new { scorecardId = id }),
        .. Unknown(c => c.Member, "disputeAppraisal", "scorecardId", "Scorecard", (_, id) => new { scorecardId = id, reason = "不同意" }),
        .. Unknown(c => c.Hr, "resolveDispute", "scorecardId", "Scorecard", (_, id) => new { scorecardId = id, resolution = "维持", finalScore = "90" }),
        .. Unknown(c => c.Hr, "makeScorecards", "cycleId", "Cycle", (g, id) => Making(g, cycle: id)),
        .. Unknown(c => c.Hr, "makeScorecards", "unitId", "Unit", (g, id) => Making(g, unit: id)),
        .. Unknown(c => c.Hr, "makeScorecards", "scoringRuleId", "ScoringRule", (g, id) => Making(g, rule: id)),
        Wrong("makeScorecards", "importantFactor", c => c.Hr, g => Making(g, factor: "0.99")),
        Wrong("makeScorecards", "importantFactor", c => c.Hr, g => Making(g, factor: "100.01")),
        Wrong("makeScorecards", "importantFactor", c => c.Hr, g => Making(g, factor: "1.005")),
    ];

    private static IEnumerable<BadCase> OutOfScore(string mutation, string field, Func<Company, Api> by, Func<Ground, string, object> input)
        => new[] { "-0.01", "1000.01", "90.005" }.Select(score => Wrong(mutation, field, by, g => input(g, score)));

    private static object Appraising(Ground g, string points = "5", string reason = "承担额外区域", int times = 1)
        => new { scorecardId = g.Card, review = "好", adjustments = Enumerable.Repeat(new { itemId = g.Unknown("ScorecardItem"), points, reason }, times) };

    private static object Making(Ground g, string? cycle = null, string? unit = null, string? rule = null, string factor = "2")
        => new { cycleId = cycle ?? g.Cycle, unitId = unit ?? g.Company.Team, scoringRuleId = rule ?? g.Unknown("ScoringRule"), importantFactor = factor, activate = false, dryRun = true };

    private static object Card(Ground g, string? cycle = null, string? person = null, string? rule = null, string weight = "100", int times = 1) => new
    {
        cycleId = cycle ?? g.Cycle, personId = person ?? g.Company.Member.PersonId,
        items = Enumerable.Repeat(new { objectiveId = g.Child, weight, scoringRuleId = rule ?? g.Unknown("ScoringRule") }, times),
    };

    private static object Band(string attainment, string score) => new { attainment, score };
}
