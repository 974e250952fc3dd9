using System.Globalization;
using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Gateway.Transport;
using Objectives.Platform.Requests;

namespace Objectives.Gateway.SignIn;

/// <summary>Who is asking, from a bearer token or the cookie, and in which language he is answered: the one that the request names, or his own.</summary>
internal sealed class SignInMiddleware(RequestDelegate next)
{
    public static readonly CultureInfo Chinese = new("zh-CN");
    public static readonly CultureInfo English = new("en");

    public async Task InvokeAsync(HttpContext http, CallContext call, IMediator mediator)
    {
        var (token, scheme) = TokenOf(http.Request);
        var person = token is null ? null : await mediator.Send(new CallerOfToken(token), http.RequestAborted);
        if (person is not null)
        {
            call.SignIn(person);
            http.User = new(new CallerIdentity(call.Caller, person.SessionId, scheme));
        }
        call.IdempotencyKey = http.Request.Headers[CallContext.IdempotencyHeader] is [{ Length: > 0 and <= CallContext.MaxIdempotencyKeyLength } key] ? key : null;
        CultureInfo.CurrentUICulture = LanguageOf(http.Request, person);
        await next(http);
    }

    public static (string? Token, string Scheme) TokenOf(HttpRequest request) => request.Headers.Authorization is [{ } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        ? (header[7..].Trim(), "Bearer")
        : (request.Cookies[CsrfGuard.CookieName], CsrfGuard.CookieAuthenticationType);

    private static CultureInfo LanguageOf(HttpRequest request, SignedInPerson? person)
    {
        foreach (var language in request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1))
        {
            if (language.Value.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
                return Chinese;
            if (language.Value.StartsWith("en", StringComparison.OrdinalIgnoreCase))
                return English;
        }
        return person?.Locale == Locale.ZhCn ? Chinese : English;
    }
}
