using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Jobs;

namespace Objectives.IntegrationTests.Improvement;

/// <summary>What tests of improvement cases do first.</summary>
internal static class Improving
{
    public const string Whole = "id version status overdue due reportEveryDays nextReportDue verifiableFrom evidence { periods gapBefore gapAfter closed } lessons viewerMay deviation { id } objective { id } openedBy { employeeNumber } responsible { employeeNumber } "
        + "causes { id category text parentId evidence confirmedRoot } criteria { id name weight } countermeasures { id title addresses cost { amount currency } scores { criterionId score } scored total winsFrom } "
        + "decision { chosen { id } rationale by { employeeNumber } } reports { id by { employeeNumber } done effect next percentComplete late } verification { verdict periods gapBefore gapAfter by { employeeNumber } reason } verifications { verdict }";

    public const string Payload = $"improvementCase {{ {Whole} }}";

    public static Task<JsonElement> OpenCaseAsync(this Api by, string deviation) => by.ChangeAsync("openImprovementCase", new { deviationId = deviation }, Payload);

    public static async Task<JsonElement> CaseAsync(this Api by, string id) => (await by.ReadAsync($"query($id: ID!) {{ node(id: $id) {{ ... on ImprovementCase {{ {Whole} }} }} }}", new { id })).GetProperty("node");

    /// <summary>The cause that was added last.</summary>
    public static async Task<string> CauseAsync(this Api by, string of, string text, string? parent = null, string category = "METHOD")
        => (await by.ChangeAsync("saveCause", new { caseId = of, category, text, parentId = parent }, Payload)).GetProperty("causes").EnumerateArray().Last().Id();

    public static Task<JsonElement> ConfirmAsync(this Api by, string of, string cause) => by.ChangeAsync("confirmRootCause", new { caseId = of, causeId = cause, evidence = "抽查二十单" }, Payload);

    public static Task<JsonElement> WeighAsync(this Api by, string of, params (string Name, string Weight)[] criteria)
        => by.ChangeAsync("setCriteria", new { caseId = of, criteria = criteria.Select(c => new { name = c.Name, weight = c.Weight }) }, Payload);

    public static Task<JsonElement> ProposeAsync(this Api by, JsonElement of, string title, params int[] scores) => by.ChangeAsync("saveCountermeasure", Countermeasure(of, title, scores), Payload);

    public static Dictionary<string, object?> Countermeasure(JsonElement of, string title, params int[] scores) => new()
    {
        ["caseId"] = of.Id(), ["title"] = title, ["description"] = "先试点", ["addresses"] = of.GetProperty("causes").EnumerateArray().Where(c => c.At("confirmedRoot").GetBoolean()).Select(c => c.Id()).ToList(),
        ["scores"] = of.GetProperty("criteria").EnumerateArray().Zip(scores, (c, s) => new { criterionId = c.Id(), score = s }).ToList(),
    };

    public static Dictionary<string, object?> Decision(this Company company, JsonElement of, string due = "2026-12-10", int every = 7) => new()
    {
        ["caseId"] = of.Id(), ["countermeasureId"] = of.Text("countermeasures.0.id"), ["rationale"] = "见效快", ["responsibleId"] = company.Colleague.PersonId, ["due"] = due, ["reportEveryDays"] = every,
    };

    public static Task<JsonElement> DecideAsync(this Api by, Dictionary<string, object?> decision) => by.ChangeAsync("decideCountermeasure", decision, Payload);

    public static Task<JsonElement> FileAsync(this Api by, string of, int percent = 50)
        => by.ChangeAsync("fileImprovementReport", new { caseId = of, done = "完成培训", effect = "返工减少", next = "推广", percentComplete = percent }, Payload);

    public static Task<JsonElement> VerifyAsync(this Api by, string of, object? more = null) => by.ChangeAsync("verifyImprovement", Deviating.Merged(new { caseId = of }, more), Payload);

    /// <summary>A day so many days ahead, as the business clock has it.</summary>
    public static string Day(this Company company, int ahead) => company.Program.BusinessClock.GetUtcNow().AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Lets days pass, with the daily round of each.</summary>
    public static async Task PassAsync(this Installation program, int days)
    {
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(days)).ShouldBeTrue();
        await program.Services.GetRequiredService<DailyRound>().RunDueAsync(TestContext.Current.CancellationToken);
        await program.AllDeliveredAsync();
    }

    /// <summary>The case of the member's lag, opened by him.</summary>
    public static async Task<JsonElement> OpenedAsync(this Deviating.Line line)
    {
        await line.Company.Member.ReportAsync(line.Mine, 1, 1, 1);
        await line.Company.FollowedAsync(line.Cycle);
        return await line.Company.Member.OpenCaseAsync((await line.Company.Member.DeviationsAsync(line.Mine)).ShouldHaveSingleItem().Id());
    }

    /// <summary>Two whys, of which the second is confirmed as root cause.</summary>
    public static async Task<JsonElement> AnalysedAsync(this Deviating.Line line)
    {
        var opened = (await line.OpenedAsync()).Id();
        var first = await line.Company.Member.CauseAsync(opened, "返工多");
        return await line.Company.Member.ConfirmAsync(opened, await line.Company.Member.CauseAsync(opened, "没有检查表", first));
    }

    /// <summary>Two countermeasures compared by two criteria.</summary>
    public static async Task<JsonElement> ComparedAsync(this Deviating.Line line)
    {
        var analysed = await line.AnalysedAsync();
        var weighed = await line.Company.Member.WeighAsync(analysed.Id(), ("效果", "60"), ("成本", "40"));
        await line.Company.Member.ProposeAsync(weighed, "推行检查表", 8, 9);
        return await line.Company.Member.ProposeAsync(weighed, "增加复检", 9, 3);
    }

    /// <summary>The colleague carries it out, as the team's leader has decided.</summary>
    public static async Task<JsonElement> DecidedAsync(this Deviating.Line line, int due = 14, int every = 7)
        => await line.Company.TeamLeader.DecideAsync(line.Company.Decision(await line.ComparedAsync(), line.Company.Day(due), every));

    /// <summary>It was reported done.</summary>
    public static async Task<JsonElement> DoneAsync(this Deviating.Line line) => await line.Company.Colleague.FileAsync((await line.DecidedAsync()).Id(), 100);
}
