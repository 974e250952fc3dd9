using System.Net;
using System.Text;
using Objectives.Gateway.Transport;

namespace Objectives.IntegrationTests.Transport;

public sealed class HttpTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _client = _host.Client();
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _host.DisposeAsync();
    }

    [Theory]
    [InlineData(null, "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("application/json", "application/json")]
    [InlineData("application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("application/graphql-response+json, application/json;q=0.9", "application/graphql-response+json")]
    [InlineData("application/json;q=0.5, application/graphql-response+json", "application/graphql-response+json")]
    [InlineData("text/html, */*;q=0.1", "application/json")]
    public async Task A_query_is_answered_in_the_media_type_that_the_caller_prefers(string? accept, string expected)
    {
        var answer = await _client.PostAsync("""{"query":"{ hello }"}""", accept);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Response.Content.Headers.ContentType!.MediaType.ShouldBe(expected);
        answer.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        answer.Text.ShouldBe("""{"data":{"hello":"你好"}}""");
    }

    [Fact]
    public async Task A_caller_who_accepts_nothing_we_have_gets_406()
    {
        var answer = await _client.PostAsync("""{"query":"{ hello }"}""", "text/html");
        answer.Status.ShouldBe(HttpStatusCode.NotAcceptable);
        answer.Code.ShouldBe("BAD_USER_INPUT");
    }

    [Fact]
    public async Task A_query_may_come_by_GET_with_variables_and_operation_name()
    {
        var answer = await _client.ByGetAsync("?query=query A($n: Int!) { echo(number: $n) } query B { hello }&operationName=A&variables={\"n\":7}");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldBe("""{"data":{"echo":7}}""");
    }

    [Fact]
    public async Task A_mutation_by_GET_is_refused_and_changes_nothing()
    {
        var answer = await _client.ByGetAsync("?query=mutation { bump }", MediaTypes.Json);
        answer.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Response.Content.Headers.Allow.ShouldBe(["POST"]);
        _host.Events.Bumps.ShouldBe(0);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_answered_with_405_and_what_is_allowed(string method)
    {
        var answer = await _client.SendAsync(new HttpMethod(method), string.Empty, null, MediaTypes.Json);
        answer.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        answer.Response.Content.Headers.Allow.ShouldBe(["GET", "POST"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json; charset=utf-16")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task A_body_that_is_not_JSON_in_UTF8_is_answered_with_415(string contentType) =>
        (await _client.PostAsync("""{"query":"{ hello }"}""", contentType: contentType)).Status.ShouldBe(HttpStatusCode.UnsupportedMediaType);

    [Fact]
    public async Task A_subscription_without_an_event_stream_is_refused_and_opens_nothing()
    {
        var answer = await _client.AskAsync("subscription { ticks }");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Message!.ShouldContain("text/event-stream");
        _host.Active.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_tree_of_lists_and_objects_is_written_whole()
    {
        var answer = await _client.AskAsync("{ goal { level title remarks children { level children { level children { level children { level } } } } } }");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        var goal = answer.Json.GetProperty("data").GetProperty("goal");
        goal.GetProperty("title").GetString().ShouldBe("目标 0");
        goal.GetProperty("remarks").GetArrayLength().ShouldBe(0);
        goal.GetProperty("children")[1].GetProperty("children")[1].GetProperty("children")[0].GetProperty("children").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_body_in_pieces_is_read_as_one()
    {
        using var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("""{"query":"{ hello }"}""")), 3);
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, _host.Url) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
