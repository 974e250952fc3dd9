using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Harness;

/// <summary>What tests of objectives do first.</summary>
internal static class PlanningSteps
{
    private static int _cycles;

    private static readonly string[] Information = ["GENERAL_ENVIRONMENT", "INDUSTRY_ENVIRONMENT", "COMPETITIVE_ENVIRONMENT", "COMPANY_RESULTS"];

    /// <summary>A cycle of the test's own, by default in its setting stage. From there on everyone has been told what is to be known before (S4.2).</summary>
    public static async Task<string> OpenCycleAsync(this Company company, string status = "SETTING")
    {
        var name = $"周期 {Interlocked.Increment(ref _cycles)}";
        var cycle = (await company.Administrator.ChangeAsync("openCycle", new { name, year = 2027, start = "2027-01-01", end = "2027-12-31" }, "cycle { id }")).Id();
        if (status != "PREPARATION")
            await company.InformAsync(cycle, company.Root);
        foreach (var stage in new[] { "SETTING", "EXECUTION", "APPRAISAL", "CLOSED" }.TakeWhile(_ => status != "PREPARATION"))
        {
            await company.MoveCycleAsync(cycle, stage);
            if (stage == status)
                break;
        }
        return cycle;
    }

    /// <summary>Publishes the four briefings, or those of some kinds, to a unit: their ids.</summary>
    public static async Task<IReadOnlyList<string>> InformAsync(this Company company, string cycle, string unit, params string[] kinds)
    {
        var ids = new List<string>();
        foreach (var kind in kinds.Length == 0 ? Information : kinds)
            ids.Add((await company.Executive.ChangeAsync("publishBriefing", new { cycleId = cycle, unitId = unit, kind, title = $"通报 {kind}", body = "请阅读" }, "briefing { id }")).Id());
        return ids;
    }

    public static Task<JsonElement> MoveCycleAsync(this Company company, string cycle, string to) => company.Administrator.ChangeAsync("moveCycle", new { cycleId = cycle, to }, "cycle { id status }");

    /// <summary>An objective of the team, drafted by its leader, unless said otherwise.</summary>
    public static Draft Draft(this Company company, string cycle, string? parent = null) => new()
    {
        CycleId = cycle, Level = "TEAM", Title = "提高服务收入", ParentId = parent, OwnerId = company.TeamLeader.PersonId, UnitId = company.Team, MeasureId = company.Revenue, Target = "120",
    };

    /// <summary>A personal objective of the other team, which the team does not see.</summary>
    public static Draft StrangersDraft(this Company company, string cycle, string? parent = null)
        => company.Draft(cycle, parent) with { Level = "PERSONAL", Title = "缩短上门时间", OwnerId = company.Stranger.PersonId, UnitId = company.OtherTeam };

    public static async Task<string> DraftAsync(this Api api, Draft draft) => (await api.ChangeAsync("draftObjective", draft, "objective { id }")).Id();

    /// <summary>Each the parent of the next; the first under <paramref name="parent"/>.</summary>
    public static async Task<IReadOnlyList<string>> ChainAsync(this Api api, Draft draft, int length, string? parent = null)
    {
        var chain = new List<string>();
        for (var i = 0; i < length; i++)
            chain.Add(parent = await api.DraftAsync(draft with { ParentId = parent }));
        return chain;
    }

    /// <summary>Waits until what an aggregate has told so far has been delivered.</summary>
    public static async Task DeliveredAsync(this Company company, string id)
    {
        GlobalId.TryDecode(id, out _, out var key).ShouldBeTrue();
        while (await company.Program.WithDbAsync(db => db.Outbox.AnyAsync(m => m.AggregateId == key && m.DeliveredAt == null)))
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until all that was told so far, and what followed from it, has been delivered.</summary>
    public static async Task AllDeliveredAsync(this Installation program)
    {
        while (await program.WithDbAsync(db => db.Outbox.AnyAsync(m => m.DeliveredAt == null)))
            await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> ObjectiveAsync(this Api api, string id, string selection, DateTimeOffset? asOf = null)
        => (await api.ReadAsync($"query($id: ID!, $asOf: DateTime) {{ objective(id: $id, asOf: $asOf) {{ {selection} }} }}", new { id, asOf })).GetProperty("objective");

    /// <summary>Ids in the tree of a cycle, in pre-order, each with its parent's within the tree.</summary>
    public static async Task<IReadOnlyList<(string Id, string? Parent)>> TreeAsync(this Api api, string cycle, DateTimeOffset? asOf = null)
    {
        var data = await api.ReadAsync("query($cycle: ID!, $asOf: DateTime) { goalTree(cycleId: $cycle, depth: 100, asOf: $asOf) { nodes { id parent { id } } } }", new { cycle, asOf });
        return [.. data.At("goalTree.nodes").EnumerateArray().Select(n => (n.Id(), n.GetProperty("parent") is { ValueKind: JsonValueKind.Object } parent ? parent.Id() : null))];
    }

    /// <summary>An instant between what was done and what is done next.</summary>
    public static async Task<DateTimeOffset> MomentAsync(this Company company)
    {
        await Task.Delay(5, TestContext.Current.CancellationToken);
        var moment = company.Program.BusinessClock.GetUtcNow();
        await Task.Delay(5, TestContext.Current.CancellationToken);
        return moment;
    }
}

/// <summary>The contract's DraftObjectiveInput.</summary>
internal sealed record Draft
{
    public required string CycleId { get; init; }

    public required string Level { get; init; }

    public required string Title { get; init; }

    public string? Description { get; init; }

    public string? ParentId { get; init; }

    public string? Contribution { get; init; }

    public required string OwnerId { get; init; }

    public required string UnitId { get; init; }

    public string? RegionId { get; init; }

    public string? CustomerId { get; init; }

    public string? PositionId { get; init; }

    public string? ResponsibilityId { get; init; }

    public string? StrategyElementId { get; init; }

    public required string MeasureId { get; init; }

    public string? Baseline { get; init; }

    public required string Target { get; init; }

    public string? LowerBound { get; init; }

    public string? RollUpWeight { get; init; }

    public bool Important { get; init; }
}
