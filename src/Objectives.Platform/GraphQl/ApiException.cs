using Objectives.Platform.Results;

namespace Objectives.Platform.GraphQl;

/// <summary>What is not the caller's input to mend: the answer's <c>extensions.code</c>.</summary>
public enum ApiErrorCode
{
    Unauthenticated,
    Forbidden,
    NotFound,
    BadUserInput,
    LimitExceeded,
}

/// <summary>Ends a field or an operation with a coded GraphQL error in the caller's language.</summary>
public sealed class ApiException(ApiErrorCode code, Text message) : Exception(message.English)
{
    public ApiErrorCode Code { get; } = code;

    public Text Text { get; } = message;
}
