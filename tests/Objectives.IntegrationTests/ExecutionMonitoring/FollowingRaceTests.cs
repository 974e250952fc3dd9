using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>Those who follow an objective at the same moment leave it as if one had come after the other.</summary>
public sealed class FollowingRaceTests(Installations installations)
{
    /// <summary>What ends the lag and what brings it back come together: whichever is noticed first, where the objective lags in the end one deviation is open, else none.</summary>
    [Theory, OnEachDatabase, Trait("Clause", "S7.4")]
    public async Task A_deviation_closes_while_an_actual_opens_it_again(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        await company.TeamLeader.RouteAsync(id, "COORDINATE");
        await company.Member.SettleAsync(id);
        await company.TeamLeader.SettleAsync(id);
        foreach (var (month, good, bad, lags) in new[] { (3, 40m, -60m, true), (5, 100m, -10m, false), (7, 20m, -200m, true), (9, 400m, -1m, false) })
        {
            await Task.WhenAll(company.Member.ReportAsync(line.Mine, month, good), company.TeamLeader.ReportAsync(line.Mine, month + 1, bad), company.FollowedAsync(line.Cycle));
            await company.FollowedAsync(line.Cycle);
            var now = await company.Member.ObjectiveAsync(line.Mine, "progress { health } deviations { status }");
            (now.Text("progress.health") == "OFF_TRACK").ShouldBe(lags);
            now.Strings("deviations.*.status").Count(s => s != "CLOSED").ShouldBe(lags ? 1 : 0, now.ToString());
        }
    }

    /// <summary>Whoever comes too late is told so; nobody's signature or decision is written over.</summary>
    [Theory, OnEachDatabase, Trait("Clause", "S7.4")]
    public async Task A_deviation_closes_while_it_is_signed_and_routed(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        await line.LagAsync();
        foreach (var month in new[] { 3, 5, 7 })
        {
            var id = (await company.Member.DeviationsAsync(line.Mine))[0].Id();
            var report = company.Member.ReportAsync(line.Mine, month, 400);
            var replies = await Task.WhenAll(
                company.Member.MutateAsync("settleDeviation", new { deviationId = id, agreement = "每周跟进" }, string.Empty),
                company.TeamLeader.MutateAsync("routeDeviation", new { deviationId = id, route = "COORDINATE" }, string.Empty),
                company.DepartmentLeader.MutateAsync("routeDeviation", new { deviationId = id, route = "OFFICE_MEETING" }, string.Empty));
            await report;
            replies.SelectMany(r => r.UserErrors).ShouldAllBe(e => e.Code == "FORBIDDEN_BY_STATE" || e.Code == "REQUIRED" || e.Code == "CONFLICT");
            await company.FollowedAsync(line.Cycle);
            var now = (await company.Member.DeviationsAsync(line.Mine, "status version settlements { agreement } history { totalCount }"))[0];
            now.Text("status").ShouldBe("CLOSED");
            now.At("settlements").GetArrayLength().ShouldBe(replies[0].UserErrors.Count == 0 ? 1 : 0);
            now.Number("history.totalCount").ShouldBe(now.Number("version"));
            await company.Member.ReportAsync(line.Mine, month + 1, -450);
            await company.FollowedAsync(line.Cycle);
        }
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.4")]
    public async Task Of_resolutions_done_at_once_the_last_resolves_the_deviation(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        var id = (await line.LagAsync()).Id();
        await company.TeamLeader.RouteAsync(id, "OFFICE_MEETING");
        var resolutions = Enumerable.Range(0, 6).Select(i => new { deviationId = id, text = $"措施 {i}", responsibleId = company.Member.PersonId, due = "2026-12-20" });
        var meeting = await line.HoldAsync(company.DepartmentLeader, id, new { resolutions });
        await Task.WhenAll(meeting.Strings("resolutions.*.id").Select((r, i) => (i % 2 == 0 ? company.Member : company.DepartmentLeader).ChangeAsync("completeResolution", new { resolutionId = r, note = "已办" }, "officeMeeting { id }")));
        (await company.Member.DeviationsAsync(line.Mine, "status"))[0].Text("status").ShouldBe("RESOLVED");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.3")]
    public async Task An_actual_is_corrected_while_its_period_closes(DatabaseKind database)
    {
        var line = await LineAsync(database);
        var company = line.Company;
        for (var month = 3; month <= 8; month++)
        {
            await company.Member.ReportAsync(line.Mine, month, 5);
            var old = (await ActualsAsync()).Last(a => a.Text("period") == $"2026-{month:D2}").Id();
            var close = company.Hr.MutateAsync("closePeriod", new { cycleId = line.Cycle, period = $"2026-{month:D2}" }, string.Empty);
            var corrections = await Task.WhenAll(Enumerable.Range(6, 3).Select(v => company.Member.MutateAsync("correctActual", new { actualId = old, value = $"{v}", reason = $"更正为 {v}" }, "actual { value }")));
            (await close).UserErrors.ShouldBeEmpty();
            var taken = corrections.Where(r => r.UserErrors.Count == 0).ShouldHaveSingleItem().Data.Text("correctActual.actual.value");
            corrections.SelectMany(r => r.UserErrors).ShouldAllBe(e => e.Code == "CONFLICT" && e.Field == "actualId");
            (await ActualsAsync()).Where(a => a.Text("period") == $"2026-{month:D2}").Select(a => a.Text("value")).ShouldBe(["5", taken]);
        }
        (await company.Hr.ReadAsync("query($id: ID!) { cycle(id: $id) { closedPeriods } }", new { id = line.Cycle })).Strings("cycle.closedPeriods").Count.ShouldBe(6);
        var progress = await company.Member.ObjectiveAsync(line.Mine, "progress { actualToDate } actuals { value correctedBy { id } }");
        progress.Text("progress.actualToDate").ShouldBe($"{progress.At("actuals").EnumerateArray().Where(a => a.GetProperty("correctedBy").ValueKind == JsonValueKind.Null).Sum(a => decimal.Parse(a.Text("value")!, System.Globalization.CultureInfo.InvariantCulture)):0}");

        async Task<IReadOnlyList<JsonElement>> ActualsAsync() => [.. (await company.Member.ObjectiveAsync(line.Mine, "actuals { id period value }")).At("actuals").EnumerateArray()];
    }

    /// <summary>The owner reports on while his leader answers what he reported before.</summary>
    [Theory, OnEachDatabase, Trait("Clause", "S7.2")]
    public async Task The_owner_reports_while_his_leader_reviews(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (_, id) = await company.ControlledAsync();
        var report = await company.Member.ReviewedAsync(id, 1);
        for (var month = 2; month <= 6; month++)
        {
            var next = company.Member.MutateAsync("reportProgress", Controlling.Review(await company.Member.PointAsync(id, month), $"{month}"), "progressReport { id }");
            var answers = await Task.WhenAll(new[] { company.TeamLeader, company.TeamLeader }.Select((by, i) => by.MutateAsync("followUp", new { progressReportId = report, guidance = $"意见 {i}" }, string.Empty)));
            answers.Count(r => r.UserErrors.Count == 0).ShouldBe(1);
            answers.SelectMany(r => r.UserErrors).ShouldAllBe(e => e.Code == "CONFLICT");
            (await next).UserErrors.ShouldBeEmpty();
            report = (await next).Data.Text("reportProgress.progressReport.id")!;
        }
        var points = await company.Member.PointsAsync(id, "status report { followUp { guidance } }");
        points.Take(6).Select(p => p.Text("status")).ShouldBe(["REVIEWED", "REVIEWED", "REVIEWED", "REVIEWED", "REVIEWED", "REPORTED"]);
        (await company.Member.ObjectiveAsync(id, "actuals { id } progress { actualToDate }")).ShouldSatisfyAllConditions(o => o.At("actuals").GetArrayLength().ShouldBe(5), o => o.Text("progress.actualToDate").ShouldBe("20"));
    }

    private async Task<Deviating.Line> LineAsync(DatabaseKind database) => await (await installations.OnAsync(database)).LineAsync();
}
