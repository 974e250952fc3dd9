using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Execution;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Gateway.Transport;

/// <summary>The words of an error: ours in the caller's language, the GraphQL library's with the frequent ones translated.</summary>
internal static partial class ErrorText
{
    private static readonly Text Internal = new("Internal error.", "内部错误。");

    public static Text Of(ExecutionError error)
    {
        if (error is ApiError own)
            return own.Text;
        return ErrorCodes.CodeOf(error) switch
        {
            ApiErrorCode.Internal => Internal,
            ApiErrorCode.Timeout => new("The operation took longer than is allowed.", "操作超出允许的时间。"),
            ApiErrorCode.BadUserInput when error.InnerException is UnreadableScalarException { Expected: var expected } =>
                new($"{error.Message.TrimEnd('.')}. {expected.English}", $"{Variable(error.Message)}{expected.Chinese}"),
            ApiErrorCode.BadUserInput => new(error.Message, Variable(error.Message)),
            ApiErrorCode.GraphQlParseFailed => new(error.Message, $"GraphQL 语法错误：{error.Message}"),
            _ => new(error.Message, $"GraphQL 文档无效：{error.Message}"),
        };
    }

    private static string Variable(string message)
    {
        if (VariablePattern().Match(message) is not { Success: true } match)
            return $"输入无效：{message}";
        var detail = match.Groups["detail"].Value;
        var translated = Conversion().Match(detail) is { Success: true } c ? $"无法将 {c.Groups["value"].Value} 转换为 {c.Groups["type"].Value}。"
            : NullInput().IsMatch(detail) ? "该项必填，不能为空。"
            : detail;
        return $"变量 {match.Groups["name"].Value} 无效：{translated}";
    }

    [GeneratedRegex(@"^Variable '(?<name>\$[^']*)' is invalid\. (?<detail>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex VariablePattern();

    [GeneratedRegex(@"^Unable to convert (?<value>.*) to (?:the scalar type )?(?<type>'\w+')", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex Conversion();

    [GeneratedRegex("null input for a non-null|No value provided for a non-null", RegexOptions.ExplicitCapture, 200)]
    private static partial Regex NullInput();
}
