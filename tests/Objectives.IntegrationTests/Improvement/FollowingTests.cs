using System.Text.Json;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Improvement;

/// <summary>Reports on their days, reminders, and what later actuals show. Days pass, so each test has an installation of its own.</summary>
[Trait("Clause", "S7.10")]
public sealed class FollowingTests
{
    [Theory, OnEachDatabase]
    public async Task Reports_come_on_a_rhythm_and_late_ones_are_marked(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var line = await (await Company.FoundAsync(program)).LineAsync();
        var company = line.Company;
        var (id, days) = ((await line.DecidedAsync(due: 20)).Id(), Enumerable.Range(0, 40).Select(company.Day).ToList());
        (await company.Colleague.FileAsync(id, 10)).Text("nextReportDue").ShouldBe(days[7]); // On the day of the decision: one more.
        await program.PassAsync(6);
        (await company.Colleague.FileAsync(id, 20)).ShouldSatisfyAllConditions(c => c.Text("nextReportDue").ShouldBe(days[14]), c => c.At("reports.0.late").GetBoolean().ShouldBeFalse(), c => c.Number("reports.1.percentComplete").ShouldBe(10));
        await program.PassAsync(9);
        (await company.Colleague.CaseAsync(id)).At("overdue").GetBoolean().ShouldBeTrue();
        (await ListAsync(company.TeamLeader, line.Cycle, new { overdue = true })).ShouldBe([id]);
        (await ListAsync(company.TeamLeader, line.Cycle, new { overdue = false })).ShouldBeEmpty();
        (await company.Colleague.FileAsync(id, 40)).ShouldSatisfyAllConditions(c => c.Text("nextReportDue").ShouldBe(days[20]), c => c.At("reports.0.late").GetBoolean().ShouldBeTrue(), c => c.At("overdue").GetBoolean().ShouldBeFalse());
        await program.PassAsync(6);
        (await company.Colleague.FileAsync(id, 60)).ShouldSatisfyAllConditions(c => c.Text("nextReportDue").ShouldBe(days[27]), c => c.At("overdue").GetBoolean().ShouldBeTrue()); // The deadline has passed.
        (await company.Colleague.FileAsync(id, 100)).ShouldSatisfyAllConditions(
            c => c.Text("status").ShouldBe("VERIFYING"), c => c.At("nextReportDue").ValueKind.ShouldBe(JsonValueKind.Null), c => c.At("overdue").GetBoolean().ShouldBeFalse(), c => c.Text("verifiableFrom").ShouldBe("2027-02-01"));
        (await company.Colleague.RefusedAsync("fileImprovementReport", new { caseId = id, done = "x", effect = "x", next = "x", percentComplete = 100 })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.Colleague.RefusedAsync("fileImprovementReport", new { caseId = id, done = "x", effect = "x", next = "x", percentComplete = 101 })).Code.ShouldBe("INVALID");
    }

    [Theory, OnEachDatabase]
    public async Task A_case_closes_when_the_next_month_shows_that_the_gap_is_closed(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var line = await (await Company.FoundAsync(program)).LineAsync();
        var company = line.Company;
        var id = (await line.DoneAsync()).Id();
        var early = await company.TeamLeader.RefusedAsync("verifyImprovement", new { caseId = id });
        (early.Code, early.Field).ShouldBe(("FORBIDDEN_BY_STATE", "caseId"));
        early.Detail!.ShouldContain("2027-01-01");
        (await company.TeamLeader.CaseAsync(id)).ShouldSatisfyAllConditions(c => c.Strings("evidence.periods").ShouldBeEmpty(), c => c.At("evidence.closed").ValueKind.ShouldBe(JsonValueKind.Null));
        await RefuseAsync(company.Member, "SAME_PERSON_MAY_NOT_DECIDE");
        await RefuseAsync(company.Colleague, "SAME_PERSON_MAY_NOT_DECIDE");
        await company.Member.ReportAsync(line.Mine, 11, 5);
        await RefuseAsync(company.TeamLeader, "FORBIDDEN_BY_STATE"); // November began before it was done.
        await program.PassAsync(40);
        await company.Member.ReportAsync(line.Mine, 12, 4.8m);
        await company.FollowedAsync(line.Cycle);
        (await company.TeamLeader.CaseAsync(id)).At("evidence").ShouldSatisfyAllConditions(
            e => e.Strings("periods").ShouldBe(["2026-12"]), e => e.Text("gapBefore").ShouldBe("0"), e => e.Text("gapAfter").ShouldBe("0.2"), e => e.At("closed").GetBoolean().ShouldBeTrue());
        var closed = await company.TeamLeader.VerifyAsync(id, new { lessons = "上门前核对检查表" });
        (closed.Text("status"), closed.Text("lessons"), closed.Text("verification.verdict"), closed.Text("verification.gapBefore"), closed.Text("verification.gapAfter"), closed.Text("verification.by.employeeNumber"))
            .ShouldBe(("CLOSED", "上门前核对检查表", "GAP_CLOSED", "0", "0.2", "E0111"));
        closed.Strings("verification.periods").ShouldBe(["2026-12"]);
        closed.At("evidence").ValueKind.ShouldBe(JsonValueKind.Null);
        await RefuseAsync(company.TeamLeader, "FORBIDDEN_BY_STATE");

        async Task RefuseAsync(Api who, string code) => (await who.RefusedAsync("verifyImprovement", new { caseId = id })).Code.ShouldBe(code);
    }

    [Theory, OnEachDatabase]
    public async Task What_did_not_help_is_begun_anew_or_accepted_by_the_higher_leader_with_a_reason(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var line = await (await Company.FoundAsync(program)).LineAsync();
        var company = line.Company;
        var id = (await line.DoneAsync()).Id();
        await program.PassAsync(40);
        await company.Member.ReportAsync(line.Mine, 12, 1);
        await company.FollowedAsync(line.Cycle);
        (await company.Member.CaseAsync(id)).At("evidence.closed").GetBoolean().ShouldBeFalse();
        var open = await company.TeamLeader.VerifyAsync(id);
        (open.Text("status"), open.Text("verification.verdict"), open.Text("verification.gapAfter"), open.At("verifiableFrom").ValueKind).ShouldBe(("COUNTERMEASURES", "NOT_CLOSED", "4", JsonValueKind.Null));
        open.Text("decision.rationale").ShouldBe("见效快");
        await company.Member.CauseAsync(id, "排班不合理");
        await company.TeamLeader.DecideAsync(company.Decision(open, company.Day(10)));
        await company.Colleague.FileAsync(id, 100);
        (await company.DepartmentLeader.RefusedAsync("verifyImprovement", new { caseId = id, accept = true })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("REQUIRED"), e => e.Field.ShouldBe("reason"));
        var accepted = await company.DepartmentLeader.VerifyAsync(id, new { accept = true, reason = "业务已转出" });
        (accepted.Text("status"), accepted.Text("verification.verdict"), accepted.Text("verification.reason"), accepted.At("verification.periods").GetArrayLength()).ShouldBe(("CLOSED", "ACCEPTED", "业务已转出", 0));
        accepted.Strings("verifications.*.verdict").ShouldBe(["ACCEPTED", "NOT_CLOSED"]);
    }

    public static async Task<IReadOnlyList<string?>> ListAsync(Api who, string cycle, object? filter = null)
        => (await who.ReadAsync("query($c: ID!, $f: ImprovementFilter) { improvementCases(cycleId: $c, filter: $f) { nodes { id } } }", new { c = cycle, f = filter })).Strings("improvementCases.nodes.*.id");
}
