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

    /// <summary>The kinds of what someone's day has about a subject.</summary>
    public static async Task<IReadOnlyList<string?>> OwesAsync(this Api by, string subject) => [.. (await by.DayAboutAsync(subject)).Select(i => i.Text("kind"))];

    /// <summary>What someone's day has about a subject.</summary>
    public static async Task<IReadOnlyList<JsonElement>> DayAboutAsync(this Api by, string subject)
    {
        var (found, after, more) = (new List<JsonElement>(), (string?)null, true);
        while (more) // Others' tests share the company, so that the agenda is long.
        {
            var page = (await by.ReadAsync("query($a: String) { viewer { agenda(first: 500, after: $a) { nodes { kind title subject { id } } pageInfo { hasNextPage endCursor } } } }", new { a = after })).At("viewer.agenda");
            found.AddRange(page.GetProperty("nodes").EnumerateArray().Where(i => i.Text("subject.id") == subject));
            (after, more) = (page.Text("pageInfo.endCursor"), page.At("pageInfo.hasNextPage").GetBoolean());
        }
        return found;
    }

    /// <summary>What someone was told about it, the newest first.</summary>
    public static async Task<IReadOnlyList<string?>> ToldAsync(this Api by, string deviation)
        => [.. (await by.ReadAsync("{ viewer { notifications(first: 500) { nodes { kind subject { id } } } } }")).At("viewer.notifications.nodes").EnumerateArray()
            .Where(n => n.GetProperty("subject") is { ValueKind: JsonValueKind.Object } subject && subject.Id() == deviation).Select(n => n.Text("kind"))];

    /// <summary>What someone was told about a subject, the newest first, once all is delivered.</summary>
    public static async Task<IReadOnlyList<JsonElement>> NoticesAsync(this Api by, string subject)
    {
        await by.Program.AllDeliveredAsync();
        return [.. (await by.ReadAsync("{ viewer { notifications(first: 500) { nodes { kind title body subject { id } } } } }")).At("viewer.notifications.nodes").EnumerateArray().Where(n => n.Text("subject.id") == subject)];
    }

    /// <summary>What someone is told that he may do about it.</summary>
    public static async Task<IReadOnlyList<string?>> MayAboutAsync(this Api who, string deviation)
        => (await who.ReadAsync("query($id: ID!) { node(id: $id) { ... on Deviation { viewerMay } } }", new { id = deviation })).Strings("node.viewerMay");

    public static Dictionary<string, object?> Merged(object first, object? more)
    {
        var all = first as Dictionary<string, object?> ?? first.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(first));
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

        /// <summary>Gives an objective other contents, and waits until it is noticed.</summary>
        public async Task EditAsync(string objective, object change)
        {
            await Company.Executive.ChangeAsync("editObjective", Merged(new { id = objective }, change), "objective { id }");
            await Company.FollowedAsync(Cycle);
        }

        /// <summary>A department's meeting of today or before resolves one thing about a deviation, which its owner is to do.</summary>
        public Task<JsonElement> HoldAsync(Api by, string deviation, object? more = null)
            => by.ChangeAsync("holdOfficeMeeting", Merged(Meeting(deviation), more), "officeMeeting { id held date attendees { employeeNumber } agenda { id } resolutions { id text } }");

        public object Meeting(string deviation) => new
        {
            unitId = Company.Department, level = "DEPARTMENT", date = "2026-11-20", attendeeIds = new[] { Company.DepartmentLeader.PersonId },
            resolutions = new[] { new { deviationId = deviation, text = "调配两名工程师", responsibleId = Company.Member.PersonId, due = "2026-12-20" } },
        };

        /// <summary>The member's target is halved from March on.</summary>
        public object Revision(string deviation, string newTarget = "30")
            => new { objectiveId = Mine, deviationId = deviation, externalCause = "商场停业装修", evidence = "停业通知", newTarget, effectiveFrom = "2026-03" };
    }
}
