using MediatR;
using Microsoft.Extensions.Options;
using Objectives.Contracts.Organization;
using Objectives.Gateway.Hosting;
using Objectives.Gateway.Transport;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Gateway.SignIn;

internal static class SignInEndpoints
{
    public static IServiceCollection AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<ISubscriptionAuthenticator, SocketAuthenticator>();
        services.AddSingleton<FirstRun>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true); // The pipeline says what is wrong with the body.
        return services;
    }

    /// <summary>Who is asking; signing in by password, out, and the first run's set-up. Answers and refusals are JSON.</summary>
    public static void MapSignIn(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/auth/me", MeAsync);
        endpoints.MapPost("/auth/password", PasswordAsync);
        endpoints.MapPost("/auth/set-password", SetPasswordAsync).AddEndpointFilter<CsrfGuard>();
        endpoints.MapPost("/auth/setup", SetUpAsync);
        endpoints.MapPost("/auth/sign-out", SignOutAsync).AddEndpointFilter<CsrfGuard>();
    }

    /// <summary>Opens a session: its token in the answer, for programs, and as the page's cookie.</summary>
    public static async Task<IResult> SignInAsync(HttpContext http, IMediator mediator, PersonId person)
    {
        var token = await mediator.Send(new OpenSession(person), http.RequestAborted);
        http.Response.Cookies.Append(CsrfGuard.CookieName, token, CookieOptions(http));
        http.Response.Headers.CacheControl = "no-store";
        return Results.Json(new { token });
    }

    public static IResult Refused(int status, IEnumerable<Error> errors)
        => Results.Json(new { errors = errors.Select(e => new { code = EnumNames.Of(e.Code), message = e.Message.ToString(), field = e.Field }) }, statusCode: status);

    /// <summary>Who asks may not, whatever he sends: with the codes of the API's own errors.</summary>
    public static IResult Refused(int status, ApiErrorCode code, Text message, string? field = null)
        => Results.Json(new { errors = new[] { new { code = code.ToWire(), message = message.ToString(), field } } }, statusCode: status);

    public static IResult SignedOut() => Refused(StatusCodes.Status401Unauthorized, ApiErrorCode.Unauthenticated, new("Sign in first.", "请先登录。"));

    private static async Task<IResult> MeAsync(HttpContext http, CallContext call, IMediator mediator, IOptions<ProgramSettings> settings, FirstRun firstRun, BusinessClock clock)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (call.SignedIn is not { } caller)
            return Results.Json(new { signedIn = false, demo = settings.Value.Demo, setup = firstRun.IsOpen });
        var person = await mediator.Send(new PersonSummary(caller.Id), http.RequestAborted);
        return Results.Json(new
        {
            signedIn = true,
            id = GlobalId.Encode("Person", caller.Id.Value),
            person.EmployeeNumber,
            person.Name,
            locale = EnumNames.Of(person.Locale),
            roles = caller.Roles.Order().Select(r => EnumNames.Of(r)),
            demo = settings.Value.Demo,
            now = clock.GetUtcNow(),
        });
    }

    private static async Task<IResult> PasswordAsync(HttpContext http, PasswordInput input, IMediator mediator)
    {
        if (string.IsNullOrWhiteSpace(input.Login) || string.IsNullOrEmpty(input.Password))
            return Refused(StatusCodes.Status400BadRequest, [Error.Required(string.IsNullOrWhiteSpace(input.Login) ? "login" : "password")]);
        var person = await mediator.Send(new PersonByPassword(input.Login, input.Password), http.RequestAborted);
        return person is { } found
            ? await SignInAsync(http, mediator, found)
            : Refused(StatusCodes.Status401Unauthorized, [Error.Invalid("password", new("The name or password is wrong, or too many attempts failed; wait a little and try again.", "账号或密码错误，或失败次数过多，请稍后再试。"))]);
    }

    /// <summary>One's own, by the one that holds; or, for an administrator, another's, which the history tells. All sessions of the person but the caller's own end.</summary>
    private static async Task<IResult> SetPasswordAsync(HttpContext http, SetPasswordInput input, CallContext call, IMediator mediator)
    {
        if (call.SignedIn is not { } caller)
            return SignedOut();
        if (caller.IsTool)
            return Refused(StatusCodes.Status403Forbidden, ApiErrorCode.Forbidden, new("A token sets no password; sign in yourself.", "访问令牌不能设置密码，请本人登录后操作。"));
        var person = string.IsNullOrWhiteSpace(input.Login) ? caller.Id : await mediator.Send(new PersonByLogin(input.Login), http.RequestAborted);
        if (person is not { } whose)
            return Refused(StatusCodes.Status404NotFound, [Error.NotFound("login")]);
        if (whose != caller.Id && !caller.Is(Role.Administrator))
            return Refused(StatusCodes.Status403Forbidden, ApiErrorCode.Forbidden, new("Only an administrator sets another's password.", "只有管理员可以设置他人的密码。"), "login");
        if (whose == caller.Id && !await HoldsAsync(caller.Id, input.Current, mediator, http.RequestAborted))
            return Refused(StatusCodes.Status400BadRequest, [Error.Invalid("current", new("This is not the password that holds now.", "当前密码不正确。"))]);
        var errors = await mediator.Send(new SetPassword(whose, input.Password ?? string.Empty, whose == caller.Id ? call.SessionId : null), http.RequestAborted);
        return errors.Count == 0 ? Results.NoContent() : Refused(StatusCodes.Status400BadRequest, errors.Select(ToError));
    }

    private static async Task<bool> HoldsAsync(PersonId person, string? password, IMediator mediator, CancellationToken cancellationToken)
    {
        var summary = await mediator.Send(new PersonSummary(person), cancellationToken);
        return !string.IsNullOrEmpty(password) && await mediator.Send(new PersonByPassword(summary.EmployeeNumber, password), cancellationToken) == person;
    }

    private static async Task<IResult> SetUpAsync(HttpContext http, SetUpInput input, IMediator mediator, FirstRun firstRun)
    {
        if (firstRun.Admit(http, input.Token) is { } refused)
            return Refused(StatusCodes.Status403Forbidden, [refused]);
        var answer = await mediator.Send(
            new ClaimInstallation(
                input.Company ?? string.Empty, input.TimeZone ?? "Asia/Shanghai", input.Currency ?? "CNY", input.EmployeeNumber ?? string.Empty, input.Name ?? string.Empty,
                input.Email ?? string.Empty, input.Password ?? string.Empty),
            http.RequestAborted);
        if (answer.PersonId is not { } person)
            return Refused(StatusCodes.Status400BadRequest, answer.Errors.Select(ToError));
        firstRun.Close();
        return await SignInAsync(http, mediator, person);
    }

    private static async Task<IResult> SignOutAsync(HttpContext http, IMediator mediator)
    {
        if (SignInMiddleware.TokenOf(http.Request).Token is { } token)
            await mediator.Send(new CloseSession(token), http.RequestAborted);
        http.Response.Cookies.Delete(CsrfGuard.CookieName, CookieOptions(http));
        return Results.NoContent();
    }

    private static Error ToError(InputError error) => new(Enum.TryParse<ErrorCode>(error.Code, out var code) ? code : ErrorCode.Invalid, new(error.English, error.Chinese), error.Field);

    private static CookieOptions CookieOptions(HttpContext http) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };

    private sealed record SetPasswordInput(string? Login, string? Current, string? Password);

    private sealed record PasswordInput(string? Login, string? Password);

    private sealed record SetUpInput(string? Token, string? Company, string? TimeZone, string? Currency, string? EmployeeNumber, string? Name, string? Email, string? Password);
}
