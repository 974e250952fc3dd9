using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>What tests of control points do first.</summary>
internal static class Controlling
{
    public const string Whole = "id date period status expected tolerance objective { id } report { id }";
    public const string Report = "id at selfReview confidence difficulties supportNeeded minutesSpent by { employeeNumber } controlPoint { id status } followUp { at guidance withinPolicy by { employeeNumber } }";

    /// <summary>A personal objective of the team's member of 120 over the months of 2026, of a sum, in execution.</summary>
    public static async Task<(string Cycle, string Objective)> ControlledAsync(this Company company)
    {
        var cycle = await company.OpenFollowedCycleAsync();
        var id = await company.Executive.DraftAsync(company.Draft(cycle) with { Level = "PERSONAL", OwnerId = company.Member.PersonId, MeasureId = await company.MeasureOfAsync("SUM"), Target = "120" });
        await company.MoveCycleAsync(cycle, "EXECUTION");
        return (cycle, id);
    }

    public static async Task<IReadOnlyList<JsonElement>> PointsAsync(this Api by, string objective, string selection = Whole)
        => [.. (await by.ObjectiveAsync(objective, $"controlPoints {{ {selection} }}")).At("controlPoints").EnumerateArray()];

    public static async Task<string> PointAsync(this Api by, string objective, int month) => (await by.PointsAsync(objective))[month - 1].Id();

    public static object Review(string point, string? actualValue = null, string selfReview = "本月按计划完成") => new { controlPointId = point, selfReview, confidence = 4, actualValue };

    public static async Task<string> ReviewedAsync(this Api by, string objective, int month)
        => (await by.ChangeAsync("reportProgress", Review(await by.PointAsync(objective, month)), "progressReport { id }")).Id();

    public static object Answer(string report) => new { progressReportId = report, guidance = "继续保持" };

    public static Task<JsonElement> ListAsync(this Api by, string cycle, object? filter = null, int? first = null, string? after = null, string selection = "nodes { id date status objective { code } } pageInfo { hasNextPage endCursor }")
        => by.ReadAsync($"query($c: ID!, $f: ControlPointFilter, $n: Int, $a: String) {{ controlPoints(cycleId: $c, filter: $f, first: $n, after: $a) {{ {selection} }} }}", new { c = cycle, f = filter, n = first, a = after });
}
