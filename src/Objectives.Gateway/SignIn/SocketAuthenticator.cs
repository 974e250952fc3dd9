using System.Security.Claims;
using System.Text.Json;
using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Gateway.Transport;
using Objectives.Platform.Requests;

namespace Objectives.Gateway.SignIn;

/// <summary>A WebSocket belongs to whom its request named, or to the bearer token in connection_init.</summary>
internal sealed class SocketAuthenticator : ISubscriptionAuthenticator
{
    public async Task<ClaimsPrincipal?> AuthenticateAsync(HttpContext http, JsonElement? payload)
    {
        if (TokenIn(payload) is not { } token)
            return http.User;
        var mediator = http.RequestServices.GetRequiredService<IMediator>();
        return await mediator.Send(new CallerOfToken(token), http.RequestAborted) is { } person ? new(new CallerIdentity(Caller.Of(person), person.SessionId, "Bearer")) : null;
    }

    public async Task RenewAsync(IServiceProvider services, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        if (user.Identity is not CallerIdentity known)
            return;
        var person = await services.GetRequiredService<IMediator>().Send(new CallerOfSession(known.SessionId), cancellationToken);
        known.Renew(Caller.Of(person ?? throw CallContext.SignedOut()));
    }

    private static string? TokenIn(JsonElement? payload)
    {
        if (payload is not { ValueKind: JsonValueKind.Object } given)
            return null;
        foreach (var property in given.EnumerateObject())
        {
            if (property.NameEquals("authorization") || property.NameEquals("Authorization"))
                return property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is { } text && text.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? text[7..].Trim() : string.Empty;
        }
        return null;
    }
}
