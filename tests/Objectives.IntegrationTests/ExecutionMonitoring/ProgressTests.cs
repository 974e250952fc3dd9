using System.Text.Json;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Jobs;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>Actual against target, from the entry up to the root.</summary>
[Trait("Clause", "S7.3")]
public sealed class ProgressTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Whole = "health rolledUp actualToDate targetToDate attainment attainmentOfCycle gap reportedShare lastReportedAt forecast { expected low high probability method } series { period target actual cumulativeTarget cumulativeActual }";

    [Theory, OnEachDatabase]
    public async Task Months_that_are_known_are_held_against_their_own_targets(DatabaseKind database)
    {
        var (company, cycle, root, first, _) = await FamilyAsync(database);
        var before = await ProgressAsync(company.Member, first);
        (before.Text("health"), before.Text("actualToDate"), before.Text("attainment"), before.At("series").GetArrayLength()).ShouldBe(("UNKNOWN", null, null, 12));
        await company.Member.ReportAsync(first, 1, 5, 4);
        var progress = await ProgressAsync(company.Member, first);
        (progress.Text("actualToDate"), progress.Text("targetToDate"), progress.Text("attainment"), progress.Text("attainmentOfCycle"), progress.Text("gap"), progress.Text("health"), progress.GetProperty("rolledUp").GetBoolean())
            .ShouldBe(("9", "10", "0.9", "0.15", "-1", "ON_TRACK", false));
        (progress.Text("series.1.period"), progress.Text("series.1.cumulativeActual"), progress.Text("series.1.cumulativeTarget"), progress.Text("series.2.actual")).ShouldBe(("2026-02", "9", "10", null));
        progress.Text("lastReportedAt").ShouldNotBeNull();
        (await ProgressAsync(company.Member, root)).Text("actualToDate").ShouldBe("9");
        _ = cycle;
    }

    [Theory, OnEachDatabase]
    public async Task What_is_recorded_and_corrected_below_is_rolled_up_to_the_root(DatabaseKind database)
    {
        var (company, _, root, first, second) = await FamilyAsync(database);
        await company.Member.ReportAsync(first, 1, 5, 6);
        var half = await ProgressAsync(company.Executive, root);
        (half.Text("actualToDate"), half.Text("targetToDate"), half.Text("attainment"), half.Text("reportedShare"), half.GetProperty("rolledUp").GetBoolean()).ShouldBe(("11", "10", "1.1", "0.5", true));
        await company.Colleague.ReportAsync(second, 1, 2);
        var more = await ProgressAsync(company.Executive, root);
        (more.Text("actualToDate"), more.Text("targetToDate"), more.Text("reportedShare")).ShouldBe(("13", "15", "0.75"));

        var entry = (await company.Colleague.ObjectiveAsync(second, "actuals { id }")).Text("actuals.0.id");
        await company.Colleague.ChangeAsync("correctActual", new { actualId = entry, value = "4", reason = "漏记" }, "actual { id }");
        (await ProgressAsync(company.Executive, root)).Text("actualToDate").ShouldBe("15");
        (await ProgressAsync(company.Executive, root)).Text("series.0.actual").ShouldBe("9");
    }

    [Theory, OnEachDatabase]
    public async Task An_objective_that_reports_itself_goes_by_its_own_figures(DatabaseKind database)
    {
        var (company, _, root, first, _) = await FamilyAsync(database);
        await company.Member.ReportAsync(first, 1, 5, 6);
        await company.Executive.ReportAsync(root, 1, 100);
        var own = await ProgressAsync(company.Executive, root);
        (own.Text("actualToDate"), own.GetProperty("rolledUp").GetBoolean(), own.Text("series.1.actual")).ShouldBe(("100", false, null));
    }

    [Theory, OnEachDatabase]
    public async Task Another_tree_makes_other_sums(DatabaseKind database)
    {
        var (company, cycle, root, first, second) = await FamilyAsync(database);
        await company.Member.ReportAsync(first, 1, 5);
        await company.Colleague.ReportAsync(second, 1, 7);
        (await ProgressAsync(company.Executive, root)).Text("actualToDate").ShouldBe("12");
        await company.Executive.ChangeAsync("moveObjective", new { id = second, newParentId = (string?)null }, "objective { id }");
        await company.DeliveredAsync(cycle);
        (await ProgressAsync(company.Executive, root)).Text("actualToDate").ShouldBe("5");
        await company.Executive.ChangeAsync("moveObjective", new { id = second, newParentId = root }, "objective { id }");
        await company.DeliveredAsync(cycle);
        (await ProgressAsync(company.Executive, root)).Text("actualToDate").ShouldBe("12");
        await company.Executive.ChangeAsync("withdrawObjective", new { id = first, reason = "停止" }, "objective { id }");
        await company.DeliveredAsync(cycle);
        (await ProgressAsync(company.Executive, root)).Text("actualToDate").ShouldBe("7");
    }

    [Theory, OnEachDatabase]
    public async Task A_past_day_is_shown_by_what_was_known_then(DatabaseKind database)
    {
        var (company, cycle, root, first, second) = await FamilyAsync(database);
        await company.Member.ReportAsync(first, 1, 5);
        var then = await company.MomentAsync();
        await company.Colleague.ReportAsync(second, 1, 7);
        var entry = (await company.Member.ObjectiveAsync(first, "actuals { id }")).Text("actuals.0.id");
        await company.Member.ChangeAsync("correctActual", new { actualId = entry, value = "6", reason = "更正" }, "actual { id }");
        await company.Executive.ChangeAsync("moveObjective", new { id = first, newParentId = (string?)null }, "objective { id }");
        await company.DeliveredAsync(cycle);
        (await ProgressAsync(company.Executive, root)).Text("actualToDate").ShouldBe("7");
        var tree = await company.Executive.ReadAsync("query($c: ID!, $t: DateTime) { goalTree(cycleId: $c, depth: 9, asOf: $t) { nodes { id progress { actualToDate } } } }", new { c = cycle, t = then });
        tree.At("goalTree.nodes").EnumerateArray().ToDictionary(n => n.Id(), n => n.Text("progress.actualToDate"))
            .ShouldBe(new Dictionary<string, string?> { [root] = "5", [first] = "5", [second] = null }, ignoreOrder: true);
        (await company.Executive.ObjectiveAsync(root, "progress(asOf: \"2020-01-01\") { health actualToDate }")).Text("progress.health").ShouldBe("UNKNOWN");
    }

    [Theory, OnEachDatabase]
    public async Task A_forecast_says_what_comes_and_how_likely_the_target_is(DatabaseKind database)
    {
        var (company, _, root, first, _) = await FamilyAsync(database);
        await company.Member.ReportAsync(first, 1, 5, 5.2m, 4.9m);
        (await ProgressAsync(company.Member, first)).At("forecast").ValueKind.ShouldBe(JsonValueKind.Null);
        await company.Member.ReportAsync(first, 4, 5.1m, 5, 5.2m, 4.9m, 5.1m, 5);
        var progress = await ProgressAsync(company.Member, first);
        var (expected, low, high) = (Number("expected"), Number("low"), Number("high"));
        expected.ShouldBeInRange(59, 63);
        low.ShouldBeLessThan(expected);
        high.ShouldBeGreaterThan(expected);
        progress.At("forecast.probability").GetDouble().ShouldBeInRange(0.5, 1);
        progress.Text("forecast.method")!.ShouldContain("Theta");
        await company.Member.ReportAsync(first, 10, -9);
        var fallen = await ProgressAsync(company.Member, first);
        (fallen.Text("health"), fallen.At("forecast.probability").GetDouble() < 0.2).ShouldBe(("OFF_TRACK", true));
        (await ProgressAsync(company.Executive, root)).At("forecast").ValueKind.ShouldBe(JsonValueKind.Object);

        decimal Number(string field) => decimal.Parse(progress.Text($"forecast.{field}")!, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Random reports, corrections, moves, withdrawals and edits: working everything out anew changes nothing.</summary>
    [Theory, OnEachDatabase]
    public async Task Kept_up_to_date_the_figures_are_those_worked_out_anew(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database); // Its clock is moved.
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenFollowedCycleAsync();
        var measures = new[] { await company.MeasureOfAsync("SUM"), await company.MeasureOfAsync("AVERAGE"), await company.MeasureOfAsync("WEIGHTED_AVERAGE"), await company.MeasureOfAsync("LAST"), await company.MeasureOfAsync("MAX") };
        var random = new Random(20261126);
        var ids = new List<string>();
        for (var i = 0; i < 24; i++)
        {
            ids.Add(await company.Executive.DraftAsync(company.Draft(cycle, i == 0 ? null : ids[random.Next(i)]) with
            {
                Title = $"第 {i} 项", MeasureId = measures[i < 5 ? 0 : random.Next(measures.Length)], Target = $"{random.Next(1, 200)}", RollUpWeight = $"{random.Next(1, 5)}",
            }));
        }
        await company.MoveCycleAsync(cycle, "EXECUTION");
        var entries = new List<string>();
        for (var step = 0; step < 60; step++)
        {
            var id = ids[random.Next(ids.Count)];
            switch (random.Next(6))
            {
                case 0 when entries.Count > 0:
                    await company.Executive.MutateAsync("correctActual", new { actualId = entries[random.Next(entries.Count)], value = $"{random.Next(-50, 300)}", reason = "更正" }, string.Empty);
                    break;
                case 1:
                    await company.Executive.MutateAsync("moveObjective", new { id, newParentId = ids[random.Next(ids.Count)] }, string.Empty);
                    break;
                case 2:
                    await company.Executive.MutateAsync("editObjective", new { id, target = $"{random.Next(1, 200)}", rollUpWeight = $"{random.Next(1, 5)}" }, string.Empty);
                    break;
                case 3 when step % 7 == 0:
                    await company.Executive.MutateAsync("withdrawObjective", new { id, reason = "停止" }, string.Empty);
                    break;
                default:
                    var period = random.Next(4) == 0 ? $"2026-Q{random.Next(1, 4)}" : $"2026-{random.Next(1, 11):D2}";
                    var recorded = await company.Executive.MutateAsync("recordActuals", new { actuals = new[] { new { objectiveId = id, period, value = $"{random.Next(-20, 300)}" } } }, "actuals { id }");
                    if (recorded.UserErrors.Count == 0)
                        entries.Add(recorded.Data.Text("recordActuals.actuals.0.id")!);
                    break;
            }
        }
        await company.DeliveredAsync(cycle);
        entries.Count.ShouldBeGreaterThan(15);
        var kept = await KeptAsync(company, cycle);
        string.Concat(kept).Split("\"actual\":\"").Length.ShouldBeGreaterThan(30);
        await CheckAsync(company);
        (await KeptAsync(company, cycle)).ShouldBe(kept);
        await company.Program.ExecuteSqlAsync("DELETE FROM {monitoring.kept_months}");
        await CheckAsync(company);
        (await KeptAsync(company, cycle)).ShouldBe(kept);
    }

    /// <summary>What the night's check finds wrong it works out again: a report that comes meanwhile neither waits for it nor is undone by it.</summary>
    [Theory, OnEachDatabase]
    public async Task Reports_go_on_while_figures_are_checked(DatabaseKind database)
    {
        var (company, cycle, root, first, second) = await FamilyAsync(database);
        await company.Member.ReportAsync(first, 1, 6);
        await company.Colleague.ReportAsync(second, 1, 7);
        await company.DeliveredAsync(cycle);
        (await ProgressAsync(company.Executive, root)).Text("actualToDate").ShouldBe("13");
        GlobalId.TryDecode(second, out _, out var key).ShouldBeTrue();
        (await company.Program.ExecuteSqlAsync("UPDATE {monitoring.kept_months} SET value = 1 WHERE objective_id = {0}", key)).ShouldBe(1);
        var stop = new SqlRecorder.Stop("monitoring", @"actuals\b[\s\S]*NOT EXISTS");
        var check = company.Program.Sql.HeldAsync(() => CheckAsync(company), stop);
        try
        {
            await stop.Reached.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            await company.Member.ReportAsync(first, 2, 10).WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
            await company.DeliveredAsync(cycle);
        }
        finally
        {
            stop.GoOn();
        }
        await check;
        (await ProgressAsync(company.Executive, second)).Text("actualToDate").ShouldBe("7");
        (await ProgressAsync(company.Executive, root)).Text("actualToDate").ShouldBe("23");
    }

    [Theory, OnEachDatabase]
    public async Task However_many_report_at_once_no_part_of_the_sum_is_lost(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var root = await company.Executive.DraftAsync(company.Draft(cycle) with { Level = "COMPANY", UnitId = company.Root, OwnerId = company.Executive.PersonId, Target = "6000" });
        var below = new List<string>();
        for (var i = 0; i < 60; i++)
            below.Add(await company.Executive.DraftAsync(company.Draft(cycle, root) with { Title = $"第 {i} 组", Target = "100" }));
        await company.MoveCycleAsync(cycle, "EXECUTION");
        await Task.WhenAll(below.Select(id => company.Executive.ReportAsync(id, 1, 7)));
        (await ProgressAsync(company.Executive, root)).Text("actualToDate").ShouldBe("420");
    }

    /// <summary>The sum is that of the tree as it is, whichever is told first.</summary>
    [Theory, OnEachDatabase]
    public async Task Children_move_away_while_they_report(DatabaseKind database)
    {
        var (company, cycle, root, first, second) = await FamilyAsync(database);
        await company.Member.ReportAsync(first, 1, 0);
        await company.Colleague.ReportAsync(second, 1, 0);
        var sum = 0;
        for (var i = 1; i <= 40; i++)
        {
            var there = i % 2 == 0;
            var entry = (await company.Member.ObjectiveAsync(first, "actuals { id correctedBy { id } }")).At("actuals").EnumerateArray().Single(a => a.GetProperty("correctedBy").ValueKind == JsonValueKind.Null).Id();
            await Task.WhenAll(
                company.Member.ChangeAsync("correctActual", new { actualId = entry, value = $"{sum = i}", reason = "更正" }, "actual { id }"),
                company.Executive.ChangeAsync("moveObjective", new { id = first, newParentId = there ? root : null }, "objective { id }"));
            await company.DeliveredAsync(cycle);
            (await ProgressAsync(company.Executive, root)).Text("actualToDate").ShouldBe(there ? $"{sum}" : "0", $"round {i}");
        }
    }

    [Theory, OnEachDatabase]
    public async Task What_is_kept_within_bounds_is_held_against_both_and_a_sum_against_its_part_of_them(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var draft = company.Draft(cycle) with { Level = "PERSONAL", OwnerId = company.Member.PersonId, MeasureId = await company.NewMeasureAsync("KEEP_WITHIN", "SUM", 0), Target = "1200", LowerBound = "600" };
        var id = await company.Executive.DraftAsync(draft);
        await company.MoveCycleAsync(cycle, "EXECUTION");
        await company.Member.ReportAsync(id, 1, 75, 40);
        var progress = (await company.Member.ObjectiveAsync(id, "progress { targetToDate lowerBoundToDate gap attainment series { lowerBound cumulativeLowerBound } }")).GetProperty("progress");
        (progress.Text("targetToDate"), progress.Text("lowerBoundToDate"), progress.Text("gap"), progress.Text("attainment")).ShouldBe(("200", "100", "0", "1"));
        (progress.Text("series.1.lowerBound"), progress.Text("series.1.cumulativeLowerBound")).ShouldBe(("50", "100"));

        // February alone: 40 of at least 50.
        GlobalId.TryDecode(id, out _, out var key).ShouldBeTrue();
        await using var scope = company.Program.Services.CreateAsyncScope();
        var months = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new MonthlyAttainments([new(key)]), TestContext.Current.CancellationToken);
        months.Select(m => m.Attainment).ShouldBe([1, 0.8m]);
    }

    /// <summary>What is recorded for it is rolled up where it stood or where it stands; were it not found, nowhere.</summary>
    [Theory, OnEachDatabase]
    public async Task An_objective_that_is_moved_while_it_is_looked_up_is_found(DatabaseKind database)
    {
        var (company, _, _, first, _) = await FamilyAsync(database);
        GlobalId.TryDecode(first, out _, out var key).ShouldBeTrue();
        await using var scope = company.Program.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        var (stop, found) = (new SqlRecorder.Stop("planning", @"objectives\b[\s\S]*WHERE[\s\S]*path"), Array.Empty<Guid>());
        var lookUp = company.Program.Sql.HeldAsync(
            async () => found = [.. (await mediator.Send(new RollUpTree([new(key)]), TestContext.Current.CancellationToken)).Select(n => n.Id.Value)], stop);
        await stop.Reached.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await company.Executive.ChangeAsync("moveObjective", new { id = first, newParentId = (string?)null }, "objective { id }");
        stop.GoOn();
        await lookUp;
        found.ShouldBe([key]);
    }

    /// <summary>The first figures of a cycle may be made from the former tree while the later one is told.</summary>
    [Theory, OnEachDatabase]
    public async Task A_child_moves_away_while_the_first_figures_of_its_cycle_are_made(DatabaseKind database)
    {
        for (var round = 0; round < 6; round++)
        {
            var (company, cycle, root, first, second) = await FamilyAsync(database);
            await company.Member.ReportAsync(first, 1, 6);
            await company.Colleague.ReportAsync(second, 1, 7);
            await company.Executive.ChangeAsync("moveObjective", new { id = first, newParentId = (string?)null }, "objective { id }");
            await company.DeliveredAsync(cycle);
            (await ProgressAsync(company.Executive, root)).Text("actualToDate").ShouldBe("7", $"round {round}");
        }
    }

    [Theory, OnEachDatabase]
    public async Task Progress_of_many_takes_as_many_statements_as_of_few(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var ids = new List<string>();
        async Task GrowAsync(int size)
        {
            while (ids.Count < size)
                ids.Add(await company.Executive.DraftAsync(company.Draft(cycle, ids.Count == 0 ? null : ids[^1]) with { Title = $"层 {ids.Count}" }));
        }
        await GrowAsync(5);
        await company.MoveCycleAsync(cycle, "EXECUTION");
        await company.Executive.ReportAsync(ids[0], 9, 1); // The first of a cycle makes its row.
        var (read, written) = (new List<IReadOnlyList<string>>(), new List<IReadOnlyList<string>>());
        foreach (var (size, month) in new[] { (5, 1), (40, 2) })
        {
            await GrowAsync(size);
            await company.DeliveredAsync(cycle);
            var (_, forReport) = await company.Executive.RecordAsync(
                "mutation($i: RecordActualsInput!) { recordActuals(input: $i) { userErrors { code } } }", new { i = new { actuals = new[] { new { objectiveId = ids[size - 1], period = $"2026-0{month}", value = "3" } } } });
            written.Add(forReport);
            await company.FollowedAsync(cycle);
            var (_, sql) = await company.Executive.RecordAsync($"query($c: ID!) {{ goalTree(cycleId: $c, depth: 100) {{ nodes {{ progress {{ {Whole} }} }} }} }}", new { c = cycle });
            read.Add(sql);
        }
        read.ShouldBeAsMany();
        written.ShouldBeAsMany();
    }

    /// <summary>The check of each night, on the next day.</summary>
    private static async Task CheckAsync(Company company)
    {
        company.Program.BusinessClock.MoveTo(company.Program.BusinessClock.GetUtcNow().AddDays(1)).ShouldBeTrue();
        await company.Program.Services.GetRequiredService<DailyRound>().RunDueAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Each objective's months as they are shown.</summary>
    private static async Task<IReadOnlyList<string>> KeptAsync(Company company, string cycle)
    {
        var tree = await company.Executive.ReadAsync("query($c: ID!) { goalTree(cycleId: $c, depth: 100) { nodes { id progress { rolledUp reportedShare lastReportedAt series { actual } } } } }", new { c = cycle });
        return [.. tree.At("goalTree.nodes").EnumerateArray().Select(n => n.GetRawText())];
    }

    private static async Task<JsonElement> ProgressAsync(Api by, string id) => (await by.ObjectiveAsync(id, $"progress {{ {Whole} }}")).GetProperty("progress");

    /// <summary>A company objective of 120 with two personal ones of 60 below, of a sum without decimals that matter, in execution.</summary>
    private async Task<(Company Company, string Cycle, string Root, string First, string Second)> FamilyAsync(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var measure = await company.MeasureOfAsync("SUM");
        var root = await company.Executive.DraftAsync(company.Draft(cycle) with { Level = "COMPANY", UnitId = company.Root, OwnerId = company.Executive.PersonId, MeasureId = measure, Target = "120" });
        var first = await company.Executive.DraftAsync(company.Draft(cycle, root) with { Level = "PERSONAL", Title = "甲", OwnerId = company.Member.PersonId, MeasureId = measure, Target = "60" });
        var second = await company.Executive.DraftAsync(company.Draft(cycle, root) with { Level = "PERSONAL", Title = "乙", OwnerId = company.Colleague.PersonId, MeasureId = measure, Target = "60" });
        await company.MoveCycleAsync(cycle, "EXECUTION");
        return (company, cycle, root, first, second);
    }
}
