using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;
using Objectives.Gateway.Transport;

namespace Objectives.IntegrationTests.Transport;

public sealed class DocumentCacheTests
{
    [Fact]
    public async Task A_valid_document_is_kept_and_a_wrong_or_refused_one_is_not()
    {
        await using var host = await TestHost.StartAsync();
        using var client = host.Client();
        foreach (var query in (string[])["{ hello }", "{ hello }", "{ nothing }", "{", "mutation { bump a: bump }", "{ goals(first: 1000000) { nodes { level } } }"])
            await client.AskAsync(query);
        host.Cache.Count.ShouldBe(1);
        host.Cache.TryGet("{ hello }", out _).ShouldBeTrue();
    }

    [Fact]
    public async Task A_kept_document_still_checks_variables_and_their_cost()
    {
        await using var host = await TestHost.StartAsync();
        using var client = host.Client();
        const string echo = "query ($n: Int!) { echo(number: $n) }";
        (await client.AskAsync(echo, new { n = 1 })).Text.ShouldBe("""{"data":{"echo":1}}""");
        (await client.AskAsync(echo, new { n = 2 })).Text.ShouldBe("""{"data":{"echo":2}}""");
        (await client.AskAsync(echo, new { n = "x" })).Code.ShouldBe("BAD_USER_INPUT");
        const string page = "query ($n: Int) { goals(first: $n) { nodes { level title } } }";
        (await client.AskAsync(page, new { n = 10 })).Status.ShouldBe(System.Net.HttpStatusCode.OK);
        (await client.AskAsync(page, new { n = 200_000 })).Code.ShouldBe("LIMIT_EXCEEDED");
        host.Cache.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("query ($n: Int = 7) { echo(number: $n) }", """{ "n": null }""")]
    [InlineData("query ($n: Int = 7) { echo(number: $n) }", "{}")]
    [InlineData("query ($n: Int!) { a: echo(number: $n) b: echo(number: 3) goals { totalCount nodes { level } } }", """{ "n": 4 }""")]
    [InlineData("query ($n: Int!) { ...F ... on Query { b: echo(number: 2) } } fragment F on Query { a: echo(number: $n) ...G } fragment G on Query { c: echo(number: $n) }", """{ "n": 5 }""")]
    [InlineData("query ($n: Int!) { ...F } fragment F on Query { a: echo(number: $n) }", """{ "n": "x" }""")]
    [InlineData("query ($n: Int!, $no: Boolean!) { a: echo(number: $n) @skip(if: $no) b: echo(number: 1) @include(if: $no) }", """{ "n": 6, "no": true }""")]
    [InlineData("query ($n: Int!, $no: Boolean!) { ...F @skip(if: $no) } fragment F on Query { a: echo(number: $n) }", """{ "n": 6, "no": false }""")]
    [InlineData("query ($note: Note!) { write(note: $note) }", """{ "note": { "text": "a", "stars": 1 } }""")]
    [InlineData("query ($note: Note!) { write(note: $note) }", """{ "note": { "stars": "many" } }""")]
    [InlineData("query ($text: String!, $stars: Int) { write(note: { text: $text, stars: $stars }) }", """{ "text": "a" }""")]
    [InlineData("query ($text: String!) { write(note: { text: $text }) }", """{ "text": null }""")]
    [InlineData("query ($ids: [ID]) { goalsById(ids: $ids) { title } __typename __type(name: \"Goal\") { name } }", """{ "ids": ["1", 2] }""")]
    [InlineData("query ($n: Int) { half(number: $n) }", """{ "n": 3 }""")]
    public async Task A_kept_document_is_answered_as_it_was_when_it_was_new(string query, string variables)
    {
        await using var host = await TestHost.StartAsync();
        using var client = host.Client();
        var body = $$"""{ "query": {{JsonSerializer.Serialize(query)}}, "variables": {{variables}} }""";
        // What it may be told of is kept with it: so it must have been asked for something else, in vain and well, in between.
        var others = (string[])["{}", """{ "n": 1, "no": false, "text": "b", "note": { "text": "b" } }"""];
        var asNew = (await client.PostAsync(body)).Text;
        foreach (var other in others)
            await client.PostAsync($$"""{ "query": {{JsonSerializer.Serialize(query)}}, "variables": {{other}} }""");
        for (var i = 0; i < 3; i++)
            (await client.PostAsync(body)).Text.ShouldBe(asNew);
        host.Cache.Count.ShouldBe(1, "it was kept");
    }

    [Fact]
    public async Task A_kept_document_chooses_among_its_operations_each_time()
    {
        await using var host = await TestHost.StartAsync();
        using var client = host.Client();
        const string both = "query A { hello } mutation B { bump }";
        for (var i = 1; i <= 2; i++)
        {
            (await client.PostAsync(JsonSerializer.Serialize(new { query = both, operationName = "A" }))).Text.ShouldContain("hello");
            (await client.PostAsync(JsonSerializer.Serialize(new { query = both, operationName = "B" }))).Text.ShouldBe($"{{\"data\":{{\"bump\":{i}}}}}");
            (await client.ByGetAsync($"?query={both}&operationName=B")).Status.ShouldBe(System.Net.HttpStatusCode.MethodNotAllowed);
            (await client.PostAsync(JsonSerializer.Serialize(new { query = both, operationName = "C" }))).Code.ShouldBe("GRAPHQL_VALIDATION_FAILED");
        }
    }

    [Fact]
    public void The_longest_unused_is_given_up_when_there_are_too_many()
    {
        var cache = Cache(documents: 2, bytes: 1_000);
        cache.Add("a", Document(1));
        cache.Add("b", Document(1));
        cache.TryGet("a", out _).ShouldBeTrue();
        cache.Add("c", Document(1));
        cache.TryGet("b", out _).ShouldBeFalse();
        cache.TryGet("a", out _).ShouldBeTrue();
        cache.TryGet("c", out _).ShouldBeTrue();
    }

    [Fact]
    public void The_longest_unused_are_given_up_when_they_take_too_much_memory()
    {
        var cache = Cache(documents: 100, bytes: 1_000);
        for (var i = 0; i < 10; i++)
            cache.Add($"{i}", Document(300));
        cache.Count.ShouldBe(3);
        cache.Add("huge", Document(1_001));
        cache.Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_trusted_document_is_known_by_its_hash()
    {
        var root = Directory.CreateTempSubdirectory();
        const string query = "query ($n: Int!) { echo(number: $n) }";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(query)));
        var file = Path.Combine(root.FullName, "trusted-documents.json");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new Dictionary<string, string> { [hash] = query }), TestContext.Current.CancellationToken);
        await using var host = await TestHost.StartAsync(webRoot: root.FullName);
        using var client = host.Client();
        (await client.PostAsync($$$"""{"documentId":"sha256:{{{hash}}}","variables":{"n":3}}""")).Text.ShouldBe("""{"data":{"echo":3}}""");
        (await client.PostAsync($$$"""{"documentId":"{{{hash}}}","variables":{"n":4}}""")).Text.ShouldBe("""{"data":{"echo":4}}""");
        var apollo = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{hash}}}"}}""";
        (await client.PostAsync($$$"""{"extensions":{{{apollo}}},"variables":{"n":5}}""")).Text.ShouldBe("""{"data":{"echo":5}}""");
        (await client.ByGetAsync($"?extensions={apollo}&variables={{\"n\":6}}")).Text.ShouldBe("""{"data":{"echo":6}}""");
        var unknown = await client.PostAsync("""{"documentId":"sha256:00"}""");
        unknown.Code.ShouldBe("NOT_FOUND");
        unknown.Message.ShouldBe("PersistedQueryNotFound");
        root.Delete(recursive: true);
    }

    private static DocumentCache Cache(int documents, long bytes) =>
        new(Options.Create(new GraphQlLimits { CachedDocuments = documents, CachedDocumentBytes = bytes }));

    private static KnownDocument Document(long bytes) => new(new GraphQLDocument([]), [], bytes);
}
