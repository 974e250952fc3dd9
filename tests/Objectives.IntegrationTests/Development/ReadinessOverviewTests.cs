using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Development;

[Trait("Clause", "S4.1")]
public sealed class ReadinessOverviewTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Overview = """
        query($unit: ID, $state: ReadinessState, $first: Int, $after: String) {
          readinessOverview(unitId: $unit, state: $state, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } nodes { person { id employeeNumber readiness { ready threshold } } state threshold } }
        }
        """;

    [Theory, OnEachDatabase]
    public async Task A_leader_sees_first_whom_he_has_not_assessed_and_then_who_is_not_ready(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        await company.Administrator.ChangeAsync("setCyclePolicy", new { cycleId = cycle, readinessThreshold = "4" }, "cycle { id }");
        var (member, colleague) = (company.Member.PersonId, company.Colleague.PersonId);
        static async Task<JsonElement> ReadAsync(Api who, object? variables = null) => (await who.ReadAsync(Overview, variables ?? new { })).At("readinessOverview");
        static IEnumerable<(string?, string?)> States(JsonElement read) => read.At("nodes").EnumerateArray().Select(n => (n.Text("person.id"), n.Text("state")));

        var none = await ReadAsync(company.TeamLeader);
        none.Strings("nodes.*.state").Distinct().ShouldBe(["NOT_ASSESSED"]);
        none.Strings("nodes.*.threshold").Distinct().ShouldBe(["4"]);
        none.Strings("nodes.*.person.id").ShouldContain(member);
        foreach (var (person, figure) in new[] { (member, 4), (colleague, 3) })
            await company.TeamLeader.ChangeAsync("assessReadiness", new { personId = person, managementKnowledge = figure, selfManagement = 5, evidence = "面谈" }, "person { id }");
        var led = await ReadAsync(company.TeamLeader);
        States(led).TakeLast(2).ShouldBe([(colleague, "NOT_READY"), (member, "READY")]);
        led.Number("totalCount").ShouldBe(none.Number("totalCount"));
        led.At("nodes").EnumerateArray().Last().Text("person.readiness.threshold").ShouldBe("4");
        States(await ReadAsync(company.Hr, new { unit = company.Team, state = "NOT_READY" })).ShouldBe([(colleague, "NOT_READY")]);
        var first = await ReadAsync(company.Hr, new { unit = company.Team, first = 1 });
        first.At("pageInfo.hasNextPage").GetBoolean().ShouldBeTrue();
        (await ReadAsync(company.Hr, new { unit = company.Team, first = 500, after = first.Text("pageInfo.endCursor") })).At("nodes").GetArrayLength().ShouldBe(first.Number("totalCount") - 1);
        States(await ReadAsync(company.Colleague, new { unit = company.Team })).ShouldBe([(colleague, "NOT_READY")]);
        (await ReadAsync(company.Colleague)).Number("totalCount").ShouldBe(0);
        (await ReadAsync(company.Hr, new { unit = company.Root, first = 500 })).Strings("nodes.*.person.id").ShouldNotContain(company.Auditor.PersonId);
        (await ReadAsync(company.Executive)).Strings("nodes.*.person.id").ShouldContain(company.DivisionLeader.PersonId);
    }
}
