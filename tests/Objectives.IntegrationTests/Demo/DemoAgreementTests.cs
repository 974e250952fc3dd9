using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Demo;

/// <summary>How the demo company came to its objectives: told, negotiated, signed.</summary>
[Collection(DemoInstallations.Collection)]
public sealed class DemoAgreementTests(DemoInstallations demos)
{
    [Theory, OnEachDatabase, Trait("Clause", "S5.6")]
    public async Task What_is_committed_this_year_is_signed_by_all_who_must_over_what_it_says(DatabaseKind database)
    {
        var auditor = await (await demos.OnAsync(database)).VisitAsync("E0003");
        var (after, seen) = ((string?)null, 0);
        do
        {
            var page = (await auditor.ReadAsync(
                """
                query($cycle: ID!, $after: String) { objectives(filter: { cycleId: $cycle, status: [COMMITTED] }, first: 500, after: $after) { pageInfo { hasNextPage endCursor } nodes {
                  code contentHash negotiation { kind } signatures { role valid contentHash } negotiationState { missingSignatures { role } } supportRequests { status }
                } } }
                """,
                new { cycle = await CycleAsync(auditor, "EXECUTION"), after })).At("objectives");
            foreach (var objective in page.At("nodes").EnumerateArray())
            {
                var valid = objective.At("signatures").EnumerateArray().Where(s => s.GetProperty("valid").GetBoolean()).ToList();
                valid.Select(s => s.Text("contentHash")).Distinct().ShouldBe([objective.Text("contentHash")], objective.Text("code"));
                objective.At("negotiationState.missingSignatures").GetArrayLength().ShouldBe(0, objective.Text("code"));
                objective.Strings("negotiation.*.kind").ShouldContain("ACCEPTED", objective.Text("code"));
                objective.Strings("supportRequests.*.status").ShouldNotContain("REQUESTED");
                seen++;
            }
            after = page.At("pageInfo.hasNextPage").GetBoolean() ? page.Text("pageInfo.endCursor") : null;
        }
        while (after is not null);
        seen.ShouldBeGreaterThan(1_000);
    }

    [Theory, OnEachDatabase, Trait("Clause", "S4.2")]
    public async Task All_were_told_and_next_year_not_all_have_read_it(DatabaseKind database)
    {
        var executive = await (await demos.OnAsync(database)).VisitAsync("E0001");
        foreach (var (status, fewest, most) in new[] { ("EXECUTION", 1, 40), ("PREPARATION", 60, 250) })
        {
            var read = await executive.ReadAsync(
                "query($cycle: ID!) { cycle(id: $cycle) { settingProgress { briefingsMissing } } briefings(cycleId: $cycle) { nodes { kind pending(first: 0) { totalCount } objectives { id } } } }", new { cycle = await CycleAsync(executive, status) });
            read.At("cycle.settingProgress.briefingsMissing").GetArrayLength().ShouldBe(0);
            foreach (var briefing in read.At("briefings.nodes").EnumerateArray().Where(b => b.Text("kind") != "OBJECTIVE_PUBLICATION"))
                briefing.Number("pending.totalCount").ShouldBeInRange(fewest, most);
            read.At("briefings.nodes").EnumerateArray().Count(b => b.At("objectives").GetArrayLength() > 0).ShouldBe(status == "EXECUTION" ? 2 : 0);
        }
    }

    [Theory, OnEachDatabase, Trait("Clause", "S6.6")]
    public async Task Next_years_first_proposals_wait_for_an_answer(DatabaseKind database)
    {
        var program = await demos.OnAsync(database);
        var executive = await program.VisitAsync("E0001");
        var cycle = await CycleAsync(executive, "PREPARATION");
        var open = (await executive.ReadAsync(
            "query($cycle: ID!) { objectives(filter: { cycleId: $cycle, status: [NEGOTIATING] }, first: 500) { nodes { negotiation { kind } negotiationState { ownerStands leaderStands } supportRequests { status } } } }", new { cycle })).At("objectives.nodes").EnumerateArray().ToList();
        open.Count.ShouldBeGreaterThan(15);
        open.ShouldAllBe(o => o.At("negotiationState.ownerStands").GetBoolean() != o.At("negotiationState.leaderStands").GetBoolean());
        var awaited = await executive.ReadAsync("query($cycle: ID!) { objectives(filter: { cycleId: $cycle }, first: 500) { nodes { supportRequests { status } } } }", new { cycle });
        awaited.At("objectives.nodes").EnumerateArray().SelectMany(o => o.Strings("supportRequests.*.status")).ShouldContain("REQUESTED");
    }

    private static async Task<string> CycleAsync(Api api, string status)
        => (await api.ReadAsync("{ cycles { id status } }")).At("cycles").EnumerateArray().Single(c => c.Text("status") == status).Id();
}
