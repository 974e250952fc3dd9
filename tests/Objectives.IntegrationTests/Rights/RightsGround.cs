using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.IntegrationTests.Development;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.IntegrationTests.Improvement;
using Objectives.IntegrationTests.PerformanceLinkage;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;

namespace Objectives.IntegrationTests.Rights;

/// <summary>One record of each type that is about the team's member, or belongs to his objective; his appraisal is made and not released.</summary>
/// <param name="Records">Ids by type.</param>
/// <param name="Arguments">What fields cannot do without, by name; where it is another for a field, by that too.</param>
internal sealed record RightsGround(IReadOnlyDictionary<string, string> Records, IReadOnlyDictionary<string, string> Arguments)
{
    public static async Task<RightsGround> OnAsync(Company company)
    {
        var card = await Carded.OnAsync(company, ["40", "30", "30"]);
        var objective = card.Objectives[0];
        var records = new Dictionary<string, string>
        {
            ["Briefing"] = (await company.Executive.ReadAsync("query($id: ID!) { briefings(cycleId: $id, first: 1) { nodes { id } } }", new { id = card.Cycle })).Text("briefings.nodes.0.id")!,
            ["Competency"] = (await company.Hr.ChangeAsync("saveCompetency", new { code = "RIGHTS", name = "沟通", levels = new[] { "一级" } }, "competency { id }")).Id(),
            ["Customer"] = company.Customer, ["Cycle"] = card.Cycle, ["Measure"] = company.Revenue, ["Objective"] = objective, ["Person"] = company.Member.PersonId, ["Position"] = company.Position,
            ["Region"] = company.Region, ["Responsibility"] = company.Responsibility, ["ScoringRule"] = card.Rule, ["Unit"] = company.Team,
            ["StrategyElement"] = (await company.Executive.ChangeAsync("saveStrategyElement", new { kind = "VISION", title = "愿景", from = 2027, until = 2030 }, "strategyElement { id }")).Id(),
            ["IncentiveScheme"] = await company.Hr.SaveAsync(company.Scheme(card.Cycle)),
            ["Recognition"] = (await company.AwardAsync(company.TeamLeader, company.Member.PersonId, "500")).Id(),
            ["Comment"] = (await company.Colleague.ChangeAsync("comment", new { subjectId = objective, text = "说" }, "comment { id }")).Id(),
            ["Job"] = await StartedJobAsync(company.Member),
            ["AccessToken"] = (await company.Member.ChangeAsync("createAccessToken", new { name = "报表", expires = "2027-01-01" }, "accessToken { id }")).Id(),
        };
        records["Webhook"] = (await company.Member.ChangeAsync("saveWebhook", new { url = "https://198.51.99.7/hook", events = new[] { "CommentMade" }, active = true }, "webhook { id }")).Id();
        await DevelopAsync(company, card.Cycle, objective, records);
        await PlanAsync(company, objective, records);
        await FollowAsync(company, card, records);
        await AppraiseAsync(company, card, records);
        records["WebhookDelivery"] = await QueuedAsync(company);
        var told = await company.Member.ReadAsync("{ viewer { notifications(first: 1) { nodes { id } } } }");
        records["Notification"] = told.Text("viewer.notifications.nodes.0.id")!;
        return new(records, new Dictionary<string, string> { ["cycleId"] = card.Cycle, ["awards.cycleId"] = await AwardedAsync(company) });
    }

    private static async Task<string> QueuedAsync(Company company)
    {
        var cycle = await company.OpenCycleAsync();
        await company.TeamLeader.ChangeAsync("comment", new { subjectId = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle)), text = "说" }, "comment { id }");
        await company.Program.AllDeliveredAsync();
        return (await company.Member.ReadAsync("{ viewer { webhooks { deliveries { id } } } }")).Text("viewer.webhooks.0.deliveries.0.id")!;
    }

    private static async Task DevelopAsync(Company company, string cycle, string objective, Dictionary<string, string> records)
    {
        var (competency, member) = (records["Competency"], company.Member.PersonId);
        records["Course"] = await company.CourseAsync(await company.CompetencyAsync(), 1);
        await company.TeamLeader.AssessAsync(member, competency, 0);
        await company.TeamLeader.ChangeAsync("assessReadiness", new { personId = member, managementKnowledge = 4, selfManagement = 4, evidence = "面谈" }, "person { id }");
        await company.TeamLeader.RequireAsync(objective, (competency, 1));
        var plan = await company.Member.ProposeAsync(member, cycle);
        (records["DevelopmentPlan"], records["DevelopmentItem"]) = (plan.Id(), plan.Text("items.0.id")!);
    }

    private static async Task PlanAsync(Company company, string objective, Dictionary<string, string> records)
    {
        records["WorkItem"] = await company.Member.AddWorkItemAsync(objective, "走访", company.Member.PersonId);
        records["Milestone"] = await company.Member.AddMilestoneAsync(WorkSteps.Milestone(objective, "评审", company.Member.PersonId));
        records["Project"] = (await company.Member.ObjectiveAsync(objective, "project { id }")).Text("project.id")!;
        records["SupportRequest"] = (await company.Member.ChangeAsync("requestSupport", new { objectiveId = objective, what = "需要两名工程师", neededBy = "2026-12-20", fromPersonId = company.Stranger.PersonId }, "supportRequest { id }")).Id();
        await company.TeamLeader.ChangeAsync("grantAuthority", new { objectiveId = objective, scope = "可调配两人", from = "2026-01-01" }, "objective { id }");
        var planned = await company.TeamLeader.ObjectiveAsync(objective, "authorityGrants { id } negotiation { id } findings { id }");
        (records["AuthorityGrant"], records["NegotiationEntry"], records["Finding"]) = (planned.Text("authorityGrants.0.id")!, planned.Text("negotiation.0.id")!, planned.Text("findings.0.id")!);
    }

    private static async Task FollowAsync(Company company, Carded card, Dictionary<string, string> records)
    {
        var objective = card.Objectives[0];
        await card.ReachAsync(9, 9, 9);
        records["Actual"] = (await company.Member.ObjectiveAsync(objective, "actuals { id }")).Text("actuals.0.id")!;
        records["ProgressReport"] = await company.Member.ReviewedAsync(objective, 2);
        records["ControlPoint"] = await company.Member.PointAsync(objective, 2);
        records["TargetRevision"] = await card.ExemptAsync(2);
        var deviation = (await company.Member.ChangeAsync("raiseDeviation", new { objectiveId = objective, kind = "DIFFICULTY", description = "缺少配件" }, "deviation { id }")).Id();
        records["Deviation"] = deviation;
        await company.TeamLeader.RouteAsync(deviation, "OFFICE_MEETING");
        var held = await company.DepartmentLeader.ChangeAsync(
            "holdOfficeMeeting",
            new
            {
                unitId = company.Department, level = "DEPARTMENT", date = "2026-11-20", attendeeIds = new[] { company.TeamLeader.PersonId },
                resolutions = new[] { new { deviationId = deviation, text = "调配两名工程师", responsibleId = company.Member.PersonId, due = "2026-12-20" } },
            },
            "officeMeeting { id resolutions { id } }");
        (records["OfficeMeeting"], records["Resolution"]) = (held.Id(), held.Text("resolutions.0.id")!);
        await ImproveAsync(company, deviation, records);
    }

    private static async Task ImproveAsync(Company company, string deviation, Dictionary<string, string> records)
    {
        var opened = (await company.Member.OpenCaseAsync(deviation)).Id();
        await company.Member.ConfirmAsync(opened, await company.Member.CauseAsync(opened, "没有检查表"));
        var weighed = await company.Member.WeighAsync(opened, ("效果", "60"), ("成本", "40"));
        await company.Member.ProposeAsync(weighed, "推行检查表", 8, 9);
        await company.TeamLeader.DecideAsync(company.Decision(await company.Member.ProposeAsync(weighed, "增加复检", 9, 3), company.Day(10)));
        var filed = await company.Colleague.FileAsync(opened);
        (records["ImprovementCase"], records["Cause"], records["Criterion"], records["Countermeasure"], records["ImprovementReport"])
            = (opened, filed.Text("causes.0.id")!, filed.Text("criteria.0.id")!, filed.Text("countermeasures.0.id")!, filed.Text("reports.0.id")!);
    }

    private static async Task AppraiseAsync(Company company, Carded card, Dictionary<string, string> records)
    {
        await company.MoveCycleAsync(card.Cycle, "APPRAISAL");
        await company.Member.ChangeAsync("selfAppraise", new { scorecardId = card.Id, review = "完成较好", score = "95" }, "scorecard { id }");
        var now = await card.ReadAsync(company.TeamLeader);
        var (item, rebalance) = (now.Text("items.0.id")!, now.Text("rebalances.0.id")!);
        await company.TeamLeader.ChangeAsync("confirmRebalance", new { rebalanceId = rebalance }, "rebalance { id }");
        await company.TeamLeader.ChangeAsync(
            "appraise", new { scorecardId = card.Id, review = "全年稳定", adjustments = new[] { new { itemId = item, points = "5", reason = "承担额外区域" } } }, "scorecard { id }");
        (records["Scorecard"], records["ScorecardItem"], records["Rebalance"]) = (card.Id, item, rebalance);
    }

    /// <summary>A cycle that is over, with a final award to the member.</summary>
    private static async Task<string> AwardedAsync(Company company)
    {
        var cycle = await company.OpenFollowedCycleAsync();
        var scheme = await company.Hr.SaveAsync(company.Scheme(cycle));
        await (await company.MoreHrAsync()).ChangeAsync("approveIncentiveScheme", new { schemeId = scheme, reason = "同意" }, "incentiveScheme { id }");
        foreach (var stage in (string[])["EXECUTION", "APPRAISAL", "CLOSED"])
            await company.MoveCycleAsync(cycle, stage);
        await company.Hr.ChangeAsync("finaliseAwards", new { schemeId = scheme }, "incentiveScheme { id }");
        return cycle;
    }

    private static async Task<string> StartedJobAsync(Api by)
    {
        GlobalId.TryDecode(by.PersonId, out _, out var person).ShouldBeTrue();
        var caller = new Caller(new(person), default, Locale.En, new HashSet<Role> { Role.Member });
        var id = await by.Program.Services.GetRequiredService<JobRunner>().StartAsync("test", caller, (_, _, _) => Task.FromResult<object?>(null), TestContext.Current.CancellationToken);
        return GlobalId.TryEncode(id)!;
    }
}
