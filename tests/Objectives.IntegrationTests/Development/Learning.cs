using System.Text.Json;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Development;

/// <summary>What tests of development do first.</summary>
internal static class Learning
{
    private static int _codes;

    public static string Code(string prefix) => $"{prefix}-{Interlocked.Increment(ref _codes):D4}";

    public static async Task<string> CompetencyAsync(this Company company, int levels = 3, string name = "谈判")
        => (await company.Hr.ChangeAsync("saveCompetency", new { code = Code("K"), name, levels = Enumerable.Range(1, levels).Select(i => $"第{i}级") }, "competency { id }")).Id();

    public static async Task<string> CourseAsync(this Company company, string competency, int reaches, int hours = 8, bool basics = false, string title = "课程", params string[] after)
        => (await company.Hr.ChangeAsync("saveCourse", Course(competency, reaches, hours, basics, title, after), "course { id }")).Id();

    public static object Course(string competency, int reaches, int hours = 8, bool basics = false, string title = "课程", params string[] after)
        => new { code = Code("C"), title, provider = "内训中心", hours, competencyId = competency, reachesLevel = reaches, prerequisiteIds = after, mboBasics = basics };

    public static Task<JsonElement> RequireAsync(this Api by, string objective, params (string Competency, int Level)[] needs)
        => by.ChangeAsync("requireCompetencies", Requirements(objective, needs), "objective { competencyRequirements { competency { id } level } }");

    public static object Requirements(string objective, params (string Competency, int Level)[] needs)
        => new { objectiveId = objective, requirements = needs.Select(n => new { competencyId = n.Competency, level = n.Level }) };

    public static Task<JsonElement> AssessAsync(this Api by, string person, string competency, int level, string source = "LEADER")
        => by.ChangeAsync("assessCompetency", new { personId = person, competencyId = competency, level, source, evidence = "见记录" }, "person { competencies { competency { id } level source assessedBy { employeeNumber } } }");

    /// <summary>What is in force of a competency, as somebody reads it; null when he reads nothing of it.</summary>
    public static async Task<int?> LevelAsync(this Api by, string person, string competency)
    {
        var read = await by.ReadAsync("query($id: ID!) { person(id: $id) { competencies { competency { id } level } } }", new { id = person });
        return read.At("person.competencies").EnumerateArray().Where(c => c.Text("competency.id") == competency).Select(c => (int?)c.Number("level")).SingleOrDefault();
    }

    /// <summary>"required/current/planned" of each gap.</summary>
    public static async Task<IReadOnlyList<string>> GapsAsync(this Api by, string person, string cycle)
    {
        var read = await by.ReadAsync("query($id: ID!, $cycle: ID!) { person(id: $id) { competencyGaps(cycleId: $cycle) { required current planned person { id } objective { id } } } }", new { id = person, cycle });
        return [.. read.At("person.competencyGaps").EnumerateArray().Select(g => $"{g.Number("required")}/{g.Number("current")}/{g.GetProperty("planned").GetBoolean()}")];
    }

    /// <summary>How often a competency was assessed, whatever holds.</summary>
    public static async Task<int> AssessmentsKeptAsync(this Company company, string competency)
    {
        GlobalId.TryDecode(competency, out _, out var key).ShouldBeTrue();
        return await company.Program.ExecuteSqlAsync("UPDATE {development.assessments} SET level = level WHERE competency_id = {0}", key);
    }

    public const string Plan = "developmentPlan { id version items { id kind title course { id } coach { employeeNumber } competency { id } targetLevel forObjective { id } due status result } }";

    public static Task<JsonElement> ProposeAsync(this Api by, string person, string cycle) => by.ChangeAsync("proposeDevelopmentPlan", new { personId = person, cycleId = cycle }, Plan);

    /// <summary>A personal objective of the team's member in a cycle of its own.</summary>
    public static async Task<(string Cycle, string Objective)> AimAsync(this Company company)
    {
        var cycle = await company.OpenCycleAsync();
        return (cycle, await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle)));
    }
}
