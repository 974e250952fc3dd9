using Microsoft.Net.Http.Headers;

namespace Objectives.Gateway.Transport;

internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string GraphQlResponse = "application/graphql-response+json";
    public const string EventStream = "text/event-stream";

    /// <summary>The type to answer in: the best of what the caller accepts, application/json where he does not say; null when none will do.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || accept is [Json or "*/*"])
            return Json;
        if (accept is [GraphQlResponse])
            return GraphQlResponse;
        if (!MediaTypeHeaderValue.TryParseList(accept, out var list) || list.Count == 0)
            return Json;
        string? best = null;
        var quality = 0.0;
        foreach (var accepted in list)
        {
            if ((accepted.Quality ?? 1) > quality && Offered(accepted) is { } offered)
                (best, quality) = (offered, accepted.Quality ?? 1);
        }
        return best;
    }

    public static bool IsJsonInUtf8(string? contentType) =>
        contentType is Json
        || (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(Json, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase)));

    private static string? Offered(MediaTypeHeaderValue accepted)
    {
        if (accepted.MatchesAllTypes || accepted.MediaType.Equals("application/*", StringComparison.OrdinalIgnoreCase))
            return Json;
        if (accepted.Charset.HasValue && !HeaderUtilities.RemoveQuotes(accepted.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            return null;
        foreach (var offered in (ReadOnlySpan<string>)[GraphQlResponse, Json, EventStream])
        {
            if (accepted.MediaType.Equals(offered, StringComparison.OrdinalIgnoreCase))
                return offered;
        }
        return null;
    }
}
