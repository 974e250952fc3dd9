namespace Objectives.Gateway.Transport;

/// <summary>Accepts WebSockets that speak graphql-transport-ws.</summary>
internal sealed class SocketEndpoint(SocketServices services)
{
    public const string Protocol = "graphql-transport-ws";

    public async Task HandleAsync(HttpContext http)
    {
        if (CsrfGuard.Check(http) is { } forbidden)
        {
            await HttpAnswer.WriteAsync(http, MediaTypes.Json, forbidden.ToResult());
            return;
        }
        var limits = services.Options.Value;
        if (!http.WebSockets.WebSocketRequestedProtocols.Contains(Protocol))
        {
            using var refused = await http.WebSockets.AcceptWebSocketAsync();
            using var sender = new SocketSender(refused, limits.WriteTimeout);
            await sender.CloseAsync(SocketClose.Protocol);
            return;
        }
        using var socket = await http.WebSockets.AcceptWebSocketAsync(new WebSocketAcceptContext
        {
            SubProtocol = Protocol,
            KeepAliveInterval = limits.KeepAlive,
            KeepAliveTimeout = limits.WriteTimeout,
        });
        using var connection = new SocketConnection(socket, http, services);
        await connection.RunAsync();
    }
}
