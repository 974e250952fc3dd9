using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Objectives.IntegrationTests.Transport;

/// <summary>A client that says exactly what it is told to.</summary>
internal sealed class SocketPeer : IAsyncDisposable
{
    public const string Init = """{"type":"connection_init"}""";

    public ClientWebSocket Socket { get; } = new();

    public static async Task<SocketPeer> ConnectAsync(TestHost host, string? protocol = "graphql-transport-ws", bool signedIn = true, params (string, string)[] headers)
    {
        var peer = new SocketPeer();
        if (protocol is not null)
            peer.Socket.Options.AddSubProtocol(protocol);
        if (signedIn)
            peer.Socket.Options.SetRequestHeader("Authorization", "Bearer token");
        foreach (var (name, value) in headers)
            peer.Socket.Options.SetRequestHeader(name, value);
        await peer.Socket.ConnectAsync(new UriBuilder(host.Url) { Scheme = "ws" }.Uri, TestContext.Current.CancellationToken);
        return peer;
    }

    /// <summary>To a program, as one of its people, and initialised.</summary>
    public static async Task<SocketPeer> ConnectAsync(Api who)
    {
        var peer = new SocketPeer();
        peer.Socket.Options.AddSubProtocol("graphql-transport-ws");
        peer.Socket.Options.SetRequestHeader("Authorization", $"Bearer {who.Token}");
        await peer.Socket.ConnectAsync(new UriBuilder(who.Program.Http.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, TestContext.Current.CancellationToken);
        await peer.SendAsync(Init);
        (await peer.ReceiveAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
        return peer;
    }

    public static async Task<SocketPeer> InitialisedAsync(TestHost host)
    {
        var peer = await ConnectAsync(host);
        await peer.SendAsync(Init);
        (await peer.ReceiveAsync()).GetProperty("type").GetString().ShouldBe("connection_ack");
        return peer;
    }

    public static string Subscribe(string id, string query) => JsonSerializer.Serialize(new { id, type = "subscribe", payload = new { query } });

    public Task SendAsync(string message) =>
        Socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);

    public async Task<JsonElement> ReceiveAsync()
    {
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var received = await Socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
            text.Write(buffer, 0, received.Count);
            if (received.EndOfMessage)
                return text.Length == 0 ? default : JsonElement.Parse(text.ToArray());
        }
    }

    public async Task<(int Code, string? Reason)> ClosedAsync()
    {
        while (Socket.CloseStatus is null)
            await ReceiveAsync();
        return ((int)Socket.CloseStatus, Socket.CloseStatusDescription);
    }

    public ValueTask DisposeAsync()
    {
        Socket.Dispose();
        return ValueTask.CompletedTask;
    }
}
