using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Objectives.IntegrationTests.Import;

/// <summary>How tests import and export.</summary>
internal static class Importing
{
    public const string Selection = "created updated unchanged rejectedCount written rejected { row column record message } passedOver { row column message } rows { row key result } job { id status }";

    /// <summary>Imports a file within the request; more of the input by <paramref name="input"/>.</summary>
    public static Task<Reply> ImportAsync(this Api api, string kind, string csv, object? input = null) => api.ImportAsync(kind, "CSV", Encoding.UTF8.GetBytes(csv), input);

    public static Task<Reply> ImportAsync(this Api api, string kind, string format, byte[] file, object? input = null)
    {
        var all = new Dictionary<string, object?> { ["kind"] = kind, ["format"] = format, ["content"] = Convert.ToBase64String(file), ["dryRun"] = false };
        foreach (var property in input?.GetType().GetProperties() ?? [])
            all[property.Name] = property.GetValue(input);
        if (all.TryGetValue("uploadId", out var upload) && upload is not null)
            all.Remove("content");
        return api.MutateAsync("importRecords", all, Selection);
    }

    /// <summary>Created, updated, unchanged, rejected, and whether it was written.</summary>
    public static (int Created, int Updated, int Unchanged, int Rejected, bool Written) Counts(this Reply reply)
    {
        var outcome = Outcome(reply);
        return Counts(outcome);
    }

    public static (int Created, int Updated, int Unchanged, int Rejected, bool Written) Counts(JsonElement outcome)
        => (outcome.Number("created"), outcome.Number("updated"), outcome.Number("unchanged"), outcome.Number("rejectedCount"), outcome.GetProperty("written").GetBoolean());

    public static JsonElement Outcome(this Reply reply)
    {
        reply.UserErrors.ShouldBeEmpty(reply.Text);
        return reply.Data.GetProperty("importRecords");
    }

    /// <summary>What is wrong, as "row column: message".</summary>
    public static IReadOnlyList<string> Rejected(this Reply reply) => Findings(reply.Outcome(), "rejected");

    public static IReadOnlyList<string> Findings(JsonElement outcome, string list)
        => [.. outcome.GetProperty(list).EnumerateArray().Select(f => $"{f.Number("row")} {f.Text("column")}: {f.Text("message")}")];

    public static async Task<byte[]> DownloadAsync(this Api api, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", api.Token);
        request.Headers.AcceptLanguage.Add(new(api.Language));
        using var response = await api.Program.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(Encoding.UTF8.GetString(bytes));
        return bytes;
    }

    /// <summary>Sends a file ahead: its upload id.</summary>
    public static async Task<string> UploadAsync(this Api api, byte[] file, string name = "file.csv")
    {
        using var response = await api.TryUploadAsync(file, name);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonElement.Parse(text).Text("uploadId")!;
    }

    public static async Task<HttpResponseMessage> TryUploadAsync(this Api api, byte[] file, string name = "file.csv", string field = "file")
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent(file), field, name } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads") { Content = form };
        if (api.Token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", api.Token);
        request.Headers.AcceptLanguage.Add(new(api.Language));
        return await api.Program.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks for a job until it has ended.</summary>
    public static async Task<JsonElement> JobAsync(this Api api, string id, Action<JsonElement>? seen = null)
    {
        while (true)
        {
            var job = (await api.ReadAsync(
                "query($id: ID!) { node(id: $id) { ... on Job { id status done total error finishedAt imported { created updated unchanged rejectedCount written rejected { row column message } rows { row key result } } } } }",
                new { id })).GetProperty("node");
            seen?.Invoke(job);
            if (job.Text("status") is not ("QUEUED" or "RUNNING"))
                return job;
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }
    }
}
