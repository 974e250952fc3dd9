using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Execution;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Gateway.Transport;

/// <summary>The words of an error: ours in the caller's language, and the GraphQL library's, which are English, translated (<see cref="LibraryText"/>).</summary>
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
            ApiErrorCode.GraphQlParseFailed => new(error.Message, $"GraphQL 语法错误：{LibraryText.InChinese(error.Message)}"),
            _ => new(error.Message, $"GraphQL 文档无效：{LibraryText.InChinese(error.Message)}"),
        };
    }

    private static string Variable(string message) =>
        VariablePattern().Match(message) is { Success: true } match
            ? $"变量 {match.Groups["name"].Value} 无效：{LibraryText.InChinese(match.Groups["detail"].Value)}"
            : $"输入无效：{LibraryText.InChinese(message)}";

    [GeneratedRegex(@"^Variable '(?<name>\$[^']*)' is invalid\. (?<detail>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex VariablePattern();
}
