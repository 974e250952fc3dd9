using System.Net;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;

namespace Objectives.IntegrationTests.Organization;

public sealed class SignInTests(Installations installations)
{
    private const string Password = "一个足够长的好密码！！！";

    [Theory, OnEachDatabase]
    public async Task An_empty_installation_is_claimed_once_even_when_many_try_at_once(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        (await SendAsync(program, new InstallationIsEmpty())).ShouldBeTrue();
        var token = await program.SetUpTokenAsync();
        var wrong = await program.Anonymous.InChinese.PostAsync(
            "/auth/setup", new { token, company = " ", timeZone = "Mars", currency = "yuan", employeeNumber = "E 1", name = "", email = "nobody", password = "short" });
        wrong.Json.At("errors").EnumerateArray().Select(e => (e.Text("code"), e.Text("field"))).ShouldBe(
            [("REQUIRED", "company"), ("INVALID", "timeZone"), ("INVALID", "currency"), ("INVALID", "employeeNumber"), ("REQUIRED", "name"), ("INVALID", "email"), ("INVALID", "password")]);
        wrong.Text.ShouldContain("至少 12 个字符");
        (await SendAsync(program, new InstallationIsEmpty())).ShouldBeTrue();

        var answers = await Task.WhenAll(Enumerable.Range(1, 5).Select(i => program.Anonymous.PostAsync(
            "/auth/setup", new { token, company = $"公司{i}", timeZone = "Asia/Shanghai", currency = "CNY", employeeNumber = $"E{i}", name = "创建者", email = $"e{i}@example.com", password = Password })));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1, string.Join('\n', answers.Select(a => a.Text)));
        answers.Where(a => a.Status != HttpStatusCode.OK).ShouldAllBe(a => a.Json.At("errors.0").Text("code") == "FORBIDDEN_BY_STATE");
        (await SendAsync(program, new InstallationIsEmpty())).ShouldBeFalse();
        var admin = program.Anonymous with { Token = answers.Single(a => a.Status == HttpStatusCode.OK).Json.Text("token") };
        var read = await admin.ReadAsync("{ viewer { roles person { employeeNumber unit { kind name } history { nodes { action } } } } organization { name units { id } } people { totalCount } }");
        read.Strings("viewer.roles").ShouldBe(["MEMBER", "ADMINISTRATOR"]);
        read.Number("people.totalCount").ShouldBe(1);
        read.At("organization.units").GetArrayLength().ShouldBe(1);
        read.Text("viewer.person.unit.name").ShouldBe(read.Text("organization.name"));
        read.Strings("viewer.person.history.nodes.*.action").ShouldBe(["claimInstallation"]);
    }

    [Theory, OnEachDatabase]
    public async Task A_password_signs_in_by_number_or_address_and_the_history_tells_that_it_was_set(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (input, id) = await NewcomerAsync(company);
        var number = (string)input["employeeNumber"]!;
        (await SignInAsync(company, number, Password)).ShouldBeNull();
        (await SendAsync(company.Program, new SetPassword(id, "short"))).Single().Field.ShouldBe("password");
        (await SendAsync(company.Program, new SetPassword(id, $" {input["email"]} ".ToUpperInvariant()))).Single().Code.ShouldBe("Invalid");
        (await SendAsync(company.Program, new SetPassword(PersonId.New(), Password))).Single().Code.ShouldBe("NotFound");
        (await SendAsync(company.Program, new SetPassword(id, Password))).ShouldBeEmpty();
        foreach (var login in (string[])[number, number.ToLowerInvariant(), $" {number} ", ((string)input["email"]!).ToUpperInvariant()])
            (await SignInAsync(company, login, Password)).ShouldBe(id, login);
        (await SignInAsync(company, number, Password + "x")).ShouldBeNull();
        (await SignInAsync(company, number, new('x', 1_000_000))).ShouldBeNull();
        (await SignInAsync(company, "nobody", Password)).ShouldBeNull();
        var history = await company.Administrator.ReadAsync("query($id: ID!) { person(id: $id) { history { nodes { action after } } } }", new { id = input.Id() });
        history.Text("person.history.nodes.0.action").ShouldBe("setPassword");
        history.Text("person.history.nodes.0.after")!.ShouldSatisfyAllConditions(a => a.ShouldContain("passwordSetAt"), a => a.ShouldNotContain("hash", Case.Insensitive));
        await company.Administrator.ChangeAsync("savePerson", input.With("active", false), "person { id }");
        (await SignInAsync(company, number, Password)).ShouldBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task A_new_password_ends_the_other_sessions(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (input, id) = await NewcomerAsync(company);
        var (kept, ended) = (await company.Program.SignInAsync(input.Id()), await company.Program.SignInAsync(input.Id()));
        var session = (await SendAsync(company.Program, new CallerOfToken(kept.Token!)))!.SessionId;
        (await SendAsync(company.Program, new SetPassword(id, Password, session))).ShouldBeEmpty();
        await kept.ReadAsync("{ viewer { locale } }");
        (await ended.AskAsync("{ viewer { locale } }")).ErrorCode.ShouldBe("UNAUTHENTICATED");
        (await SendAsync(company.Program, new SetPassword(id, Password))).ShouldBeEmpty();
        (await kept.AskAsync("{ viewer { locale } }")).ErrorCode.ShouldBe("UNAUTHENTICATED");
    }

    [Theory, OnEachDatabase]
    public async Task After_five_failures_even_at_once_the_next_attempt_must_wait_and_success_forgets_them(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        await program.SetUpAsync("E0004");
        Task<PersonId?> Try(string login, string password) => SendAsync(program, new PersonByPassword(login, password));
        (await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Try("E0004", "wrong wrong wrong")))).ShouldAllBe(p => p == null);
        (await Try("admin@example.com", "correct horse battery")).ShouldBeNull();
        program.SystemClock.Advance(TimeSpan.FromSeconds(31));
        (await Try("E0004", "wrong wrong wrong")).ShouldBeNull();
        program.SystemClock.Advance(TimeSpan.FromSeconds(31));
        (await Try("E0004", "correct horse battery")).ShouldBeNull();
        program.SystemClock.Advance(TimeSpan.FromSeconds(30));
        (await Try("E0004", "correct horse battery")).ShouldNotBeNull();
        for (var i = 1; i < 5; i++)
            (await Try("E0004", "wrong wrong wrong")).ShouldBeNull();
        (await Try("E0004", "correct horse battery")).ShouldNotBeNull();
    }

    [Theory, OnEachDatabase]
    public async Task The_page_and_programs_sign_in_with_a_password(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (input, id) = await NewcomerAsync(company);
        await SendAsync(company.Program, new SetPassword(id, Password));
        var wrong = await company.Program.Anonymous.InChinese.PostAsync("/auth/password", new { login = input["email"], password = "不对的密码" });
        (wrong.Status, wrong.Json.At("errors.0").Text("field")).ShouldBe((HttpStatusCode.Unauthorized, "password"));
        var malformed = await company.Program.Anonymous.InChinese.PostAsync("/auth/password", new { login = 5 });
        (malformed.Status, malformed.Json.Text("errors.0.code"), malformed.Json.Text("errors.0.message")).ShouldBe((HttpStatusCode.BadRequest, "BAD_USER_INPUT", "请求体不是含有所需字段的 JSON 对象。"));
        var right = await company.Program.Anonymous.PostAsync("/auth/password", new { login = input["email"], password = Password });
        var api = company.Program.Anonymous with { Token = right.Json.Text("token") };
        (await api.ReadAsync("{ viewer { person { id } } }")).Text("viewer.person.id").ShouldBe(input.Id());
        await api.PostAsync("/auth/sign-out", new { });
        (await api.AskAsync("{ viewer { person { id } } }")).ErrorCode.ShouldBe("UNAUTHENTICATED");
    }

    [Theory, OnEachDatabase]
    public async Task Sessions_end_by_the_system_clock_and_are_cleared_away_a_month_later(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var first = await program.SetUpAsync();
        (await PurgeAsync(program, new(2027, 4, 1))).ShouldBe(0);
        program.SystemClock.Advance(TimeSpan.FromHours(12));
        (await first.AskAsync("{ viewer { locale } }")).ErrorCode.ShouldBe("UNAUTHENTICATED");
        (await SendAsync(program, new PersonByPassword("nobody", Password))).ShouldBeNull();
        (await PurgeAsync(program, new(2027, 4, 2))).ShouldBe(0);
        program.SystemClock.Advance(TimeSpan.FromDays(30));
        await program.SignInAsync(first.PersonId);
        (await PurgeAsync(program, new(2027, 4, 3))).ShouldBe(2);
        (await PurgeAsync(program, new(2027, 4, 4))).ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task Mentions_find_people_by_their_longest_name_or_number(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var name = $"赵{New.Code("")}";
        var (shorter, longer) = (await NewcomerAsync(company, name + "云"), await NewcomerAsync(company, name + "云龙"));
        (await SendAsync(company.Program, new PeopleMentioned($"@{name}云龙请协助@{name}云,另见 @E0111 和 x@E0112"))).Select(p => GlobalId.Encode("Person", p.Value))
            .ShouldBe([longer.Input.Id(), shorter.Input.Id(), company.TeamLeader.PersonId]);
        (await SendAsync(company.Program, new PeopleMentioned("没有人"))).ShouldBeEmpty();
        (await SendAsync(company.Program, new PeopleMentioned(string.Concat(Enumerable.Repeat("@没有这个人", 10_000))))).ShouldBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task Records_are_looked_up_by_code_thousands_at_a_time_and_by_id_when_they_are_active(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var many = Enumerable.Range(0, 40_000).Select(i => $"none-{i}").ToList();
        var byCode = await SendAsync(company.Program, new RecordsByCode([.. many, "E0111"], ["D1-1", "d1-1"], ["P-SERVICE"], ["EAST", "WEST"], ["K0001"]));
        byCode.People.ShouldBe([KeyValuePair.Create("E0111", IdOf<PersonId>(company.TeamLeader.PersonId))]);
        byCode.Units.Keys.ShouldBe(["D1-1"]);
        (byCode.Positions.Count, byCode.Regions.Count, byCode.Customers.Count).ShouldBe((1, 1, 1));

        var (input, gone) = await NewcomerAsync(company);
        await company.Administrator.ChangeAsync("savePerson", input.With("active", false), "person { id }");
        var here = await SendAsync(company.Program, new Whereabouts(
            [IdOf<PersonId>(company.Member.PersonId), gone, PersonId.New()], [IdOf<UnitId>(company.Team), UnitId.New()], [IdOf<PositionId>(company.Position)],
            [IdOf<RegionId>(company.Region)], [IdOf<CustomerId>(company.Customer)], [IdOf<ResponsibilityId>(company.Responsibility)]));
        here.SuperiorOf.ShouldBe([KeyValuePair.Create(IdOf<PersonId>(company.Member.PersonId), (PersonId?)IdOf<PersonId>(company.TeamLeader.PersonId))]);
        here.UnitParents.ShouldBe([KeyValuePair.Create(IdOf<UnitId>(company.Team), (UnitId?)IdOf<UnitId>(company.Department))]);
        here.ResponsibilityHolders.Single().Value.ShouldBe(IdOf<PositionId>(company.Position).Value);
        (here.Positions.Count, here.Regions.Count, here.Customers.Count).ShouldBe((1, 1, 1));
    }

    private static T IdOf<T>(string id)
        where T : struct, Contracts.IEntityId<T>
        => GlobalId.TryDecode(id, out _, out var value) ? T.From(value) : throw new ArgumentException(id);

    private static async Task<(Dictionary<string, object?> Input, PersonId Id)> NewcomerAsync(Company company, string? name = null)
    {
        var person = New.Person(company.Team);
        var input = await company.Administrator.AddAsync("savePerson", name is null ? person : person.With("name", name));
        return (input, IdOf<PersonId>(input.Id()));
    }

    private static Task<PersonId?> SignInAsync(Company company, string login, string password) => SendAsync(company.Program, new PersonByPassword(login, password));

    private static async Task<T> SendAsync<T>(Installation program, IRequest<T> request)
    {
        await using var scope = program.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Does the day's clearing: how many sessions and counts of failures it took away.</summary>
    private static async Task<int> PurgeAsync(Installation program, DateOnly day)
    {
        await using var scope = program.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().SignedIn = Caller.System;
        var command = scope.ServiceProvider.GetServices<IDailyWork>().Select(w => w.CommandFor(day)).Single(c => RequestNames.ActionOf(c.GetType()) == "purgeSessions");
        return (await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command, TestContext.Current.CancellationToken)).Value;
    }
}
