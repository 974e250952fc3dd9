using GraphQL;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Gateway.Transport;

/// <summary>An error whose words, code and details are ours to tell.</summary>
internal sealed class ApiError(ApiErrorCode code, Text text, int? httpStatus = null, params IReadOnlyList<KeyValuePair<string, object?>> details)
    : ExecutionError(text.English)
{
    public ApiErrorCode ErrorCode => code;

    public Text Text => text;

    /// <summary>The status of a refusal by the transport itself, whatever the caller accepts; null where the media type decides.</summary>
    public int? HttpStatus => httpStatus;

    public IReadOnlyList<KeyValuePair<string, object?>> Details => details;

    public ExecutionResult ToResult() => new(this);
}
