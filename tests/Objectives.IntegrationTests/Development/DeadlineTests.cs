using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Jobs;

namespace Objectives.IntegrationTests.Development;

/// <summary>What is told before and after something is due, and what stands on agendas.</summary>
public sealed class DeadlineTests
{
    [Theory, OnEachDatabase]
    [Trait("Clause", "S5.4")]
    public async Task One_is_reminded_before_a_due_date_and_told_after_it_once(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var (cycle, competency, member) = (await company.OpenCycleAsync(), await company.CompetencyAsync(), company.Member.PersonId);
        async Task<string> PlanAsync(int days)
        {
            var last = program.BusinessClock.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var plan = await company.Member.ChangeAsync("saveDevelopmentItem", new { personId = member, cycleId = cycle, kind = "ON_THE_JOB", title = $"轮岗 {days}", competencyId = competency, targetLevel = 1, due = last }, Learning.Plan);
            return plan.At("items").EnumerateArray().Single(i => i.Text("title") == $"轮岗 {days}").Id();
        }
        var (soon, later) = (await PlanAsync(10), await PlanAsync(40));
        await RoundAsync(program, 1);
        await KindsAreAsync(soon, (company.Member, "DEVELOPMENT_DUE"), (company.TeamLeader, ""));
        await KindsAreAsync(later, (company.Member, ""));
        (await ItemsAsync(company.Member, "TRAIN")).Select(i => (i.Text("subject.id"), i.GetProperty("overdue").GetBoolean())).ShouldBe([(soon, false), (later, false)]);
        (await ItemsAsync(company.TeamLeader, "TRAIN")).ShouldBeEmpty();
        var version = await VersionAsync(company, cycle);

        await RoundAsync(program, 12);
        await RoundAsync(program, 1);
        await KindsAreAsync(soon, (company.Member, "DEVELOPMENT_OVERDUE,DEVELOPMENT_DUE"), (company.TeamLeader, "DEVELOPMENT_OVERDUE_OF_MEMBER"), (company.DepartmentLeader, ""));
        (await VersionAsync(company, cycle)).ShouldBe(version);
        (await ItemsAsync(company.Member, "TRAIN")).Select(i => i.GetProperty("overdue").GetBoolean()).ShouldBe([true, false]);

        var due = program.BusinessClock.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await company.TeamLeader.ChangeAsync("saveDevelopmentItem", new { id = soon, personId = member, cycleId = cycle, kind = "ON_THE_JOB", title = "轮岗", competencyId = competency, targetLevel = 1, due }, Learning.Plan);
        await RoundAsync(program, 1);
        await KindsAreAsync(soon, (company.Member, "DEVELOPMENT_DUE,DEVELOPMENT_OVERDUE,DEVELOPMENT_DUE"));
        await company.TeamLeader.ChangeAsync("completeDevelopmentItem", new { itemId = soon, passed = true, result = "已能独立" }, Learning.Plan);
        await company.TeamLeader.ChangeAsync("completeDevelopmentItem", new { itemId = later, passed = false, result = "未达到" }, Learning.Plan);
        await RoundAsync(program, 30);
        await KindsAreAsync(soon, (company.Member, "DEVELOPMENT_PASSED,DEVELOPMENT_DUE,DEVELOPMENT_OVERDUE,DEVELOPMENT_DUE"));
        await KindsAreAsync(later, (company.Member, "DEVELOPMENT_FAILED"));
        (await ItemsAsync(company.Member, "TRAIN")).ShouldBeEmpty();
        Languages.IsChinese((await NoticesAsync(company.Member.InChinese, later))[0].Text("title")).ShouldBeTrue();
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S4.1")]
    public async Task Who_leads_someone_that_nobody_has_assessed_is_to_do_so_while_a_cycle_is_set(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        (await ItemsAsync(company.TeamLeader, "ASSESS_READINESS")).ShouldBeEmpty();
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var waiting = await ItemsAsync(company.TeamLeader, "ASSESS_READINESS");
        waiting.Select(i => i.Text("subject.id")).Order().ShouldBe(new[] { company.Member.PersonId, company.Colleague.PersonId }.Order());
        waiting.ShouldAllBe(i => i.Text("due") == "2027-01-01");
        await company.TeamLeader.ChangeAsync("assessReadiness", new { personId = company.Member.PersonId, managementKnowledge = 1, selfManagement = 1, evidence = "面谈" }, "person { id }");
        (await ItemsAsync(company.TeamLeader, "ASSESS_READINESS")).ShouldHaveSingleItem().Text("subject.id").ShouldBe(company.Colleague.PersonId);
        (await ItemsAsync(company.Member, "ASSESS_READINESS")).ShouldBeEmpty();
        (await ItemsAsync(company.SecondExecutive, "ASSESS_READINESS")).Select(i => i.Text("subject.id")).ShouldContain(company.Executive.PersonId);
        foreach (var executive in (Api[])[company.Executive, company.SecondExecutive])
            (await ItemsAsync(executive, "ASSESS_READINESS")).Select(i => i.Text("subject.id")).ShouldNotContain(company.Auditor.PersonId);
        await company.InformAsync(cycle, company.Root);
        foreach (var stage in new[] { "SETTING", "EXECUTION" })
            await company.MoveCycleAsync(cycle, stage);
        (await ItemsAsync(company.TeamLeader, "ASSESS_READINESS")).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S5.4")]
    public async Task What_objectives_reached_before_and_after_a_training_is_told_with_its_caution(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var line = await company.LineAsync();
        var (competency, member) = (await company.CompetencyAsync(), company.Member.PersonId);
        const string query = "query($cycle: ID!, $of: ID!) { trainingEffect(cycleId: $cycle, competencyId: $of) { people objectives pointsBefore pointsAfter meanBefore meanAfter caution competency { id } } }";
        async Task<JsonElement> EffectAsync(Api who) => (await who.ReadAsync(query, new { cycle = line.Cycle, of = competency })).At("trainingEffect");
        (await EffectAsync(company.Hr)).ShouldSatisfyAllConditions(e => e.Number("people").ShouldBe(0), e => e.At("meanBefore").ValueKind.ShouldBe(JsonValueKind.Null));
        await company.Hr.RequireAsync(line.Mine, (competency, 1));
        var due = program.BusinessClock.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var item = (await company.Member.ChangeAsync("saveDevelopmentItem", new { personId = member, cycleId = line.Cycle, kind = "ON_THE_JOB", title = "轮岗", competencyId = competency, targetLevel = 1, due }, Learning.Plan)).Text("items.0.id")!;
        await company.TeamLeader.ChangeAsync("completeDevelopmentItem", new { itemId = item, passed = true, result = "已能独立" }, Learning.Plan);
        await company.Member.ReportAsync(line.Mine, 1, 5, 5, 5, 10, 10);
        await company.FollowedAsync(line.Cycle);
        (await EffectAsync(company.Executive)).ShouldSatisfyAllConditions(
            e => (e.Number("people"), e.Number("objectives"), e.Number("pointsBefore"), e.Number("pointsAfter")).ShouldBe((1, 1, 5, 0)), e => e.At("meanBefore").ValueKind.ShouldBe(JsonValueKind.Null),
            e => e.Text("caution")!.ShouldContain("do not show"));
        GlobalId.TryDecode(item, out _, out var key).ShouldBeTrue();
        await program.ExecuteSqlAsync("UPDATE {development.plan_items} SET ended_at = {0} WHERE id = {1}", new DateTime(2026, 3, 15, 0, 0, 0, DateTimeKind.Utc), key);
        var effect = await EffectAsync(company.Auditor);
        (effect.Number("pointsBefore"), effect.Number("pointsAfter")).ShouldBe((2, 2));
        (decimal.Parse(effect.Text("meanAfter")!, CultureInfo.InvariantCulture) / decimal.Parse(effect.Text("meanBefore")!, CultureInfo.InvariantCulture)).ShouldBe(2);
        foreach (var other in (Api[])[company.Member, company.TeamLeader, company.Administrator])
            (await other.AskAsync(query, new { cycle = line.Cycle, of = competency })).ErrorCode.ShouldBe("FORBIDDEN");
    }

    private static async Task RoundAsync(Installation program, int days)
    {
        if (days > 0)
            program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(days)).ShouldBeTrue();
        await program.Services.GetRequiredService<DailyRound>().RunDueAsync(TestContext.Current.CancellationToken);
    }

    private static async Task KindsAreAsync(string subject, params (Api Who, string Kinds)[] told)
    {
        foreach (var (who, kinds) in told)
            string.Join(',', (await NoticesAsync(who, subject)).Select(n => n.Text("kind"))).ShouldBe(kinds);
    }

    /// <summary>The newest first.</summary>
    private static async Task<IReadOnlyList<JsonElement>> NoticesAsync(Api who, string subject)
    {
        await who.Program.AllDeliveredAsync();
        var read = await who.ReadAsync("{ viewer { notifications(first: 500) { nodes { kind title subject { id } } } } }");
        return [.. read.At("viewer.notifications.nodes").EnumerateArray().Where(n => n.Text("subject.id") == subject)];
    }

    private static async Task<IReadOnlyList<JsonElement>> ItemsAsync(Api who, string kind)
    {
        var read = await who.ReadAsync("{ viewer { agenda(first: 500) { nodes { kind title due overdue subject { id } } } } }");
        return [.. read.At("viewer.agenda.nodes").EnumerateArray().Where(i => i.Text("kind") == kind)];
    }

    private static async Task<int> VersionAsync(Company company, string cycle)
        => (await company.Member.ReadAsync("query($id: ID!, $cycle: ID!) { person(id: $id) { developmentPlan(cycleId: $cycle) { version } } }", new { id = company.Member.PersonId, cycle })).Number("person.developmentPlan.version");
}
