using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Objectives.Gateway.Transport;

namespace Objectives.IntegrationTests.Transport;

/// <summary>What came back: status, headers and the JSON.</summary>
internal sealed record Answer(HttpStatusCode Status, HttpResponseMessage Response, JsonElement Json, string Text)
{
    public JsonElement FirstError => Json.GetProperty("errors")[0];

    public string? Code => FirstError.GetProperty("extensions").GetProperty("code").GetString();

    public string? Message => FirstError.GetProperty("message").GetString();

    public JsonElement Detail(string name) => FirstError.GetProperty("extensions").GetProperty(name);
}

internal static class Asking
{
    public static Task<Answer> AskAsync(this HttpClient client, string query, object? variables = null, string accept = MediaTypes.GraphQlResponse) =>
        client.PostAsync(JsonSerializer.Serialize(new { query, variables }), accept);

    public static Task<Answer> PostAsync(this HttpClient client, string body, string? accept = MediaTypes.GraphQlResponse, string contentType = MediaTypes.Json)
    {
        var content = new StringContent(body, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return client.SendAsync(HttpMethod.Post, string.Empty, content, accept);
    }

    public static Task<Answer> ByGetAsync(this HttpClient client, string parameters, string? accept = MediaTypes.GraphQlResponse) =>
        client.SendAsync(HttpMethod.Get, parameters, null, accept);

    public static async Task<Answer> SendAsync(this HttpClient client, HttpMethod method, string parameters, HttpContent? content, string? accept)
    {
        using var request = new HttpRequestMessage(method, client.BaseAddress + parameters) { Content = content };
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        text.ShouldNotContain("   at ");
        return new(response.StatusCode, response, text.StartsWith('{') ? JsonElement.Parse(text) : default, text);
    }
}
