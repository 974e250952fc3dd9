using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Objectives.IntegrationTests.Platform;

/// <summary>Someone else's server that takes webhooks: what came, and what it answers.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Receiver(WebApplication app) => _app = app;

    public ConcurrentQueue<(IReadOnlyDictionary<string, string> Headers, string Body)> Taken { get; } = [];

    public int Answers { get; set; } = 204;

    public string Url => $"{_app.Urls.Single()}/hook";

    public static async Task<Receiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var receiver = new Receiver(builder.Build());
        receiver._app.MapPost("/hook", async (HttpContext http) =>
        {
            using var reader = new StreamReader(http.Request.Body);
            receiver.Taken.Enqueue((http.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), await reader.ReadToEndAsync()));
            http.Response.StatusCode = receiver.Answers;
            if (receiver.Answers == (int)HttpStatusCode.Redirect)
                http.Response.Headers.Location = "/hook";
        });
        await receiver._app.StartAsync();
        return receiver;
    }

    public async Task<(IReadOnlyDictionary<string, string> Headers, string Body)> NextAsync(int number)
    {
        for (var i = 0; Taken.Count <= number; i++)
        {
            (i < 600).ShouldBeTrue($"{Taken.Count} came");
            await Task.Delay(50);
        }
        return Taken.ElementAt(number);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
