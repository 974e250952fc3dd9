using GraphQL;
using Objectives.Platform.GraphQl;

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
    /// so that a client can tell our answer from a proxy's; the newer type says what happened; an event stream carries errors as events,
    /// because its clients cannot read a refusal and try again, except for the want of signing in.
    /// </summary>
    public static int StatusOf(string accepted, ExecutionResult result)
    {
        if (result.Executed || result.Errors is not { Count: > 0 } errors)
            return StatusCodes.Status200OK;
        foreach (var error in errors)
        {
            if (error is ApiError { HttpStatus: { } status })
                return status;
        }
        var code = ErrorCodes.CodeOf(errors[0]);
        return accepted == MediaTypes.GraphQlResponse || (accepted == MediaTypes.EventStream && code == ApiErrorCode.Unauthenticated)
            ? ErrorCodes.StatusOf(code)
            : StatusCodes.Status200OK;
    }
}
