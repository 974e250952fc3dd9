using System.Net;

namespace Objectives.IntegrationTests.Transport;

public sealed class ErrorTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("en", "Internal error; please name")]
    [InlineData("zh-CN", "内部错误；反馈问题时请提供编号")]
    public async Task A_bug_is_logged_under_a_trace_id_and_its_words_are_not_told(string language, string message)
    {
        using var client = _host.Client(language: language);
        var answer = await client.AskAsync("{ hello boom }");
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Json.GetProperty("data").GetProperty("hello").GetString().ShouldBe("你好");
        answer.Code.ShouldBe("INTERNAL");
        answer.Message!.ShouldStartWith(message);
        answer.FirstError.GetProperty("path")[0].GetString().ShouldBe("boom");
        answer.Text.ShouldNotContain("secret");
        answer.Text.ShouldNotContain("Exception");
        var traceId = answer.Detail("traceId").GetString();
        _host.Log.ShouldContain(l => l.Contains(traceId!, StringComparison.Ordinal) && l.Contains("secret of the database", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "You may not.")]
    [InlineData("zh-CN", "您无权操作。")]
    public async Task What_a_resolver_throws_for_the_caller_is_told_with_its_code(string language, string message)
    {
        using var client = _host.Client(language: language);
        var answer = await client.AskAsync("{ forbidden }");
        answer.Code.ShouldBe("FORBIDDEN");
        answer.Message.ShouldBe(message);
        answer.FirstError.GetProperty("path")[0].GetString().ShouldBe("forbidden");
        _host.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stream_that_cannot_be_opened_is_an_internal_error_without_its_words()
    {
        using var client = _host.Client();
        var answer = await client.AskAsync("subscription { broken }", accept: "text/event-stream");
        answer.Text.ShouldContain("INTERNAL");
        answer.Text.ShouldNotContain("secret");
        _host.Active.Count.ShouldBe(0);
    }
}
