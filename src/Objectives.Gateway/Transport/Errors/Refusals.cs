using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Gateway.Transport;

/// <summary>What the transport says when it does not hand a request on.</summary>
internal static class Refusals
{
    public static ApiError Malformed(string english, string chinese) =>
        new(ApiErrorCode.BadUserInput, new(english, chinese), StatusCodes.Status400BadRequest);

    public static ApiError Method() =>
        new(ApiErrorCode.BadUserInput, new("Only GET and POST are allowed.", "仅允许 GET 和 POST。"), StatusCodes.Status405MethodNotAllowed);

    public static ApiError MutationOverGet() =>
        new(ApiErrorCode.BadUserInput, new("A mutation is not allowed over GET.", "不允许通过 GET 执行变更操作。"), StatusCodes.Status405MethodNotAllowed);

    public static ApiError ContentType() => new(
        ApiErrorCode.BadUserInput,
        new("Content-Type must be application/json in UTF-8.", "Content-Type 必须为 UTF-8 编码的 application/json。"),
        StatusCodes.Status415UnsupportedMediaType);

    public static ApiError NotAcceptable() => new(
        ApiErrorCode.BadUserInput,
        new(
            "Accept must name application/graphql-response+json, application/json or text/event-stream.",
            "Accept 须包含 application/graphql-response+json、application/json 或 text/event-stream。"),
        StatusCodes.Status406NotAcceptable);

    public static ApiError SubscriptionNeedsStream() => new(
        ApiErrorCode.BadUserInput,
        new("A subscription needs Accept: text/event-stream or a WebSocket.", "订阅需要 Accept: text/event-stream 或 WebSocket 连接。"));

    public static ApiError SignedOut() => new(ApiErrorCode.Unauthenticated, new("Sign in first.", "请先登录。"));

    public static ApiError CsrfHeaderMissing() => new(
        ApiErrorCode.Forbidden,
        new($"A request signed in by cookie must carry the header {CsrfGuard.Header}.", $"通过 Cookie 登录的请求必须带有 {CsrfGuard.Header} 标头。"),
        StatusCodes.Status403Forbidden);

    public static ApiError ForeignOrigin() => new(
        ApiErrorCode.Forbidden,
        new("A WebSocket signed in by cookie must come from this site's own pages.", "通过 Cookie 登录的 WebSocket 必须来自本站页面。"),
        StatusCodes.Status403Forbidden);

    /// <summary>The English words are the persisted-query protocol's: clients compare them and then send the document's text.</summary>
    public static ApiError UnknownDocument() => new(ApiErrorCode.NotFound, new("PersistedQueryNotFound", "PersistedQueryNotFound"));

    public static ApiError TooSlow() => new(
        ApiErrorCode.LimitExceeded, new("This subscriber reads too slowly and was cut off.", "该订阅者读取过慢，已被断开。"));

    public static ApiError Syntax(string description, Location? at)
    {
        var error = new ApiError(
            ApiErrorCode.GraphQlParseFailed, new($"Syntax error: {description}", $"GraphQL 语法错误：{LibraryText.InChinese(description)}"));
        if (at is { } location)
            error.AddLocation(new(location.Line, location.Column));
        return error;
    }

    [System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
    internal readonly record struct Location(int Line, int Column);
}
