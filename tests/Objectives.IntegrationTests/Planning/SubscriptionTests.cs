using System.Net;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

public sealed class SubscriptionTests(Installations installations)
{
    private const string Changes = "subscription($rootId: ID!) { objectiveChanged(rootId: $rootId) { id version title status owner { name } parent { id } } }";

    [Theory, OnEachDatabase]
    public async Task Changes_of_a_subtree_arrive_as_they_are_made(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var root = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.DeliveredAsync(root);
        await using var changes = await company.Member.SubscribeAsync(Changes, new { rootId = root });
        changes.Status.ShouldBe(HttpStatusCode.OK);
        await company.TeamLeader.DraftAsync(company.Draft(cycle) with { Title = "别处" });
        var child = await company.TeamLeader.DraftAsync(company.Draft(cycle, root) with { Title = "下级" });
        (await changes.DataAsync()).GetProperty("objectiveChanged").ShouldSatisfyAllConditions(o => o.Text("title").ShouldBe("下级"), o => o.Text("parent.id").ShouldBe(root), o => o.Text("owner.name").ShouldBe("孙组长"));
        await company.TeamLeader.ChangeAsync("editObjective", new { id = child, title = "改名" }, "objective { id }");
        (await changes.DataAsync()).Text("objectiveChanged.title").ShouldBe("改名");
        await company.TeamLeader.ChangeAsync("withdrawObjective", new { id = child, reason = "停止" }, "objective { id }");
        (await changes.DataAsync()).Text("objectiveChanged.status").ShouldBe("WITHDRAWN");
        await company.Colleague.ChangeAsync("comment", new { subjectId = root, text = "看到" }, "comment { id }");
        (await changes.DataAsync()).Text("objectiveChanged.id").ShouldBe(root);
    }

    [Theory, OnEachDatabase]
    public async Task What_the_listener_may_not_read_is_not_told(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var root = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.DeliveredAsync(root);
        await using var changes = await company.Member.SubscribeAsync(Changes, new { rootId = root });
        await company.Executive.DraftAsync(company.StrangersDraft(cycle, root));
        var own = await company.Executive.DraftAsync(company.Draft(cycle, root) with { Title = "看得见" });
        (await changes.DataAsync()).Text("objectiveChanged.id").ShouldBe(own);
    }

    [Theory, OnEachDatabase]
    public async Task Who_signs_out_hears_no_more(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var root = await company.TeamLeader.DraftAsync(company.Draft(await company.OpenCycleAsync()));
        await company.DeliveredAsync(root);
        var guest = await company.Program.SignInAsync(company.Member.PersonId);
        await using var changes = await guest.SubscribeAsync(Changes, new { rootId = root });
        (await guest.PostAsync("/auth/sign-out", new { })).Status.ShouldBe(HttpStatusCode.NoContent);
        await company.TeamLeader.ChangeAsync("editObjective", new { id = root, title = "签退之后" }, "objective { id }");
        if (await changes.NextAsync() is { } last)
            last.At("errors.0.extensions.code").GetString().ShouldBe("UNAUTHENTICATED");
        (await changes.NextAsync()).ShouldBeNull();
    }
}
