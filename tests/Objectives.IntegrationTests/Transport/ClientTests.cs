using System.Diagnostics;
using System.Text.Json;

namespace Objectives.IntegrationTests.Transport;

public sealed class ClientTests
{
    [Fact(Skip = NodeClients.Missing, SkipType = typeof(NodeClients), SkipUnless = nameof(NodeClients.HasNode))]
    public async Task Every_audit_of_GraphQL_over_HTTP_is_passed()
    {
        await using var host = await TestHost.StartAsync();
        var audits = JsonElement.Parse(await NodeClients.RunAsync("audit.mjs", host.Url.ToString(), "token")).EnumerateArray().ToList();
        audits.Count.ShouldBeGreaterThanOrEqualTo(61);
        audits.Where(a => a.GetProperty("status").GetString() != "ok").Select(a => a.GetRawText()).ShouldBeEmpty();
    }

    [Theory(Skip = NodeClients.Missing, SkipType = typeof(NodeClients), SkipUnless = nameof(NodeClients.HasNode))]
    [InlineData("sse")]
    [InlineData("ws")]
    public async Task The_public_client_asks_streams_is_refused_and_leaves(string kind)
    {
        await using var host = await TestHost.StartAsync();
        var client = NodeClients.RunAsync("subscribe.mjs", host.Url.ToString(), "token", kind);
        await Eventually.BeAsync(() => host.Events.Ticks.Listeners, 1);
        host.Events.Ticks.Publish("一");
        var report = JsonElement.Parse(await client);
        report.GetProperty("query").GetRawText().ShouldBe("""[{"data":{"hello":"你好"}}]""");
        report.GetProperty("variables").GetRawText().ShouldBe("""[{"data":{"echo":5}}]""");
        report.GetProperty("stream").GetRawText().ShouldBe("""["3","2","1"]""");
        report.GetProperty("many").GetInt32().ShouldBe(200);
        report.GetProperty("refused").GetString().ShouldBe("GRAPHQL_VALIDATION_FAILED");
        report.GetProperty("tick").GetString().ShouldBe("一");
        await Eventually.BeAsync(() => (host.Active.Count, host.Events.Ticks.Listeners), (0, 0));
    }

    [Theory(Skip = NodeClients.Missing, SkipType = typeof(NodeClients), SkipUnless = nameof(NodeClients.HasNode))]
    [InlineData("sse")]
    [InlineData("ws")]
    public async Task The_public_client_comes_back_after_the_connection_breaks(string kind)
    {
        await using var host = await TestHost.StartAsync();
        await using var proxy = new BreakableProxy(host.Url);
        using var client = await NodeClients.StartAsync("reconnect.mjs", proxy.Url.ToString(), "token", kind);
        await TickAsync(host, client, "before");
        proxy.Break();
        await Eventually.BeAsync(() => (host.Active.Count, host.Events.Ticks.Listeners), (0, 0));
        await TickAsync(host, client, "after");
        await client.WaitForExitAsync(TestContext.Current.CancellationToken);
        await Eventually.BeAsync(() => (host.Active.Count, host.Events.Ticks.Listeners), (0, 0));
    }

    [Theory(Skip = NodeClients.Missing, SkipType = typeof(NodeClients), SkipUnless = nameof(NodeClients.HasNode))]
    [InlineData("sse")]
    [InlineData("ws")]
    public async Task A_client_that_is_killed_leaves_nothing_behind(string kind)
    {
        await using var host = await TestHost.StartAsync();
        using var client = await NodeClients.StartAsync("reconnect.mjs", host.Url.ToString(), "token", kind);
        await TickAsync(host, client, "once");
        client.Kill();
        await Eventually.BeAsync(() => (host.Active.Count, host.Events.Ticks.Listeners), (0, 0));
    }

    [Fact(Skip = NodeClients.Missing, SkipType = typeof(NodeClients), SkipUnless = nameof(NodeClients.HasNode))]
    public async Task A_quiet_WebSocket_is_kept_alive_by_pings()
    {
        await using var host = await TestHost.StartAsync(new() { ["KeepAlive"] = "00:00:00.200" });
        (await NodeClients.RunAsync("ping.mjs", host.Url.ToString(), "token")).Trim().ShouldBe("""{"pings":3}""");
    }

    private static async Task TickAsync(TestHost host, Process client, string value)
    {
        await Eventually.BeAsync(() => host.Events.Ticks.Listeners, 1);
        host.Events.Ticks.Publish(value);
        (await client.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe($"\"{value}\"");
    }
}
