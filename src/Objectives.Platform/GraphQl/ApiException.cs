using Objectives.Platform.Results;

namespace Objectives.Platform.GraphQl;

/// <summary>What `extensions.code` of a GraphQL error says, in upper snake case on the wire.</summary>
public enum ApiErrorCode
{
    GraphQlParseFailed,
    GraphQlValidationFailed,
    BadUserInput,
    Unauthenticated,
    Forbidden,
    NotFound,
    LimitExceeded,
    Timeout,
    Internal,
}

/// <summary>Thrown by a resolver for what is no rule of the business: not signed in, forbidden, not found. The caller is told the message.</summary>
/// <param name="details">What else `extensions` tells programs.</param>
public sealed class ApiException(ApiErrorCode code, Text message, params IReadOnlyList<KeyValuePair<string, object?>> details) : Exception(message.English)
{
    public ApiErrorCode Code => code;

    public Text Text => message;

    public IReadOnlyList<KeyValuePair<string, object?>> Details => details;
}
