using GraphQL;

namespace Objectives.Gateway.Transport;

/// <summary>Writes one whole result with the status that GraphQL over HTTP asks for.</summary>
internal static class HttpAnswer
{
    public static async Task WriteAsync(HttpContext http, string accepted, ExecutionResult result)
    {
        var response = http.Response;
        response.StatusCode = StatusOf(accepted, result);
        if (response.StatusCode == StatusCodes.Status405MethodNotAllowed)
            response.Headers.Allow = HttpMethods.IsGet(http.Request.Method) ? "POST" : "GET, POST";
        response.Headers.CacheControl = "no-store";
        response.ContentType = accepted == MediaTypes.GraphQlResponse
            ? "application/graphql-response+json; charset=utf-8"
            : "application/json; charset=utf-8";
        ResultWriter.Write(response.BodyWriter, result);
        await response.BodyWriter.FlushAsync(http.RequestAborted);
    }

    /// <summary>
    /// A refusal of the transport has its status in every media type. Beyond that application/json says 200 for each well-formed request,
    /// so that a client can tell our answer from a proxy's; the newer type, and a stream that never began, say what happened.
    /// </summary>
    private static int StatusOf(string accepted, ExecutionResult result)
    {
        if (result.Executed || result.Errors is not { Count: > 0 } errors)
            return StatusCodes.Status200OK;
        foreach (var error in errors)
        {
            if (error is ApiError { HttpStatus: { } status })
                return status;
        }
        return accepted == MediaTypes.Json ? StatusCodes.Status200OK : ErrorCodes.StatusOf(ErrorCodes.CodeOf(errors[0]));
    }
}
