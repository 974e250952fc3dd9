using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Platform;

public sealed class FirstRunTests
{
    [Theory, OnEachDatabase]
    public async Task Until_it_is_claimed_nothing_else_is_answered(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var nobody = program.Anonymous;
        foreach (var reply in (Reply[])[await nobody.AskAsync("{ viewer { roles } }"), await nobody.PostAsync("/auth/password", new { login = "x", password = "y" }), await nobody.PostAsync("/auth/sign-out", new { })])
        {
            reply.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
            reply.Json.Text("errors.0.code").ShouldBe("FORBIDDEN_BY_STATE");
        }
        (await nobody.InChinese.AskAsync("{ viewer { roles } }")).Json.Text("errors.0.message").ShouldBe("系统尚未初始化。");
        (await nobody.GetAsync("/auth/me")).Json.GetProperty("setup").GetBoolean().ShouldBeTrue();
        (await nobody.GetAsync("/health/live")).Status.ShouldBe(HttpStatusCode.OK);
        (await nobody.GetAsync("/health/ready")).Status.ShouldBe(HttpStatusCode.OK);

        var administrator = await program.SetUpAsync();
        (await administrator.ReadAsync("{ viewer { roles } organization { name timeZone currency root { name kind } } }")).ShouldSatisfyAllConditions(
            d => d.Strings("viewer.roles").ShouldContain("ADMINISTRATOR"), d => d.Text("organization.name").ShouldBe("华辰电器"), d => d.Text("organization.root.kind").ShouldBe("COMPANY"));
        (await nobody.GetAsync("/auth/me")).Json.GetProperty("setup").GetBoolean().ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task The_token_is_in_a_file_that_its_owner_alone_can_read_and_claims_once(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var file = Path.Combine(program.Database.Folder, "setup-token");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var token = await program.SetUpTokenAsync();
        token.Length.ShouldBeGreaterThanOrEqualTo(32);
        foreach (var wrong in (string?[])[null, "", "x", token + "0", token[..^1]])
        {
            var refused = await program.Anonymous.PostAsync("/auth/setup", Claim(wrong));
            (refused.Status, refused.Json.Text("errors.0.field")).ShouldBe((HttpStatusCode.Forbidden, "token"));
        }
        await program.SetUpAsync();
        File.Exists(file).ShouldBeFalse();
        (await program.Anonymous.PostAsync("/auth/setup", Claim(token))).Status.ShouldBe(HttpStatusCode.Forbidden);
        if (database == DatabaseKind.Sqlite)
            return;
        await using var restarted = await Installation.StartAsync(database, program.Database);
        (await restarted.Anonymous.GetAsync("/auth/me")).Json.GetProperty("setup").GetBoolean().ShouldBeFalse();
        File.Exists(file).ShouldBeFalse();
    }

    [Theory, OnEachDatabase]
    public async Task Of_many_who_claim_at_once_one_does(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var token = await program.SetUpTokenAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => program.Anonymous.PostAsync("/auth/setup", Claim(token, $"E{i:D4}"))));
        var done = replies.Single(r => r.Status == HttpStatusCode.OK);
        replies.Where(r => r != done).ShouldAllBe(r => r.Status == HttpStatusCode.Forbidden || r.Status == HttpStatusCode.BadRequest);
        var administrator = new Api(program, done.Json.Text("token"), string.Empty);
        (await administrator.ReadAsync("{ people { totalCount } }")).Number("people.totalCount").ShouldBe(1);
    }

    [Theory, OnEachDatabase]
    public async Task What_is_wrong_with_the_claim_is_told_field_by_field_in_the_callers_language(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var claim = new { token = await program.SetUpTokenAsync(), company = " ", timeZone = "Mars/Olympus", currency = "yuan", employeeNumber = "E 1", name = "\u0007", email = "x", password = "short" };
        var english = await program.Anonymous.PostAsync("/auth/setup", claim);
        english.Status.ShouldBe(HttpStatusCode.BadRequest);
        english.Json.Strings("errors.*.field").Distinct().ShouldBe(["company", "timeZone", "currency", "employeeNumber", "name", "email", "password"], ignoreOrder: true);
        var chinese = await program.Anonymous.InChinese.PostAsync("/auth/setup", claim);
        chinese.Json.Strings("errors.*.message").ShouldAllBe(m => Languages.IsChinese(m));
        english.Json.Strings("errors.*.message").ShouldAllBe(m => !Languages.IsChinese(m));
        (await program.Anonymous.GetAsync("/auth/me")).Json.GetProperty("setup").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task It_is_claimed_from_its_own_machine_unless_told_otherwise()
    {
        var address = NetworkInterface.GetAllNetworkInterfaces().SelectMany(n => n.GetIPProperties().UnicastAddresses).Select(a => a.Address)
            .FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(a));
        Assert.SkipWhen(address is null, "This machine has no other address than its own.");
        foreach (var (argument, status) in new[] { ("--remote-setup=false", HttpStatusCode.Forbidden), ("--remote-setup=true", HttpStatusCode.OK) })
        {
            await using var program = await Installation.StartAsync(DatabaseKind.Sqlite, null, null, "--urls", "http://0.0.0.0:0", argument);
            program.Http.BaseAddress = new UriBuilder(program.Http.BaseAddress!) { Host = address!.ToString() }.Uri;
            (await program.Anonymous.PostAsync("/auth/setup", Claim(await program.SetUpTokenAsync()))).Status.ShouldBe(status);
        }
    }

    private static object Claim(string? token, string employeeNumber = "E0004")
        => new { token, company = "华辰电器", timeZone = "Asia/Shanghai", currency = "CNY", employeeNumber, name = "管理员", email = $"{employeeNumber}@example.com", password = "correct horse battery" };
}
