using System.Diagnostics;
using GraphQL;
using GraphQL.Execution;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Gateway.Transport;

/// <summary>Turns what a resolver throws into what the caller may hear: his own errors as they are, all others as a trace id.</summary>
internal sealed class InternalErrors(ILogger<InternalErrors> logger)
{
    public Task HandleAsync(UnhandledExceptionContext context)
    {
        context.Exception = ToError(context.OriginalException, context.FieldContext?.FieldDefinition.Name);
        return Task.CompletedTask;
    }

    public ExecutionError ToError(Exception exception, string? field)
    {
        if (exception is ExecutionError known and not UnhandledError)
            return known;
        if (exception is ApiException told)
            return new ApiError(told.Code, told.Text, httpStatus: null, told.Details);
        if (exception is BadInputException { Errors: [var first, ..] })
        {
            var code = first.Code == ErrorCode.NotFound ? ApiErrorCode.NotFound : ApiErrorCode.BadUserInput;
            return new ApiError(code, new($"'{first.Field}': {first.Message.English}", $"“{first.Field}”：{first.Message.Chinese}"));
        }
        var traceId = Activity.Current?.TraceId.ToHexString() ?? Guid.NewGuid().ToString("N");
        logger.LogError(exception, "Unhandled exception in {Field}, trace {TraceId}", field, traceId);
        return new ApiError(
            ApiErrorCode.Internal,
            new($"Internal error; please name {traceId} when you report it.", $"内部错误；反馈问题时请提供编号 {traceId}。"),
            httpStatus: null,
            new KeyValuePair<string, object?>("traceId", traceId));
    }
}
