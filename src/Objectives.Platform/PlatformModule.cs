using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Platform;
using Objectives.Platform.Data;
using Objectives.Platform.Features;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Features.Notifications;
using Objectives.Platform.Features.Webhooks;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Import;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Jobs;
using Objectives.Platform.Mail;
using Objectives.Platform.Messaging;
using Objectives.Platform.Modules;
using Objectives.Platform.Results;
using Objectives.Platform.Webhooks;

namespace Objectives.Platform;

/// <summary>What every module stands on, as far as the API and the database see it: history, jobs, search, removal.</summary>
public sealed class PlatformModule : IModule
{
    public static readonly PlatformModule Instance = new();

    public string Schema => ModelConventions.PlatformSchema;

    public Type DbType => typeof(PlatformDb);

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDb<PlatformDb>();
        services.AddSingleton<OutboxDelivery>();
        services.AddHostedService(provider => provider.GetRequiredService<OutboxDelivery>());
        services.AddHostedService<OtherPrograms>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.AddOptions<ImportLimits>().BindConfiguration(ImportLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<NotificationOptions>().BindConfiguration(NotificationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<Notifying>();
        services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<MailSignal>();
        services.AddScoped<MailWriter>();
        services.AddSingleton<MailDelivery>();
        services.AddHostedService(provider => provider.GetRequiredService<MailDelivery>());
        services.AddOptions<WebhookOptions>().BindConfiguration(WebhookOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<WebhookDirectory>();
        services.AddSingleton<IForgetful>(provider => provider.GetRequiredService<WebhookDirectory>());
        services.AddSingleton<WebhookSignal>();
        services.AddSingleton<WebhookQueue>();
        services.AddSingleton<WebhookClient>();
        services.AddSingleton<WebhookSender>();
        services.AddHostedService(provider => provider.GetRequiredService<WebhookSender>());
        services.AddSingleton<UploadStore>();
        services.AddScoped<ImportEngine>();
    }

    public void BindApi(ApiBuilder api)
    {
        api.SdlOf<PlatformModule>();
        api.Type<PageInfo>("PageInfo");
        api.Type<MoneyModel>("Money");
        api.Type<Error>("UserError")
            .Field("message", e => e.Message.ToString())
            .Field("path", e => e.Field is null ? new[] { "input" } : ["input", .. e.Field.Split('.')])
            .Field("detail", e => e.DetailAsJson());
        api.Type<ChangeModel>("Change")
            .Reference("subject", c => (c.SubjectType, c.SubjectId))
            .Reference("by", "Person", c => c.By?.Value);
        api.Entity<JobModel>("Job", ids => new JobsById.Query(ids))
            .Field("imported", j => j is { Kind: "importRecords", Outcome: { } outcome } ? JsonSerializer.Deserialize<ImportOutcome>(outcome) : null);
        api.Type<SearchEdge>("SearchEdge").Reference("node", e => (e.Hit.Type, e.Hit.Id)).Field("snippet", e => e.Hit.Snippet);
        api.Type<SearchResult>("SearchConnection");
        api.Fields[("SearchConnection", "nodes")] = new NodeReferences(r => ((SearchResult)r).Nodes.Select(h => ((string, Guid)?)(h.Type, h.Id)));
        api.Type<Remove.Answer>("RemovePayload");
        api.Query("search", call => new Search.Query(call.Args.Get<string>("text")!, call.Args.Get<IReadOnlyList<string>>("kinds"), call.Page()));
        ImportRecords.Bind(api);
        Reports.Bind(api);
        ReadAgenda.Bind(api);
        NotificationApi.Bind(api);
        WebhookApi.Bind(api);
        api.Fields[("Mutation", "remove")] = new Resolver((_, call) => Remove.RunAsync(api, call));
        api.Mutation<CancelJob.Command, JobId>("cancelJob", "job");
        api.Subscription("jobProgress", JobProgress.OpenAsync);
        api.Query("auditTrail", call => call.Args.To<ReadAuditTrail.Arguments>().ToQuery(call.Page()));
        api.Fields[("Query", "node")] = new NodeReference(args => GlobalId.TryDecode(((Args)args).Get<string>("id"), out var type, out var id) ? (type, id) : null);
        api.Fields[("Query", "nodes")] = new NodeReferences(args => ((Args)args).Get<IReadOnlyList<string>>("ids")!
            .Select(text => GlobalId.TryDecode(text, out var type, out var id) ? (type, id) : ((string, Guid)?)null));
    }
}

/// <summary>The platform's own tables, which it shares with every module's context.</summary>
public sealed class PlatformDb(DbContextOptions<PlatformDb> options) : ModuleDb(options, PlatformModule.Instance)
{
    public DbSet<JobRecord> Jobs => Set<JobRecord>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<UploadChunk> UploadChunks => Set<UploadChunk>();

    public DbSet<Notification> Notifications => Set<Notification>();

    public DbSet<OutgoingMail> OutgoingMails => Set<OutgoingMail>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookSecret> WebhookSecrets => Set<WebhookSecret>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<PeriodicRun> PeriodicRuns => Set<PeriodicRun>();

    public DbSet<InstallationSetting> Settings => Set<InstallationSetting>();
}
