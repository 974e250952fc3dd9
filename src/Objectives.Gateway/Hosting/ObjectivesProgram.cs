using GraphQL;
using GraphQL.MicrosoftDI;
using GraphQL.Types;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Objectives.Gateway.Demo;
using Objectives.Gateway.Files;
using Objectives.Gateway.Mail;
using Objectives.Gateway.SignIn;
using Objectives.Gateway.Transport;
using Objectives.Migrations;
using Objectives.Platform.GraphQl.Execution;
using Objectives.Platform.Mail;
using Objectives.Platform.Messaging;
using Objectives.Platform.Modules;

namespace Objectives.Gateway.Hosting;

/// <summary>The program: page, API, files, jobs and health in one process.</summary>
/// <remarks>
/// <c>migrate</c> as the first argument brings a database server's tables up to date and ends; <c>resend</c> has events and mails that were parked sent again, by
/// the program that runs; <c>schema</c> prints the API's schema. Without such a word the server starts.
/// </remarks>
public static class ObjectivesProgram
{
    public const string DefaultUrl = "http://127.0.0.1:5080";

    public static async Task<int> RunAsync(string[] args)
    {
        var command = args is [var first, ..] && !first.StartsWith('-') ? first : "serve";
        try
        {
            await using var app = Build(command == "serve" ? args : args[1..]);
            switch (command)
            {
                case "serve":
                    await StartAsync(app);
                    await app.WaitForShutdownAsync();
                    return 0;
                case "migrate":
                    await app.Services.GetRequiredService<DatabaseStart>().MigrateAsync(CancellationToken.None);
                    return 0;
                case "resend":
                    Console.WriteLine($"{await app.Services.GetRequiredService<OutboxDelivery>().ResendParkedAsync(CancellationToken.None)} parked events will be sent again.");
                    Console.WriteLine($"{await app.Services.GetRequiredService<MailDelivery>().ResendParkedAsync(CancellationToken.None)} parked mails will be sent again.");
                    return 0;
                case "schema":
                    await Console.Out.WriteAsync(SchemaOf(app));
                    return 0;
                default:
                    await Console.Error.WriteLineAsync($"Unknown command '{command}': leave it out, or use migrate, resend or schema.");
                    return 2;
            }
        }
        catch (Exception e) when (e is OptionsValidationException or StartRefusedException)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return 2;
        }
    }

    /// <summary>The program as configured, not yet started. <paramref name="services"/> comes last, for tests.</summary>
    public static WebApplication Build(string[] args, Action<IServiceCollection>? services = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, WebRootPath = WebRoot() });
        builder.Configuration.AddCommandLine([.. args.Select(a => a is "--demo" or "--remote-setup" ? a + "=true" : a)], ProgramSettings.Switches.ToDictionary());
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
            builder.WebHost.UseUrls(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddOptions<ProgramSettings>().BindConfiguration(ProgramSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddOptions<ExportLimits>().BindConfiguration(ExportLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        var settings = builder.Configuration.GetSection(ProgramSettings.Section).Get<ProgramSettings>() ?? new();
        builder.AddObservability(settings);
        builder.Services.AddPlatform(settings.ToDatabase(), ProgramModules.All);
        builder.Services.AddGraphQL(graph => graph.AddScopedSubscriptionExecutionStrategy().AddExecutionStrategySelector<ExecutionSelector>());
        builder.Services.AddGraphQlTransport();
        builder.Services.AddSignIn();
        builder.Services.AddSingleton<IMailTransport, SmtpTransport>();
        builder.Services.AddSingleton<DatabaseStart>();
        builder.Services.AddDemo();
        builder.Services.AddHousekeeping(settings);
        builder.Services.AddResponseCompression(o => (o.EnableForHttps, o.MimeTypes) = (true, [.. ResponseCompressionDefaults.MimeTypes, MediaTypes.GraphQlResponse]));
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseObjectives(settings);
        return app;
    }

    /// <summary>Brings the database to where the program needs it, fills a demo, and listens.</summary>
    public static async Task StartAsync(WebApplication app, CancellationToken cancellationToken = default)
    {
        _ = app.Services.GetRequiredService<IOptions<ProgramSettings>>().Value;
        var database = app.Services.GetRequiredService<DatabaseStart>().PrepareAsync(cancellationToken);
        app.Services.GetRequiredService<ISchema>().Initialize();
        await database;
        await app.Services.GetRequiredService<DemoStart>().PrepareAsync(cancellationToken);
        await app.Services.GetRequiredService<FirstRun>().PrepareAsync(cancellationToken);
        await app.StartAsync(cancellationToken);
        app.Services.GetRequiredService<Readiness>().Started = true;
        Console.WriteLine($"Ready: {string.Join(' ', app.Urls)}");
#pragma warning disable S1215 // What was of use for starting only goes back to the machine; else it stays until as much again has been thrown away as the processor's cache is large.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
#pragma warning restore S1215
    }

    /// <summary>The API's schema in GraphQL's own language, by name.</summary>
    public static string SchemaOf(WebApplication app) => app.Services.GetRequiredService<ISchema>().Print(new() { StringComparison = StringComparison.Ordinal });

    /// <summary>Beside the program when it is published, in the project when it is run from the repository.</summary>
    private static string? WebRoot()
    {
        var beside = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        if (Directory.Exists(beside))
            return beside;
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var project = Path.Combine(at.FullName, "src", "Objectives.Gateway", "wwwroot");
            if (Directory.Exists(project))
                return project;
        }
        return null;
    }
}

/// <summary>Why the program did not start, in words for whoever runs it.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
