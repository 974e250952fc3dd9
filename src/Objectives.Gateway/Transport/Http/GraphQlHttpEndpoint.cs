using GraphQL;
using Microsoft.Extensions.Options;
using Objectives.Platform.Requests;

namespace Objectives.Gateway.Transport;

/// <summary>GraphQL over HTTP, and graphql-sse's distinct connections where the caller accepts an event stream.</summary>
internal sealed class GraphQlHttpEndpoint(GraphQlExecution execution, SseStream stream, IOptions<GraphQlLimits> options)
{
    public async Task HandleAsync(HttpContext http)
    {
        var accepted = MediaTypes.Negotiate(http.Request);
        var result = accepted is null ? Refusals.NotAcceptable().ToResult() : await AnswerAsync(http, accepted);
        if (accepted == MediaTypes.EventStream && HttpAnswer.StatusOf(accepted, result) == StatusCodes.Status200OK)
            await stream.WriteAsync(http, result);
        else
            await HttpAnswer.WriteAsync(http, accepted ?? MediaTypes.Json, result);
    }

    private async Task<ExecutionResult> AnswerAsync(HttpContext http, string accepted)
    {
        if (CsrfGuard.Check(http) is { } forbidden)
            return forbidden.ToResult();
        if (!options.Value.AllowAnonymous && http.User.Identity is not { IsAuthenticated: true })
            return Refusals.SignedOut().ToResult();
        if (http.Request.Headers[CallContext.IdempotencyHeader] is { Count: > 0 } and not [{ Length: > 0 and <= CallContext.MaxIdempotencyKeyLength }])
            return Refusals.Malformed(
                $"{CallContext.IdempotencyHeader} has 1 to {CallContext.MaxIdempotencyKeyLength} characters.", $"{CallContext.IdempotencyHeader} 应为 1 至 {CallContext.MaxIdempotencyKeyLength} 个字符。").ToResult();
        var (call, error) = await RequestReader.ReadAsync(http, options.Value);
        if (call is null)
            return error!.ToResult();
        var allowed = HttpMethods.IsGet(http.Request.Method) ? AllowedOperations.Query : AllowedOperations.Query | AllowedOperations.Mutation;
        if (accepted == MediaTypes.EventStream)
            allowed |= AllowedOperations.Subscription;
        return await execution.ExecuteAsync(call, http.RequestServices, http.User, allowed, http.RequestAborted);
    }
}
