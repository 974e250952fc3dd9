using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Development;

[Trait("Clause", "S5.7.2")]
public sealed class GapTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task What_an_objective_needs_is_said_by_its_owner_those_above_and_HR_and_leaves_what_is_signed(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (_, objective) = await company.AimAsync();
        var (a, b) = (await company.CompetencyAsync(), await company.CompetencyAsync(levels: 5));
        await company.TeamLeader.AgreeAsync(company.Member, objective);
        var hash = await company.Member.HashAsync(objective);
        foreach (var by in (Api[])[company.Member, company.TeamLeader, company.DepartmentLeader, company.Executive, company.Hr])
        {
            var said = (await by.RequireAsync(objective, (b, 4), (a, 2))).At("competencyRequirements");
            said.EnumerateArray().Select(r => (r.Text("competency.id"), r.Number("level"))).ShouldBe([(a, 2), (b, 4)]);
        }
        (await company.TeamLeader.RequireAsync(objective, (a, 3))).At("competencyRequirements").EnumerateArray().Select(r => (r.Text("competency.id"), r.Number("level"))).ShouldBe([(a, 3)]);
        (await company.Member.HashAsync(objective)).ShouldBe(hash);
        await company.Member.SignAsync(objective);
        (await company.TeamLeader.SignAsync(objective)).Text("status").ShouldBe("COMMITTED");
        (await company.TeamLeader.RequireAsync(objective, (a, 1), (b, 5))).At("competencyRequirements").GetArrayLength().ShouldBe(2);
        (await company.Member.ObjectiveAsync(objective, "status")).Text("status").ShouldBe("COMMITTED");
        (await company.TeamLeader.RequireAsync(objective)).At("competencyRequirements").GetArrayLength().ShouldBe(0);

        foreach (var other in (Api[])[company.Auditor, company.Administrator])
            (await other.MutateAsync("requireCompetencies", Learning.Requirements(objective, (a, 1)), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Colleague.MutateAsync("requireCompetencies", Learning.Requirements(objective, (a, 1)), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("requireCompetencies", Learning.Requirements(objective, (a, 1)))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("objectiveId"));
        (await company.Hr.RefusedAsync("requireCompetencies", Learning.Requirements(objective, (a, 1), (a, 2)))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("DUPLICATE"), e => e.Field.ShouldBe("requirements.1.competencyId"));
        (await company.Hr.RefusedAsync("requireCompetencies", Learning.Requirements(objective, (a, 4)))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe("requirements.0.level"));
        await company.TeamLeader.ChangeAsync("withdrawObjective", new { id = objective, reason = "停" }, "objective { id }");
        (await company.Hr.RefusedAsync("requireCompetencies", Learning.Requirements(objective, (a, 1)))).Code.ShouldBe("FORBIDDEN_BY_STATE");
    }

    [Theory, OnEachDatabase]
    public async Task A_gap_is_what_is_needed_and_not_there_and_planned_when_something_is_to_bring_it_in_time(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, objective) = await company.AimAsync();
        var (a, b, member) = (await company.CompetencyAsync(), await company.CompetencyAsync(), company.Member.PersonId);
        await company.TeamLeader.RequireAsync(objective, (a, 2), (b, 3));
        (await company.Member.GapsAsync(member, cycle)).ShouldBe(["2/0/False", "3/0/False"]);
        await company.TeamLeader.AssessAsync(member, a, 2);
        await company.TeamLeader.AssessAsync(member, b, 1);
        (await company.Member.GapsAsync(member, cycle)).ShouldBe(["3/1/False"]);

        object Item(int level, string due) => new { personId = member, cycleId = cycle, kind = "ON_THE_JOB", title = "轮岗", competencyId = b, targetLevel = level, forObjectiveId = objective, due };
        await company.Member.ChangeAsync("saveDevelopmentItem", Item(2, "2027-03-31"), Learning.Plan);
        (await company.Member.GapsAsync(member, cycle)).ShouldBe(["3/1/False"]);
        await company.Member.ChangeAsync("saveDevelopmentItem", Item(3, "2027-12-31"), Learning.Plan);
        (await company.Member.GapsAsync(member, cycle)).ShouldBe(["3/1/True"]);

        foreach (var reader in (Api[])[company.TeamLeader, company.DivisionLeader, company.Executive, company.Hr, company.Auditor])
            (await reader.GapsAsync(member, cycle)).ShouldBe(["3/1/True"]);
        foreach (var other in (Api[])[company.Colleague, company.Stranger, company.Administrator])
            (await other.GapsAsync(member, cycle)).ShouldBeEmpty();
        const string ofUnit = "query($cycle: ID!, $unit: ID!, $sub: Boolean) { competencyGaps(cycleId: $cycle, unitId: $unit, includeSubunits: $sub) { person { id } } }";
        async Task<int> CountAsync(Api who, string unit, bool sub = true) => (await who.ReadAsync(ofUnit, new { cycle, unit, sub })).At("competencyGaps").GetArrayLength();
        (await CountAsync(company.TeamLeader, company.Team)).ShouldBe(1);
        (await CountAsync(company.Hr, company.Root)).ShouldBe(1);
        (await CountAsync(company.Hr, company.Root, sub: false)).ShouldBe(0);
        (await CountAsync(company.Hr, company.OtherTeam)).ShouldBe(0);
        (await CountAsync(company.Colleague, company.Team)).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task Gaps_take_a_fixed_number_of_statements_however_many_people(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, competency) = (await company.OpenCycleAsync(), await company.CompetencyAsync());
        const string query = """
            query($cycle: ID!, $unit: ID!) {
              competencyGaps(cycleId: $cycle, unitId: $unit) { required current planned person { name competencies { level } competencyGaps(cycleId: $cycle) { required } readiness { ready } developmentPlan(cycleId: $cycle) { items { title } } } objective { title competencyRequirements { level } } competency { name } }
            }
            """;
        var runs = new List<IReadOnlyList<string>>();
        foreach (var owner in (Api[])[company.Member, company.Colleague, company.TeamLeader, company.Stranger])
        {
            for (var i = 0; i < 3; i++)
                await company.Hr.RequireAsync(await company.DivisionLeader.DraftAsync(company.PersonalDraft(cycle) with { OwnerId = owner.PersonId, UnitId = owner == company.Stranger ? company.OtherTeam : company.Team }), (competency, 3));
            await company.Hr.ProposeAsync(owner.PersonId, cycle);
            await company.Hr.AssessAsync(owner.PersonId, competency, 1, "TEST");
            await company.DivisionLeader.ChangeAsync("assessReadiness", new { personId = owner.PersonId, managementKnowledge = 4, selfManagement = 4, evidence = "面谈" }, "person { id }");
            var (data, sql) = await company.Hr.RecordAsync(query, new { cycle, unit = company.Root });
            data.At("competencyGaps").GetArrayLength().ShouldBe((runs.Count + 1) * 3);
            runs.Add(sql);
        }
        runs.ShouldBeAsMany();
    }

    [Theory, OnEachDatabase]
    public async Task A_gap_without_a_plan_is_a_finding_until_something_is_planned(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, objective) = await company.AimAsync();
        var (competency, member) = (await company.CompetencyAsync(), company.Member.PersonId);
        async Task<bool> FoundAsync()
        {
            await company.Program.AllDeliveredAsync();
            return (await company.TeamLeader.ObjectiveAsync(objective, "findings { kind severity }")).At("findings").EnumerateArray().Any(f => (f.Text("kind"), f.Text("severity")) == ("COMPETENCY_GAP_WITHOUT_PLAN", "WARNING"));
        }
        (await FoundAsync()).ShouldBeFalse();
        await company.TeamLeader.RequireAsync(objective, (competency, 2));
        (await FoundAsync()).ShouldBeTrue();
        var item = (await company.Member.ProposeAsync(member, cycle)).Text("items.0.id")!;
        (await FoundAsync()).ShouldBeFalse();
        await company.TeamLeader.ChangeAsync("completeDevelopmentItem", new { itemId = item, passed = false, result = "未达到" }, Learning.Plan);
        (await FoundAsync()).ShouldBeTrue();
        await company.Hr.AssessAsync(member, competency, 2, "TEST");
        (await FoundAsync()).ShouldBeFalse();
        await company.TeamLeader.AssessAsync(member, competency, 1);
        (await FoundAsync()).ShouldBeTrue();
        await company.TeamLeader.ChangeAsync("editObjective", new { id = objective, ownerId = company.Colleague.PersonId }, "objective { id }");
        await company.Hr.AssessAsync(company.Colleague.PersonId, competency, 3, "TEST");
        (await FoundAsync()).ShouldBeFalse();
        await company.TeamLeader.ChangeAsync("editObjective", new { id = objective, ownerId = member }, "objective { id }");
        (await FoundAsync()).ShouldBeTrue();
        await company.TeamLeader.RequireAsync(objective);
        (await FoundAsync()).ShouldBeFalse();
    }
}
