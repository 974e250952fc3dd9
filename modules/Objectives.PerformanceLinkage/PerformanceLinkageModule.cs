using Microsoft.Extensions.DependencyInjection;
using Objectives.PerformanceLinkage.Api;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Demo;
using Objectives.PerformanceLinkage.Features.Appraisals;
using Objectives.PerformanceLinkage.Features.Rebalances;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Demo;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Modules;

namespace Objectives.PerformanceLinkage;

/// <summary>What objectives mean for people: scorecards, appraisals, incentives and recognition.</summary>
public sealed class PerformanceLinkageModule : IModule
{
    public static readonly PerformanceLinkageModule Instance = new();

    public string Schema => "performance";

    public Type DbType => typeof(PerformanceLinkageDb);

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDb<PerformanceLinkageDb>();
        RecognitionApi.AddServices(services);
        IncentiveApi.AddServices(services);
        services.AddScoped<ScorecardSight>();
        services.AddScoped<ScorecardRule>();
        services.AddScoped<CardFigures>();
        services.AddScoped<SheetReader>();
        services.AddScoped<RebalanceReader>();
        services.AddScoped<AppraisalReader>();
        services.AddSingleton<IDemoSource, ScorecardsDemo>();
    }

    public void BindApi(ApiBuilder api)
    {
        api.SdlOf<PerformanceLinkageModule>();
        ScoringApi.Bind(api);
        RecognitionApi.Bind(api);
        IncentiveApi.Bind(api);
        ScorecardApi.Bind(api);
        BulkApi.Bind(api);
        PerformanceNotifications.Bind(api);
        ReportingApi.Bind(api);
    }
}
