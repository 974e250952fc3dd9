using System.Net.WebSockets;
using System.Text.Json;

namespace Objectives.Gateway.Transport;

/// <summary>One connection of the graphql-transport-ws protocol, from connection_init to its end.</summary>
internal sealed class SocketConnection : IDisposable
{
    private readonly WebSocket _socket;
    private readonly HttpContext _http;
    private readonly SocketServices _services;
    private readonly SocketSender _sender;
    private readonly SocketOperations _operations;
    private readonly CancellationTokenSource _life;
    private bool _initialised;
    private bool _acknowledged;

    public SocketConnection(WebSocket socket, HttpContext http, SocketServices services)
    {
        (_socket, _http, _services) = (socket, http, services);
        _life = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        _sender = new(socket, Limits.WriteTimeout);
        _operations = new(http, _sender, services, _life.Token);
    }

    private GraphQlLimits Limits => _services.Options.Value;

    public async Task RunAsync()
    {
        var watchdog = CloseUnlessInitialisedAsync();
        try
        {
            await _sender.CloseAsync(await ReadAsync());
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            _socket.Abort();
        }
        finally
        {
            await _life.CancelAsync();
            await watchdog;
            await _operations.WhenAllEndedAsync();
        }
    }

    public void Dispose()
    {
        _life.Dispose();
        _sender.Dispose();
    }

    private async Task<SocketClose> ReadAsync()
    {
        var receiver = new SocketReceiver(_socket, Limits.BodyBytes);
        while (true)
        {
            var (message, close) = await receiver.ReceiveAsync(_life.Token);
            if (message is null)
                return close;
            using (message)
            {
                if (await HandleAsync(message.RootElement) is { } end)
                    return end;
            }
        }
    }

    private async Task<SocketClose?> HandleAsync(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object)
            return SocketClose.Invalid;
        switch (Text(message, "type"))
        {
            case "connection_init":
                return await InitialiseAsync(message);
            case "ping":
                await _sender.SendAsync("pong", _life.Token);
                return null;
            case "pong":
                return null;
            case "subscribe":
                return _acknowledged ? await SubscribeAsync(message) : SocketClose.Unauthorized;
            case "complete" when Text(message, "id") is { } id:
                await _operations.CancelAsync(id);
                return null;
            default:
                return SocketClose.Invalid;
        }
    }

    private async Task<SocketClose?> InitialiseAsync(JsonElement message)
    {
        if (_initialised)
            return SocketClose.TooManyInits;
        _initialised = true;
        JsonElement? payload = message.TryGetProperty("payload", out var given) ? given : null;
        var user = await _services.Authenticator.AuthenticateAsync(_http, payload);
        if (user is null || (!Limits.AllowAnonymous && user.Identity is not { IsAuthenticated: true }))
            return SocketClose.Forbidden;
        _http.User = user;
        await _sender.SendAsync("connection_ack", _life.Token);
        _acknowledged = true;
        return null;
    }

    private async Task<SocketClose?> SubscribeAsync(JsonElement message)
    {
        if (Text(message, "id") is not { Length: > 0 } id || !message.TryGetProperty("payload", out var payload))
            return SocketClose.Invalid;
        if (_operations.IsRunning(id))
            return SocketClose.Duplicate(id);
        var (call, _) = GraphQlCall.From(payload);
        if (call is null)
            return SocketClose.Invalid;
        await _operations.StartAsync(id, call);
        return null;
    }

    private async Task CloseUnlessInitialisedAsync()
    {
        try
        {
            await Task.Delay(Limits.ConnectionInit, _life.Token);
            if (!_initialised)
                await _sender.CloseAsync(SocketClose.InitTimeout);
        }
        catch (OperationCanceledException)
        {
            // The connection ended first.
        }
    }

    private static string? Text(JsonElement message, string name)
    {
        try
        {
            return message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Not Unicode.
        }
    }
}
