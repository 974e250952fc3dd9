using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Planning;
using Objectives.Development.Api;
using Objectives.Development.Data;
using Objectives.Development.Demo;
using Objectives.Development.Features;
using Objectives.Development.Features.Gaps;
using Objectives.Development.Features.Import;
using Objectives.Development.Features.Plans;
using Objectives.Development.Features.Readying;
using Objectives.Platform.Demo;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Modules;

namespace Objectives.Development;

/// <summary>What people must be able to do for their objectives, what they can, and how they come to learn it.</summary>
public sealed class DevelopmentModule : IModule
{
    public static readonly DevelopmentModule Instance = new();

    public string Schema => "development";

    public Type DbType => typeof(DevelopmentDb);

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDb<DevelopmentDb>();
        services.AddScoped<DevelopmentSight>();
        services.AddScoped<CycleGaps>();
        services.AddScoped<PlanRights>();
        services.AddScoped<DevelopmentProposal>();
        services.AddScoped<ICommitmentGuard, ReadyToCommit>();
        services.AddSingleton<IDemoSource, DevelopmentDemo>();
    }

    public void BindApi(ApiBuilder api)
    {
        api.SdlOf<DevelopmentModule>();
        CompetencyApi.Bind(api);
        CourseApi.Bind(api);
        LevelApi.Bind(api);
        PlanApi.Bind(api);
        EffectApi.Bind(api);
        DevelopmentNotifications.Bind(api);
        DevelopmentImports.Bind(api);
        ReportingApi.Bind(api);
    }
}
