using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using Objectives.Platform.GraphQl;

namespace Objectives.Gateway.Transport;

internal static class ErrorCodes
{
    public static string ToWire(this ApiErrorCode code) => code switch
    {
        ApiErrorCode.GraphQlParseFailed => "GRAPHQL_PARSE_FAILED",
        ApiErrorCode.GraphQlValidationFailed => "GRAPHQL_VALIDATION_FAILED",
        ApiErrorCode.BadUserInput => "BAD_USER_INPUT",
        ApiErrorCode.Unauthenticated => "UNAUTHENTICATED",
        ApiErrorCode.Forbidden => "FORBIDDEN",
        ApiErrorCode.NotFound => "NOT_FOUND",
        ApiErrorCode.LimitExceeded => "LIMIT_EXCEEDED",
        ApiErrorCode.Timeout => "TIMEOUT",
        _ => "INTERNAL",
    };

    public static ApiErrorCode CodeOf(ExecutionError error) => error switch
    {
        ApiError own => own.ErrorCode,
        SyntaxError => ApiErrorCode.GraphQlParseFailed,
        InvalidVariableError or InvalidValueError => ApiErrorCode.BadUserInput,
        ValidationError or RequestError or DocumentError => ApiErrorCode.GraphQlValidationFailed,
        TimeoutError => ApiErrorCode.Timeout,
        _ => ApiErrorCode.Internal,
    };

    /// <summary>For application/graphql-response+json, where an operation that was not executed has no 200.</summary>
    public static int StatusOf(ApiErrorCode code) => code switch
    {
        ApiErrorCode.Unauthenticated => StatusCodes.Status401Unauthorized,
        ApiErrorCode.Forbidden => StatusCodes.Status403Forbidden,
        ApiErrorCode.Timeout => StatusCodes.Status504GatewayTimeout,
        ApiErrorCode.Internal => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };
}
