using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Demo;

/// <summary>What the demo company has learned and is learning.</summary>
[Collection(DemoInstallations.Collection)]
[Trait("Clause", "S7.7")]
[Trait("Clause", "S7.10")]
public sealed class DemoImprovementTests(DemoInstallations demos)
{
    [Theory, OnEachDatabase]
    public async Task Last_years_cases_are_closed_with_lessons_and_this_years_are_on_their_way(DatabaseKind database)
    {
        var executive = await (await demos.OnAsync(database)).VisitAsync("E0001");
        var cycles = (await executive.ReadAsync("{ cycles { id status } }")).At("cycles").EnumerateArray().ToDictionary(c => c.Text("status")!, c => c.Id());
        const string query = "query($c: ID!) { improvementCases(cycleId: $c) { nodes { status lessons responsible { id } causes { confirmedRoot } countermeasures { total winsFrom } reports { late } verification { verdict gapBefore gapAfter periods } deviation { id status lessons { text improvementCase { id } } } } } }";
        var past = (await executive.ReadAsync(query, new { c = cycles["CLOSED"] })).At("improvementCases.nodes").EnumerateArray().ToList();
        past.Count.ShouldBeInRange(4, 10);
        past.ShouldAllBe(c => c.Text("status") == "CLOSED" && c.Text("lessons") != null && c.At("reports").GetArrayLength() == 2 && c.Text("deviation.status") == "CLOSED");
        past.ShouldContain(c => c.Text("verification.verdict") == "GAP_CLOSED");
        past.ShouldAllBe(c => c.Text("verification.verdict") == "GAP_CLOSED" || c.Text("verification.verdict") == "ACCEPTED");
        past.ShouldAllBe(c => c.At("countermeasures").EnumerateArray().Select(m => m.At("winsFrom").GetDouble()).Sum() > 0.999);
        var current = (await executive.ReadAsync(query, new { c = cycles["EXECUTION"] })).At("improvementCases.nodes").EnumerateArray().ToList();
        if (current.Count == 0)
            return; // Until the first month of the year is over nothing lags.
        current.Select(c => c.Text("status")).Distinct().Order().ShouldBe(["ANALYSIS", "COUNTERMEASURES", "IN_PROGRESS", "VERIFYING"]);
        current.ShouldContain(c => c.At("deviation.lessons").GetArrayLength() > 0);
    }
}
