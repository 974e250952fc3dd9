using System.Globalization;
using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Gateway.SignIn;
using Objectives.Gateway.Transport;
using Objectives.Platform.Demo;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Gateway.Demo;

/// <summary>For demonstrations, and from this machine alone: signing in as anyone, and moving the business clock.</summary>
internal static class DemoEndpoints
{
    public static IServiceCollection AddDemo(this IServiceCollection services) => services.AddSingleton<DemoStart>().AddSingleton<DemoClock>();

    public static void MapDemo(this IEndpointRouteBuilder endpoints)
    {
        var local = endpoints.MapGroup(string.Empty).AddEndpointFilter(async (context, next) => FirstRun.IsLocal(context.HttpContext.Connection)
            ? await next(context)
            : SignInEndpoints.Refused(StatusCodes.Status403Forbidden, ApiErrorCode.Forbidden, new("The demonstration is open on its own machine only.", "演示功能仅限本机使用。")));
        local.MapGet("/auth/demo", PersonasAsync);
        local.MapPost("/auth/demo", SignInAsync);
        local.MapPost("/demo/clock", MoveClockAsync).AddEndpointFilter<CsrfGuard>();
    }

    private static async Task<IResult> PersonasAsync(IMediator mediator, CancellationToken cancellationToken)
    {
        var personas = new List<object>();
        foreach (var persona in DemoFiller.Personas)
        {
            if (await mediator.Send(new PersonByLogin(persona.EmployeeNumber), cancellationToken) is not { } id)
                continue;
            var person = await mediator.Send(new PersonSummary(id), cancellationToken);
            personas.Add(new { persona.EmployeeNumber, person.Name, Title = Both(persona.Title), Description = Both(persona.Description) });
        }
        return Results.Json(personas);

        static object Both(Text text) => new { En = text.English, Zh = text.Chinese };
    }

    private static async Task<IResult> SignInAsync(HttpContext http, DemoSignIn input, IMediator mediator)
    {
        if (string.IsNullOrWhiteSpace(input.EmployeeNumber))
            return SignInEndpoints.Refused(StatusCodes.Status400BadRequest, [Error.Required("employeeNumber")]);
        return await mediator.Send(new PersonByLogin(input.EmployeeNumber), http.RequestAborted) is { } person
            ? await SignInEndpoints.SignInAsync(http, mediator, person)
            : SignInEndpoints.Refused(StatusCodes.Status404NotFound, [Error.NotFound("employeeNumber")]);
    }

    private static async Task<IResult> MoveClockAsync(HttpContext http, ClockInput input, DemoClock demo, BusinessClock clock)
    {
        if (!DateTimeOffset.TryParse(input.Now, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) || instant.Year > 2900)
            return SignInEndpoints.Refused(StatusCodes.Status400BadRequest, [Error.Invalid("now", new("Write an instant with its offset, such as \"2027-04-15T09:00:00+08:00\".", "请填写带时区的时间，如 \"2027-04-15T09:00:00+08:00\"。"))]);
        if (!await demo.MoveAsync(instant, http.RequestAborted))
            return SignInEndpoints.Refused(StatusCodes.Status400BadRequest, [Error.Invalid("now", new($"The clock stands at {clock.GetUtcNow():O} and goes forward only.", $"业务时钟当前为 {clock.GetUtcNow():O}，只能向前调整。"))]);
        return Results.Json(new { now = clock.GetUtcNow() });
    }

    private sealed record DemoSignIn(string? EmployeeNumber);

    private sealed record ClockInput(string? Now);
}
