using System.Net;
using Objectives.IntegrationTests.Transport;
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
        var comment = (await company.Colleague.ChangeAsync("comment", new { subjectId = root, text = "看到" }, "comment { id }")).Id();
        (await changes.DataAsync()).Text("objectiveChanged.id").ShouldBe(root);
        await company.Colleague.ChangeAsync("remove", new { id = comment }, "removedId");
        (await changes.DataAsync()).Text("objectiveChanged.id").ShouldBe(root, "what was taken back is seen no more");
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
    public async Task Each_event_is_read_with_the_rights_that_the_listener_has_then(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var cycle = await company.OpenCycleAsync();
        var root = await company.Executive.DraftAsync(company.Draft(cycle));
        var child = await company.Executive.DraftAsync(company.StrangersDraft(cycle, root));
        var input = new { employeeNumber = "E0900", name = "冯总", email = "e0900@example.com", unitId = company.Team, superiorId = company.TeamLeader.PersonId };
        var person = (await company.Administrator.ChangeAsync("savePerson", new { input.employeeNumber, input.name, input.email, input.unitId, input.superiorId, roles = new[] { "EXECUTIVE" } }, "person { id }")).Id();
        await program.AllDeliveredAsync();
        var guest = await program.SignInAsync(person);
        await using var changes = await guest.SubscribeAsync("subscription($rootId: ID!) { objectiveChanged(rootId: $rootId) { title children { id } } }", new { rootId = root });
        await company.TeamLeader.ChangeAsync("editObjective", new { id = root, title = "一" }, "objective { id }");
        (await changes.DataAsync()).At("objectiveChanged").Strings("children.*.id").ShouldBe([child]);
        await company.Administrator.ChangeAsync("savePerson", new { id = person, input.employeeNumber, input.name, input.email, input.unitId, input.superiorId, roles = Array.Empty<string>() }, "person { id }");
        await company.TeamLeader.ChangeAsync("editObjective", new { id = root, title = "二" }, "objective { id }");
        (await changes.DataAsync()).At("objectiveChanged").ShouldSatisfyAllConditions(o => o.Text("title").ShouldBe("二"), o => o.Strings("children.*.id").ShouldBeEmpty());
    }

    [Theory, OnEachDatabase]
    public async Task Over_a_socket_that_outlives_the_sign_in_nothing_more_is_done(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var guest = await company.Program.SignInAsync(company.Member.PersonId);
        await using var socket = await SocketPeer.ConnectAsync(guest);
        await socket.SendAsync(SocketPeer.Subscribe("1", "{ viewer { person { employeeNumber } } }"));
        (await socket.ReceiveAsync()).Text("payload.data.viewer.person.employeeNumber").ShouldBe("E0112");
        (await socket.ReceiveAsync()).Text("type").ShouldBe("complete");
        (await guest.PostAsync("/auth/sign-out", new { })).Status.ShouldBe(HttpStatusCode.NoContent);
        foreach (var (id, query) in new[] { ("2", "{ viewer { roles } }"), ("3", "mutation { setLocale(input: { locale: EN }) { userErrors { code } } }"), ("4", "subscription { notificationArrived { id } }") })
        {
            await socket.SendAsync(SocketPeer.Subscribe(id, query));
            (await socket.ReceiveAsync()).ShouldSatisfyAllConditions(
                m => m.Text("type").ShouldBe("error"), m => m.Text("id").ShouldBe(id), m => m.Text("payload.0.extensions.code").ShouldBe("UNAUTHENTICATED"));
        }
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
