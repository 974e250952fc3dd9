using System.Net;
using Objectives.Gateway.Transport;

namespace Objectives.IntegrationTests.Transport;

public sealed class MalformedRequestTests : IAsyncLifetime
{
    private TestHost _host = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await TestHost.StartAsync();
        _client = _host.Client();
    }

    public async ValueTask DisposeAsync()
    {
        _host.Log.ShouldBeEmpty();
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("\"{ hello }\"")]
    [InlineData("{}")]
    [InlineData("[{\"query\":\"{ hello }\"}]")]
    [InlineData("{\"query\":7}")]
    [InlineData("{\"query\":null}")]
    [InlineData("{\"query\":\"{ hello }\",\"operationName\":{}}")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":[]}")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":\"{}\"}")]
    [InlineData("{\"query\":\"{ hello }\",\"extensions\":1}")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":{\"a\":1,\"a\":2}}")]
    [InlineData("{\"query\":\"\\ud800\"}")]
    [InlineData("{\"query\":\"{ hello }\",\"variables\":{\"\\udfff\":\"x\"}}")]
    [InlineData("{\"query\":\"{ hello }\",\"documentId\":5}")]
    public async Task A_body_that_is_no_request_is_answered_with_400_whatever_is_accepted(string body)
    {
        foreach (var accept in (string[])[MediaTypes.Json, MediaTypes.GraphQlResponse, MediaTypes.EventStream])
        {
            var answer = await _client.PostAsync(body, accept);
            answer.Status.ShouldBe(HttpStatusCode.BadRequest);
            answer.Code.ShouldBe("BAD_USER_INPUT");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?query=")]
    [InlineData("?query={hello}&variables=x")]
    [InlineData("?query={hello}&variables=[1]")]
    [InlineData("?query={hello}&extensions={")]
    [InlineData("?query={hello}&variables={}}{")]
    public async Task A_query_string_that_is_no_request_is_answered_with_400(string parameters) =>
        (await _client.ByGetAsync(parameters, MediaTypes.Json)).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task JSON_nested_without_end_is_answered_with_400()
    {
        var answer = await _client.PostAsync("{\"query\":\"{ hello }\",\"variables\":{\"a\":" + new string('[', 100_000) + new string(']', 100_000) + "}}");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("{ hello", "GRAPHQL_PARSE_FAILED")]
    [InlineData("", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ \u0001 }", "GRAPHQL_PARSE_FAILED")]
    [InlineData("type A { b: Int }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ echo(number: \"x\") }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query A { hello } query B { hello }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ ...F } fragment F on Query { ...F }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("{ ...F } fragment F on Query { ...G } fragment G on Query { goal { level } ...F }", "GRAPHQL_VALIDATION_FAILED")]
    public async Task A_document_that_is_wrong_is_named_as_such(string query, string code)
    {
        var answer = await _client.AskAsync(query);
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe(code);
        (await _client.AskAsync(query, accept: MediaTypes.Json)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("\"many\"")]
    [InlineData("null")]
    [InlineData("12345678901234567890")]
    [InlineData("1e400")]
    [InlineData("[1]")]
    [InlineData("{\"a\":1}")]
    public async Task A_variable_of_the_wrong_type_is_bad_user_input_that_names_it(string value)
    {
        var answer = await _client.PostAsync("{\"query\":\"query ($n: Int!) { echo(number: $n) }\",\"variables\":{\"n\":" + value + "}}");
        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Code.ShouldBe("BAD_USER_INPUT");
        answer.Message!.ShouldContain("$n");
    }

    [Fact]
    public async Task A_field_at_fault_inside_an_input_is_named_in_the_callers_language()
    {
        using var chinese = _host.Client(language: "zh-CN");
        const string query = "query ($note: Note!) { write(note: $note) }";
        var answer = await chinese.AskAsync(query, new { note = new { text = "a", stars = "many" } });
        answer.Code.ShouldBe("BAD_USER_INPUT");
        answer.Message.ShouldBe("变量 $note.stars 无效：无法将 'many' 转换为 'Int'。");
        (await chinese.AskAsync(query, new { note = new { } })).Message.ShouldBe("变量 $note.text 无效：该项必填，不能为空。");
        (await chinese.AskAsync(query, new { note = new { text = "a", colour = "red" } })).Message.ShouldBe("变量 $note 无效：类型 'Note' 没有字段 'colour'。");
    }

    [Theory]
    [InlineData("{ nothing }", "类型 'Query' 没有字段 'nothing'。")]
    [InlineData("{ goal }", "字段 'goal'（Goal）须选取其下的字段。")]
    [InlineData("{ hello { a } }", "字段 'hello'（String）没有下级字段，不能再选取。")]
    [InlineData("{ echo }", "字段 'echo' 的参数 'number'（Int!）必填。")]
    [InlineData("{ hello(loud: true) }", "字段 'hello' 没有参数 'loud'。")]
    [InlineData("{ echo(number: \"x\") }", "参数 'number' 的值无效。应为 Int，实为 \"x\"。")]
    [InlineData("{ echo(number: 1.5) }", "参数 'number' 的值无效。应为 Int，实为 1.5。")]
    [InlineData("{ echo(number: null) }", "参数 'number' 的值无效。应为 Int!，实为 null。")]
    [InlineData("{ write(note: \"x\") }", "参数 'note' 的值无效。应为 Note 对象。")]
    [InlineData("{ write(note: { stars: \"many\", colour: 1 }) }", "参数 'note' 的值无效。字段 'colour'：没有该字段。 字段 'text'（String）必填。 字段 'stars'：[应为 Int，实为 \"many\"。]")]
    [InlineData("{ echo(number: 1, number: 2) }", "参数 'number' 重复。")]
    [InlineData("{ echo(number: 1) echo(number: 2) }", "字段 'echo' 以不同的参数或内容选取了多次，请改用不同的别名。")]
    [InlineData("query ($n: Int!) { hello }", "变量 '$n' 声明后未使用。")]
    [InlineData("{ echo(number: $n) }", "变量 '$n' 未声明。")]
    [InlineData("query ($n: String!) { echo(number: $n) }", "变量 '$n' 的类型为 String!，此处应为 Int!。")]
    [InlineData("query ($n: Int = \"a\") { echo(number: $n) }", "变量 'n'（Int）的默认值 \"a\" 无效。应为 Int，实为 \"a\"。")]
    [InlineData("query ($n: Goal) { hello }", "变量 'n' 不能是 'Goal'：该类型不能作为输入。")]
    [InlineData("{ ... on Nothing { id } }", "没有类型 'Nothing'。")]
    [InlineData("{ ...some }", "没有片段 'some'。")]
    [InlineData("{ hello } fragment some on Query { hello }", "片段 'some' 声明后未使用。")]
    [InlineData("{ ...some } fragment some on Query { ...some }", "片段 'some' 不能展开自身。")]
    [InlineData("{ ... on String { a } }", "片段不能以 'String' 为条件：该类型没有字段。")]
    [InlineData("{ ... on Goal { id } }", "此处不能展开片段：'Query' 的对象不会是 'Goal'。")]
    [InlineData("{ hello @loud }", "没有指令 'loud'。")]
    [InlineData("query @include(if: true) { hello }", "指令 'include' 不能用在 Query 处。")]
    [InlineData("{ hello @include }", "指令 'include' 的参数 'if'（Boolean!）必填。")]
    [InlineData("query A { hello } query B { hello }", "文档含有多个操作，请用 operationName 指明其一。")]
    [InlineData("fragment some on Query { hello }", "文档不含任何操作。")]
    public async Task What_is_wrong_with_a_document_is_told_in_the_callers_language(string query, string message)
    {
        using var chinese = _host.Client(language: "zh-CN");
        (await chinese.AskAsync(query)).Message.ShouldBe($"GraphQL 文档无效：{message}");
    }

    [Theory]
    [InlineData("{ hello", "应为 Name，实为 EOF。")]
    [InlineData("{ hello(", "应为 Name，实为 EOF。")]
    [InlineData("} hello", "此处不应出现 }。")]
    [InlineData("{ echo(number: 01) }", "数值写法无效：\"1\"。")]
    [InlineData("{ echo(text: \"\\q\") }", "转义写法无效：\\q。")]
    [InlineData("{ echo(text: \"a) }", "字符串没有结束。")]
    public async Task What_cannot_be_read_is_told_in_the_callers_language(string query, string message)
    {
        using var chinese = _host.Client(language: "zh-CN");
        (await chinese.AskAsync(query)).Message.ShouldBe($"GraphQL 语法错误：{message}");
    }

    [Fact]
    public async Task Thousands_of_errors_are_answered_with_the_first_ones()
    {
        var answer = await _client.AskAsync("{ " + string.Join(' ', Enumerable.Range(0, 450).Select(i => $"nothing{i}")) + " }");
        answer.Json.GetProperty("errors").GetArrayLength().ShouldBe(50);
    }
}
