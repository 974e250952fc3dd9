using static Objectives.IntegrationTests.BadInput.RefusedByRuleTests;

namespace Objectives.IntegrationTests.BadInput;

/// <summary>Of competencies, courses, readiness and development plans.</summary>
internal static class DevelopmentCases
{
    public static IEnumerable<BadCase> All =>
    [
        .. Unknown(c => c.Hr, "saveCompetency", "id", "Competency", (_, id) => new { id, code = "BAD", name = "谈判", levels = Levels }),
        .. Texts("saveCompetency", "name", c => c.Hr, multiline: false, (_, text) => new { code = "BAD", name = text, levels = Levels }),
        .. Texts("saveCompetency", "code", c => c.Hr, multiline: false, (_, text) => new { code = text, name = "谈判", levels = Levels }),
        .. Texts("saveCompetency", "levels.1", c => c.Hr, multiline: false, (_, text) => new { code = "BAD", name = "谈判", levels = new[] { "一级", text } }),
        new("a competency without levels", c => c.Hr, "saveCompetency", _ => new { code = "BAD", name = "谈判", levels = Array.Empty<string>() }, "REQUIRED", "levels"),
        new("eleven levels", c => c.Hr, "saveCompetency", _ => new { code = "BAD", name = "谈判", levels = Enumerable.Range(1, 11).Select(i => $"{i}") }, "LIMIT_EXCEEDED", "levels"),
        new("two levels of one name", c => c.Hr, "saveCompetency", _ => new { code = "BAD", name = "谈判", levels = new[] { "A", " A " } }, "DUPLICATE", "levels"),
        new("a code that is taken", c => c.Hr, "saveCompetency", g => new { code = g.Taught.Code, name = "谈判", levels = Levels }, "DUPLICATE", "code"),

        .. Unknown(c => c.Hr, "saveCourse", "id", "Course", (g, id) => new Course(g) { Id = id }),
        .. Unknown(c => c.Hr, "saveCourse", "competencyId", "Competency", (g, id) => new Course(g) { CompetencyId = id }),
        .. Unknown(c => c.Hr, "saveCourse", "prerequisiteIds.0", "Course", (g, id) => new Course(g) { PrerequisiteIds = [id] }),
        .. Texts("saveCourse", "title", c => c.Hr, multiline: false, (g, text) => new Course(g) { Title = text }),
        .. Texts("saveCourse", "provider", c => c.Hr, multiline: false, (g, text) => new Course(g) { Provider = text }),
        .. Texts("saveCourse", "code", c => c.Hr, multiline: false, (g, text) => new Course(g) { Code = text }),
        Wrong("saveCourse", "hours", c => c.Hr, g => new Course(g) { Hours = 0 }),
        Wrong("saveCourse", "hours", c => c.Hr, g => new Course(g) { Hours = 10_001 }),
        Wrong("saveCourse", "reachesLevel", c => c.Hr, g => new Course(g) { ReachesLevel = 0 }),
        Wrong("saveCourse", "reachesLevel", c => c.Hr, g => new Course(g) { ReachesLevel = 4 }),
        new("a prerequisite twice", c => c.Hr, "saveCourse", g => new Course(g) { PrerequisiteIds = [g.Taught.Course, g.Taught.Course] }, "DUPLICATE", "prerequisiteIds.1"),
        new("21 prerequisites", c => c.Hr, "saveCourse", g => new Course(g) { PrerequisiteIds = [.. Enumerable.Repeat(g.Taught.Course, 21)] }, "LIMIT_EXCEEDED", "prerequisiteIds"),
        new("a course before itself", c => c.Hr, "saveCourse", g => new Course(g) { Id = g.Taught.Course, PrerequisiteIds = [g.Taught.Course] }, "CYCLE_IN_TREE", "prerequisiteIds.0"),

        .. Unknown(c => c.TeamLeader, "assessCompetency", "personId", "Person", (g, id) => new { personId = id, competencyId = g.Taught.Competency, level = 1, source = "LEADER", evidence = "见记录" }),
        .. Unknown(c => c.TeamLeader, "assessCompetency", "competencyId", "Competency", (g, id) => new { personId = g.Company.Member.PersonId, competencyId = id, level = 1, source = "LEADER", evidence = "见记录" }),
        .. Texts("assessCompetency", "evidence", c => c.TeamLeader, multiline: true, (g, text) => new { personId = g.Company.Member.PersonId, competencyId = g.Taught.Competency, level = 1, source = "LEADER", evidence = text }),
        .. Texts("assessCompetency", "evidence", c => c.Member, multiline: true, (g, text) => new { personId = g.Company.Member.PersonId, competencyId = g.Taught.Competency, level = 1, source = "SELF", evidence = text }, required: false),
        Wrong("assessCompetency", "level", c => c.TeamLeader, g => new { personId = g.Company.Member.PersonId, competencyId = g.Taught.Competency, level = -1, source = "LEADER", evidence = "见记录" }),
        Wrong("assessCompetency", "level", c => c.TeamLeader, g => new { personId = g.Company.Member.PersonId, competencyId = g.Taught.Competency, level = 4, source = "LEADER", evidence = "见记录" }),
        new("a test of oneself", c => c.Hr, "assessCompetency", g => new { personId = g.Company.Hr.PersonId, competencyId = g.Taught.Competency, level = 1, source = "TEST", evidence = "见记录" }, "SAME_PERSON_MAY_NOT_DECIDE", "personId"),

        .. Unknown(c => c.TeamLeader, "requireCompetencies", "objectiveId", "Objective", (_, id) => new { objectiveId = id, requirements = Array.Empty<object>() }),
        .. Unknown(c => c.TeamLeader, "requireCompetencies", "requirements.0.competencyId", "Competency", (g, id) => new { objectiveId = g.Child, requirements = new[] { Need(id, 1) } }),
        Wrong("requireCompetencies", "requirements.0.level", c => c.TeamLeader, g => new { objectiveId = g.Child, requirements = new[] { Need(g.Taught.Competency, 0) } }),
        Wrong("requireCompetencies", "requirements.0.level", c => c.TeamLeader, g => new { objectiveId = g.Child, requirements = new[] { Need(g.Taught.Competency, 4) } }),
        new("a competency required twice", c => c.TeamLeader, "requireCompetencies", g => new { objectiveId = g.Child, requirements = new[] { Need(g.Taught.Competency, 1), Need(g.Taught.Competency, 2) } }, "DUPLICATE", "requirements.1.competencyId"),
        new("21 requirements", c => c.TeamLeader, "requireCompetencies", g => new { objectiveId = g.Child, requirements = Enumerable.Repeat(Need(g.Taught.Competency, 1), 21) }, "LIMIT_EXCEEDED", "requirements"),

        .. Unknown(c => c.TeamLeader, "assessReadiness", "personId", "Person", (_, id) => new { personId = id, managementKnowledge = 3, selfManagement = 3, evidence = "面谈" }),
        .. Texts("assessReadiness", "evidence", c => c.TeamLeader, multiline: true, (g, text) => new { personId = g.Company.Member.PersonId, managementKnowledge = 3, selfManagement = 3, evidence = text }),
        Wrong("assessReadiness", "managementKnowledge", c => c.TeamLeader, g => new { personId = g.Company.Member.PersonId, managementKnowledge = 0, selfManagement = 3, evidence = "面谈" }),
        Wrong("assessReadiness", "selfManagement", c => c.TeamLeader, g => new { personId = g.Company.Member.PersonId, managementKnowledge = 3, selfManagement = 6, evidence = "面谈" }),
        .. Unknown(c => c.DepartmentLeader, "waiveReadiness", "personId", "Person", (_, id) => new { personId = id, reason = "可以" }),
        .. Texts("waiveReadiness", "reason", c => c.DepartmentLeader, multiline: true, (g, text) => new { personId = g.Company.Member.PersonId, reason = text }),
        new("a waiver of what was not assessed", c => c.DepartmentLeader, "waiveReadiness", g => new { personId = g.Company.Member.PersonId, reason = "可以" }, "FORBIDDEN_BY_STATE", "personId"),

        .. Unknown(c => c.Hr, "proposeDevelopmentPlan", "personId", "Person", (g, id) => new { personId = id, cycleId = g.Cycle }),
        .. Unknown(c => c.Hr, "proposeDevelopmentPlan", "cycleId", "Cycle", (g, id) => new { personId = g.Company.Member.PersonId, cycleId = id }),
        .. Unknown(c => c.Hr, "saveDevelopmentItem", "id", "DevelopmentItem", (g, id) => new Item(g) { Id = id }),
        .. Unknown(c => c.Hr, "saveDevelopmentItem", "personId", "Person", (g, id) => new Item(g) { PersonId = id }),
        .. Unknown(c => c.Hr, "saveDevelopmentItem", "cycleId", "Cycle", (g, id) => new Item(g) { CycleId = id }),
        .. Unknown(c => c.Hr, "saveDevelopmentItem", "competencyId", "Competency", (g, id) => new Item(g) { CompetencyId = id }),
        .. Unknown(c => c.Hr, "saveDevelopmentItem", "courseId", "Course", (g, id) => new Item(g) { Kind = "COURSE", CourseId = id }),
        .. Unknown(c => c.Hr, "saveDevelopmentItem", "coachId", "Person", (g, id) => new Item(g) { Kind = "COACHING", CoachId = id }),
        .. Unknown(c => c.Hr, "saveDevelopmentItem", "forObjectiveId", "Objective", (g, id) => new Item(g) { ForObjectiveId = id }),
        .. Texts("saveDevelopmentItem", "title", c => c.Hr, multiline: false, (g, text) => new Item(g) { Title = text }),
        Wrong("saveDevelopmentItem", "due", c => c.Hr, g => new Item(g) { Due = "2020-01-01" }),
        Wrong("saveDevelopmentItem", "due", c => c.Hr, g => new Item(g) { Due = "2028-01-01" }),
        Wrong("saveDevelopmentItem", "targetLevel", c => c.Hr, g => new Item(g) { TargetLevel = 4 }),
        Wrong("saveDevelopmentItem", "coachId", c => c.Hr, g => new Item(g) { Kind = "COACHING", CoachId = g.Company.Member.PersonId }),
        new("a course that is none", c => c.Hr, "saveDevelopmentItem", g => new Item(g) { Kind = "COURSE" }, "REQUIRED", "courseId"),
        new("coaching by nobody", c => c.Hr, "saveDevelopmentItem", g => new Item(g) { Kind = "COACHING" }, "REQUIRED", "coachId"),
        .. Unknown(c => c.Hr, "startDevelopmentItem", "itemId", "DevelopmentItem", (_, id) => new { itemId = id }),
        .. Unknown(c => c.Hr, "completeDevelopmentItem", "itemId", "DevelopmentItem", (_, id) => new { itemId = id, passed = true, result = "通过" }),
        .. Texts("completeDevelopmentItem", "result", c => c.TeamLeader, multiline: true, (g, text) => new { itemId = g.Taught.Item, passed = true, result = text }),
        .. Unknown(c => c.Hr, "remove", "id", "DevelopmentItem", (_, id) => new { id }),
    ];

    private static readonly string[] Levels = ["一级", "二级"];

    private static object Need(string competency, int level) => new { competencyId = competency, level };

    /// <summary>The contract's SaveCourseInput.</summary>
    private sealed class Course(Ground ground)
    {
        public string? Id { get; init; }

        public string Code { get; init; } = "BAD-COURSE";

        public string Title { get; init; } = "课程";

        public string Provider { get; init; } = "学院";

        public int Hours { get; init; } = 8;

        public string CompetencyId { get; init; } = ground.Taught.Competency;

        public int ReachesLevel { get; init; } = 1;

        public IReadOnlyList<string> PrerequisiteIds { get; init; } = [];
    }

    /// <summary>The contract's SaveDevelopmentItemInput, of the member.</summary>
    private sealed class Item(Ground ground)
    {
        public string? Id { get; init; }

        public string PersonId { get; init; } = ground.Company.Member.PersonId;

        public string CycleId { get; init; } = ground.Cycle;

        public string Kind { get; init; } = "ON_THE_JOB";

        public string Title { get; init; } = "轮岗";

        public string? CourseId { get; init; }

        public string? CoachId { get; init; }

        public string CompetencyId { get; init; } = ground.Taught.Competency;

        public int TargetLevel { get; init; } = 1;

        public string? ForObjectiveId { get; init; }

        public string Due { get; init; } = "2027-06-30";
    }
}

/// <summary>A competency of three levels with a course, and something that the team's member has planned.</summary>
internal sealed record Taught(string Competency, string Code, string Course, string Item)
{
    public static async Task<Taught> OfAsync(Company company, string cycle)
    {
        const string code = "BAD-TAUGHT";
        var competency = (await company.Hr.ChangeAsync("saveCompetency", new { code, name = "Listening", levels = new[] { "一级", "二级", "三级" } }, "competency { id }")).Id();
        var course = (await company.Hr.ChangeAsync("saveCourse", new { code, title = "倾听入门", provider = "学院", hours = 8, competencyId = competency, reachesLevel = 1 }, "course { id }")).Id();
        var plan = await company.Hr.ChangeAsync(
            "saveDevelopmentItem", new { personId = company.Member.PersonId, cycleId = cycle, kind = "ON_THE_JOB", title = "轮岗", competencyId = competency, targetLevel = 1, due = "2027-06-30" }, "developmentPlan { items { id } }");
        return new(competency, code, course, plan.Text("items.0.id")!);
    }
}
