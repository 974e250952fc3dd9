using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Development;

[Trait("Clause", "S5.7.2")]
public sealed class AssessmentTests(Installations installations)
{
    private static object Assessment(string person, string competency, int level, string source, string? evidence = "见记录") => new { personId = person, competencyId = competency, level, source, evidence };

    [Theory, OnEachDatabase]
    public async Task What_others_found_last_holds_and_what_one_says_of_oneself_only_until_then(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (competency, member) = (await company.CompetencyAsync(), company.Member.PersonId);
        (await company.Member.LevelAsync(member, competency)).ShouldBeNull();
        foreach (var (by, level, source, holds) in new[]
        {
            (company.Member, 1, "SELF", 1), (company.Member, 3, "SELF", 3), (company.TeamLeader, 2, "LEADER", 2), (company.Member, 3, "SELF", 2), (company.Hr, 3, "TEST", 3), (company.DivisionLeader, 1, "LEADER", 1),
            (company.Hr, 2, "TRAINING", 2), (company.Executive, 0, "LEADER", 0),
        })
        {
            await by.AssessAsync(member, competency, level, source);
            (await company.Member.LevelAsync(member, competency)).ShouldBe(holds);
        }
        (await company.AssessmentsKeptAsync(competency)).ShouldBe(8);
    }

    [Theory, OnEachDatabase]
    public async Task Each_source_has_its_own_assessors(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (competency, member) = (await company.CompetencyAsync(), company.Member.PersonId);
        var forbidden = new[]
        {
            ("SELF", new[] { company.TeamLeader, company.Hr, company.Executive }),
            ("LEADER", [company.Member, company.Hr]),
            ("TEST", [company.Member, company.TeamLeader, company.Executive]),
            ("TRAINING", [company.Member, company.TeamLeader, company.Executive, company.Auditor]),
        };
        foreach (var (source, others) in forbidden)
        {
            foreach (var other in others)
                (await other.MutateAsync("assessCompetency", Assessment(member, competency, 1, source), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN", source);
        }
        foreach (var stranger in (Api[])[company.Stranger, company.Colleague, company.OtherTeamLeader, company.Administrator])
            (await stranger.RefusedAsync("assessCompetency", Assessment(member, competency, 1, "LEADER"))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("personId"));
        foreach (var source in new[] { "TEST", "TRAINING" })
            (await company.Hr.RefusedAsync("assessCompetency", Assessment(company.Hr.PersonId, competency, 1, source))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("SAME_PERSON_MAY_NOT_DECIDE"), e => e.Field.ShouldBe("personId"));
        (await company.TeamLeader.RefusedAsync("assessCompetency", Assessment(member, competency, 4, "LEADER"))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe("level"));
        (await company.TeamLeader.RefusedAsync("assessCompetency", Assessment(member, competency, 1, "LEADER", evidence: null))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("REQUIRED"), e => e.Field.ShouldBe("evidence"));
        (await company.Member.MutateAsync("assessCompetency", Assessment(member, competency, 1, "SELF", evidence: null), "person { id }")).UserErrors.ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task Levels_are_read_by_oneself_those_above_HR_executives_and_auditors_alone(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (competency, member) = (await company.CompetencyAsync(), company.Member.PersonId);
        await company.TeamLeader.AssessAsync(member, competency, 2);
        foreach (var reader in (Api[])[company.Member, company.TeamLeader, company.DepartmentLeader, company.DivisionLeader, company.Executive, company.SecondExecutive, company.Hr, company.Auditor])
            (await reader.LevelAsync(member, competency)).ShouldBe(2);
        foreach (var other in (Api[])[company.Colleague, company.Stranger, company.OtherTeamLeader, company.Administrator])
            (await other.LevelAsync(member, competency)).ShouldBeNull();
        async Task<IReadOnlyList<string?>> MayAsync(Api who) => (await who.ReadAsync("query($id: ID!) { person(id: $id) { viewerMayDevelop } }", new { id = member })).Strings("person.viewerMayDevelop");
        (await MayAsync(company.Member)).ShouldBe(["ASSESS_SELF", "PLAN"]);
        (await MayAsync(company.TeamLeader)).ShouldBe(["ASSESS_AS_LEADER", "ASSESS_READINESS", "PLAN", "COMPLETE"]);
        (await MayAsync(company.DepartmentLeader)).ShouldBe(["ASSESS_AS_LEADER", "ASSESS_READINESS", "WAIVE_READINESS", "PLAN", "COMPLETE"]);
        (await MayAsync(company.Hr)).ShouldBe(["RECORD_RESULTS", "ASSESS_READINESS", "PLAN", "COMPLETE"]);
        (await MayAsync(company.Auditor)).ShouldBeEmpty();
        (await MayAsync(company.Colleague)).ShouldBeEmpty();
    }
}
