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

    [Theory, OnEachDatabase]
    public async Task What_is_drafted_while_the_cycle_goes_into_execution_is_followed(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        for (var round = 0; round < 4; round++)
        {
            var cycle = await company.OpenFollowedCycleAsync();
            await Task.WhenAll([company.MoveCycleAsync(cycle, "EXECUTION"), .. Enumerable.Range(0, 8).Select(i => company.Executive.DraftAsync(company.Draft(cycle) with { Title = $"目标 {i}" }))]);
            await company.FollowedAsync(cycle);
            (await company.Executive.ReadAsync("query($c: ID!) { dashboard(cycleId: $c, by: UNIT) { whole { objectives } } }", new { c = cycle })).Number("dashboard.whole.objectives").ShouldBe(8);
        }
    }
}
