namespace Objectives.Gateway.Transport;

/// <summary>
/// A browser sends its cookies along with a request that a foreign page starts, but lets no foreign page set this header. So whoever is
/// signed in by cookie must send it with all that may change something; a bearer token is never sent unasked and needs none.
/// </summary>
internal sealed class CsrfGuard : IEndpointFilter
{
    public const string Header = "X-Objectives-Csrf";
    public const string CookieName = "objectives";
    public const string CookieAuthenticationType = "Cookie";

    public static ApiError? Check(HttpContext http)
    {
        if (!IsByCookie(http))
            return null;
        if (http.WebSockets.IsWebSocketRequest)
            return IsOwnOrigin(http.Request) ? null : Refusals.ForeignOrigin();
        var method = http.Request.Method;
        return HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method) || http.Request.Headers.ContainsKey(Header)
            ? null
            : Refusals.CsrfHeaderMissing();
    }

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (Check(context.HttpContext) is not { } refused)
            return await next(context);
        await HttpAnswer.WriteAsync(context.HttpContext, MediaTypes.Json, refused.ToResult());
        return Results.Empty;
    }

    private static bool IsByCookie(HttpContext http)
    {
        foreach (var identity in http.User.Identities)
        {
            if (identity is { IsAuthenticated: true, AuthenticationType: CookieAuthenticationType })
                return true;
        }
        return false;
    }

    /// <summary>A program sends no Origin and no foreign cookies; a browser always sends the page's with a WebSocket.</summary>
    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin is not [{ Length: > 0 } origin]
        || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && string.Equals(page.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
}
