using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using GraphQL;
using GraphQL.MicrosoftDI;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Objectives.Gateway.Transport;

namespace Objectives.IntegrationTests.Transport;

/// <summary>The transport on a free port over the test schema. "Bearer token" signs in, so does the cookie "objectives=token".</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestHost(WebApplication app) => _app = app;

    public Uri Url => new(new Uri(_app.Urls.First()), "/graphql");

    public TestEvents Events => _app.Services.GetRequiredService<TestEvents>();

    public ActiveSubscriptions Active => _app.Services.GetRequiredService<ActiveSubscriptions>();

    public DocumentCache Cache => _app.Services.GetRequiredService<DocumentCache>();

    public ConcurrentQueue<string> Log { get; } = new();

    public static async Task<TestHost> StartAsync(Dictionary<string, string?>? settings = null, string? webRoot = null, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production", WebRootPath = webRoot });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection((settings ?? []).Select(s => KeyValuePair.Create("GraphQL:" + s.Key, s.Value)));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TestEvents>();
        builder.Services.AddLocalization();
        services?.Invoke(builder.Services);
        builder.Services.AddGraphQlTransport();
        builder.Services.AddGraphQL(b => b.AddSchema<TestSchema>().AddScopedSubscriptionExecutionStrategy());
        var log = new QueueLog();
        builder.Logging.AddProvider(log);
        var app = builder.Build();
        app.UseRequestLocalization(o => o.AddSupportedUICultures("en", "zh-CN").SetDefaultCulture("en"));
        app.Use((http, next) =>
        {
            http.User = SignIn(http.Request);
            return next();
        });
        app.MapGraphQl("/graphql");
        app.MapGraphiQl("/graphiql");
        app.MapPost("/other", () => "done").AddEndpointFilter<CsrfGuard>();
        await app.StartAsync();
        var host = new TestHost(app);
        log.Lines = host.Log;
        return host;
    }

    public HttpClient Client(bool signedIn = true, string language = "en")
    {
        var client = new HttpClient { BaseAddress = Url };
        if (signedIn)
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        client.DefaultRequestHeaders.Add("Accept-Language", language);
        return client;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static ClaimsPrincipal SignIn(HttpRequest request)
    {
        if (request.Headers.Authorization is ["Bearer token"])
            return Person("Bearer");
        return request.Cookies[CsrfGuard.CookieName] == "token" ? Person(CsrfGuard.CookieAuthenticationType) : new(new ClaimsIdentity());
    }

    public static ClaimsPrincipal Person(string scheme) => new(new ClaimsIdentity([new(ClaimTypes.Name, "E0111")], scheme));

    private sealed class QueueLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; set; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
                Lines.Enqueue(formatter(state, exception) + " " + exception?.Message);
        }

        public void Dispose()
        {
        }
    }
}
