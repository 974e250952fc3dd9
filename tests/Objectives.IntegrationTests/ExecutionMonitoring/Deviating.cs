using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>What tests of deviations do first.</summary>
internal static class Deviating
{
    public const string Whole = "id version kind description externalCause severity route routed status impact { objective { id } forecastBefore forecastAfter endangered } settlements { by { employeeNumber } agreement counts } "
        + "supervisor { employeeNumber } coordinatedUnits { id } openedBy { employeeNumber } meeting { id } revision { id status }";

    /// <summary>Of 1200 the company's, of 120 the team's, of 60 each two members'; what is missing of the company's is another team's. In execution, of a sum.</summary>
    public static async Task<Line> LineAsync(this Company company, string target = "60")
    {
        var cycle = await company.OpenFollowedCycleAsync();
        var measure = await company.MeasureOfAsync("SUM");
        var top = await company.Executive.DraftAsync(company.Draft(cycle) with { Level = "COMPANY", UnitId = company.Root, OwnerId = company.Executive.PersonId, MeasureId = measure, Target = "1200" });
        var team = await company.Executive.DraftAsync(company.Draft(cycle, top) with { Title = "小组", MeasureId = measure, Target = "120" });
        var others = await company.Executive.DraftAsync(company.Draft(cycle, top) with { Title = "其他小组", OwnerId = company.OtherTeamLeader.PersonId, UnitId = company.OtherTeam, MeasureId = measure, Target = "1080" });
        var mine = await company.Executive.DraftAsync(company.Draft(cycle, team) with { Level = "PERSONAL", Title = "甲", OwnerId = company.Member.PersonId, MeasureId = measure, Target = target });
        var colleagues = await company.Executive.DraftAsync(company.Draft(cycle, team) with { Level = "PERSONAL", Title = "乙", OwnerId = company.Colleague.PersonId, MeasureId = measure, Target = "60" });
        await company.MoveCycleAsync(cycle, "EXECUTION");
        await company.Executive.ReportAsync(others, 1, 90, 90);
        await company.Colleague.ReportAsync(colleagues, 1, 5, 5);
        return new(company, cycle, top, team, others, mine, colleagues);
    }

    /// <summary>Waits until all standings are up to date, and what they tell has been delivered.</summary>
    public static async Task FollowedAsync(this Company company, string cycle)
    {
        GlobalId.TryDecode(cycle, out _, out var key).ShouldBeTrue();
        await company.DeliveredAsync(cycle);
        var marks = company.Program.Database.Kind == DatabaseKind.Sqlite ? "monitoring_stale_" : "monitoring.stale_";
#pragma warning disable EF1002
        while (await company.Program.WithDbAsync(db => db.Database.SqlQueryRaw<int>($"SELECT (SELECT COUNT(*) FROM {marks}figures) + (SELECT COUNT(*) FROM {marks}standings WHERE cycle_id = {{0}}) AS \"Value\"", key).SingleAsync()) > 0)
#pragma warning restore EF1002
            await Task.Delay(20, TestContext.Current.CancellationToken);
        await company.DeliveredAsync(cycle);
    }

    public static async Task<IReadOnlyList<JsonElement>> DeviationsAsync(this Api by, string objective, string selection = Whole)
        => [.. (await by.ObjectiveAsync(objective, $"deviations {{ {selection} }}")).At("deviations").EnumerateArray()];

    public static Task<JsonElement> RouteAsync(this Api by, string deviation, string route, object? more = null)
        => by.ChangeAsync("routeDeviation", Merged(new { deviationId = deviation, route }, more), $"deviation {{ {Whole} }}");

    public static Task<JsonElement> SettleAsync(this Api by, string deviation, string agreement = "每周跟进") => by.ChangeAsync("settleDeviation", new { deviationId = deviation, agreement }, $"deviation {{ {Whole} }}");

    public static Dictionary<string, object?> Merged(object first, object? more)
    {
        var all = first.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(first));
        foreach (var property in more?.GetType().GetProperties() ?? [])
            all[property.Name] = property.GetValue(more);
        return all;
    }

    public sealed record Line(Company Company, string Cycle, string Top, string Team, string Others, string Mine, string Colleagues)
    {
        /// <summary>The member's months are a fifth of what they should be, and it is noticed: its deviation.</summary>
        public async Task<JsonElement> LagAsync()
        {
            await Company.Member.ReportAsync(Mine, 1, 1, 1);
            await Company.FollowedAsync(Cycle);
            return (await Company.Member.DeviationsAsync(Mine)).ShouldHaveSingleItem();
        }
    }
}
