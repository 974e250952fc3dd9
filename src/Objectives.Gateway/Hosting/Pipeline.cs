using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Objectives.Gateway.Demo;
using Objectives.Gateway.Files;
using Objectives.Gateway.SignIn;
using Objectives.Gateway.Transport;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Gateway.Hosting;

internal static class Pipeline
{
    /// <summary>In order: health, headers, page, who is asking, whether the installation is set up, and then the endpoints.</summary>
    public static void UseObjectives(this WebApplication app, ProgramSettings settings)
    {
        app.UseWhen(http => !IsStream(http), branch => branch.UseResponseCompression());
        app.Use(SecurityHeadersAsync);
        if (Directory.Exists(app.Environment.WebRootPath))
            app.UseWhen(http => !http.Request.Path.StartsWithSegments("/graphiql", StringComparison.OrdinalIgnoreCase), page => page.UseStaticFiles(PageFiles)); // The query tool has its own way, for the signed-in.
        app.UseRouting();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        app.UseMiddleware<SignInMiddleware>();
        app.UseMiddleware<FirstRunGate>();
        app.Use(UnreadableBodyAsync);
        app.MapGraphQl("/graphql");
        if (settings.Demo || app.Environment.IsDevelopment())
            app.MapGraphiQl("/graphiql");
        app.MapSignIn();
        app.MapFiles();
        if (settings.Demo)
            app.MapDemo();
        app.MapFallback(PageAsync);
    }

    private static Text NothingHere { get; } = new("There is nothing at this address, or it takes another method or content type; bodies are JSON.", "该地址没有内容，或不支持此请求方法或内容类型（请求体应为 JSON）。");

    /// <summary>What the build names by its content may be kept for ever.</summary>
    private static StaticFileOptions PageFiles { get; } = new()
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.File.PhysicalPath?.Contains($"{Path.DirectorySeparatorChar}assets{Path.DirectorySeparatorChar}", StringComparison.Ordinal) == true
                ? "public, max-age=31536000, immutable"
                : "no-cache",
    };

    private static bool IsStream(HttpContext http) => http.WebSockets.IsWebSocketRequest || http.Request.Headers.Accept.ToString().Contains(MediaTypes.EventStream, StringComparison.Ordinal);

    private static Task SecurityHeadersAsync(HttpContext http, RequestDelegate next)
    {
        var headers = http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = http.Request.Path.StartsWithSegments("/graphiql", StringComparison.Ordinal)
            ? "default-src 'self'; script-src 'self' blob:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'"
            : "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'";
        return next(http);
    }

    /// <summary>Of addresses other than the API's, which tells of its own.</summary>
    private static async Task UnreadableBodyAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException e) when (!http.Response.HasStarted)
        {
            var (code, message) = e.StatusCode == StatusCodes.Status413PayloadTooLarge
                ? (ApiErrorCode.LimitExceeded, new Text("The body is larger than is read here.", "请求体超过此处允许的大小。"))
                : (ApiErrorCode.BadUserInput, new("The body is no JSON object with the expected fields.", "请求体不是含有所需字段的 JSON 对象。"));
            await SignInEndpoints.Refused(e.StatusCode, code, message).ExecuteAsync(http);
        }
    }

    /// <summary>The page answers every address of its own, its first one whatever is accepted (monitors ask for it); what the API or a file lacks is 404.</summary>
    private static async Task PageAsync(HttpContext http)
    {
        var page = http.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo("index.html");
        var isRead = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        var wantsPage = http.Request.Path == "/" || http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);
        if (!page.Exists || !isRead || !wantsPage)
        {
            await SignInEndpoints.Refused(StatusCodes.Status404NotFound, ApiErrorCode.NotFound, NothingHere).ExecuteAsync(http);
            return;
        }
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        http.Response.ContentLength = page.Length;
        if (HttpMethods.IsGet(http.Request.Method))
            await http.Response.SendFileAsync(page, http.RequestAborted);
    }
}
