using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Demo;

/// <summary>How the demo company runs its important objectives.</summary>
[Collection(DemoInstallations.Collection)]
public sealed class DemoProjectTests(DemoInstallations demos)
{
    [Theory, OnEachDatabase, Trait("Clause", "S5.3")]
    public async Task Important_objectives_are_projects_and_those_that_are_not_are_found(DatabaseKind database)
    {
        var executive = await (await demos.OnAsync(database)).VisitAsync("E0001");
        foreach (var status in (string[])["EXECUTION", "PREPARATION"])
        {
            var cycle = (await executive.ReadAsync("{ cycles { id status } }")).At("cycles").EnumerateArray().Single(c => c.Text("status") == status).Id();
            var read = await executive.ReadAsync(
                """
                query($c: ID!) { objectives(filter: { cycleId: $c, important: true }, first: 500) { nodes {
                  status findings { kind } workPlan { owner { name } } project { percentComplete manager { name } milestones { owner { name } percentComplete late } history(first: 1) { nodes { action } } }
                } } }
                """,
                new { c = cycle });
            var live = read.At("objectives.nodes").EnumerateArray().Where(o => o.Text("status") != "WITHDRAWN").ToList();
            live.Count.ShouldBeGreaterThan(20);
            foreach (var objective in live)
                objective.Strings("findings.*.kind").Contains("IMPORTANT_WITHOUT_PROJECT").ShouldBe(objective.At("project").ValueKind == JsonValueKind.Null);
            var projects = live.Select(o => o.At("project")).Where(p => p.ValueKind == JsonValueKind.Object).ToList();
            projects.Count.ShouldBeInRange(live.Count / 4, live.Count - 5);
            projects.ShouldAllBe(p => p.At("milestones").GetArrayLength() > 4);
            projects.ShouldContain(p => p.Text("history.nodes.0.action") == (status == "EXECUTION" ? "reportMilestone" : "saveMilestone"));
            live.ShouldContain(o => o.At("workPlan").GetArrayLength() > 1);
        }
    }
}
