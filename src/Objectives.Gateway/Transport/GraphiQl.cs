using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;

namespace Objectives.Gateway.Transport;

/// <summary>The query tool, for the signed-in alone; built from src/graphiql into the web root's folder "graphiql".</summary>
internal static class GraphiQl
{
    private static readonly FileExtensionContentTypeProvider Types = new();

    public static async Task ServeAsync(HttpContext http)
    {
        if (http.User.Identity is not { IsAuthenticated: true })
        {
            await HttpAnswer.WriteAsync(http, MediaTypes.GraphQlResponse, Refusals.SignedOut().ToResult());
            return;
        }
        var path = http.GetRouteValue("file") as string;
        if (string.IsNullOrEmpty(path) && http.Request.Path.Value is [.., not '/'])
        {
            http.Response.Redirect(http.Request.PathBase + http.Request.Path + "/");
            return;
        }
        var file = Find(http, string.IsNullOrEmpty(path) ? "index.html" : path);
        if (!file.Exists)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        http.Response.ContentType = Types.TryGetContentType(file.Name, out var type) ? type : "application/octet-stream";
        http.Response.Headers.CacheControl = path?.StartsWith("assets/", StringComparison.Ordinal) == true ? "private, max-age=31536000, immutable" : "no-store";
        await http.Response.SendFileAsync(file, http.RequestAborted);
    }

    private static IFileInfo Find(HttpContext http, string path) =>
        http.RequestServices.GetRequiredService<IWebHostEnvironment>().WebRootFileProvider.GetFileInfo("graphiql/" + path);
}
