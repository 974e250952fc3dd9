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
    ];

    private static object Band(string attainment, string score) => new { attainment, score };
}
