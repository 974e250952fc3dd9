using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Development;

/// <summary>How a unit's people stand against what is asked of them.</summary>
public sealed class MatrixTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Matrix = """
        query($cycle: ID!, $unit: ID!, $sub: Boolean, $first: Int, $after: String) {
          competencyMatrix(cycleId: $cycle, unitId: $unit, includeSubunits: $sub, first: $first, after: $after) {
            totalCount pageInfo { hasNextPage endCursor } nodes { person { id } missing needs { competency { id } required current planned } }
          }
        }
        """;

    private static string? IdIn(JsonElement item, string field) => item.At(field) is { ValueKind: JsonValueKind.Object } held ? held.Id() : null;

    [Theory, OnEachDatabase]
    [Trait("Clause", "S5.7.2")]
    public async Task Who_lacks_most_stands_first_with_what_is_needed_of_him_and_what_he_has(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, objective) = await company.AimAsync();
        var (a, b, member) = (await company.CompetencyAsync(), await company.CompetencyAsync(), company.Member.PersonId);
        var other = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle) with { OwnerId = company.Colleague.PersonId });
        await company.TeamLeader.RequireAsync(objective, (a, 1), (b, 3));
        await company.TeamLeader.RequireAsync(await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle)), (a, 2), (b, 2));
        await company.TeamLeader.RequireAsync(other, (a, 1));
        await company.TeamLeader.AssessAsync(member, b, 3);
        async Task<JsonElement> RowsAsync(Api who, string unit, bool sub = true, int? first = null, string? after = null) => (await who.ReadAsync(Matrix, new { cycle, unit, sub, first, after })).At("competencyMatrix");

        var rows = await RowsAsync(company.TeamLeader, company.Team);
        rows.Strings("nodes.*.person.id").Take(2).ShouldBe([member, company.Colleague.PersonId]);
        rows.At("nodes").EnumerateArray().Select(r => r.Number("missing")).ShouldBe([2, 1, .. Enumerable.Repeat(0, rows.Number("totalCount") - 2)]);
        rows.At("nodes.0.needs").EnumerateArray().Select(n => (n.Text("competency.id"), n.Number("required"), n.Number("current"), n.GetProperty("planned").GetBoolean())).ShouldBe([(a, 2, 0, false), (b, 3, 3, false)]);
        await company.Member.ProposeAsync(member, cycle);
        (await RowsAsync(company.Hr, company.Team)).At("nodes.0.needs").EnumerateArray().Select(n => n.GetProperty("planned").GetBoolean()).ShouldBe([true, false]);

        var page = await RowsAsync(company.Hr, company.Team, first: 1);
        (page.At("pageInfo.hasNextPage").GetBoolean(), page.Number("totalCount")).ShouldBe((true, rows.Number("totalCount")));
        (await RowsAsync(company.Hr, company.Team, first: 1, after: page.Text("pageInfo.endCursor"))).Strings("nodes.*.person.id").ShouldBe([company.Colleague.PersonId]);
        (await RowsAsync(company.Hr, company.Root, sub: false)).Strings("nodes.*.person.id").ShouldNotContain(member);
        (await RowsAsync(company.Executive, company.Root)).Strings("nodes.*.person.id").ShouldNotContain(company.Auditor.PersonId);
        (await RowsAsync(company.Colleague, company.Team)).Strings("nodes.*.person.id").ShouldBe([company.Colleague.PersonId]);
        (await RowsAsync(company.Stranger, company.Team)).Number("totalCount").ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S5.4")]
    public async Task What_would_be_proposed_is_shown_before_it_is_and_changes_nothing(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, objective) = await company.AimAsync();
        var (taught, coached, member) = (await company.CompetencyAsync(), await company.CompetencyAsync(name: "决策"), company.Member.PersonId);
        var course = await company.CourseAsync(taught, 2, title: "谈判实务");
        await company.TeamLeader.RequireAsync(objective, (taught, 1), (coached, 2));
        const string query = "query($person: ID!, $cycle: ID!) { developmentProposal(personId: $person, cycleId: $cycle) { kind title course { id } coach { id } competency { id } targetLevel forObjective { id } due } }";
        async Task<JsonElement> ReadAsync(Api who) => (await who.ReadAsync(query, new { person = member, cycle })).At("developmentProposal");

        var shown = await ReadAsync(company.Member);
        shown.EnumerateArray().Select(i => (i.Text("kind"), IdIn(i, "course"), IdIn(i, "coach"), i.Text("competency.id"), i.Number("targetLevel"))).ShouldBe(
            [("COURSE", course, null, taught, 2), ("COACHING", null, company.TeamLeader.PersonId, coached, 2)], ignoreOrder: true);
        (await company.Member.ReadAsync("query($id: ID!, $cycle: ID!) { person(id: $id) { developmentPlan(cycleId: $cycle) { id } } }", new { id = member, cycle })).At("person.developmentPlan").ValueKind.ShouldBe(JsonValueKind.Null);
        foreach (var planner in (Api[])[company.TeamLeader, company.DivisionLeader, company.Hr])
            (await ReadAsync(planner)).GetArrayLength().ShouldBe(2);
        foreach (var other in (Api[])[company.Colleague, company.Stranger, company.Administrator, company.Auditor])
            (await ReadAsync(other)).GetArrayLength().ShouldBe(0);
        var plan = await company.Member.ProposeAsync(member, cycle);
        plan.Strings("items.*.title").Order(StringComparer.Ordinal).ShouldBe(shown.EnumerateArray().Select(i => i.Text("title")).Order(StringComparer.Ordinal));
        (await ReadAsync(company.Member)).GetArrayLength().ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S5.7.2")]
    public async Task The_lists_take_a_fixed_number_of_statements_however_many_people(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, competency) = (await company.OpenCycleAsync(), await company.CompetencyAsync());
        const string query = """
            query($cycle: ID!, $unit: ID!) {
              competencyMatrix(cycleId: $cycle, unitId: $unit) { nodes { missing person { name viewerMayDevelop competencies { level source } } needs { required competency { name } } } }
              readinessOverview(unitId: $unit) { nodes { state person { name viewerMayDevelop readiness { ready assessedBy { name } } } } }
            }
            """;
        var runs = new List<IReadOnlyList<string>>();
        foreach (var owner in (Api[])[company.Member, company.Colleague, company.Stranger])
        {
            await company.Hr.RequireAsync(await company.DivisionLeader.DraftAsync(company.PersonalDraft(cycle) with { OwnerId = owner.PersonId, UnitId = owner == company.Stranger ? company.OtherTeam : company.Team }), (competency, 3));
            await company.Hr.AssessAsync(owner.PersonId, competency, 1, "TEST");
            await company.DivisionLeader.ChangeAsync("assessReadiness", new { personId = owner.PersonId, managementKnowledge = 4, selfManagement = 4, evidence = "面谈" }, "person { id }");
            var (data, sql) = await company.Hr.RecordAsync(query, new { cycle, unit = company.Root });
            data.At("competencyMatrix.nodes").EnumerateArray().Count(r => r.Number("missing") > 0).ShouldBe(runs.Count + 1);
            runs.Add(sql);
        }
        runs.ShouldBeAsMany();
    }
}
