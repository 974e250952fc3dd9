using System.Net.WebSockets;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Gateway.Transport;

namespace Objectives.IntegrationTests.Transport;

public sealed class SocketTests : IAsyncLifetime
{
    private TestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await TestHost.StartAsync(new()
    {
        ["ConnectionInit"] = "00:00:00.500",
        ["OperationsPerConnection"] = "3",
        ["SubscriberBacklog"] = "8",
        ["WriteTimeout"] = "00:00:01",
    });

    public async ValueTask DisposeAsync()
    {
        await Eventually.BeAsync(() => (_host.Active.Count, _host.Events.Ticks.Listeners), (0, 0));
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData(4400, "{")]
    [InlineData(4400, "null")]
    [InlineData(4400, "[]")]
    [InlineData(4400, "{}")]
    [InlineData(4400, """{"type":7}""")]
    [InlineData(4400, """{"type":"start"}""")]
    [InlineData(4400, """{"type":"\ud800"}""")]
    [InlineData(4400, """{"type":"complete"}""")]
    [InlineData(4401, """{"type":"subscribe","id":"1","payload":{"query":"{ hello }"}}""")]
    [InlineData(4429, SocketPeer.Init, SocketPeer.Init)]
    [InlineData(4400, SocketPeer.Init, """{"type":"subscribe","id":"1"}""")]
    [InlineData(4400, SocketPeer.Init, """{"type":"subscribe","id":"","payload":{"query":"{ hello }"}}""")]
    [InlineData(4400, SocketPeer.Init, """{"type":"subscribe","id":5,"payload":{"query":"{ hello }"}}""")]
    [InlineData(4400, SocketPeer.Init, """{"type":"subscribe","id":"1","payload":{"query":5}}""")]
    [InlineData(4400, SocketPeer.Init, """{"type":"subscribe","id":"1","payload":"{ hello }"}""")]
    public async Task What_is_against_the_protocol_closes_the_connection_with_its_code(int code, params string[] messages)
    {
        await using var peer = await SocketPeer.ConnectAsync(_host);
        foreach (var message in messages)
            await peer.SendAsync(message);
        (await peer.ClosedAsync()).Code.ShouldBe(code);
        _host.Log.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_operations_of_one_id_close_the_connection()
    {
        await using var peer = await SocketPeer.InitialisedAsync(_host);
        await peer.SendAsync(SocketPeer.Subscribe("1", "subscription { ticks }"));
        await peer.SendAsync(SocketPeer.Subscribe("1", "subscription { ticks }"));
        (await peer.ClosedAsync()).ShouldBe((4409, "Subscriber for 1 already exists"));
    }

    [Fact]
    public async Task A_connection_that_never_initialises_is_closed()
    {
        await using var peer = await SocketPeer.ConnectAsync(_host);
        (await peer.ClosedAsync()).Code.ShouldBe(4408);
    }

    [Fact]
    public async Task Another_subprotocol_is_closed_with_4406()
    {
        await using var peer = await SocketPeer.ConnectAsync(_host, protocol: null);
        (await peer.ClosedAsync()).Code.ShouldBe(4406);
    }

    [Fact]
    public async Task A_message_over_the_body_limit_closes_the_connection()
    {
        await using var peer = await SocketPeer.InitialisedAsync(_host);
        await peer.SendAsync(SocketPeer.Subscribe("1", new string(' ', 300_000)));
        (await peer.ClosedAsync()).Code.ShouldBe(1009);
    }

    [Fact]
    public async Task A_binary_message_closes_the_connection()
    {
        await using var peer = await SocketPeer.InitialisedAsync(_host);
        await peer.Socket.SendAsync(new byte[] { 1, 2 }, WebSocketMessageType.Binary, endOfMessage: true, TestContext.Current.CancellationToken);
        (await peer.ClosedAsync()).Code.ShouldBe(4400);
    }

    [Fact]
    public async Task A_ping_is_answered()
    {
        await using var peer = await SocketPeer.InitialisedAsync(_host);
        await peer.SendAsync("""{"type":"ping"}""");
        (await peer.ReceiveAsync()).GetProperty("type").GetString().ShouldBe("pong");
    }

    [Fact]
    public async Task An_operation_over_a_limit_gets_the_named_error_and_the_connection_lives_on()
    {
        await using var peer = await SocketPeer.InitialisedAsync(_host);
        await peer.SendAsync(SocketPeer.Subscribe("1", "mutation { bump other: bump }"));
        var error = await peer.ReceiveAsync();
        error.GetProperty("type").GetString().ShouldBe("error");
        error.GetProperty("payload")[0].GetProperty("extensions").GetProperty("limit").GetString().ShouldBe("rootMutations");
        for (var i = 0; i < 4; i++)
            await peer.SendAsync(SocketPeer.Subscribe($"s{i}", "subscription { ticks }"));
        (await peer.ReceiveAsync()).GetProperty("payload")[0].GetProperty("extensions").GetProperty("limit").GetString().ShouldBe("operations");
        await Eventually.BeAsync(() => _host.Active.Count, 3);
    }

    [Fact]
    public async Task Completing_a_subscription_releases_it_and_leaves_the_others()
    {
        await using var peer = await SocketPeer.InitialisedAsync(_host);
        await peer.SendAsync(SocketPeer.Subscribe("1", "subscription { ticks }"));
        await peer.SendAsync(SocketPeer.Subscribe("2", "subscription { ticks }"));
        await Eventually.BeAsync(() => _host.Events.Ticks.Listeners, 2);
        await peer.SendAsync("""{"type":"complete","id":"1"}""");
        await Eventually.BeAsync(() => (_host.Active.Count, _host.Events.Ticks.Listeners), (1, 1));
        _host.Events.Ticks.Publish("now");
        (await peer.ReceiveAsync()).GetRawText().ShouldBe("""{"id":"2","type":"next","payload":{"data":{"ticks":"now"}}}""");
    }

    [Fact]
    public async Task A_client_that_does_not_read_is_cut_off()
    {
        await using var peer = await SocketPeer.InitialisedAsync(_host);
        await peer.SendAsync(SocketPeer.Subscribe("1", "subscription { ticks }"));
        await Eventually.BeAsync(() => _host.Events.Ticks.Listeners, 1);
        var large = new string('x', 1_000_000);
        for (var i = 0; i < 500 && _host.Events.Ticks.Listeners > 0; i++)
        {
            _host.Events.Ticks.Publish(large);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
        await Eventually.BeAsync(() => (_host.Active.Count, _host.Events.Ticks.Listeners), (0, 0));
    }

    [Fact]
    public async Task Who_is_not_signed_in_is_refused_at_connection_init()
    {
        await using var peer = await SocketPeer.ConnectAsync(_host, signedIn: false);
        await peer.SendAsync(SocketPeer.Init);
        (await peer.ClosedAsync()).Code.ShouldBe(4403);
    }

    [Fact]
    public async Task The_payload_of_connection_init_may_sign_in()
    {
        await using var host = await TestHost.StartAsync(services: s => s.AddSingleton<ISubscriptionAuthenticator, ByPayload>());
        await using var peer = await SocketPeer.ConnectAsync(host, signedIn: false);
        await peer.SendAsync("""{"type":"connection_init","payload":{"authorization":"Bearer token"}}""");
        (await peer.ReceiveAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
        await peer.SendAsync(SocketPeer.Subscribe("1", "{ whoAmI }"));
        (await peer.ReceiveAsync()).GetRawText().ShouldContain("E0111");
        await using var other = await SocketPeer.ConnectAsync(host, signedIn: false);
        await other.SendAsync("""{"type":"connection_init","payload":{"authorization":"Bearer wrong"}}""");
        (await other.ClosedAsync()).Code.ShouldBe(4403);
    }

    [Theory]
    [InlineData("http://evil.example", false)]
    [InlineData("null", false)]
    [InlineData("", true)]
    [InlineData("own", true)]
    public async Task A_socket_signed_in_by_cookie_must_come_from_our_own_page(string origin, bool accepted)
    {
        var sent = origin == "own" ? _host.Url.GetLeftPart(UriPartial.Authority) : origin;
        var connecting = SocketPeer.ConnectAsync(_host, "graphql-transport-ws", signedIn: false, ("Cookie", "objectives=token"), ("Origin", sent));
        if (accepted)
            await using (await connecting)
                return;
        (await Should.ThrowAsync<WebSocketException>(connecting)).Message.ShouldContain("403");
    }

    private sealed class ByPayload : ISubscriptionAuthenticator
    {
        public Task RenewAsync(IServiceProvider services, ClaimsPrincipal user, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<ClaimsPrincipal?> AuthenticateAsync(HttpContext http, JsonElement? payload) => Task.FromResult(
            payload?.GetProperty("authorization").GetString() == "Bearer token" ? TestHost.Person("Bearer") : null);
    }
}
