using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Platform.Data;
using Objectives.Platform.Jobs;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>When objectives are controlled, and what becomes of a control point with time.</summary>
[Trait("Clause", "S7.1")]
public sealed class ControlPointTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task The_calendar_gives_each_objective_a_point_a_month_once_its_cycle_is_in_execution(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var draft = company.Draft(cycle) with { Level = "PERSONAL", OwnerId = company.Member.PersonId, MeasureId = await company.MeasureOfAsync("SUM"), Target = "120" };
        var id = await company.Executive.DraftAsync(draft);
        (await company.Member.PointsAsync(id)).ShouldBeEmpty();
        (await company.Member.ListAsync(cycle)).At("controlPoints.nodes").GetArrayLength().ShouldBe(0);

        await company.MoveCycleAsync(cycle, "EXECUTION");
        var points = await company.Member.PointsAsync(id);
        points.Select(p => p.Text("date")).ShouldBe(Enumerable.Range(1, 12).Select(m => new DateOnly(2026, m, 1).AddMonths(1).AddDays(-1).ToString("yyyy-MM-dd")));
        points.Select(p => p.Text("period")).ShouldBe(Enumerable.Range(1, 12).Select(m => $"2026-{m:D2}"));
        points.Select(p => p.Text("expected")).ShouldBe(Enumerable.Range(1, 12).Select(m => $"{m * 10}"));
        points.ShouldAllBe(p => p.Text("tolerance") == "10" && p.Text("objective.id") == id);
        (points[0].Text("status"), points[11].Text("status")).ShouldBe(("DUE", "SCHEDULED")); // It came after its day, so it is due from then on.
        (await company.Member.ReadAsync($"query($id: ID!) {{ node(id: $id) {{ ... on ControlPoint {{ {Controlling.Whole} }} }} }}", new { id = points[3].Id() })).At("node").GetRawText().ShouldBe(points[3].GetRawText());
        (await company.Stranger.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = points[3].Id() })).At("node").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        var later = await company.Executive.DraftAsync(draft with { Title = "后来的目标" });
        (await company.Member.PointsAsync(later)).Count.ShouldBe(12);
        await company.Executive.ChangeAsync("withdrawObjective", new { id = later, reason = "不做了" }, "objective { id }");
        (await company.Member.PointsAsync(later)).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task More_are_set_by_hand_within_the_cycle(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, id) = await company.ControlledAsync();
        var point = await company.TeamLeader.ChangeAsync("scheduleControlPoint", new { objectiveId = id, date = "2026-12-10", tolerance = "5" }, $"controlPoint {{ {Controlling.Whole} }}");
        (point.Text("date"), point.Text("period"), point.Text("status"), point.Text("expected"), point.Text("tolerance"), point.Text("objective.id")).ShouldBe(("2026-12-10", "2026-12", "SCHEDULED", "113.23", "5", id));
        (await company.Member.ChangeAsync("scheduleControlPoint", new { objectiveId = id, date = "2026-12-20" }, "controlPoint { tolerance }")).Text("tolerance").ShouldBe("10");
        (await company.Member.PointsAsync(id)).Select(p => p.Text("date")).TakeLast(4).ShouldBe(["2026-11-30", "2026-12-10", "2026-12-20", "2026-12-31"]);
        (await company.Member.ListAsync(cycle, new { from = "2026-12-01", until = "2026-12-30" })).Strings("controlPoints.nodes.*.date").ShouldBe(["2026-12-10", "2026-12-20"]);
        (await company.Member.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = point.Id() })).At("node").Id().ShouldBe(point.Id());

        async Task RefusedAsync(string date, string code) => (await company.Member.RefusedAsync("scheduleControlPoint", new { objectiveId = id, date })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe("date"));
        await RefusedAsync("2026-12-10", "DUPLICATE");
        await RefusedAsync("2026-12-31", "DUPLICATE");
        await RefusedAsync("2027-01-01", "INVALID");
        await RefusedAsync("2026-11-01", "INVALID");
        (await company.Colleague.MutateAsync("scheduleControlPoint", new { objectiveId = id, date = "2026-12-11" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Auditor.MutateAsync("scheduleControlPoint", new { objectiveId = id, date = "2026-12-11" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("scheduleControlPoint", new { objectiveId = id, date = "2026-12-11" })).Code.ShouldBe("NOT_FOUND");
        var raced = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => company.Member.MutateAsync("scheduleControlPoint", new { objectiveId = id, date = "2026-12-15" }, string.Empty)));
        raced.Count(r => r.UserErrors.Count == 0).ShouldBe(1);
        raced.Where(r => r.UserErrors.Count > 0).ShouldAllBe(r => r.UserErrors[0].Code == "DUPLICATE");
    }

    [Theory, OnEachDatabase]
    public async Task They_are_listed_by_state_owner_unit_and_time_in_pages_that_stay(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, mine) = await company.ControlledAsync();
        var draft = company.Draft(cycle) with { MeasureId = await company.MeasureOfAsync("SUM"), Target = "120" };
        await company.Executive.DraftAsync(draft);
        await company.Executive.DraftAsync(company.StrangersDraft(cycle) with { MeasureId = draft.MeasureId });
        await company.Executive.DraftAsync(draft with { Level = "PERSONAL", OwnerId = company.Colleague.PersonId });
        var report = await company.Member.ReviewedAsync(mine, 1);
        await company.Member.ReviewedAsync(mine, 2);
        await company.TeamLeader.ChangeAsync("followUp", Controlling.Answer(report), "progressReport { id }");

        async Task<int> TotalAsync(Api by, object? filter = null) => (await by.ListAsync(cycle, filter, 1, null, "totalCount")).Number("controlPoints.totalCount");
        (await TotalAsync(company.Executive)).ShouldBe(48);
        (await TotalAsync(company.Member)).ShouldBe(36);
        (await TotalAsync(company.Executive, new { ownerId = company.Member.PersonId })).ShouldBe(12);
        (await TotalAsync(company.Executive, new { unitId = company.Department })).ShouldBe(0);
        (await TotalAsync(company.Executive, new { unitId = company.Department, includeSubunits = true })).ShouldBe(36);
        (await TotalAsync(company.Executive, new { status = new[] { "REPORTED" } })).ShouldBe(1);
        (await TotalAsync(company.Executive, new { status = new[] { "REPORTED", "REVIEWED" } })).ShouldBe(2);
        (await TotalAsync(company.Executive, new { status = new[] { "DUE" }, until = "2026-02-28" })).ShouldBe(6);
        (await company.Member.ListAsync(cycle, new { status = new[] { "REVIEWED" } })).Strings("controlPoints.nodes.*.date").ShouldBe(["2026-01-31"]);

        foreach (var filter in new object?[] { null, new { status = new[] { "DUE", "SCHEDULED", "MISSED" } } })
        {
            var (seen, after) = (new List<string?>(), (string?)null);
            do
            {
                var page = await company.Executive.ListAsync(cycle, filter, 5, after);
                seen.AddRange(page.At("controlPoints.nodes").EnumerateArray().Select(n => $"{n.Text("date")} {n.Text("objective.code")}"));
                after = page.At("controlPoints.pageInfo.hasNextPage").GetBoolean() ? page.Text("controlPoints.pageInfo.endCursor") : null;
            }
            while (after is not null);
            seen.Count.ShouldBe(filter is null ? 48 : 46);
            seen.ShouldBe(seen.Distinct().Order(StringComparer.Ordinal));
        }
        (await company.Executive.AskAsync("query($c: ID!) { controlPoints(cycleId: $c, after: \"x\") { nodes { id } } }", new { c = cycle })).ErrorCode.ShouldBe("BAD_USER_INPUT");
    }

    [Theory, OnEachDatabase]
    public async Task Statements_do_not_depend_on_how_many_points_there_are(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, first) = await company.ControlledAsync();
        await company.Member.ReviewedAsync(first, 1);
        var draft = company.Draft(cycle) with { Level = "PERSONAL", OwnerId = company.Member.PersonId, MeasureId = await company.MeasureOfAsync("SUM"), Target = "120" };
        var (lists, trees, states) = (new List<int>(), new List<int>(), new List<int>());
        foreach (var more in new[] { 1, 12 })
        {
            for (var i = 0; i < more; i++)
                await company.Member.ReviewedAsync(await company.Executive.DraftAsync(draft with { Title = $"目标 {more} {i}" }), 1);
            await company.DeliveredAsync(cycle);
            const string All = $"totalCount nodes {{ {Controlling.Whole} report {{ {Controlling.Report} }} }}";
            const string Query = $"query($c: ID!, $f: ControlPointFilter) {{ controlPoints(cycleId: $c, filter: $f, first: 500) {{ {All} }} }}";
            lists.Add((await company.Executive.RecordAsync(Query, new { c = cycle })).Sql.Count);
            states.Add((await company.Executive.RecordAsync(Query, new { c = cycle, f = new { status = new[] { "REPORTED" } } })).Sql.Count);
            trees.Add((await company.Executive.RecordAsync($"query($c: ID!) {{ objectives(filter: {{ cycleId: $c }}, first: 100) {{ nodes {{ viewerMaySchedule controlPoints {{ {Controlling.Whole} viewerMayReport report {{ viewerMayFollowUp }} }} }} }} }}", new { c = cycle })).Sql.Count);
        }
        foreach (var counts in new[] { lists, states, trees })
            counts.Distinct().Count().ShouldBe(1, string.Join(", ", counts));
    }

    [Theory, OnEachDatabase]
    public async Task What_was_missed_is_told_once_and_can_still_be_reported(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var (cycle, id) = await company.ControlledAsync();
        await company.Member.ReviewedAsync(id, 1);
        await RoundAsync(program);
        (await ToldAsync(program)).ShouldBe(0);

        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(6)).ShouldBeTrue();
        var points = await company.Member.PointsAsync(id);
        points.Select(p => p.Text("status")).Take(10).ShouldBe(["REPORTED", .. Enumerable.Repeat("MISSED", 9)]);
        var missed = points.Count(p => p.Text("status") == "MISSED");
        await RoundAsync(program);
        await RoundAsync(program);
        (await ToldAsync(program)).ShouldBe(missed);

        await company.Hr.ChangeAsync("setCyclePolicy", new { cycleId = cycle, reportGraceDays = 20 }, "cycle { id }");
        (await company.Member.PointsAsync(id))[1].Text("status").ShouldBe("DUE");
        await company.Hr.ChangeAsync("setCyclePolicy", new { cycleId = cycle, reportGraceDays = 5 }, "cycle { id }");
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(1));
        await RoundAsync(program);
        (await ToldAsync(program)).ShouldBe((await company.Member.PointsAsync(id)).Count(p => p.Text("status") == "MISSED"));
        await company.Member.ReviewedAsync(id, 2);
        (await company.Member.PointsAsync(id))[1].Text("status").ShouldBe("REPORTED");
    }

    private static Task<int> RoundAsync(Installation program) => program.Services.GetRequiredService<DailyRound>().RunDueAsync(TestContext.Current.CancellationToken);

    private static Task<int> ToldAsync(Installation program)
        => program.WithDbAsync(db => db.Outbox.CountAsync(m => m.Type == "Objectives.Contracts.ExecutionMonitoring.ControlPointMissed"));
}
