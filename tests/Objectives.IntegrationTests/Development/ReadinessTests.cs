using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Development;

[Trait("Clause", "S4.1")]
public sealed class ReadinessTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Selection = "person { readiness { managementKnowledge selfManagement evidence assessedBy { employeeNumber } trainedAt waiver { by { employeeNumber } reason } ready } }";

    private static object Figures(string person, int knowledge, int self, string evidence = "面谈与测验") => new { personId = person, managementKnowledge = knowledge, selfManagement = self, evidence };

    private static Task<JsonElement> JudgeAsync(Api by, string person, int knowledge, int self) => by.ChangeAsync("assessReadiness", Figures(person, knowledge, self), Selection);

    private static async Task<string> AgreedAsync(Company company, decimal threshold = 3)
    {
        var (cycle, objective) = await company.AimAsync();
        await company.Administrator.ChangeAsync("setCyclePolicy", new { cycleId = cycle, readinessThreshold = $"{threshold}" }, "cycle { id }");
        await company.TeamLeader.AgreeAsync(company.Member, objective);
        return objective;
    }

    [Theory, OnEachDatabase]
    public async Task Who_is_not_ready_does_not_commit_until_he_is_trained(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var member = company.Member.PersonId;
        var objective = await AgreedAsync(company);
        (await company.Member.ReadAsync("query($id: ID!) { person(id: $id) { readiness { ready } } }", new { id = member })).At("person.readiness").ValueKind.ShouldBe(JsonValueKind.Null);
        (await JudgeAsync(company.TeamLeader, member, 2, 5)).ShouldSatisfyAllConditions(
            p => p.At("readiness.ready").GetBoolean().ShouldBeFalse(), p => p.Text("readiness.assessedBy.employeeNumber").ShouldBe("E0111"), p => p.Text("readiness.evidence").ShouldBe("面谈与测验"));
        var refused = await company.Member.NotSignedAsync(objective);
        (refused.Code, refused.Field).ShouldBe(("READINESS_TOO_LOW", "objectiveId"));
        (JsonElement.Parse(refused.Detail!).Number("managementKnowledge"), JsonElement.Parse(refused.Detail!).Number("selfManagement")).ShouldBe((2, 5));
        (await company.TeamLeader.NotSignedAsync(objective)).Code.ShouldBe("READINESS_TOO_LOW");
        Languages.IsChinese((await company.Member.InChinese.NotSignedAsync(objective)).Message).ShouldBeTrue();

        var competency = await company.CompetencyAsync();
        var (plain, basics) = (await company.CourseAsync(competency, 1), await company.CourseAsync(competency, 2, basics: true));
        var cycle = (await company.Member.ObjectiveAsync(objective, "cycle { id }")).Text("cycle.id")!;
        foreach (var (course, passed, ready) in new[] { (plain, true, false), (basics, false, false), (basics, true, true) })
        {
            var plan = await company.Member.ChangeAsync("saveDevelopmentItem", new { personId = member, cycleId = cycle, kind = "COURSE", title = "目标管理基础", courseId = course, competencyId = competency, targetLevel = 1, due = "2027-02-01" }, Learning.Plan);
            var item = plan.At("items").EnumerateArray().Single(i => i.Text("status") == "PLANNED").Id();
            await company.TeamLeader.ChangeAsync("completeDevelopmentItem", new { itemId = item, passed, result = "已考核" }, Learning.Plan);
            (await company.Member.ReadAsync("query($id: ID!) { person(id: $id) { readiness { ready trainedAt } } }", new { id = member })).At("person.readiness.ready").GetBoolean().ShouldBe(ready);
        }
        await company.Member.SignAsync(objective);
        (await company.TeamLeader.SignAsync(objective)).Text("status").ShouldBe("COMMITTED");
        (await JudgeAsync(company.TeamLeader, member, 2, 5)).ShouldSatisfyAllConditions(p => p.At("readiness.trainedAt").ValueKind.ShouldBe(JsonValueKind.Null), p => p.At("readiness.ready").GetBoolean().ShouldBeFalse());
        await JudgeAsync(company.TeamLeader, member, 5, 5);
    }

    [Theory, OnEachDatabase]
    public async Task A_higher_leader_waives_it_until_it_is_assessed_anew(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var colleague = company.Colleague.PersonId;
        var cycle = await company.OpenCycleAsync();
        var objective = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle) with { OwnerId = colleague });
        await company.TeamLeader.AgreeAsync(company.Colleague, objective);
        var waiver = new { personId = colleague, reason = "任务紧急，先行承诺" };
        (await company.DivisionLeader.RefusedAsync("waiveReadiness", waiver with { personId = company.TeamLeader.PersonId })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        await JudgeAsync(company.TeamLeader, colleague, 3, 1);
        (await company.Colleague.NotSignedAsync(objective)).Code.ShouldBe("READINESS_TOO_LOW");
        foreach (var other in (Api[])[company.Colleague, company.TeamLeader, company.Hr, company.Auditor])
            (await other.MutateAsync("waiveReadiness", waiver, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("waiveReadiness", waiver)).Code.ShouldBe("NOT_FOUND");
        (await company.DepartmentLeader.ChangeAsync("waiveReadiness", waiver, Selection)).ShouldSatisfyAllConditions(
            p => p.At("readiness.ready").GetBoolean().ShouldBeTrue(), p => p.Text("readiness.waiver.by.employeeNumber").ShouldBe("E0110"), p => p.Text("readiness.waiver.reason").ShouldBe("任务紧急，先行承诺"));
        (await company.DivisionLeader.RefusedAsync("waiveReadiness", waiver)).Code.ShouldBe("DUPLICATE");
        await company.Colleague.SignAsync(objective);
        await JudgeAsync(company.TeamLeader, colleague, 3, 1);
        (await company.TeamLeader.NotSignedAsync(objective)).Code.ShouldBe("READINESS_TOO_LOW");
        await JudgeAsync(company.DepartmentLeader, colleague, 3, 3);
        (await company.TeamLeader.SignAsync(objective)).Text("status").ShouldBe("COMMITTED");
    }

    [Theory, OnEachDatabase]
    public async Task A_member_who_signs_for_himself_is_held_to_it_and_his_leader_is_not(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        await company.DepartmentLeader.AgreeAsync(company.TeamLeader, id);
        await JudgeAsync(company.TeamLeader, company.Colleague.PersonId, 1, 1);
        await JudgeAsync(company.DivisionLeader, company.DepartmentLeader.PersonId, 1, 1);
        (await company.Colleague.NotSignedAsync(id)).Code.ShouldBe("READINESS_TOO_LOW");
        await company.DepartmentLeader.SignAsync(id);
        await company.TeamLeader.SignAsync(id);
        await JudgeAsync(company.TeamLeader, company.Colleague.PersonId, 4, 4);
        await JudgeAsync(company.DivisionLeader, company.DepartmentLeader.PersonId, 4, 4);
        await company.Colleague.SignAsync(id);
        (await company.Member.SignAsync(id)).Text("status").ShouldBe("COMMITTED");
    }

    [Theory, OnEachDatabase]
    public async Task The_direct_superior_those_above_and_HR_assess_and_nobody_himself(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var stranger = company.Stranger.PersonId;
        foreach (var by in (Api[])[company.OtherTeamLeader, company.DivisionLeader, company.Executive, company.Hr])
            (await JudgeAsync(by, stranger, 4, 4)).At("readiness.ready").GetBoolean().ShouldBeTrue();
        (await company.Stranger.MutateAsync("assessReadiness", Figures(stranger, 5, 5), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Hr.MutateAsync("assessReadiness", Figures(company.Hr.PersonId, 5, 5), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Executive.MutateAsync("assessReadiness", Figures(company.Executive.PersonId, 5, 5), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Auditor.MutateAsync("assessReadiness", Figures(stranger, 5, 5), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        foreach (var other in (Api[])[company.Member, company.TeamLeader, company.Administrator])
            (await other.RefusedAsync("assessReadiness", Figures(stranger, 5, 5))).Code.ShouldBe("NOT_FOUND");
        foreach (var (knowledge, self, field) in new[] { (0, 3, "managementKnowledge"), (6, 3, "managementKnowledge"), (3, 0, "selfManagement"), (3, 6, "selfManagement") })
            (await company.Hr.RefusedAsync("assessReadiness", Figures(stranger, knowledge, self))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("INVALID"), e => e.Field.ShouldBe(field));
        (await company.Hr.RefusedAsync("assessReadiness", Figures(stranger, 3, 3, " "))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("REQUIRED"), e => e.Field.ShouldBe("evidence"));
    }
}
