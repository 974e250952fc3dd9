using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Objectives.IntegrationTests.Harness;

/// <summary>Asks an installation as one person, in one language.</summary>
public sealed record Api(Installation Program, string? Token, string PersonId)
{
    private static readonly Regex Remembered = new(@"sessions|FROM \W?planning[\W_]{1,3}measures|-- ReportingLines", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Of mutations whose input is another's.</summary>
    private static readonly Dictionary<string, string> Borrowed = new() { ["reopenPeriod"] = "closePeriod", ["undoTargetRevision"] = "withdrawTargetRevision", ["applyAllocation"] = "allocation", ["activateScorecard"] = "scorecard", ["signAppraisal"] = "scorecard" };

    public string Language { get; init; } = "en";

    /// <summary>Sent as Idempotency-Key with each request.</summary>
    public string? IdempotencyKey { get; init; }

    public Api InChinese => this with { Language = "zh-CN" };

    public Api With(string idempotencyKey) => this with { IdempotencyKey = idempotencyKey };

    public Task<Reply> AskAsync(string query, object? variables = null) => AskAsync(query, variables, null);

    /// <summary>The answer's data; fails when there are errors.</summary>
    public async Task<JsonElement> ReadAsync(string query, object? variables = null) => (await AskAsync(query, variables)).Data;

    /// <summary>The answer's data, with the statements that answering took; who asks, who reports to whom and which measures there are may be known from a moment ago, so finding that out does not count.</summary>
    public async Task<(JsonElement Data, IReadOnlyList<string> Sql)> RecordAsync(string query, object? variables = null)
    {
        var name = Guid.NewGuid().ToString("N");
        var reply = await AskAsync(query, variables, name);
        return (reply.Data, [.. Program.Sql.Take(name).Where(s => !Remembered.IsMatch(s))]);
    }

    /// <summary>Sends a mutation, held on its way at <see cref="SqlRecorder.StopBefore"/>.</summary>
    public Task<Reply> MutateAsync(string mutation, object input, string selection, string recordAs) => AskAsync(MutationOf(mutation, selection), new { input }, recordAs);

    /// <summary>Sends a mutation whose input type is named after it, as the contract has it: the payload, with its user errors.</summary>
    /// <param name="selection">Of the payload, such as <c>unit { id version }</c>.</param>
    public Task<Reply> MutateAsync(string mutation, object input, string selection) => AskAsync(MutationOf(mutation, selection), new { input });

    /// <summary>Sends a mutation that must succeed: its payload's entity.</summary>
    /// <param name="selection">Of the payload, its entity first: <c>unit { id version }</c>.</param>
    public async Task<JsonElement> ChangeAsync(string mutation, object input, string selection)
    {
        var reply = await MutateAsync(mutation, input, selection);
        reply.Data.At($"{mutation}.userErrors").GetArrayLength().ShouldBe(0, reply.Text);
        return reply.Data.At($"{mutation}.{selection.Split([' ', '{'], 2)[0]}");
    }

    /// <summary>Sends a mutation that must be refused: the first of its user errors.</summary>
    public async Task<UserError> RefusedAsync(string mutation, object input)
    {
        var reply = await MutateAsync(mutation, input, string.Empty);
        reply.UserErrors.ShouldNotBeEmpty(reply.Text);
        return reply.UserErrors[0];
    }

    /// <summary>Opens a subscription over an event stream; what happens from then on is heard.</summary>
    public async Task<LiveAnswers> SubscribeAsync(string query, object variables)
    {
        var request = RequestOf(HttpMethod.Post, "/graphql", JsonContent.Create(new { query, variables }), "text/event-stream");
        return new(request, await Program.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken));
    }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

    public Task<Reply> PostAsync(string path, object? body) => SendAsync(HttpMethod.Post, path, JsonContent.Create(body), null);

    /// <summary>A GraphQL request in exactly these characters.</summary>
    public Task<Reply> AskInWordsAsync(string json) => SendAsync(HttpMethod.Post, "/graphql", new StringContent(json, System.Text.Encoding.UTF8, "application/json"), null);

    private static string MutationOf(string mutation, string selection) => $"mutation($input: {InputOf(mutation)}!) {{ {mutation}(input: $input) {{ {selection} userErrors {{ code message path detail }} }} }}";

    private static string InputOf(string mutation)
    {
        var name = Borrowed.GetValueOrDefault(mutation, mutation);
        return $"{char.ToUpperInvariant(name[0])}{name[1..]}Input";
    }

    /// <summary>Asks, recorded under a name and held on its way at <see cref="SqlRecorder.StopBefore"/>.</summary>
    public Task<Reply> AskAsync(string query, object? variables, string? recordAs) => SendAsync(HttpMethod.Post, "/graphql", JsonContent.Create(new { query, variables }), recordAs);

    private HttpRequestMessage RequestOf(HttpMethod method, string path, HttpContent? content, string accept)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.AcceptLanguage.Add(new(Language));
        request.Headers.TryAddWithoutValidation("Accept", accept);
        if (Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (IdempotencyKey is not null)
            request.Headers.Add("Idempotency-Key", IdempotencyKey);
        return request;
    }

    private async Task<Reply> SendAsync(HttpMethod method, string path, HttpContent? content, string? recordAs)
    {
        using var request = RequestOf(method, path, content, path == "/graphql" ? "application/graphql-response+json" : "application/json");
        if (recordAs is not null)
            request.Headers.Add(SqlRecorder.Header, recordAs);
        using var response = await Program.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldNotContain("   at ", Case.Sensitive, "A stack trace left the process.");
        text.ShouldNotContain("\"code\":\"INTERNAL\"", Case.Sensitive, string.Join('\n', Program.Log.Lines.TakeLast(3)));
        return new(response.StatusCode, text.StartsWith('{') ? JsonElement.Parse(text) : default, text);
    }
}

/// <summary>What came back.</summary>
public sealed record Reply(HttpStatusCode Status, JsonElement Json, string Text)
{
    /// <summary>Fails when there are errors.</summary>
    public JsonElement Data
    {
        get
        {
            Json.TryGetProperty("errors", out _).ShouldBeFalse(Text);
            return Json.GetProperty("data");
        }
    }

    /// <summary>The code of the first GraphQL error.</summary>
    public string? ErrorCode => Json.At("errors.0.extensions.code").GetString();

    public string? ErrorMessage => Json.At("errors.0.message").GetString();

    /// <summary>Of the only mutation.</summary>
    public IReadOnlyList<UserError> UserErrors => [.. Data.EnumerateObject().Single().Value.GetProperty("userErrors").EnumerateArray()
        .Select(e => new UserError(e.GetProperty("code").GetString()!, e.GetProperty("message").GetString()!, string.Join('.', e.Strings("path").Skip(1)), e.Text("detail")))];
}

/// <param name="Field">The input field at fault, dotted.</param>
public sealed record UserError(string Code, string Message, string Field, string? Detail);

internal static class JsonPaths
{
    /// <summary>A value by its path: <c>goalTree.nodes.0.title</c>.</summary>
    public static JsonElement At(this JsonElement from, string path)
        => path.Split('.').Aggregate(from, (at, step) => int.TryParse(step, out var index) ? at[index] : at.GetProperty(step));

    public static string? Text(this JsonElement from, string path) => from.At(path).GetString();

    public static int Number(this JsonElement from, string path) => from.At(path).GetInt32();

    public static string Id(this JsonElement entity) => entity.GetProperty("id").GetString()!;

    /// <summary>A list of strings, or one field of a list of objects: <c>nodes.*.title</c>.</summary>
    public static IReadOnlyList<string?> Strings(this JsonElement from, string path) => path.Split(".*.") switch
    {
        [var list, var field] => [.. from.At(list).EnumerateArray().Select(e => e.Text(field))],
        _ => [.. from.At(path).EnumerateArray().Select(e => e.GetString())],
    };
}
