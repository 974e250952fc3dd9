using System.Security.Claims;
using System.Text.Json;

namespace Objectives.Gateway.Transport;

/// <summary>
/// Says who a WebSocket belongs to, from its request and the payload of connection_init, which may hold {"authorization": "Bearer …"}
/// because a browser cannot set headers on a WebSocket. Null refuses the connection.
/// </summary>
internal interface ISubscriptionAuthenticator
{
    Task<ClaimsPrincipal?> AuthenticateAsync(HttpContext http, JsonElement? payload);

    /// <summary>Before each operation, since the connection may have lasted longer than the sign-in. Throws UNAUTHENTICATED when that has ended.</summary>
    Task RenewAsync(IServiceProvider services, ClaimsPrincipal user, CancellationToken cancellationToken);
}

/// <summary>Keeps whom the HTTP request named.</summary>
internal sealed class RequestAuthenticator : ISubscriptionAuthenticator
{
    public Task<ClaimsPrincipal?> AuthenticateAsync(HttpContext http, JsonElement? payload) => Task.FromResult<ClaimsPrincipal?>(http.User);

    public Task RenewAsync(IServiceProvider services, ClaimsPrincipal user, CancellationToken cancellationToken) => Task.CompletedTask;
}
