using System.Net;
using Objectives.Gateway.Transport;

namespace Objectives.IntegrationTests.Transport;

public sealed class SignInTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(MediaTypes.GraphQlResponse, HttpStatusCode.Unauthorized)]
    [InlineData(MediaTypes.EventStream, HttpStatusCode.Unauthorized)]
    [InlineData(MediaTypes.Json, HttpStatusCode.OK)]
    public async Task Who_is_not_signed_in_is_told_so_before_his_request_is_read(string accept, HttpStatusCode status)
    {
        using var client = _host.Client(signedIn: false);
        foreach (var answer in (Answer[])[await client.AskAsync("mutation { bump }", accept: accept), await client.PostAsync("{", accept)])
        {
            answer.Status.ShouldBe(status);
            answer.Code.ShouldBe("UNAUTHENTICATED");
        }
        _host.Events.Bumps.ShouldBe(0);
    }

    [Fact]
    public async Task Anonymous_callers_are_served_where_that_is_configured()
    {
        await using var open = await TestHost.StartAsync(new() { ["AllowAnonymous"] = "true" });
        using var client = open.Client(signedIn: false);
        (await client.AskAsync("{ hello }")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_post_signed_in_by_cookie_alone_is_refused_without_the_header()
    {
        using var client = ByCookie();
        var answer = await client.AskAsync("mutation { bump }");
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Code.ShouldBe("FORBIDDEN");
        answer.Message!.ShouldContain(CsrfGuard.Header);
        _host.Events.Bumps.ShouldBe(0);
    }

    [Fact]
    public async Task A_post_signed_in_by_cookie_with_the_header_is_served()
    {
        using var client = ByCookie();
        client.DefaultRequestHeaders.Add(CsrfGuard.Header, "1");
        (await client.AskAsync("{ whoAmI }")).Json.GetProperty("data").GetProperty("whoAmI").GetString().ShouldBe("E0111");
    }

    [Fact]
    public async Task A_query_by_GET_needs_no_header_for_it_changes_nothing()
    {
        using var client = ByCookie();
        (await client.ByGetAsync("?query={whoAmI}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Other_routes_use_the_same_guard()
    {
        using var client = ByCookie();
        var other = new Uri(_host.Url, "/other");
        (await client.PostAsync(other, null, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        client.DefaultRequestHeaders.Add(CsrfGuard.Header, "1");
        (await client.PostAsync(other, null, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private HttpClient ByCookie()
    {
        var client = _host.Client(signedIn: false);
        client.DefaultRequestHeaders.Add("Cookie", "objectives=token");
        return client;
    }
}
