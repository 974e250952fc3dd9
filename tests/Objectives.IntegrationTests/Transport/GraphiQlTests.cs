using System.Net;

namespace Objectives.IntegrationTests.Transport;

public sealed class GraphiQlTests : IAsyncLifetime
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory();
    private TestHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        var folder = _root.CreateSubdirectory("graphiql").CreateSubdirectory("assets").Parent!;
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "index.html"), "<title>GraphiQL</title>");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "assets", "main.js"), "export {};");
        await File.WriteAllTextAsync(Path.Combine(_root.FullName, "secret.txt"), "secret");
        _host = await TestHost.StartAsync(webRoot: _root.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _root.Delete(recursive: true);
    }

    [Fact]
    public async Task The_signed_in_get_the_tool_and_its_files()
    {
        (await GetAsync("/graphiql/")).ShouldBe((HttpStatusCode.OK, "text/html", "<title>GraphiQL</title>"));
        (await GetAsync("/graphiql")).Status.ShouldBe(HttpStatusCode.Redirect);
        (await GetAsync("/graphiql/assets/main.js")).ShouldBe((HttpStatusCode.OK, "text/javascript", "export {};"));
    }

    [Theory]
    [InlineData("/graphiql/missing.js")]
    [InlineData("/graphiql/%2e%2e/secret.txt")]
    [InlineData("/graphiql/..%2fsecret.txt")]
    public async Task Nothing_else_is_served(string path) => (await GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Who_is_not_signed_in_gets_401() => (await GetAsync("/graphiql/", signedIn: false)).Status.ShouldBe(HttpStatusCode.Unauthorized);

    private async Task<(HttpStatusCode Status, string? Type, string Text)> GetAsync(string path, bool signedIn = true)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler);
        if (signedIn)
            client.DefaultRequestHeaders.Authorization = new("Bearer", "token");
        var response = await client.GetAsync(new Uri(_host.Url, path), TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
