using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Objectives.Platform.Webhooks;

/// <summary>Speaks to receivers: a POST of the CloudEvent, signed as Standard Webhooks does, no redirects, no cookies, nothing read of the answer but its status.</summary>
public sealed class WebhookClient : IDisposable
{
    private const string SecretPrefix = "whsec_";
    private readonly HttpClient _http;
    private readonly TimeProvider _systemClock;

    public WebhookClient(IOptions<WebhookOptions> options, TimeProvider systemClock)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, PooledConnectionLifetime = TimeSpan.FromMinutes(1), MaxConnectionsPerServer = 4 };
        if (!options.Value.AllowPrivateAddresses)
            handler.ConnectCallback = (context, cancellationToken) => PublicAddresses.ConnectAsync(context.DnsEndPoint, cancellationToken);
        (_http, _systemClock) = (new(handler) { Timeout = options.Value.Timeout }, systemClock);
        _http.DefaultRequestHeaders.UserAgent.Add(new("Objectives", null));
    }

    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(24));

    /// <summary>The header webhook-signature: the HMAC-SHA256 of id, time and body under the secret.</summary>
    public static string Sign(string secret, Guid id, long time, string body)
        => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret[SecretPrefix.Length..]), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{time}.{body}"))))}";

    /// <returns>The status that was answered.</returns>
    public async Task<int> PostAsync(string url, string secret, Guid id, string body, CancellationToken cancellationToken)
    {
        var time = _systemClock.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8") } },
        };
        request.Headers.Add("webhook-id", id.ToString());
        request.Headers.Add("webhook-timestamp", time.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", Sign(secret, id, time, body));
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return (int)response.StatusCode;
    }

    public void Dispose() => _http.Dispose();
}
