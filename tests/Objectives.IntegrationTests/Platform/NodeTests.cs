using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.IntegrationTests.Development;
using Objectives.IntegrationTests.PerformanceLinkage;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;

namespace Objectives.IntegrationTests.Platform;

public sealed class NodeTests(Installations installations)
{
    /// <summary>Types of which there is nothing before something has happened, as in execution; their own tests reach them.</summary>
    private static readonly string[] OfExecution = ["Actual", "Cause", "ControlPoint", "Countermeasure", "Criterion", "Deviation", "ImprovementCase", "ImprovementReport", "Notification", "OfficeMeeting", "ProgressReport", "Rebalance", "Resolution", "Scorecard", "ScorecardItem", "TargetRevision"];

    [Theory, OnEachDatabase]
    public async Task Every_type_with_an_identity_is_reached_by_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var objective = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        GlobalId.TryDecode(company.Executive.PersonId, out _, out var executive).ShouldBeTrue();
        var job = await company.Program.Services.GetRequiredService<JobRunner>().StartAsync(
            "test", new(new(executive), default, Locale.En, new HashSet<Role>()), (_, _, _) => Task.FromResult<object?>(null), TestContext.Current.CancellationToken);
        var nodes = new Dictionary<string, string>
        {
            ["Cycle"] = cycle, ["Objective"] = objective, ["Measure"] = company.Revenue, ["Person"] = company.Member.PersonId, ["Unit"] = company.Team, ["Position"] = company.Position,
            ["Responsibility"] = company.Responsibility, ["Region"] = company.Region, ["Customer"] = company.Customer, ["Job"] = GlobalId.TryEncode(job)!,
            ["StrategyElement"] = (await company.Executive.ChangeAsync("saveStrategyElement", new { kind = "VISION", title = "愿景", from = 2027, until = 2030 }, "strategyElement { id }")).Id(),
            ["Comment"] = (await company.Executive.ChangeAsync("comment", new { subjectId = objective, text = "说" }, "comment { id }")).Id(),
            ["Briefing"] = (await company.InformAsync(cycle, company.Team, "COMPANY_RESULTS"))[0],
            ["SupportRequest"] = await company.TeamLeader.AskForHelpAsync(objective, company.Stranger.PersonId),
            ["WorkItem"] = await company.TeamLeader.AddWorkItemAsync(objective, "走访", company.Member.PersonId),
            ["Competency"] = (await company.Hr.ChangeAsync("saveCompetency", new { code = "NODE", name = "识别", levels = new[] { "一级" } }, "competency { id }")).Id(),
            ["Milestone"] = await company.TeamLeader.AddMilestoneAsync(WorkSteps.Milestone(objective, "评审", company.Member.PersonId)),
            ["ScoringRule"] = (await company.Hr.ChangeAsync("saveScoringRule", new { name = "达标", kind = "PASS_FAIL" }, "scoringRule { id }")).Id(),
        };
        nodes["Webhook"] = (await company.Executive.ChangeAsync("saveWebhook", new { url = "https://198.51.99.7/hook", events = new[] { "CommentMade" }, active = true }, "webhook { id }")).Id();
        await company.TeamLeader.ChangeAsync("comment", new { subjectId = objective, text = "说" }, "comment { id }");
        await company.Program.AllDeliveredAsync();
        nodes["WebhookDelivery"] = (await company.Executive.ReadAsync("{ viewer { webhooks { deliveries { id } } } }")).Text("viewer.webhooks.0.deliveries.0.id")!;
        nodes["AccessToken"] = (await company.Executive.ChangeAsync("createAccessToken", new { name = "报表", expires = "2027-01-01" }, "accessToken { id }")).Id();
        nodes["Course"] = await company.CourseAsync(nodes["Competency"], 1);
        await company.Hr.RequireAsync(objective, (nodes["Competency"], 1));
        var plan = await company.Hr.ProposeAsync(company.TeamLeader.PersonId, cycle);
        (nodes["DevelopmentPlan"], nodes["DevelopmentItem"]) = (plan.Id(), plan.Text("items.0.id")!);
        nodes["Project"] = (await company.TeamLeader.ObjectiveAsync(objective, "project { id }")).Text("project.id")!;
        await company.DepartmentLeader.ChangeAsync("grantAuthority", new { objectiveId = objective, scope = "可调配两人", from = "2027-01-01" }, "objective { id }");
        var granted = await company.TeamLeader.ObjectiveAsync(objective, "authorityGrants { id } negotiation { id }");
        (nodes["AuthorityGrant"], nodes["NegotiationEntry"]) = (granted.Text("authorityGrants.0.id")!, granted.Text("negotiation.0.id")!);
        nodes["Recognition"] = (await company.TeamLeader.ChangeAsync("recognise", new { toId = company.Member.PersonId, kind = "PRAISE", text = "好" }, "recognition { id }")).Id();
        nodes["IncentiveScheme"] = await company.Hr.SaveAsync(company.Scheme(cycle));
        nodes["Finding"] = (await company.TeamLeader.ObjectiveAsync(objective, "findings { id }")).Text("findings.0.id")!;
        var possible = (await company.Executive.ReadAsync("{ __type(name: \"Node\") { possibleTypes { name } } }")).Strings("__type.possibleTypes.*.name");
        nodes.Keys.Concat(OfExecution).Order().ShouldBe(possible.Order());
        foreach (var (type, id) in nodes)
            (await (type == "IncentiveScheme" ? company.Hr : company.Executive).ReadAsync("query($id: ID!) { node(id: $id) { __typename id } }", new { id })).GetProperty("node").ShouldSatisfyAllConditions(n => n.Text("__typename").ShouldBe(type), n => n.Id().ShouldBe(id));
    }

    [Theory, OnEachDatabase]
    public async Task Nodes_come_in_the_order_of_their_ids_with_null_for_those_that_are_none(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        string[] ids = [company.Team, "no id", company.Member.PersonId, GlobalId.Encode("Objective", Guid.NewGuid()), company.Team, GlobalId.Encode("Session", Guid.NewGuid()), company.Revenue];
        var nodes = (await company.Executive.ReadAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids })).GetProperty("nodes").EnumerateArray().Select(n => n.ValueKind == JsonValueKind.Null ? null : n.Id());
        nodes.ShouldBe([company.Team, null, company.Member.PersonId, null, company.Team, null, company.Revenue]);
        foreach (var (field, id) in new[] { ("unit", company.Member.PersonId), ("person", company.Team), ("cycle", company.Team), ("objective", company.Team), ("unit", "x") })
            (await company.Executive.ReadAsync($"query($id: ID!) {{ {field}(id: $id) {{ id }} }}", new { id })).GetProperty(field).ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
