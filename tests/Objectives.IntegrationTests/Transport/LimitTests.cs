using System.Net;
using System.Text;
using Microsoft.Extensions.Options;
using Objectives.Gateway.Transport;

namespace Objectives.IntegrationTests.Transport;

public sealed class LimitTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync(new() { ["VariablesBytes"] = "20000", ["Timeout"] = "00:00:00.300" });
        _client = _host.Client();
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _host.DisposeAsync();
    }

    public static TheoryData<string, int, int, string> Documents() => new()
    {
        { "depth", 30, 42, Deep(42) },
        { "depth", 30, 42, "{ ...F } fragment F on Query " + Deep(42) },
        { "depth", 30, 400, Deep(400) },
        { "depth", 30, 2_002, "{ echo(number: " + new string('[', 2_000) + new string(']', 2_000) + ") }" },
        { "introspectionDepth", 30, 41, "{ __schema { queryType { " + string.Concat(Enumerable.Repeat("ofType { ", 38)) + "name" + new string('}', 41) },
        { "introspectionLists", 2, 3, "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }" },
        { "aliases", 30, 31, "{ " + string.Join(' ', Enumerable.Range(0, 31).Select(i => $"a{i}: hello")) + " }" },
        { "aliases", 30, 32, "{ goal { ...A parent { ...A } } } fragment A on Goal { " + string.Join(' ', Enumerable.Range(0, 16).Select(i => $"a{i}: level")) + " }" },
        { "repeatedFields", 500, 501, "{ " + string.Join(' ', Enumerable.Repeat("hello", 502)) + " }" },
        { "repeatedFields", 500, 507, "{ " + string.Join(' ', Enumerable.Repeat("goal { parent { level title } }", 127)) + "goal { parent { level } } }" },
        { "fields", 5_000, 6_001, "{ goal { " + string.Concat(Enumerable.Repeat("...F ", 1_000)) + "} } fragment F on Goal { level title parent { level title remarks } }" },
        { "tokens", 5_000, 5_002, "{ " + string.Join(' ', Enumerable.Repeat("hello", 5_000)) + " }" },
        { "tokens", 5_000, 9_006, "{ hello } " + string.Concat(Enumerable.Repeat("# c\n", 9_003)) },
        { "rootMutations", 1, 2, "mutation { bump other: bump }" },
        { "rootMutations", 1, 2, "mutation { ...M bump } fragment M on Mutation { bump(by: 2) }" },
        { "cost", 200_000, 200_003, "{ goals(first: 100000) { totalCount nodes { level title } } }" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_over_a_limit_is_told_which_and_by_how_much(string limit, int allowed, int actual, string query)
    {
        var answer = await _client.AskAsync(query);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        ShouldName(answer, limit, allowed, actual);
        _host.Events.Bumps.ShouldBe(0);
    }

    [Theory]
    [InlineData("en", "The query depth is limited (depth): 30 allowed, 42 asked for.")]
    [InlineData("zh-CN", "查询深度超出上限（depth）：允许 30，实际 42。")]
    public async Task A_limit_is_explained_in_the_callers_language(string language, string message)
    {
        using var client = _host.Client(language: language);
        (await client.AskAsync(Deep(42))).Message.ShouldBe(message);
    }

    [Fact]
    public async Task What_is_just_within_every_limit_runs()
    {
        (await _client.AskAsync(Deep(30))).Status.ShouldBe(HttpStatusCode.OK);
        (await _client.AskAsync("{ " + string.Join(' ', Enumerable.Range(0, 30).Select(i => $"a{i}: hello")) + " }")).Status.ShouldBe(HttpStatusCode.OK);
        (await _client.AskAsync("{ " + string.Join(' ', Enumerable.Repeat("hello", 501)) + " }")).Status.ShouldBe(HttpStatusCode.OK);
        (await _client.AskAsync("mutation { bump }")).Status.ShouldBe(HttpStatusCode.OK);
        _host.Events.Bumps.ShouldBe(1);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_answered_with_413_before_it_is_read()
    {
        var answer = await _client.PostAsync("{\"query\":\"" + new string(' ', 1_000_000) + "\"}");
        answer.Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        ShouldName(answer, "body", 262_144, 1_000_012);
    }

    [Fact]
    public async Task A_body_over_the_limit_that_does_not_say_its_length_is_cut_off()
    {
        using var content = new StreamContent(new MemoryStream(Encoding.UTF8.GetBytes("{\"query\":\"" + new string(' ', 1_000_000) + "\"}")));
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, _host.Url) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Variables_over_the_limit_are_refused()
    {
        var answer = await _client.AskAsync("query ($n: Int) { hello }", new { n = new string('x', 30_000) });
        ShouldName(answer, "variables", 20_000, 30_008);
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_ended()
    {
        var answer = await _client.AskAsync("{ slow }");
        answer.Status.ShouldBe(HttpStatusCode.GatewayTimeout);
        answer.Code.ShouldBe("TIMEOUT");
    }

    [Fact]
    public async Task Limits_out_of_range_stop_the_program_at_its_start() =>
        (await Should.ThrowAsync<OptionsValidationException>(() => TestHost.StartAsync(new() { ["Depth"] = "0" }))).Message.ShouldContain("Depth");

    private static string Deep(int levels) =>
        "{ goal { " + string.Concat(Enumerable.Repeat("parent { ", levels - 2)) + "level" + new string('}', levels);

    private static void ShouldName(Answer answer, string limit, long allowed, long actual)
    {
        answer.Code.ShouldBe("LIMIT_EXCEEDED");
        answer.Detail("limit").GetString().ShouldBe(limit);
        answer.Detail("allowed").GetInt64().ShouldBe(allowed);
        answer.Detail("actual").GetInt64().ShouldBe(actual);
        answer.Message!.ShouldContain(limit);
    }
}
