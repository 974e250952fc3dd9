using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.IntegrationTests.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.Jobs;
using Objectives.Platform.Messaging;

namespace Objectives.IntegrationTests.Platform;

/// <summary>What people are told of, in the app.</summary>
public sealed class NotificationTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string All = "totalCount unreadCount nodes { id at kind title body readAt subject { id __typename } } pageInfo { hasNextPage endCursor }";

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.6")]
    public async Task The_other_side_is_told_of_a_proposal_and_all_who_sign_of_what_becomes_of_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()) with { Title = "首次修复率" });
        await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT", text: "部门目标");
        await company.TeamLeader.NegotiateAsync(id, "PROPOSAL", "130", "旺季在即");
        var told = (await OfAsync(company.Member, id)).ShouldHaveSingleItem();
        (told.Text("kind"), told.Text("title"), told.Text("body"), told.Text("readAt"), told.Text("subject.__typename")).ShouldBe(("TARGET_PROPOSED", "孙组长 proposes 130 万元: 首次修复率", "旺季在即", null, "Objective"));
        (await OfAsync(company.Member.InChinese, id)).Single().Text("title").ShouldBe("孙组长提议目标值 130 万元：首次修复率");
        await company.Member.NegotiateAsync(id, "COUNTER_PROPOSAL", "125", "人手紧");
        await KindsAreAsync(id, (company.Member, "TARGET_PROPOSED"), (company.TeamLeader, "TARGET_PROPOSED"), (company.Colleague, null), (company.DepartmentLeader, null));
        await company.TeamLeader.NegotiateAsync(id, "ACCEPTED");
        await KindsAreAsync(id, (company.Member, "OBJECTIVE_AGREED,TARGET_PROPOSED"), (company.TeamLeader, "OBJECTIVE_AGREED,TARGET_PROPOSED"), (company.Colleague, null));
        await company.Member.SignAsync(id);
        await company.TeamLeader.SignAsync(id);
        await KindsAreAsync(id, (company.Member, "OBJECTIVE_COMMITTED,OBJECTIVE_AGREED,TARGET_PROPOSED"));
        await company.TeamLeader.NegotiateAsync(id, "REOPENED", text: "市场变了");
        await KindsAreAsync(id, (company.Member, "COMMITMENT_VOIDED,OBJECTIVE_COMMITTED,OBJECTIVE_AGREED,TARGET_PROPOSED"), (company.Stranger, null));

        var top = await company.Executive.DraftAsync(company.Draft(await company.OpenCycleAsync()) with { Level = "COMPANY", OwnerId = company.Executive.PersonId, UnitId = company.Root });
        await company.Executive.NegotiateAsync(top, "PROPOSAL", "110");
        await KindsAreAsync(top, (company.SecondExecutive, "TARGET_PROPOSED"), (company.Executive, null), (company.Hr, null));
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.6")]
    public async Task The_other_side_is_told_of_a_rejection_and_why(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()) with { Title = "首次修复率" });
        await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT", text: "部门目标");
        await company.Member.NegotiateAsync(id, "PROPOSAL", "125", "人手紧");
        await company.TeamLeader.NegotiateAsync(id, "REJECTED", text: "去年已到 128");
        var told = (await OfAsync(company.Member, id)).ShouldHaveSingleItem();
        (told.Text("kind"), told.Text("title"), told.Text("body")).ShouldBe(("TARGET_REJECTED", "孙组长 rejects 125 万元: 首次修复率", "去年已到 128"));
        (await OfAsync(company.Member.InChinese, id)).Single().Text("title").ShouldBe("孙组长拒绝目标值 125 万元：首次修复率");
        await company.TeamLeader.NegotiateAsync(id, "PROPOSAL", "130");
        await company.Member.NegotiateAsync(id, "REJECTED", text: "做不到");
        await KindsAreAsync(id, (company.TeamLeader, "TARGET_REJECTED,TARGET_PROPOSED"), (company.Member, "TARGET_PROPOSED,TARGET_REJECTED"), (company.DepartmentLeader, null));
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S6.2")]
    public async Task Who_is_asked_for_help_is_told_who_asked_what_he_answers_and_who_decides_that_he_must(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
        var request = await company.Member.AskForHelpAsync(id, company.Stranger.PersonId);
        var asked = (await OfAsync(company.Stranger, request)).ShouldHaveSingleItem();
        (asked.Text("kind"), asked.Text("title"), asked.Text("body"), asked.Text("subject.__typename")).ShouldBe(("SUPPORT_REQUESTED", "李明 asks for help by Jun 30, 2027: 提高服务收入", "需要两名工程师支援", "SupportRequest"));
        await company.Stranger.ChangeAsync("answerSupport", new { supportRequestId = request, status = "DECLINED", answer = "忙" }, "supportRequest { id }");
        var answered = (await OfAsync(company.Member.InChinese, request)).ShouldHaveSingleItem();
        (answered.Text("kind"), answered.Text("title"), answered.Text("body")).ShouldBe(("SUPPORT_ANSWERED", "王芳拒绝提供支持：提高服务收入", "忙"));
        await KindsAreAsync(request, (company.DivisionLeader, "SUPPORT_TO_DECIDE"), (company.Stranger, "SUPPORT_REQUESTED"), (company.Executive, null), (company.TeamLeader, null));
        await company.DivisionLeader.ChangeAsync("answerSupport", new { supportRequestId = request, status = "AGREED", answer = "协调" }, "supportRequest { id }");
        await KindsAreAsync(request, (company.Member, "SUPPORT_ANSWERED,SUPPORT_ANSWERED"), (company.DivisionLeader, "SUPPORT_TO_DECIDE"));
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S7.2")]
    public async Task The_leader_is_told_of_a_report_and_who_reported_of_its_answer(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (_, id) = await company.ControlledAsync();
        var report = await company.Member.ReviewedAsync(id, 1);
        var told = (await OfAsync(company.TeamLeader, report)).ShouldHaveSingleItem();
        (told.Text("kind"), told.Text("title"), told.Text("body")).ShouldBe(("PROGRESS_REPORTED", "李明 has reported at Jan 31, 2026: 提高服务收入", "本月按计划完成\nConfidence 4 of 5."));
        await company.TeamLeader.ChangeAsync("followUp", Controlling.Answer(report), "progressReport { id }");
        (await OfAsync(company.Member, report)).ShouldHaveSingleItem().ShouldSatisfyAllConditions(n => n.Text("kind").ShouldBe("PROGRESS_FOLLOWED_UP"), n => n.Text("body").ShouldBe("继续保持"));
        await KindsAreAsync(report, (company.DepartmentLeader, null), (company.Colleague, null));
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S7.1")]
    public async Task A_missed_control_point_is_told_its_owner_and_escalates_to_his_direct_superior_once_and_old_news_are_cleared_away(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database, null, null, "--Notifications:KeepDays", "30");
        var company = await Company.FoundAsync(program);
        var (_, id) = await company.ControlledAsync();
        var point = await company.Member.PointAsync(id, 1);
        await MoveAsync(program, 6);
        await KindsAreAsync(point, (company.Member, "CONTROL_POINT_MISSED"), (company.TeamLeader, "CONTROL_POINT_ESCALATED"), (company.DepartmentLeader, null), (company.Colleague, null));
        (await OfAsync(company.TeamLeader, point)).Single().Text("title").ShouldBe("李明 has not reported at Jan 31, 2026: 提高服务收入");
        await MoveAsync(program, 3);
        await KindsAreAsync(point, (company.Member, "CONTROL_POINT_MISSED"), (company.TeamLeader, "CONTROL_POINT_ESCALATED"));
        await MoveAsync(program, 29);
        await KindsAreAsync(point, (company.Member, null), (company.TeamLeader, null));
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S4.2")]
    public async Task A_briefing_is_told_everyone_whom_it_addresses_and_what_was_told_is_marked_as_read(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var before = await ListAsync(company.Colleague);
        var briefing = (await company.InformAsync(cycle, company.Team, "COMPANY_RESULTS"))[0];
        await KindsAreAsync(briefing, (company.Member, "BRIEFING_PUBLISHED"), (company.Colleague, "BRIEFING_PUBLISHED"), (company.TeamLeader, "BRIEFING_PUBLISHED"), (company.Executive, null), (company.Stranger, null));

        var list = await ListAsync(company.Colleague);
        (list.Number("unreadCount"), list.Number("totalCount")).ShouldBe((before.Number("unreadCount") + 1, before.Number("totalCount") + 1));
        var told = list.At("nodes.0");
        told.Text("title").ShouldBe("To be read: 通报 COMPANY_RESULTS");
        var reply = await company.Colleague.MutateAsync("markNotificationsRead", new { notificationIds = new[] { told.Id() } }, "unreadCount");
        reply.Data.Number("markNotificationsRead.unreadCount").ShouldBe(before.Number("unreadCount"));
        await company.Colleague.MutateAsync("markNotificationsRead", new { notificationIds = new[] { told.Id() } }, "unreadCount");
        (await OfAsync(company.Colleague, briefing)).Single().Text("readAt").ShouldNotBeNull();
        (await ListAsync(company.Colleague, unreadOnly: true)).Strings("nodes.*.id").ShouldNotContain(told.Id());

        // Another's is none.
        var others = (await OfAsync(company.Member, briefing)).Single().Id();
        (await company.Colleague.RefusedAsync("markNotificationsRead", new { notificationIds = new[] { told.Id(), others } })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("notificationIds.1"));
        (await company.Colleague.RefusedAsync("markNotificationsRead", new { notificationIds = Array.Empty<string>() })).Code.ShouldBe("REQUIRED");
        (await company.Colleague.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = others })).At("node").ValueKind.ShouldBe(JsonValueKind.Null);
        (await company.Member.ReadAsync("query($id: ID!) { node(id: $id) { ... on Notification { title } } }", new { id = others })).Text("node.title").ShouldBe("To be read: 通报 COMPANY_RESULTS");
        (await OfAsync(company.Member, briefing)).Single().Text("readAt").ShouldBeNull();

        // An auditor changes nothing, but reads what he is told.
        var forAll = (await company.InformAsync(cycle, company.Root, "COMPANY_RESULTS"))[0];
        var audited = (await OfAsync(company.Auditor, forAll)).Single().Id();
        (await company.Auditor.MutateAsync("markNotificationsRead", new { notificationIds = new[] { audited } }, "unreadCount")).UserErrors.ShouldBeEmpty();

        var (seen, after) = (new List<string?>(), (string?)null);
        do
        {
            var page = await ListAsync(company.Colleague, first: 1, after: after);
            seen.AddRange(page.Strings("nodes.*.id"));
            after = page.At("pageInfo.hasNextPage").GetBoolean() ? page.Text("pageInfo.endCursor") : null;
        }
        while (after is not null && seen.Count < 4);
        seen.ShouldBe((await ListAsync(company.Colleague)).Strings("nodes.*.id").Take(seen.Count));
    }

    [Theory, OnEachDatabase]
    public async Task A_comment_is_told_the_owner_and_those_named_in_it_who_may_read_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.Executive.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
        await company.TeamLeader.ChangeAsync("comment", new { subjectId = id, text = "请 @周静 和 @王芳 看一下" }, "comment { id }");
        await KindsAreAsync(id, (company.Member, "COMMENTED"), (company.Colleague, "MENTIONED"), (company.Stranger, null), (company.TeamLeader, null));
        (await OfAsync(company.Colleague, id)).Single().ShouldSatisfyAllConditions(n => n.Text("title").ShouldBe("孙组长 mentions you: 提高服务收入"), n => n.Text("body").ShouldBe("请 @周静 和 @王芳 看一下"));
    }

    [Theory, OnEachDatabase]
    public async Task Who_has_just_got_another_name_is_called_by_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.Executive.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
        var person = await company.Administrator.AddAsync("savePerson", New.Person(company.Team).With("name", "高远"));
        var newcomer = await company.Program.SignInAsync(person.Id());
        await newcomer.ChangeAsync("comment", new { subjectId = id, text = "看" }, "comment { id }");
        (await OfAsync(company.Member, id)).ShouldHaveSingleItem().Text("title").ShouldBe("高远 comments on: 提高服务收入");
        await company.Administrator.ChangeAsync("savePerson", person.With("name", "高志远"), "person { id }");
        await newcomer.ChangeAsync("comment", new { subjectId = id, text = "再看" }, "comment { id }");
        (await OfAsync(company.Member, id)).Select(n => n.Text("title")).ShouldBe(["高志远 comments on: 提高服务收入", "高远 comments on: 提高服务收入"]);
    }

    [Theory, OnEachDatabase]
    public async Task An_event_that_comes_twice_is_told_once(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.Executive.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
        await company.TeamLeader.ChangeAsync("comment", new { subjectId = id, text = "看" }, "comment { id }");
        await KindsAreAsync(id, (company.Member, "COMMENTED"));
        await company.Program.WithDbAsync(db => db.Outbox.Where(m => m.Type == "Objectives.Contracts.Planning.CommentMade").ExecuteUpdateAsync(
            s => s.SetProperty(m => m.DeliveredAt, (DateTimeOffset?)null).SetProperty(m => m.ClaimedBy, (Guid?)null)));
        (await company.Program.Services.GetRequiredService<OutboxDelivery>().DeliverAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThanOrEqualTo(0);
        await KindsAreAsync(id, (company.Member, "COMMENTED"));
    }

    [Theory, OnEachDatabase]
    public async Task They_arrive_as_they_arise_and_only_ones_own(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var id = await company.Executive.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
        await company.Program.AllDeliveredAsync();
        await using var live = await company.Member.InChinese.SubscribeAsync("subscription { notificationArrived { kind title subject { id } readAt } }", new { });
        await using var others = await company.Colleague.SubscribeAsync("subscription { notificationArrived { kind subject { id } } }", new { });
        await company.TeamLeader.ChangeAsync("comment", new { subjectId = id, text = "看" }, "comment { id }");
        await company.TeamLeader.ChangeAsync("comment", new { subjectId = id, text = "@周静" }, "comment { id }");
        (await live.DataAsync()).At("notificationArrived").ShouldSatisfyAllConditions(n => n.Text("kind").ShouldBe("COMMENTED"), n => n.Text("title").ShouldBe("孙组长评论了：提高服务收入"), n => n.Text("subject.id").ShouldBe(id));
        (await others.DataAsync()).Text("notificationArrived.kind").ShouldBe("MENTIONED");
    }

    [Theory, OnEachDatabase]
    public async Task What_another_program_told_arrives_too(DatabaseKind database)
    {
        Assert.SkipWhen(database == DatabaseKind.Sqlite, "A SQLite file belongs to one program.");
        var company = await installations.OnAsync(database);
        var id = await company.Executive.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync()));
        await company.Program.AllDeliveredAsync();
        await using var live = await company.Member.SubscribeAsync("subscription { notificationArrived { id kind } }", new { });
        await company.TeamLeader.ChangeAsync("comment", new { subjectId = id, text = "看" }, "comment { id }");
        var first = (await live.DataAsync()).At("notificationArrived");
        await company.Program.WithDbAsync(db => db.Outbox.Where(m => m.Type == "Objectives.Contracts.Platform.NotificationsArrived").OrderByDescending(m => m.Id).Take(1).ExecuteUpdateAsync(
            s => s.SetProperty(m => m.DeliveredBy, Guid.CreateVersion7()).SetProperty(m => m.DeliveredAt, company.Program.SystemClock.GetUtcNow())));
        (await live.DataAsync()).At("notificationArrived").Id().ShouldBe(first.Id());
    }

    [Theory, OnEachDatabase]
    public async Task Who_started_an_import_is_told_that_it_is_over(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database, null, null, "--Import:RowsAtOnce", "1");
        var administrator = await program.SetUpAsync();
        static async Task<(string?, string?, string?)> ToldOfAsync(Api reader, string direction, bool dryRun)
        {
            var csv = $"code,name,unitOfMeasure,direction,aggregation,decimals\nM1,One,%,INCREASE,SUM,0\nM2,Two,%,{direction},SUM,0\n";
            var reply = await reader.MutateAsync("importRecords", new { kind = "MEASURES", format = "CSV", content = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(csv)), dryRun }, "job { id }");
            var job = reply.Data.Text("importRecords.job.id");
            job.ShouldNotBeNull(reply.Text);
            IReadOnlyList<JsonElement> told;
            while ((told = await OfAsync(reader, job)).Count == 0)
                await Task.Delay(50, TestContext.Current.CancellationToken);
            return (told.Single().Text("kind"), told.Single().Text("title"), told.Single().Text("body"));
        }
        (await ToldOfAsync(administrator, "UP", dryRun: true)).ShouldBe(("IMPORT_ENDED", "Your import was checked", "Nothing was written: 1 would be added, 0 changed, 1 rows refused."));
        (await ToldOfAsync(administrator.InChinese, "UP", dryRun: true)).ShouldBe(("IMPORT_ENDED", "导入检查已完成", "未写入任何内容：将新增 1 条，更新 0 条，拒绝 1 行。"));
        (await ToldOfAsync(administrator, "UP", dryRun: false)).ShouldBe(("IMPORT_ENDED", "Your import was not written", "Nothing was written: 1 would be added, 0 changed, 1 rows refused."));
        (await ToldOfAsync(administrator, "INCREASE", dryRun: false)).ShouldBe(("IMPORT_ENDED", "Your import is done", "2 added, 0 changed, 0 rows refused."));
    }

    [Theory, OnEachDatabase]
    public async Task Statements_do_not_depend_on_how_many_there_are(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var runs = new List<IReadOnlyList<string>>();
        foreach (var more in new[] { 1, 8 })
        {
            for (var i = 0; i < more; i++)
                await company.InformAsync(cycle, company.OtherTeam, "COMPANY_RESULTS");
            await company.Program.AllDeliveredAsync();
            var (data, sql) = await company.Stranger.RecordAsync($"{{ viewer {{ notifications(first: 100) {{ {All} }} }} }}");
            data.At("viewer.notifications.nodes").GetArrayLength().ShouldBeGreaterThanOrEqualTo(more);
            runs.Add(sql);
        }
        runs.ShouldBeAsMany();
    }

    /// <summary>Each page asks for it, also of one who was told thousands of things.</summary>
    [Fact]
    public async Task How_much_is_unread_is_counted_without_reading_what_it_is()
    {
        var company = await installations.OnAsync(DatabaseKind.Sqlite);
        var (_, sql) = await company.Stranger.RecordAsync("{ viewer { notifications(first: 5) { unreadCount nodes { id } } } }");
        var asked = sql.Where(s => s.Contains("platform_notifications")).ToList();
        var plans = await Task.WhenAll(asked.Select(company.Program.PlanAsync));
        plans.ShouldAllBe(plan => plan.Any(step => step.StartsWith("SEARCH", StringComparison.Ordinal) && step.Contains("INDEX ix_platform_notifications_person_id")));
        plans[asked.FindIndex(s => s.Contains("COUNT(*)") && s.Contains("read_at"))].ShouldAllBe(step => step.Contains("COVERING INDEX"));
    }

    private static async Task MoveAsync(Installation program, int days)
    {
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddDays(days)).ShouldBeTrue();
        await program.Services.GetRequiredService<DailyRound>().RunDueAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>By kind, the newest first.</summary>
    private static async Task KindsAreAsync(string subject, params (Api Who, string? Kinds)[] told)
    {
        foreach (var (who, kinds) in told)
            string.Join(',', (await OfAsync(who, subject)).Select(n => n.Text("kind"))).ShouldBe(kinds ?? string.Empty);
    }

    private static async Task<IReadOnlyList<JsonElement>> OfAsync(Api who, string subject)
    {
        await who.Program.AllDeliveredAsync();
        return [.. (await ListAsync(who)).At("nodes").EnumerateArray().Where(n => n.Text("subject.id") == subject)];
    }

    private static async Task<JsonElement> ListAsync(Api who, bool unreadOnly = false, int first = 500, string? after = null)
    {
        await who.Program.AllDeliveredAsync();
        return (await who.ReadAsync($"query($u: Boolean, $n: Int, $a: String) {{ viewer {{ notifications(unreadOnly: $u, first: $n, after: $a) {{ {All} }} }} }}", new { u = unreadOnly, n = first, a = after })).At("viewer.notifications");
    }
}
