using System.Net;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Platform;

public sealed class SignInTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task Who_asks_is_told_who_he_is(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var nobody = (await company.Program.Anonymous.GetAsync("/auth/me")).Json;
        (nobody.GetProperty("signedIn").GetBoolean(), nobody.GetProperty("demo").GetBoolean(), nobody.GetProperty("setup").GetBoolean()).ShouldBe((false, false, false));
        var me = (await company.TeamLeader.GetAsync("/auth/me")).Json;
        (me.GetProperty("signedIn").GetBoolean(), me.Id(), me.Text("employeeNumber"), me.Text("name"), me.Text("locale")).ShouldBe((true, company.TeamLeader.PersonId, "E0111", "孙组长", "ZH_CN"));
        me.Strings("roles").ShouldBe(["MEMBER", "LEADER"]);
        (await company.Hr.GetAsync("/auth/me")).Json.Strings("roles").ShouldBe(["MEMBER", "HR"]);
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_is_served_without_a_session(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        foreach (var nobody in (Api[])[company.Program.Anonymous, company.TeamLeader with { Token = "x" }, company.TeamLeader with { Token = company.TeamLeader.Token + "0" }])
        {
            var reply = await nobody.AskAsync("{ viewer { roles } }");
            (reply.Status, reply.ErrorCode).ShouldBe((HttpStatusCode.Unauthorized, "UNAUTHENTICATED"));
        }
        (await company.Program.Anonymous.InChinese.AskAsync("{ viewer { roles } }")).ErrorMessage.ShouldBe("请先登录。");
    }

    [Theory, OnEachDatabase]
    public async Task Signing_out_ends_that_session_alone(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (here, elsewhere) = (await company.Program.SignInAsync(company.Member.PersonId), await company.Program.SignInAsync(company.Member.PersonId));
        (await here.PostAsync("/auth/sign-out", new { })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await here.AskAsync("{ viewer { roles } }")).ErrorCode.ShouldBe("UNAUTHENTICATED");
        await elsewhere.ReadAsync("{ viewer { roles } }");
        (await here.PostAsync("/auth/sign-out", new { })).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory, OnEachDatabase]
    public async Task A_session_runs_out_by_the_system_clock_not_by_the_business_clock(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var administrator = await program.SetUpAsync();
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddYears(1));
        await administrator.ReadAsync("{ viewer { roles } }");
        program.SystemClock.Advance(TimeSpan.FromHours(11.9));
        await administrator.ReadAsync("{ viewer { roles } }");
        program.SystemClock.Advance(TimeSpan.FromHours(0.2));
        (await administrator.AskAsync("{ viewer { roles } }")).ErrorCode.ShouldBe("UNAUTHENTICATED");
    }

    [Theory, OnEachDatabase]
    public async Task Who_has_left_the_company_is_signed_in_no_more(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var input = new { employeeNumber = "S0001", name = "临时工", email = "s0001@example.com", unitId = company.Root };
        var guest = await company.Program.SignInAsync((await company.Administrator.ChangeAsync("savePerson", input, "person { id }")).Id());
        await guest.ReadAsync("{ viewer { roles } }");
        await company.Administrator.ChangeAsync("savePerson", new { id = guest.PersonId, input.employeeNumber, input.name, input.email, input.unitId, active = false }, "person { id }");
        (await guest.AskAsync("{ viewer { roles } }")).ErrorCode.ShouldBe("UNAUTHENTICATED");
    }
}
