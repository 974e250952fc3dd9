using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Organization;

public sealed class CompanyTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task The_company_is_changed_field_by_field(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var admin = await program.SetUpAsync();
        const string fields = "organization { name timeZone currency root { code kind } }";
        var changed = await admin.ChangeAsync("saveOrganization", new { timeZone = "Europe/Berlin" }, fields);
        (changed.Text("name"), changed.Text("timeZone"), changed.Text("currency"), changed.Text("root.kind")).ShouldBe(("华辰电器", "Europe/Berlin", "CNY", "COMPANY"));
        (await admin.ChangeAsync("saveOrganization", new { name = " 新名 ", currency = "EUR" }, fields)).ShouldSatisfyAllConditions(
            o => o.Text("name").ShouldBe("新名"), o => o.Text("currency").ShouldBe("EUR"), o => o.Text("timeZone").ShouldBe("Europe/Berlin"));
        foreach (var (input, code, field) in new (object, string, string)[]
        {
            (new { name = (string?)null }, "REQUIRED", "name"), (new { name = " " }, "REQUIRED", "name"), (new { name = new string('长', 201) }, "LIMIT_EXCEEDED", "name"),
            (new { timeZone = "Mars/Olympus" }, "INVALID", "timeZone"), (new { timeZone = "China Standard Time" }, "INVALID", "timeZone"), (new { timeZone = "../../etc/passwd" }, "INVALID", "timeZone"),
            (new { timeZone = (string?)null }, "REQUIRED", "timeZone"), (new { currency = (string?)null }, "REQUIRED", "currency"), (new { currency = "ABC" }, "INVALID", "currency"),
        })
        {
            (await admin.WhyAsync("saveOrganization", input)).ShouldBe((code, field));
        }
        (await admin.MutateAsync("saveOrganization", new { currency = "yuan" }, string.Empty)).ErrorCode.ShouldBe("BAD_USER_INPUT");
        (await admin.ReadAsync($"{{ {fields} }}")).Text("organization.name").ShouldBe("新名");
    }

    [Theory, OnEachDatabase]
    public async Task A_years_holidays_are_replaced_as_a_list(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var admin = company.Administrator;
        const string fields = "organization { holidays(year: 2031) { date working name } }";
        var days = new[] { Day("2031-10-01", "国庆节"), Day("2031-01-01", "元旦"), Day("2031-02-01", "春节调休", working: true) };
        var set = await admin.ChangeAsync("setHolidays", new { year = 2031, holidays = days }, fields);
        set.Strings("holidays.*.date").ShouldBe(["2031-01-01", "2031-02-01", "2031-10-01"]);
        set.At("holidays.1.working").GetBoolean().ShouldBeTrue();
        await admin.ChangeAsync("setHolidays", new { year = 2032, holidays = new[] { Day("2032-01-01", "元旦") } }, fields);
        var replaced = await admin.ChangeAsync("setHolidays", new { year = 2031, holidays = new[] { Day("2031-01-01", "新年"), Day("2031-05-01", "劳动节") } }, fields);
        replaced.Strings("holidays.*.name").ShouldBe(["新年", "劳动节"]);
        (await company.Member.ReadAsync("{ organization { holidays(year: 2032) { name } } }")).Strings("organization.holidays.*.name").ShouldBe(["元旦"]);

        (await admin.AllRefusedAsync("setHolidays", new { year = 2031, holidays = new[] { Day("2031-01-01", "一"), Day("2031-01-01", "二"), Day("2030-12-31", "三") } }))
            .ShouldBe([("DUPLICATE", "holidays.1.date"), ("INVALID", "holidays.2.date")]);
        (await admin.WhyAsync("setHolidays", new { year = 2031, holidays = new[] { Day("2031-01-01", " ") } })).ShouldBe(("REQUIRED", "holidays.0.name"));
        (await admin.WhyAsync("setHolidays", new { year = 1_000_000, holidays = Array.Empty<object>() })).ShouldBe(("INVALID", "year"));
        (await admin.MutateAsync("setHolidays", new { year = 2031, holidays = new[] { Day("2031-02-30", "无此日") } }, string.Empty)).ErrorCode.ShouldBe("BAD_USER_INPUT");
        (await company.Member.ReadAsync("{ organization { holidays(year: 2031) { name } } }")).Strings("organization.holidays.*.name").ShouldBe(["新年", "劳动节"]);
        (await company.Member.AskAsync("{ organization { holidays(year: 0) { name } } }")).ErrorCode.ShouldBe("BAD_USER_INPUT");
        (await admin.ChangeAsync("setHolidays", new { year = 2031, holidays = Array.Empty<object>() }, fields)).At("holidays").GetArrayLength().ShouldBe(0);
    }

    [Theory, OnEachDatabase]
    public async Task Of_lists_set_at_once_one_stands_whole(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var lists = Enumerable.Range(1, 4).Select(i => new[] { Day("2033-01-01", $"甲{i}"), Day($"2033-02-0{i}", $"乙{i}") }).ToList();
        await Task.WhenAll(lists.Select(holidays => company.Administrator.ChangeAsync("setHolidays", new { year = 2033, holidays }, "organization { name }")));
        var names = (await company.Member.ReadAsync("{ organization { holidays(year: 2033) { name } } }")).Strings("organization.holidays.*.name");
        names.Count.ShouldBe(2);
        names[0]![1..].ShouldBe(names[1]![1..]);
    }

    [Theory, OnEachDatabase]
    public async Task Everyone_chooses_the_language_that_he_is_spoken_to_in(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        foreach (var api in new[] { company.Colleague, company.Auditor })
        {
            (await api.ChangeAsync("setLocale", new { locale = "EN" }, "viewer { locale person { id locale } }")).ShouldSatisfyAllConditions(
                v => v.Text("locale").ShouldBe("EN"), v => v.Text("person.locale").ShouldBe("EN"), v => v.Text("person.id").ShouldBe(api.PersonId));
            (await MessageAsync(api)).ShouldStartWith("There is no such record");
            await api.ChangeAsync("setLocale", new { locale = "ZH_CN" }, "viewer { locale }");
            (await MessageAsync(api)).ShouldStartWith("该记录不存在");
        }
    }

    [Theory, OnEachDatabase]
    public async Task The_viewer_is_who_is_signed_in(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        const string query = "{ viewer { person { id employeeNumber } roles locale } }";
        (await company.TeamLeader.ReadAsync(query)).Strings("viewer.roles").ShouldBe(["MEMBER", "LEADER"]);
        (await company.Member.ReadAsync(query)).ShouldSatisfyAllConditions(v => v.Text("viewer.person.employeeNumber").ShouldBe("E0112"), v => v.Strings("viewer.roles").ShouldBe(["MEMBER"]));
        (await company.Executive.ReadAsync(query)).Strings("viewer.roles").ShouldBe(["MEMBER", "LEADER", "EXECUTIVE"], ignoreOrder: true);
        (await company.Program.Anonymous.AskAsync(query)).ErrorCode.ShouldBe("UNAUTHENTICATED");
    }

    private static object Day(string date, string name, bool working = false) => new { date, working, name };

    /// <summary>What one hears who asks for nobody, when his program names no language.</summary>
    private static async Task<string> MessageAsync(Api api)
    {
        const string query = """{ people(filter: { unitId: "x" }) { totalCount } }""";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", api.Token);
        using var response = await api.Program.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var message = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Text("errors.0.message")!;
        return message[(message.IndexOfAny([':', '：']) + 1)..].Trim();
    }
}
