using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.BadInput;

/// <summary>What breaks a rule is a user error that names the field, in the caller's language, and changes nothing.</summary>
public sealed class RefusedByRuleTests(Grounds grounds) : IClassFixture<Grounds>
{
    private static readonly string Long = new('长', 30_000);

    private static readonly BadCase[] Cases =
    [
        .. Unknown(c => c.Executive, "editObjective", "id", "Objective", (_, id) => new { id, title = "改" }),
        .. Unknown(c => c.Executive, "moveObjective", "id", "Objective", (_, id) => new { id }),
        .. Unknown(c => c.Executive, "moveObjective", "newParentId", "Objective", (g, id) => new { id = g.Child, newParentId = id }),
        .. Unknown(c => c.Executive, "withdrawObjective", "id", "Objective", (_, id) => new { id, reason = "停" }),
        .. Unknown(c => c.Executive, "comment", "subjectId", "Objective", (_, id) => new { subjectId = id, text = "说" }),
        .. Unknown(c => c.Executive, "draftObjective", "cycleId", "Cycle", (g, id) => g.Draft with { CycleId = id }),
        .. Unknown(c => c.Executive, "draftObjective", "ownerId", "Person", (g, id) => g.Draft with { OwnerId = id }),
        .. Unknown(c => c.Executive, "draftObjective", "measureId", "Measure", (g, id) => g.Draft with { MeasureId = id }),
        .. Unknown(c => c.Executive, "draftObjective", "responsibilityId", "Responsibility", (g, id) => g.Draft with { ResponsibilityId = id }),
        .. Unknown(c => c.Executive, "saveStrategyElement", "id", "StrategyElement", (_, id) => new { id, kind = "VISION", title = "愿景", from = 2027, until = 2027 }),
        .. Unknown(c => c.Executive, "saveStrategyElement", "parentId", "StrategyElement", (_, id) => new { kind = "STRATEGY", title = "策略", from = 2027, until = 2027, parentId = id }),
        .. Unknown(c => c.Administrator, "setCyclePolicy", "cycleId", "Cycle", (_, id) => new { cycleId = id, tolerance = "5" }),
        .. Unknown(c => c.Administrator, "moveCycle", "cycleId", "Cycle", (_, id) => new { cycleId = id, to = "SETTING" }),
        .. Unknown(c => c.Administrator, "openCycle", "copyPolicyFromId", "Cycle", (_, id) => new { name = "新", year = 2040, start = "2040-01-01", end = "2040-12-31", copyPolicyFromId = id }),
        .. Unknown(c => c.Administrator, "saveMeasure", "id", "Measure", (_, id) => new { id, code = "X", name = "X", unitOfMeasure = "%", direction = "INCREASE", aggregation = "SUM", decimals = 0 }),
        .. Unknown(c => c.Administrator, "saveUnit", "parentId", "Unit", (_, id) => new { code = "X", name = "X", kind = "TEAM", parentId = id }),
        .. Unknown(c => c.Administrator, "savePerson", "superiorId", "Person", (g, id) => new { employeeNumber = "X", name = "X", email = "x@example.com", unitId = g.Company.Team, superiorId = id }),
        .. Unknown(c => c.Administrator, "saveRegion", "unitId", "Unit", (_, id) => new { code = "X", name = "X", unitId = id, profile = new { characteristics = 1, strategicDeployment = 1, development = 1, environment = 1, competition = 1, resources = 1 } }),
        .. Unknown(c => c.Administrator, "saveCustomer", "accountOwnerId", "Person", (g, id) => new { code = "X", name = "X", regionId = g.Company.Region, accountOwnerId = id, profile = new { strength = 1, finances = 1, credit = 1 } }),
        .. Unknown(c => c.Administrator, "savePosition", "regionId", "Region", (g, id) => new { code = "X", title = "X", unitId = g.Company.Team, regionId = id }),
        .. Unknown(c => c.Member, "remove", "id", "Comment", (_, id) => new { id }),
        .. Unknown(c => c.Member, "cancelJob", "jobId", "Job", (_, id) => new { jobId = id }),

        .. Stale(c => c.Executive, "editObjective", g => new { id = g.Child, expectedVersion = 7, title = "改" }),
        .. Stale(c => c.Executive, "moveObjective", g => new { id = g.Child, expectedVersion = 0 }),
        .. Stale(c => c.Executive, "withdrawObjective", g => new { id = g.Child, expectedVersion = -1, reason = "停" }),
        .. Stale(c => c.Executive, "saveStrategyElement", g => new { id = g.Strategy, expectedVersion = int.MaxValue, kind = "STRATEGY", title = "改", from = 2027, until = 2027 }),
        .. Stale(c => c.Administrator, "setCyclePolicy", g => new { cycleId = g.Cycle, expectedVersion = 1, tolerance = "5" }),
        .. Stale(c => c.Administrator, "moveCycle", g => new { cycleId = g.Cycle, expectedVersion = 1, to = "EXECUTION" }),
        .. Stale(c => c.Administrator, "saveUnit", g => new { id = g.Company.Team, expectedVersion = 99, code = "D1-1-1", name = "改", kind = "TEAM" }),

        .. Texts("draftObjective", "title", c => c.TeamLeader, multiline: false, (g, text) => g.Draft with { Title = text }),
        .. Texts("draftObjective", "description", c => c.TeamLeader, multiline: true, (g, text) => g.Draft with { Description = text }, required: false),
        .. Texts("draftObjective", "contribution", c => c.TeamLeader, multiline: true, (g, text) => g.Draft with { Contribution = text }, required: false),
        .. Texts("editObjective", "title", c => c.TeamLeader, multiline: false, (g, text) => new { id = g.Child, title = text }),
        .. Texts("withdrawObjective", "reason", c => c.TeamLeader, multiline: true, (g, text) => new { id = g.Child, reason = text }),
        .. Texts("comment", "text", c => c.Member, multiline: true, (g, text) => new { subjectId = g.Child, text }),
        .. Texts("openCycle", "name", c => c.Hr, multiline: false, (_, text) => new { name = text, year = 2041, start = "2041-01-01", end = "2041-12-31" }),
        .. Texts("saveMeasure", "unitOfMeasure", c => c.Administrator, multiline: false, (_, text) => new { code = "X", name = "X", unitOfMeasure = text, direction = "INCREASE", aggregation = "SUM", decimals = 0 }),
        .. Texts("saveStrategyElement", "title", c => c.Executive, multiline: false, (_, text) => new { kind = "VISION", title = text, from = 2027, until = 2027 }),
        .. Texts("saveUnit", "name", c => c.Administrator, multiline: false, (g, text) => new { code = "X", name = text, kind = "TEAM", parentId = g.Company.Department }),
        .. Texts("savePerson", "name", c => c.Administrator, multiline: false, (g, text) => new { employeeNumber = "X", name = text, email = "x@example.com", unitId = g.Company.Team }),

        new("an objective under itself", c => c.TeamLeader, "moveObjective", g => new { id = g.Objective, newParentId = g.Objective }, "CYCLE_IN_TREE", "newParentId"),
        new("an objective under its child", c => c.TeamLeader, "moveObjective", g => new { id = g.Objective, newParentId = g.Child }, "CYCLE_IN_TREE", "newParentId"),
        new("a unit under itself", c => c.Administrator, "saveUnit", g => new { id = g.Company.Department, code = "D1-1", name = "改", kind = "DEPARTMENT", parentId = g.Company.Team }, "CYCLE_IN_TREE", "parentId"),
        new("a superior of his superior", c => c.Administrator, "savePerson", g => new { id = g.Company.DepartmentLeader.PersonId, employeeNumber = "E0110", name = "改", email = "e0110@example.com", unitId = g.Company.Department, superiorId = g.Company.Member.PersonId }, "CYCLE_IN_TREE", "superiorId"),

        Wrong("draftObjective", "rollUpWeight", c => c.TeamLeader, g => g.Draft with { RollUpWeight = "-1" }),
        Wrong("draftObjective", "target", c => c.TeamLeader, g => g.Draft with { MeasureId = g.Company.Milestone, Target = "101" }),
        Wrong("setCyclePolicy", "tolerance", c => c.Hr, g => new { cycleId = g.Cycle, tolerance = "100.1" }),
        Wrong("setCyclePolicy", "atRiskProbability", c => c.Hr, g => new { cycleId = g.Cycle, atRiskProbability = "1.5" }),
        Wrong("setCyclePolicy", "escalationDays", c => c.Hr, g => new { cycleId = g.Cycle, escalationDays = -1 }),
        Wrong("setCyclePolicy", "stretchPercentile", c => c.Hr, g => new { cycleId = g.Cycle, stretchPercentile = "10" }),
        Wrong("openCycle", "end", c => c.Hr, _ => new { name = "新", year = 2040, start = "2040-01-01", end = "2039-12-31" }),
        Wrong("openCycle", "end", c => c.Hr, _ => new { name = "新", year = 2040, start = "2040-01-01", end = "2042-01-01" }),
        Wrong("openCycle", "year", c => c.Hr, _ => new { name = "新", year = 2039, start = "2040-01-01", end = "2040-12-31" }),
        Wrong("openCycle", "start", c => c.Hr, _ => new { name = "新", year = 9999, start = "9999-12-01", end = "9999-12-31" }),
        Wrong("openCycle", "start", c => c.Hr, _ => new { name = "新", year = 1, start = "0001-01-01", end = "0001-12-31" }),
        Wrong("saveMeasure", "decimals", c => c.Administrator, _ => new { code = "X", name = "X", unitOfMeasure = "%", direction = "INCREASE", aggregation = "SUM", decimals = 7 }),
        Wrong("saveStrategyElement", "from", c => c.Executive, _ => new { kind = "VISION", title = "愿景", from = -1, until = 2027 }),
        Wrong("saveStrategyElement", "until", c => c.Executive, _ => new { kind = "VISION", title = "愿景", from = 2027, until = int.MaxValue }),
        Wrong("setHolidays", "year", c => c.Administrator, _ => new { year = 99_999, holidays = Array.Empty<object>() }),
    ];

    [Theory, OnEachDatabase]
    public async Task It_names_the_field_speaks_the_callers_language_and_changes_nothing(DatabaseKind database)
    {
        var ground = await grounds.OnAsync(database);
        var before = await ground.TracesAsync();
        var faults = new List<string>();
        foreach (var bad in Cases)
        {
            foreach (var by in (Api[])[bad.By(ground.Company).With(Guid.NewGuid().ToString()), bad.By(ground.Company).InChinese])
            {
                try
                {
                    var errors = (await by.MutateAsync(bad.Mutation, bad.Input(ground), string.Empty)).UserErrors;
                    errors.Select(e => (e.Code, e.Field)).ShouldContain((bad.Code, bad.Field));
                    errors.ShouldAllBe(e => Languages.IsChinese(e.Message) == (by.Language != "en"));
                }
                catch (ShouldAssertException e)
                {
                    faults.Add($"{bad.Name} ({by.Language}): {e.Message}");
                }
            }
        }
        faults.ShouldBeEmpty();
        (await ground.TracesAsync()).ShouldBe(before);
        (await ground.Company.Executive.ObjectiveAsync(ground.Child, "version title")).Number("version").ShouldBe(1);
    }

    /// <summary>An id of nothing, of another kind of thing, and of no form.</summary>
    private static IEnumerable<BadCase> Unknown(Func<Company, Api> by, string mutation, string field, string type, Func<Ground, string, object> input) =>
    [
        new($"{mutation}.{field} of nothing", by, mutation, g => input(g, g.Unknown(type)), "NOT_FOUND", field),
        new($"{mutation}.{field} of another type", by, mutation, g => input(g, type == "Region" ? g.Company.Team : g.Company.Region), "NOT_FOUND", field),
        new($"{mutation}.{field} without form", by, mutation, g => input(g, "编号 x"), "NOT_FOUND", field),
        new($"{mutation}.{field} empty", by, mutation, g => input(g, string.Empty), "NOT_FOUND", field),
    ];

    private static IEnumerable<BadCase> Stale(Func<Company, Api> by, string mutation, Func<Ground, object> input) => [new($"{mutation} of a stale version", by, mutation, input, "CONFLICT", "expectedVersion")];

    private static IEnumerable<BadCase> Texts(string mutation, string field, Func<Company, Api> by, bool multiline, Func<Ground, string, object> input, bool required = true)
    {
        yield return new($"{mutation}.{field} too long", by, mutation, g => input(g, Long), "LIMIT_EXCEEDED", field);
        foreach (var control in (string[])["\0", "\u0007", "\u001b", "\u009f", "\u202e", .. multiline ? (string[])[] : ["\n", "\t"]])
            yield return new($"{mutation}.{field} with U+{(int)control[0]:X4}", by, mutation, g => input(g, $"前{control}后"), "INVALID", field);
        foreach (var blank in required ? (string[])["", " ", "\u3000", "\n"] : [])
            yield return new($"{mutation}.{field} blank", by, mutation, g => input(g, blank), "REQUIRED", field);
    }

    private static BadCase Wrong(string mutation, string field, Func<Company, Api> by, Func<Ground, object> input) => new($"{mutation}.{field} out of bounds", by, mutation, input, "INVALID", field);
}
