using System.Net;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Objectives.IntegrationTests.Harness;

/// <summary>The answers of a subscription as they arrive.</summary>
public sealed class LiveAnswers(HttpRequestMessage request, HttpResponseMessage response) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private IAsyncEnumerator<SseItem<string>>? _events;

    public HttpStatusCode Status => response.StatusCode;

    /// <summary>The next result; null when the stream has come to its end.</summary>
    public async Task<JsonElement?> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        _events ??= SseParser.Create(await response.Content.ReadAsStreamAsync(patience.Token)).EnumerateAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None);
        return await _events.MoveNextAsync().AsTask().WaitAsync(patience.Token) && _events.Current.EventType == "next" ? JsonElement.Parse(_events.Current.Data) : null;
    }

    /// <summary>The next result's data; fails when there is none, or it is an error.</summary>
    public async Task<JsonElement> DataAsync()
    {
        var next = await NextAsync();
        next.ShouldNotBeNull();
        next.Value.TryGetProperty("errors", out _).ShouldBeFalse(next.ToString());
        return next.Value.GetProperty("data");
    }

    public async ValueTask DisposeAsync()
    {
        response.Dispose();
        request.Dispose();
        if (_events is not null)
        {
            try
            {
                await _events.DisposeAsync();
            }
            catch (Exception e) when (e is NotSupportedException or IOException)
            {
                // A read was under way.
            }
        }
    }
}
