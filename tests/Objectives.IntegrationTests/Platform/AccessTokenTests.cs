using System.Net;
using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Platform;

/// <summary>Tokens by which reporting tools read in someone's place.</summary>
public sealed class AccessTokenTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string Fields = "id name expires readOnly lastUsedAt revokedAt";

    [Theory, OnEachDatabase]
    public async Task It_stands_in_for_its_owner_and_writes_only_where_it_may(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (reads, id) = await CreateAsync(company.TeamLeader);
        reads.Token.ShouldStartWith("objectives_");
        (await reads.ReadAsync("{ viewer { person { employeeNumber } roles } }")).ShouldSatisfyAllConditions(d => d.Text("viewer.person.employeeNumber").ShouldBe("E0111"), d => d.Strings("viewer.roles").ShouldContain("LEADER"));
        var cycle = await company.OpenCycleAsync();
        var draft = company.Draft(cycle);
        foreach (var (language, said) in new[] { (reads, "This access token may only read."), (reads.InChinese, "该访问令牌仅可读取。") })
        {
            var refused = await language.MutateAsync("draftObjective", draft, string.Empty);
            (refused.ErrorCode, refused.ErrorMessage).ShouldBe(("FORBIDDEN", said));
        }
        (await reads.MutateAsync("setLocale", new { locale = "EN" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        var (writes, _) = await CreateAsync(company.TeamLeader, readOnly: false);
        await writes.DraftAsync(draft);
        (await writes.MutateAsync("savePerson", new { employeeNumber = "X1", name = "某人", email = "x1@example.com", unitId = company.Root }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN"); // Nor may its owner.
        (await company.TeamLeader.ReadAsync($"{{ viewer {{ accessTokens {{ {Fields} }} }} }}")).At("viewer.accessTokens").EnumerateArray().Single(t => t.Id() == id).ShouldSatisfyAllConditions(
            t => t.Text("name").ShouldBe("报表"), t => t.At("readOnly").GetBoolean().ShouldBeTrue(), t => t.Text("lastUsedAt").ShouldNotBeNull(), t => t.Text("revokedAt").ShouldBeNull());
    }

    [Theory, OnEachDatabase]
    public async Task It_makes_no_other_and_sets_no_password(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var (writes, _) = await CreateAsync(company.Administrator, readOnly: false);
        (await writes.RefusedAsync("createAccessToken", new { name = "第二个", expires = "2027-01-01" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await writes.PostAsync("/auth/set-password", new { login = "E0112", password = "correct horse battery" })).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, OnEachDatabase]
    public async Task Revoked_or_after_its_last_day_it_is_nobody_s(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var company = await Company.FoundAsync(program);
        var (tool, id) = await CreateAsync(company.Member);
        var (other, others) = await CreateAsync(company.Colleague);
        (await company.Member.RefusedAsync("revokeAccessToken", new { accessTokenId = others })).Code.ShouldBe("NOT_FOUND");
        (await company.Member.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = others })).At("node").ValueKind.ShouldBe(JsonValueKind.Null);
        (await company.Member.ChangeAsync("revokeAccessToken", new { accessTokenId = id }, $"accessToken {{ {Fields} }}")).Text("revokedAt").ShouldNotBeNull();
        (await tool.AskAsync("{ viewer { roles } }")).ErrorCode.ShouldBe("UNAUTHENTICATED");
        await company.Administrator.ChangeAsync("revokeAccessToken", new { accessTokenId = others }, "accessToken { id }");
        (await other.AskAsync("{ viewer { roles } }")).ErrorCode.ShouldBe("UNAUTHENTICATED");

        var (lasting, _) = await CreateAsync(company.Member, expires: "2026-12-01");
        program.BusinessClock.MoveTo(program.BusinessClock.GetUtcNow().AddYears(1)); // Tokens keep to the system clock.
        await lasting.ReadAsync("{ viewer { roles } }");
        program.SystemClock.Advance(new DateTimeOffset(2026, 12, 1, 15, 59, 0, TimeSpan.Zero) - program.SystemClock.GetUtcNow());
        await lasting.ReadAsync("{ viewer { roles } }");
        program.SystemClock.Advance(TimeSpan.FromMinutes(2));
        (await lasting.AskAsync("{ viewer { roles } }")).ErrorCode.ShouldBe("UNAUTHENTICATED");
    }

    [Theory, OnEachDatabase]
    public async Task It_is_good_for_a_year_at_most_and_has_a_name(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        foreach (var (name, expires, field, code) in new[]
        {
            (" ", "2027-01-01", "name", "REQUIRED"), (new string('x', 101), "2027-01-01", "name", "LIMIT_EXCEEDED"), ("报表", "2026-11-25", "expires", "INVALID"), ("报表", "2027-11-28", "expires", "INVALID"),
        })
        {
            var refused = await company.Hr.RefusedAsync("createAccessToken", new { name, expires });
            (refused.Code, refused.Field).ShouldBe((code, field));
        }
        for (var i = 0; i < 20; i++)
            await CreateAsync(company.SecondExecutive);
        (await company.SecondExecutive.RefusedAsync("createAccessToken", new { name = "太多", expires = "2027-01-01" })).Code.ShouldBe("LIMIT_EXCEEDED");
    }

    [Theory, OnEachDatabase]
    public async Task Its_secret_is_told_once_and_kept_nowhere(DatabaseKind database)
    {
        var (company, key) = (await installations.OnAsync(database), Guid.NewGuid().ToString());
        var asked = (await ToldAsync(), await ToldAsync());
        asked.Item1.Token.ShouldNotBeNull();
        asked.Item2.ShouldBe((asked.Item1.Id, null));

        async Task<(string Id, string? Token)> ToldAsync()
        {
            var reply = (await company.Auditor.With(key).MutateAsync("createAccessToken", new { name = "审计", expires = "2027-01-01" }, "accessToken { id } token")).Data.GetProperty("createAccessToken");
            return (reply.Text("accessToken.id")!, reply.Text("token"));
        }
    }

    private static async Task<(Api Tool, string Id)> CreateAsync(Api owner, bool readOnly = true, string expires = "2027-01-01")
    {
        var reply = (await owner.MutateAsync("createAccessToken", new { name = "报表", expires, readOnly }, $"token accessToken {{ {Fields} }}")).Data.GetProperty("createAccessToken");
        reply.At("userErrors").GetArrayLength().ShouldBe(0);
        return (owner with { Token = reply.Text("token") }, reply.Text("accessToken.id")!);
    }
}
