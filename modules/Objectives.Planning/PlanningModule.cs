using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Planning;
using Objectives.Planning.Api;
using Objectives.Planning.Data;
using Objectives.Planning.Demo;
using Objectives.Planning.Features.Allocation;
using Objectives.Planning.Features.Briefings;
using Objectives.Planning.Features.Calibration;
using Objectives.Planning.Features.Control;
using Objectives.Planning.Features.Findings;
using Objectives.Planning.Features.Import;
using Objectives.Planning.Features.Measures;
using Objectives.Planning.Features.Negotiation;
using Objectives.Planning.Features.Objectives;
using Objectives.Planning.Features.Phasing;
using Objectives.Planning.Features.Projects;
using Objectives.Planning.Features.Revisions;
using Objectives.Planning.Features.Setting;
using Objectives.Planning.Features.Support;
using Objectives.Planning.Features.WorkItems;
using Objectives.Platform.Demo;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Modules;

namespace Objectives.Planning;

/// <summary>Cycles, strategy, measures and the tree of objectives: what is to be reached, by whom, and how it came to be agreed.</summary>
public sealed class PlanningModule : IModule
{
    public static readonly PlanningModule Instance = new();

    public string Schema => "planning";

    public Type DbType => typeof(PlanningDb);

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDb<PlanningDb>();
        services.AddShortMemory<PlanningDb, Guid, MeasureModel>();
        services.AddScoped<Calibrator>();
        services.AddScoped<ObjectiveAccess>();
        services.AddScoped<CarriedOut>();
        services.AddSingleton<ObjectivePlaces>();
        services.AddScoped<ObjectiveReferences>();
        services.AddScoped<ObjectiveRule>();
        services.AddScoped<ObjectiveTexts>();
        services.AddScoped<PhasingBasis>();
        services.AddScoped<BriefingAccess>();
        services.AddScoped<SettingGate>();
        services.AddScoped<NegotiationParties>();
        services.AddScoped<Negotiations>();
        services.AddScoped<SupportParties>();
        services.AddScoped<SupportReader>();
        services.AddScoped<WorkRights>();
        services.AddScoped<WorkItemReader>();
        services.AddScoped<ProjectRights>();
        services.AddScoped<ProjectReader>();
        services.AddScoped<AllocationPlanner>();
        services.AddScoped<FindingsRefresh>();
        services.AddScoped<RevisionAccess>();
        services.AddSingleton<FindingsRound>();
        services.AddScoped<ICommitmentGuard, BlockingFindings>();
        services.AddSingleton<IDemoSource, FindingsDemo>();
        services.AddSingleton<IDemoSource, PlanningDemo>();
        services.AddSingleton<IDemoSource, RevisionsDemo>();
    }

    public void BindApi(ApiBuilder api)
    {
        api.SdlOf<PlanningModule>();
        CycleApi.Bind(api);
        StrategyApi.Bind(api);
        ObjectiveApi.Bind(api);
        BriefingApi.Bind(api);
        SettingApi.Bind(api);
        CalibrationApi.Bind(api);
        NegotiationApi.Bind(api);
        SupportApi.Bind(api);
        WorkApi.Bind(api);
        AllocationApi.Bind(api);
        FindingApi.Bind(api);
        PlanningNotifications.Bind(api);
        RevisionApi.Bind(api);
        PlanningImports.Bind(api);
        ReportingApi.Bind(api);
    }
}
