using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Results;

namespace Objectives.IntegrationTests.Platform;

/// <summary>My day: what someone owes and what waits for him.</summary>
public sealed class AgendaTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Items = "totalCount nodes { kind title due overdue subject { id __typename } } edges { cursor } pageInfo { hasNextPage hasPreviousPage endCursor }";

    [Theory, OnEachDatabase]
    [Trait("Clause", "S4.2")]
    public async Task A_briefing_waits_for_everyone_whom_it_addresses_until_he_acknowledges_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var briefing = (await company.InformAsync(cycle, company.Team, "COMPANY_RESULTS"))[0];
        var waiting = (await OfAsync(company.Member, briefing)).ShouldHaveSingleItem();
        (waiting.Text("kind"), waiting.Text("title"), waiting.Text("due"), waiting.GetProperty("overdue").GetBoolean(), waiting.Text("subject.__typename"))
            .ShouldBe(("ACKNOWLEDGE_BRIEFING", "Read and acknowledge: 通报 COMPANY_RESULTS", null, false, "Briefing"));
        (await OfAsync(company.Member.InChinese, briefing)).Single().Text("title").ShouldBe("阅读并确认：通报 COMPANY_RESULTS");
        foreach (var other in (Api[])[company.Executive, company.Stranger, company.DepartmentLeader])
            (await OfAsync(other, briefing)).ShouldBeEmpty();
        await company.Member.ChangeAsync("acknowledgeBriefing", new { briefingId = briefing }, "briefing { id }");
        (await OfAsync(company.Member, briefing)).ShouldBeEmpty();
        (await OfAsync(company.Colleague, briefing)).ShouldNotBeEmpty();

        var forAll = (await company.InformAsync(cycle, company.Root, "COMPANY_RESULTS"))[0];
        (await OfAsync(company.Auditor, forAll)).ShouldNotBeEmpty();
        foreach (var stage in (string[])["SETTING", "EXECUTION", "APPRAISAL"])
            await company.MoveCycleAsync(cycle, stage);
        (await OfAsync(company.Auditor, forAll)).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S4.2")]
    public async Task What_is_taken_out_while_it_is_read_is_left_out(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database, services: s => s.AddScoped<IAgendaSource, Vanishing>());
        var company = await Company.FoundAsync(program);
        var briefing = (await company.InformAsync(await company.OpenCycleAsync("PREPARATION"), company.Team, "COMPANY_RESULTS"))[0];
        (await OfAsync(company.Member, briefing)).ShouldHaveSingleItem();
    }

    /// <summary>Found, and gone before it is shown.</summary>
    private sealed class Vanishing : IAgendaSource
    {
        public Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
            => Task.FromResult<IReadOnlyList<AgendaItem>>([new(AgendaKind.DoWorkItem, "WorkItem", Guid.CreateVersion7(), new("Do what is gone", "完成已删除的工作"), null)]);
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.6")]
    public async Task A_proposal_waits_for_the_other_side_and_what_is_agreed_for_each_signature(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()) with { Title = "首次修复率" });
        await KindsAreAsync(id, (company.Member, null), (company.TeamLeader, null));
        await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT", text: "部门目标");
        await company.TeamLeader.NegotiateAsync(id, "PROPOSAL", "130");
        await KindsAreAsync(id, (company.Member, "ANSWER_PROPOSAL"), (company.TeamLeader, null), (company.DepartmentLeader, null), (company.Executive, null));
        (await OfAsync(company.Member, id)).Single().Text("title").ShouldBe("Answer the proposed target: 首次修复率");
        await company.Member.NegotiateAsync(id, "COUNTER_PROPOSAL", "125");
        await KindsAreAsync(id, (company.Member, null), (company.TeamLeader, "ANSWER_PROPOSAL"), (company.Colleague, null));
        await company.TeamLeader.NegotiateAsync(id, "ACCEPTED");
        await KindsAreAsync(id, (company.Member, "SIGN_COMMITMENT"), (company.TeamLeader, "SIGN_COMMITMENT"), (company.Colleague, null), (company.Executive, null));
        await company.Member.SignAsync(id);
        await KindsAreAsync(id, (company.Member, null), (company.TeamLeader, "SIGN_COMMITMENT"));
        await company.TeamLeader.SignAsync(id);
        await KindsAreAsync(id, (company.TeamLeader, null));
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.6")]
    public async Task After_a_rejection_the_other_side_is_to_propose_another_target(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()) with { Title = "首次修复率" });
        await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT", text: "部门目标");
        await company.Member.NegotiateAsync(id, "PROPOSAL", "125");
        await company.TeamLeader.NegotiateAsync(id, "REJECTED", text: "去年已到 128");
        await company.TeamLeader.NegotiateAsync(id, "COMMENT", text: "再看看");
        await KindsAreAsync(id, (company.Member, "ANSWER_PROPOSAL"), (company.TeamLeader, null), (company.DepartmentLeader, null));
        (await OfAsync(company.Member, id)).Single().Text("title").ShouldBe("Propose another target, the last was rejected: 首次修复率");
        (await OfAsync(company.Member.InChinese, id)).Single().Text("title").ShouldBe("目标值被拒绝，请另行提议：首次修复率");
        await company.Member.NegotiateAsync(id, "PROPOSAL", "129");
        await KindsAreAsync(id, (company.Member, null), (company.TeamLeader, "ANSWER_PROPOSAL"));
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S5.6")]
    public async Task A_teams_objective_waits_for_every_member_and_one_at_the_top_for_another_executive(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var team = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.DepartmentLeader.AgreeAsync(company.TeamLeader, team);
        await KindsAreAsync(team, (company.Member, "SIGN_COMMITMENT"), (company.Colleague, "SIGN_COMMITMENT"), (company.TeamLeader, "SIGN_COMMITMENT"), (company.DepartmentLeader, "SIGN_COMMITMENT"), (company.Stranger, null));
        await company.Colleague.SignAsync(team);
        await KindsAreAsync(team, (company.Member, "SIGN_COMMITMENT"), (company.Colleague, null));

        var top = await company.Executive.DraftAsync(company.Draft(cycle) with { Level = "COMPANY", OwnerId = company.Executive.PersonId, UnitId = company.Root });
        await company.SecondExecutive.NegotiateAsync(top, "PROPOSAL", "110");
        await KindsAreAsync(top, (company.Executive, "ANSWER_PROPOSAL"), (company.SecondExecutive, null), (company.DivisionLeader, null));
        await company.Executive.NegotiateAsync(top, "ACCEPTED");
        await KindsAreAsync(top, (company.Executive, "SIGN_COMMITMENT"), (company.SecondExecutive, "SIGN_COMMITMENT"), (company.Hr, null));
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.2")]
    public async Task Help_waits_for_who_is_asked_and_what_he_declines_for_the_common_superior(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
        var request = await company.Member.AskForHelpAsync(id, company.Stranger.PersonId, what: "两名工程师\n三月起");
        var asked = (await OfAsync(company.Stranger, request)).ShouldHaveSingleItem();
        (asked.Text("kind"), asked.Text("title"), asked.Text("due"), asked.Text("subject.__typename")).ShouldBe(("ANSWER_SUPPORT_REQUEST", "Answer the request for help: 两名工程师", "2027-06-30", "SupportRequest"));
        await KindsAreAsync(request, (company.Member, null), (company.DivisionLeader, null), (company.OtherTeamLeader, null), (company.Executive, null));
        await company.Stranger.ChangeAsync("answerSupport", new { supportRequestId = request, status = "DECLINED", answer = "忙" }, "supportRequest { id }");
        await KindsAreAsync(request, (company.Stranger, null), (company.DivisionLeader, "ANSWER_SUPPORT_REQUEST"), (company.Executive, null));
        (await OfAsync(company.DivisionLeader.InChinese, request)).Single().Text("title").ShouldBe("裁定被拒绝的支持请求：两名工程师");
        await company.DivisionLeader.ChangeAsync("answerSupport", new { supportRequestId = request, status = "AGREED", answer = "协调" }, "supportRequest { id }");
        await KindsAreAsync(request, (company.DivisionLeader, null), (company.Stranger, null), (company.Member, null));
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S5.3")]
    public async Task Work_and_milestones_wait_for_their_owner_until_they_are_done(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var id = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Important = true });
        var item = await company.TeamLeader.AddWorkItemAsync(id, "走访客户", company.Stranger.PersonId, due: "2027-03-01");
        var undated = await company.TeamLeader.AddWorkItemAsync(id, "整理台账", company.Stranger.PersonId);
        var milestone = await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(id, "试点", company.Stranger.PersonId, "2027-02-01", "2027-02-10"));
        var all = await AllAsync(company.Stranger);
        all.Where(i => new[] { item, undated, milestone }.Contains(i.Text("subject.id"))).Select(i => (i.Text("kind"), i.Text("title"), i.Text("due"), i.Text("subject.__typename"))).ShouldBe([
            ("DO_WORK_ITEM", "Reach the milestone: 试点 (for 提高服务收入)", "2027-02-10", "Milestone"),
            ("DO_WORK_ITEM", "Do: 走访客户 (for 提高服务收入)", "2027-03-01", "WorkItem"),
            ("DO_WORK_ITEM", "Do: 整理台账 (for 提高服务收入)", null, "WorkItem"),
        ]);
        await KindsAreAsync(item, (company.TeamLeader, null), (company.Member, null));
        await company.Stranger.ChangeAsync("reportWorkItem", new { workItemId = item, done = true }, "workItem { id }");
        await company.Stranger.ChangeAsync("reportMilestone", new { milestoneId = milestone, percentComplete = 100 }, "milestone { id }");
        await KindsAreAsync(item, (company.Stranger, null));
        await KindsAreAsync(milestone, (company.Stranger, null));
        await company.TeamLeader.RemoveAsync(undated);
        await KindsAreAsync(undated, (company.Stranger, null));
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S7.1")]
    public async Task A_report_is_owed_from_its_control_point_on_and_then_waits_for_the_leader(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (cycle, id) = await company.ControlledAsync();
        var (january, november) = (await company.Member.PointAsync(id, 1), await company.Member.PointAsync(id, 11));
        var today = company.Program.BusinessClock.TodayIn("Asia/Shanghai");
        var owed = (await OfAsync(company.Member, january)).ShouldHaveSingleItem();
        (owed.Text("kind"), owed.Text("title"), owed.Text("subject.__typename")).ShouldBe(("REPORT_CONTROL_POINT", "Report at Jan 31, 2026: 提高服务收入", "ControlPoint"));
        owed.Text("due").ShouldBe($"{today.AddDays(5):yyyy-MM-dd}"); // It came after its day: due from today on, and in time for the policy's days of grace.
        (await OfAsync(company.Member.InChinese, january)).Single().Text("title").ShouldBe("填报 2026年1月31日 的进展：提高服务收入");
        if (today < new DateOnly(2026, 11, 30))
            await KindsAreAsync(november, (company.Member, null));
        await KindsAreAsync(january, (company.TeamLeader, null), (company.Colleague, null));

        var report = await company.Member.ReviewedAsync(id, 1);
        await KindsAreAsync(january, (company.Member, null));
        var waiting = (await OfAsync(company.TeamLeader, report)).ShouldHaveSingleItem();
        (waiting.Text("kind"), waiting.Text("title"), waiting.Text("subject.__typename"), waiting.GetProperty("overdue").GetBoolean())
            .ShouldBe(("FOLLOW_UP_REPORT", "Follow up the report of Jan 31, 2026: 提高服务收入", "ProgressReport", false));
        string.CompareOrdinal(waiting.Text("due"), $"{today:yyyy-MM-dd}").ShouldBePositive();
        await KindsAreAsync(report, (company.DepartmentLeader, null), (company.Executive, null), (company.Member, null));
        await company.TeamLeader.ChangeAsync("followUp", Controlling.Answer(report), "progressReport { id }");
        await KindsAreAsync(report, (company.TeamLeader, null));

        var february = await company.Member.PointAsync(id, 2);
        await company.Administrator.ChangeAsync("closePeriod", new { cycleId = cycle, period = "2026-02" }, "cycle { id }");
        await KindsAreAsync(february, (company.Member, null));
        await company.Administrator.ChangeAsync("reopenPeriod", new { cycleId = cycle, period = "2026-02", reason = "补报" }, "cycle { id }");
        await KindsAreAsync(february, (company.Member, "REPORT_CONTROL_POINT"));
        await company.Executive.ChangeAsync("withdrawObjective", new { id, reason = "不做了" }, "objective { id }");
        await KindsAreAsync(february, (company.Member, null));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_overdue_comes_first_then_by_day_then_what_has_none_in_pages_that_stay(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenFollowedCycleAsync();
        var id = await company.TeamLeader.DraftAsync(company.Draft(cycle) with { MeasureId = await company.MeasureOfAsync("SUM") });
        foreach (var (title, due) in new[] { ("年底", "2026-12-30"), ("没有期限", null), ("早该做了", "2026-01-05"), ("也早该做了", "2026-02-05"), ("同一天", "2026-12-30") })
            await company.TeamLeader.AddWorkItemAsync(id, title, company.Colleague.PersonId, due: due);
        var all = await AllAsync(company.Colleague);
        var order = all.Select(i => (i.GetProperty("overdue").GetBoolean() ? 0 : 1, i.Text("due") ?? "9999")).ToList();
        order.ShouldBe(order.Order());
        all.Take(2).Select(i => i.Text("due")).ShouldBe(["2026-01-05", "2026-02-05"]);
        all.Count(i => i.Text("due") == "2026-12-30").ShouldBe(2);
        all.ShouldContain(i => i.Text("title")!.Contains("没有期限") && i.Text("due") == null);

        var (seen, after) = (new List<string?>(), (string?)null);
        do
        {
            var page = await AgendaAsync(company.Colleague, first: 2, after: after);
            page.Number("totalCount").ShouldBe(all.Count);
            page.At("pageInfo.hasPreviousPage").GetBoolean().ShouldBe(after is not null);
            seen.AddRange(page.Strings("nodes.*.subject.id"));
            after = page.At("pageInfo.hasNextPage").GetBoolean() ? page.Text("pageInfo.endCursor") : null;
        }
        while (after is not null);
        seen.ShouldBe(all.Select(i => i.Text("subject.id")));

        var until = await AgendaAsync(company.Colleague, until: "2026-12-29");
        until.Strings("nodes.*.due").ShouldNotContain("2026-12-30");
        until.At("nodes").EnumerateArray().ShouldContain(i => i.Text("title")!.Contains("没有期限"));
        var none = await AgendaAsync(company.Colleague, first: 0);
        (none.Number("totalCount"), none.At("nodes").GetArrayLength()).ShouldBe((all.Count, 0));
        foreach (var wrong in (string[])["x", "!!", "MTIz"])
            (await company.Colleague.AskAsync("query($a: String) { viewer { agenda(after: $a) { totalCount } } }", new { a = wrong })).ErrorCode.ShouldBe("BAD_USER_INPUT");
    }

    [Theory, OnEachDatabase]
    public async Task Statements_do_not_depend_on_how_much_there_is_to_do(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var followed = await company.OpenFollowedCycleAsync();
        var measure = await company.MeasureOfAsync("SUM");
        var set = await company.OpenCycleAsync();
        await company.MoveCycleAsync(followed, "EXECUTION");
        var counts = new List<(int Member, int Leader)>();
        foreach (var more in new[] { 1, 5 })
        {
            for (var i = 0; i < more; i++)
            {
                var carried = await company.Executive.DraftAsync(company.PersonalDraft(followed) with { MeasureId = measure });
                await company.Member.ReviewedAsync(carried, 1);
                var talked = await company.TeamLeader.DraftAsync(company.PersonalDraft(set));
                await company.TeamLeader.NegotiateAsync(talked, "SHARED_CONTEXT", text: "部门目标");
                await company.TeamLeader.NegotiateAsync(talked, "PROPOSAL", "130");
                await company.TeamLeader.AddWorkItemAsync(talked, "走访", company.Member.PersonId);
                var strangers = await company.Executive.DraftAsync(company.StrangersDraft(set));
                await company.Stranger.AskForHelpAsync(strangers, company.Member.PersonId);
                await company.Stranger.AskForHelpAsync(strangers, company.TeamLeader.PersonId);
                await company.TeamLeader.AgreeAsync(company.Member, await company.TeamLeader.DraftAsync(company.PersonalDraft(set)));
                await company.InformAsync(set, company.Team, "COMPANY_RESULTS");
            }
            const string Query = "{ viewer { agenda(first: 500) { totalCount nodes { kind title due overdue subject { id } } } } }";
            var (mine, forMe) = await company.Member.RecordAsync(Query);
            var (leaders, forLeader) = await company.TeamLeader.RecordAsync(Query);
            mine.Strings("viewer.agenda.nodes.*.kind").Distinct().Order().ShouldBe(["ACKNOWLEDGE_BRIEFING", "ANSWER_PROPOSAL", "ANSWER_SUPPORT_REQUEST", "DO_WORK_ITEM", "REPORT_CONTROL_POINT", "SIGN_COMMITMENT"]);
            leaders.Strings("viewer.agenda.nodes.*.kind").ShouldContain("FOLLOW_UP_REPORT");
            counts.Add((forMe.Count, forLeader.Count));
        }
        counts.Distinct().Count().ShouldBe(1, string.Join(", ", counts));
    }

    private static async Task KindsAreAsync(string subject, params (Api Who, string? Kind)[] owed)
    {
        foreach (var (who, kind) in owed)
            (await OfAsync(who, subject)).Select(i => i.Text("kind")).ShouldBe(kind is null ? [] : [kind]);
    }

    private static async Task<IReadOnlyList<JsonElement>> OfAsync(Api who, string subject) => [.. (await AllAsync(who)).Where(i => i.Text("subject.id") == subject)];

    private static async Task<IReadOnlyList<JsonElement>> AllAsync(Api who) => [.. (await AgendaAsync(who, first: 500)).At("nodes").EnumerateArray()];

    private static async Task<JsonElement> AgendaAsync(Api who, string? until = null, int first = 50, string? after = null)
        => (await who.ReadAsync($"query($u: LocalDate, $n: Int, $a: String) {{ viewer {{ agenda(until: $u, first: $n, after: $a) {{ {Items} }} }} }}", new { u = until, n = first, a = after })).At("viewer.agenda");
}
