using Microsoft.Extensions.DependencyInjection;
using Objectives.ExecutionMonitoring.Api;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Demo;
using Objectives.ExecutionMonitoring.Features.Actuals;
using Objectives.ExecutionMonitoring.Features.Control;
using Objectives.ExecutionMonitoring.Features.Dashboard;
using Objectives.ExecutionMonitoring.Features.Deviations;
using Objectives.ExecutionMonitoring.Features.Import;
using Objectives.ExecutionMonitoring.Features.Meetings;
using Objectives.ExecutionMonitoring.Features.ProgramHealth;
using Objectives.ExecutionMonitoring.Features.Progress;
using Objectives.ExecutionMonitoring.Features.Reporting;
using Objectives.ExecutionMonitoring.Features.Standings;
using Objectives.Platform.Demo;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Modules;

namespace Objectives.ExecutionMonitoring;

/// <summary>What became of objectives while they were carried out: their actuals and progress, and how they were controlled.</summary>
public sealed class ExecutionMonitoringModule : IModule
{
    public static readonly ExecutionMonitoringModule Instance = new();

    public string Schema => "monitoring";

    public Type DbType => typeof(ExecutionMonitoringDb);

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDb<ExecutionMonitoringDb>();
        services.AddSingleton<OwnMonths>();
        services.AddScoped<ReportingRule>();
        services.AddScoped<ProgressReader>();
        services.AddScoped<ControlPointReader>();
        services.AddScoped<ControlPointFinder>();
        services.AddScoped<OwnersLed>();
        services.AddScoped<FiguresRefresh>();
        services.AddSingleton<FiguresKeeper>();
        services.AddSingleton<FiguresCheck>();
        services.AddSingleton<StandingsBell>();
        services.AddScoped<StandingMarks>();
        services.AddScoped<StandingsRefresh>();
        services.AddScoped<DeviationSweep>();
        services.AddScoped<DeviationSight>();
        services.AddScoped<DeviationParties>();
        services.AddScoped<MeetingRules>();
        services.AddScoped<ResolutionSight>();
        services.AddScoped<ScopeReader>();
        services.AddScoped<AttainmentReader>();
        services.AddScoped<FollowUpWindow>();
        services.AddSingleton<PastTallies>();
        services.AddSingleton<StandingsKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<StandingsKeeper>());
        services.AddSingleton<IDemoSource, ExecutionMonitoringDemo>();
        services.AddSingleton<IDemoSource, ControlDemo>();
        services.AddSingleton<IDemoSource, StandingsDemo>();
        services.AddSingleton<IDemoSource, DeviationsDemo>();
        services.AddSingleton<IDemoSource, LagsDemo>();
    }

    public void BindApi(ApiBuilder api)
    {
        api.SdlOf<ExecutionMonitoringModule>();
        ActualApi.Bind(api);
        ProgressApi.Bind(api);
        ControlApi.Bind(api);
        MonitoringNotifications.Bind(api);
        MonitoringImports.Bind(api);
        DeviationApi.Bind(api);
        DashboardApi.Bind(api);
        ReportingApi.Bind(api);
    }
}
