using System.Net;
using System.Text;
using System.Text.Json;
using Objectives.Gateway.Transport;

namespace Objectives.IntegrationTests.Transport;

public sealed class EventStreamTests
{
    [Fact]
    public async Task Events_follow_in_order_and_end_with_complete()
    {
        await using var host = await TestHost.StartAsync();
        using var client = host.Client();
        foreach (var answer in (Answer[])[
            await client.AskAsync("subscription { countdown(from: 2) }", accept: MediaTypes.EventStream),
            await client.ByGetAsync("?query=subscription { countdown(from: 2) }", MediaTypes.EventStream)])
        {
            answer.Status.ShouldBe(HttpStatusCode.OK);
            answer.Response.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream");
            answer.Text.ShouldBe(":\n\nevent: next\ndata: {\"data\":{\"countdown\":\"2\"}}\n\nevent: next\ndata: {\"data\":{\"countdown\":\"1\"}}\n\nevent: complete\ndata: \n\n");
        }
    }

    [Fact]
    public async Task A_query_may_be_asked_for_as_a_stream_of_one()
    {
        await using var host = await TestHost.StartAsync();
        using var client = host.Client();
        (await client.AskAsync("{ hello }", accept: MediaTypes.EventStream)).Text
            .ShouldBe("event: next\ndata: {\"data\":{\"hello\":\"你好\"}}\n\nevent: complete\ndata: \n\n");
    }

    [Fact]
    public async Task An_operation_that_never_began_has_its_errors_as_an_event()
    {
        await using var host = await TestHost.StartAsync();
        using var client = host.Client();
        var answer = await client.AskAsync("subscription { nothing }", accept: MediaTypes.EventStream);
        answer.Status.ShouldBe(HttpStatusCode.OK);
        answer.Text.ShouldStartWith("event: next\ndata: {\"errors\":[{");
        answer.Text.ShouldContain("GRAPHQL_VALIDATION_FAILED");
        answer.Text.ShouldEndWith("event: complete\ndata: \n\n");
    }

    [Fact]
    public async Task A_quiet_stream_is_kept_alive_and_left_when_the_client_goes()
    {
        await using var host = await TestHost.StartAsync(new() { ["KeepAlive"] = "00:00:00.100" });
        using (var stream = await OpenAsync(host))
        {
            for (var i = 0; i < 4; i++)
                (await stream.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe(i % 2 == 0 ? ":" : string.Empty);
            (host.Active.Count, host.Events.Ticks.Listeners).ShouldBe((1, 1));
        }
        await Eventually.BeAsync(() => (host.Active.Count, host.Events.Ticks.Listeners), (0, 0));
    }

    [Fact]
    public async Task A_source_that_fails_ends_the_stream_with_an_internal_error()
    {
        await using var host = await TestHost.StartAsync();
        using var stream = await OpenAsync(host);
        await Eventually.BeAsync(() => host.Events.Ticks.Listeners, 1);
        host.Events.Ticks.Fail(new InvalidOperationException("secret of the source"));
        var rest = await stream.ReadToEndAsync(TestContext.Current.CancellationToken);
        rest.ShouldContain("INTERNAL");
        rest.ShouldContain("event: complete");
        rest.ShouldNotContain("secret");
        await Eventually.BeAsync(() => host.Active.Count, 0);
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off_and_forgotten()
    {
        await using var host = await TestHost.StartAsync(new() { ["SubscriberBacklog"] = "8", ["WriteTimeout"] = "00:00:30" });
        using var stream = await OpenAsync(host);
        await Eventually.BeAsync(() => host.Events.Ticks.Listeners, 1);
        var large = new string('x', 1_000_000);
        for (var i = 0; i < 200 && host.Events.Ticks.Listeners > 0; i++)
        {
            host.Events.Ticks.Publish(large);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        await Eventually.BeAsync(() => (host.Active.Count, host.Events.Ticks.Listeners), (0, 0));
        await Should.ThrowAsync<Exception>(() => stream.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<StreamReader> OpenAsync(TestHost host)
    {
        var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Url);
        request.Content = new StringContent(JsonSerializer.Serialize(new { query = "subscription { ticks }" }), Encoding.UTF8, MediaTypes.Json);
        request.Headers.Accept.ParseAdd(MediaTypes.EventStream);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        return new(await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
    }
}

internal static class Eventually
{
    public static async Task BeAsync<T>(Func<T> value, T expected)
    {
        for (var i = 0; i < 500 && !Equals(value(), expected); i++)
            await Task.Delay(20, TestContext.Current.CancellationToken);
        value().ShouldBe(expected);
    }
}
