using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Improvement;

/// <summary>What stands on agendas, and who is told what. Days pass, so each test has an installation of its own.</summary>
public sealed class TellingTests
{
    [Theory, OnEachDatabase]
    [Trait("Clause", "S7.10")]
    public async Task Each_step_waits_for_whoever_does_it_and_tells_whom_it_concerns(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var line = await (await Company.FoundAsync(program)).LineAsync();
        var company = line.Company;
        var id = (await line.OpenedAsync()).Id();
        await OweAsync((company.Member, "ANALYSE_CAUSE"), (company.TeamLeader, ""), (company.Colleague, ""));
        var confirmed = await company.Member.ConfirmAsync(id, await company.Member.CauseAsync(id, "没有检查表"));
        await OweAsync((company.Member, "DECIDE_COUNTERMEASURE"), (company.TeamLeader, ""));
        var weighed = await company.Member.WeighAsync(id, ("效果", "100"));
        await company.Member.ProposeAsync(weighed, "推行检查表", 8);
        var compared = await company.Member.ProposeAsync(weighed, "增加复检", 5);
        await OweAsync((company.Member, ""), (company.TeamLeader, "DECIDE_COUNTERMEASURE"), (company.DepartmentLeader, ""));
        await company.TeamLeader.DecideAsync(company.Decision(compared, company.Day(10)));
        await OweAsync((company.Member, ""), (company.TeamLeader, ""), (company.Colleague, "FILE_IMPROVEMENT_REPORT"));
        await program.AllDeliveredAsync();
        await TellAsync((company.Member, "IMPROVEMENT_DECIDED"), (company.TeamLeader, "IMPROVEMENT_OPENED"), (company.Colleague, "IMPROVEMENT_ASSIGNED"), (company.DepartmentLeader, ""));

        await company.Colleague.FileAsync(id);
        await company.Colleague.FileAsync(id, 100);
        await OweAsync((company.Colleague, ""), (company.TeamLeader, ""));
        await program.AllDeliveredAsync();
        await TellAsync((company.Member, "IMPROVEMENT_DONE,IMPROVEMENT_REPORTED,IMPROVEMENT_DECIDED"), (company.TeamLeader, "IMPROVEMENT_DONE,IMPROVEMENT_REPORTED,IMPROVEMENT_OPENED"));
        await program.PassAsync(40);
        await company.Member.ReportAsync(line.Mine, 12, 5);
        await OweAsync((company.TeamLeader, "VERIFY_IMPROVEMENT"), (company.Member, ""), (company.DepartmentLeader, ""));
        await company.TeamLeader.VerifyAsync(id, new { lessons = "先核对" });
        await OweAsync((company.TeamLeader, ""));
        await program.AllDeliveredAsync();
        await TellAsync((company.Member, "IMPROVEMENT_CLOSED,IMPROVEMENT_DONE,IMPROVEMENT_REPORTED,IMPROVEMENT_DECIDED"), (company.Colleague, "IMPROVEMENT_CLOSED,IMPROVEMENT_ASSIGNED"));
        Languages.IsChinese((await company.Colleague.InChinese.ReadAsync("{ viewer { notifications(first: 1) { nodes { title body } } } }")).Text("viewer.notifications.nodes.0.body")!).ShouldBeTrue();
        confirmed.Text("status").ShouldBe("COUNTERMEASURES");

        async Task OweAsync(params (Api Who, string Kinds)[] expected)
        {
            foreach (var (who, kinds) in expected)
                string.Join(',', await who.OwesAsync(id)).ShouldBe(kinds, who.PersonId);
        }

        async Task TellAsync(params (Api Who, string Kinds)[] expected)
        {
            foreach (var (who, kinds) in expected)
                string.Join(',', await who.ToldAsync(id)).ShouldBe(kinds, who.PersonId);
        }
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S7.9")]
    [Trait("Clause", "S7.10")]
    public async Task Deadlines_are_reminded_of_and_what_is_missed_escalates_once_for_each_day(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var line = await (await Company.FoundAsync(program)).LineAsync();
        var company = line.Company;
        var decision = company.Decision(await line.ComparedAsync(), company.Day(10));
        decision["responsibleId"] = company.Stranger.PersonId; // Of another unit: his superior learns of it and may read the case.
        var decided = await company.DepartmentLeader.DecideAsync(decision);
        var (id, version) = (decided.Id(), decided.Number("version"));
        await program.PassAsync(7);
        await TellAsync((company.Stranger, "IMPROVEMENT_DUE,IMPROVEMENT_ASSIGNED"), (company.OtherTeamLeader, ""));
        await program.PassAsync(1);
        await TellAsync((company.Stranger, "IMPROVEMENT_REPORT_MISSED,IMPROVEMENT_DUE,IMPROVEMENT_ASSIGNED"), (company.OtherTeamLeader, "IMPROVEMENT_REPORT_ESCALATED"), (company.DepartmentLeader, "IMPROVEMENT_REPORT_ESCALATED"));
        string.Join(',', await company.OtherTeamLeader.OwesAsync(id)).ShouldBe("FILE_IMPROVEMENT_REPORT");
        (await company.OtherTeamLeader.CaseAsync(id)).At("overdue").GetBoolean().ShouldBeTrue();
        await program.PassAsync(1);
        await TellAsync((company.OtherTeamLeader, "IMPROVEMENT_REPORT_ESCALATED"));
        (await company.Stranger.FileAsync(id)).ShouldSatisfyAllConditions(c => c.At("reports.0.late").GetBoolean().ShouldBeTrue(), c => c.Number("version").ShouldBe(version + 1));
        (await company.OtherTeamLeader.OwesAsync(id)).ShouldBeEmpty();
        await program.PassAsync(2);
        (await company.OtherTeamLeader.ToldAsync(id))[0].ShouldBe("IMPROVEMENT_OVERDUE_OF_MEMBER");
        string.Join(',', (await company.Stranger.ToldAsync(id)).Take(2)).ShouldBe("IMPROVEMENT_OVERDUE,IMPROVEMENT_REPORT_MISSED");
        decision["due"] = company.Day(2);
        await company.DepartmentLeader.DecideAsync(decision);
        await program.PassAsync(1);
        (await company.Stranger.ToldAsync(id)).Count(k => k == "IMPROVEMENT_DUE").ShouldBe(2);

        async Task TellAsync(params (Api Who, string Kinds)[] expected)
        {
            foreach (var (who, kinds) in expected)
                string.Join(',', await who.ToldAsync(id)).ShouldBe(kinds, who.PersonId);
        }
    }
}
