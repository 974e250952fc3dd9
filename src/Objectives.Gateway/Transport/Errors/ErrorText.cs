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
            _ => new(error.Message, $"GraphQL 文档无效：{Translated(error.Message)}"),
        };
    }

    private static string Variable(string message) =>
        VariablePattern().Match(message) is { Success: true } match
            ? $"变量 {match.Groups["name"].Value} 无效：{Translated(match.Groups["detail"].Value)}"
            : $"输入无效：{Translated(message)}";

    /// <summary>What is not frequent stays as it is.</summary>
    private static string Translated(string message)
    {
        foreach (var (pattern, chinese) in Frequent)
        {
            if (pattern.IsMatch(message))
                return pattern.Replace(message, chinese);
        }
        return message;
    }

    private static readonly (Regex Pattern, string Chinese)[] Frequent =
    [
        Said(@"Unable to convert (?<value>.*) to (?:the scalar type )?(?<type>'\w+').*", "无法将 ${value} 转换为 ${type}。"),
        Said("(?:.*null input for a non-null|No value provided for a non-null).*", "该项必填，不能为空。"),
        Said("Unrecognized input fields (?<fields>.*) for type (?<type>'[^']*').*", "类型 ${type} 没有字段 ${fields}。"),
        Said("Cannot query field (?<field>'[^']*') on type (?<type>'[^']*').*", "类型 ${type} 没有字段 ${field}。"),
        Said("Field (?<field>[^ ]*) of type (?<type>[^ ]*) must have a sub selection.*", "字段 '${field}'（${type}）须选取其下的字段。"),
        Said("Field (?<field>[^ ]*) of type (?<type>[^ ]*) must not have a sub selection.*", "字段 '${field}'（${type}）没有下级字段，不能再选取。"),
        Said("Argument (?<argument>'[^']*') of type '(?<type>[^']*)' is required for field (?<field>'[^']*').*", "字段 ${field} 的参数 ${argument}（${type}）必填。"),
        Said("Unknown argument (?<argument>'[^']*') on field (?<field>'[^']*').*", "字段 ${field} 没有参数 ${argument}。"),
    ];

    private static (Regex Pattern, string Chinese) Said(string english, string chinese) =>
        (new($"^{english}$", RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking), chinese);

    [GeneratedRegex(@"^Variable '(?<name>\$[^']*)' is invalid\. (?<detail>.*)$", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 200)]
    private static partial Regex VariablePattern();
}
