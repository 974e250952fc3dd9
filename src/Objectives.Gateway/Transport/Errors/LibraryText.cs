using System.Text.RegularExpressions;

namespace Objectives.Gateway.Transport;

/// <summary>What the GraphQL library says of a document or a variable, in Chinese. It says so in English sentences alone, which are known by their form; one that is not stays as it is.</summary>
internal static class LibraryText
{
    public static string InChinese(string message)
    {
        foreach (var (pattern, chinese) in Sentences)
        {
            if (pattern.Match(message) is { Success: true } match)
                return match.Result(chinese) + Details(match.Groups["details"].Value);
        }
        return message;
    }

    /// <summary>What is wrong inside a value: any number of these parts, one within another.</summary>
    private static string Details(string details) => Parts.Aggregate(details, (text, part) => part.Pattern.Replace(text, part.Chinese));

    private static readonly (Regex Pattern, string Chinese)[] Sentences =
    [
        Sentence(@"Unable to convert (?<value>.*) to (?:the scalar type )?(?<type>'\w+').*", "无法将 ${value} 转换为 ${type}。"),
        Sentence("Unable to parse input as a (?<type>'[^']*') type.*", "应为 ${type} 对象，不能是列表或标量。"),
        Sentence("(?:.*null input for a non-null|No value provided for a non-null).*", "该项必填，不能为空。"),
        Sentence("Unrecognized input fields (?<fields>.*) for type (?<type>'[^']*').*", "类型 ${type} 没有字段 ${fields}。"),
        Sentence("Cannot query field (?<field>'[^']*') on type (?<type>'[^']*').*", "类型 ${type} 没有字段 ${field}。"),
        Sentence("Field (?<field>[^ ]*) of type (?<type>[^ ]*) must have a sub selection.*", "字段 '${field}'（${type}）须选取其下的字段。"),
        Sentence("Field (?<field>[^ ]*) of type (?<type>[^ ]*) must not have a sub selection.*", "字段 '${field}'（${type}）没有下级字段，不能再选取。"),
        Sentence("Fields (?<field>[^ ]*) conflicts because .*", "字段 '${field}' 以不同的参数或内容选取了多次，请改用不同的别名。"),
        Sentence("Argument (?<argument>'[^']*') of type '(?<type>[^']*)' is required for field (?<field>'[^']*').*", "字段 ${field} 的参数 ${argument}（${type}）必填。"),
        Sentence("Argument (?<argument>'[^']*') of type '(?<type>[^']*)' is required for directive (?<directive>'[^']*').*", "指令 ${directive} 的参数 ${argument}（${type}）必填。"),
        Sentence(@"Argument (?<argument>'[^']*') has invalid value\. ?(?<details>.*)", "参数 ${argument} 的值无效。"),
        Sentence("Unknown argument (?<argument>'[^']*') on field (?<field>'[^']*').*", "字段 ${field} 没有参数 ${argument}。"),
        Sentence("Unknown argument (?<argument>'[^']*') on directive (?<directive>'[^']*').*", "指令 ${directive} 没有参数 ${argument}。"),
        Sentence("There can be only one argument named (?<argument>'[^']*').*", "参数 ${argument} 重复。"),
        Sentence(@"There can be only one input field named (?<field>.*)\.", "输入字段 '${field}' 重复。"),
        Sentence(@"Variable (?<variable>'[^']*') of type '(?<type>[^']*)' has invalid default value '(?<value>.*?)'\. ?(?<details>.*)", "变量 ${variable}（${type}）的默认值 ${value} 无效。"),
        Sentence("Variable (?<variable>'[^']*') of type '(?<type>[^']*)' used in position expecting type '(?<expected>[^']*)'.*", "变量 ${variable} 的类型为 ${type}，此处应为 ${expected}。"),
        Sentence("Variable (?<variable>'[^']*') is not defined.*", "变量 ${variable} 未声明。"),
        Sentence("Variable (?<variable>'[^']*') is never used.*", "变量 ${variable} 声明后未使用。"),
        Sentence("Variable (?<variable>'[^']*') cannot be non-input type (?<type>'[^']*').*", "变量 ${variable} 不能是 ${type}：该类型不能作为输入。"),
        Sentence("Variable has unknown type (?<type>'[^']*').*", "没有类型 ${type}。"),
        Sentence("There can be only one variable named (?<variable>'[^']*').*", "变量 ${variable} 重复声明。"),
        Sentence(@"Unknown type '?(?<type>\w+).*", "没有类型 '${type}'。"),
        Sentence("Unknown fragment (?<fragment>'[^']*').*", "没有片段 ${fragment}。"),
        Sentence("Fragment (?<fragment>'[^']*') is never used.*", "片段 ${fragment} 声明后未使用。"),
        Sentence("There can only be one fragment named (?<fragment>'[^']*').*", "片段 ${fragment} 重复。"),
        Sentence("Cannot spread fragment (?<fragment>'[^']*') within itself.*", "片段 ${fragment} 不能展开自身。"),
        Sentence("Fragment (?:'[^']*' )?cannot condition on non composite type (?<type>'[^']*').*", "片段不能以 ${type} 为条件：该类型没有字段。"),
        Sentence("Fragment (?:'[^']*' )?cannot be spread here as objects of type (?<parent>'[^']*') can never be of type (?<type>'[^']*').*", "此处不能展开片段：${parent} 的对象不会是 ${type}。"),
        Sentence("Unknown directive (?<directive>'[^']*').*", "没有指令 ${directive}。"),
        Sentence(@"Directive (?<directive>'[^']*') may not be used on (?<place>[^.]*)\.", "指令 ${directive} 不能用在 ${place} 处。"),
        Sentence("The directive (?<directive>'[^']*') can only be used once at this location.*", "指令 ${directive} 在同一处只能用一次。"),
        Sentence("This anonymous operation must be the only defined operation.*", "文档含有多个操作时，每个操作都须命名。"),
        Sentence(@"There can be only one operation named (?<operation>.*)\.", "操作 '${operation}' 重复。"),
        Sentence("(?:Anonymous Subscription|Subscription '[^']*') must have exactly one root field.*", "订阅须恰有一个根字段，且不能是内省字段。"),
        Sentence("Document does not contain any operations.*", "文档不含任何操作。"),
        Sentence("Document does not contain an operation named (?<operation>'[^']*').*", "文档中没有操作 ${operation}。"),
        Sentence("Document contains more than one operation.*", "文档含有多个操作，请用 operationName 指明其一。"),
        Sentence("Expected (?<expected>.*), found (?<found>[^;]*)(?:;.*)?", "应为 ${expected}，实为 ${found}。"),
        Sentence("Unexpected (?<found>[^;]*)(?:;.*)?", "此处不应出现 ${found}。"),
        Sentence("Invalid number.*: (?<found>.*)", "数值写法无效：${found}。"),
        Sentence(@"Invalid character escape sequence[^:]*: (?<found>.*)\.", "转义写法无效：${found}。"),
        Sentence("Invalid character (?<found>.*)", "字符无效：${found}"),
        Sentence("Unterminated .*", "字符串没有结束。"),
    ];

    private static readonly (Regex Pattern, string Chinese)[] Parts =
    [
        Part(@"In element #(?<number>\d+): ", "第 ${number} 项："),
        Part("In field (?<field>'[^']*'): ", "字段 ${field}："),
        Part(@"Unknown field\.", "没有该字段。"),
        Part(@"Missing required field (?<field>'[^']*') of type '(?<type>[^']*)'\.", "字段 ${field}（${type}）必填。"),
        Part("Expected (?:type )?'(?<type>[^']*)', found not an object.", "应为 ${type} 对象。"),
        Part(@"Expected (?:type )?'(?<type>[^']*)', found (?<found>[^\]]*?)\.(?<end> |\]|$)", "应为 ${type}，实为 ${found}。${end}"),
    ];

    private static (Regex Pattern, string Chinese) Sentence(string english, string chinese) => Part($"^{english}$", chinese);

    private static (Regex Pattern, string Chinese) Part(string english, string chinese) =>
        (new(english, RegexOptions.Singleline | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking), chinese);
}
