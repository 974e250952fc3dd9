using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>What objectives are held against is followed from the cycle's execution on.</summary>
[Trait("Clause", "S7.3")]
public sealed class ObjectiveTermsTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task Terms_are_told_once_somebody_follows_them(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var id = await company.Executive.DraftAsync(company.Draft(cycle));
        await company.Executive.ChangeAsync("editObjective", new { id, target = "130" }, "objective { id }");
        (await ToldAsync()).ShouldBe(0);
        await company.MoveCycleAsync(cycle, "EXECUTION");
        await company.Executive.ChangeAsync("editObjective", new { id, target = "140" }, "objective { id }");
        await company.Executive.ChangeAsync("editObjective", new { id, title = "新名称" }, "objective { id }");
        (await ToldAsync()).ShouldBe(1);
        await company.Executive.DraftAsync(company.Draft(cycle));
        (await ToldAsync()).ShouldBe(2);

        async Task<int> ToldAsync()
        {
            GlobalId.TryDecode(cycle, out _, out var key).ShouldBeTrue();
            return await company.Program.WithDbAsync(db => db.Outbox.CountAsync(m => m.AggregateId == key && m.Type.EndsWith("ObjectiveTermsChanged")));
        }
    }

    /// <summary>Drafted in the one stage and written in the other: whoever moves the cycle waits for what is being written, so that it is among those that are followed from then on.</summary>
    [Theory, OnEachDatabase]
    public async Task What_is_written_while_the_cycle_goes_into_execution_is_followed(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, name) = (await company.OpenFollowedCycleAsync(), Guid.NewGuid().ToString("N"));
        var stop = company.Program.Sql.StopBefore(name, "planning", "likeness_keys"); // It has looked at the cycle and written its rows by then.
        var draft = company.Executive.MutateAsync("draftObjective", company.Draft(cycle), "objective { id }", name);
        await Task.WhenAny(stop.Reached, draft);
        draft.IsCompleted.ShouldBeFalse("It looks for findings.");
        var move = company.MoveCycleAsync(cycle, "EXECUTION");
        if (database == DatabaseKind.PostgreSql)
            await Task.WhenAny(move, SomeoneWaitsAsync(company, move));
        if (move.IsCompleted)
            await company.FollowedAsync(cycle);
        stop.GoOn();
        (await draft).UserErrors.ShouldBeEmpty();
        await move;
        await company.FollowedAsync(cycle);
        (await company.Executive.ReadAsync("query($c: ID!) { dashboard(cycleId: $c, by: UNIT) { whole { objectives } } }", new { c = cycle })).Number("dashboard.whole.objectives").ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task Many_drafts_and_the_move_lose_nothing(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        await Task.WhenAll([company.MoveCycleAsync(cycle, "EXECUTION"), .. Enumerable.Range(0, 8).Select(i => company.Executive.DraftAsync(company.Draft(cycle) with { Title = $"目标 {i}" }))]);
        await company.FollowedAsync(cycle);
        (await company.Executive.ReadAsync("query($c: ID!) { dashboard(cycleId: $c, by: UNIT) { whole { objectives } } }", new { c = cycle })).Number("dashboard.whole.objectives").ShouldBe(8);
    }

    private static async Task SomeoneWaitsAsync(Company company, Task unless)
    {
        while (!unless.IsCompleted && await company.Program.WithDbAsync(db => db.Database.SqlQueryRaw<long>("SELECT COUNT(*) AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'").SingleAsync()) == 0)
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }
}
