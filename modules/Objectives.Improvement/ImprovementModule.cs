using Microsoft.Extensions.DependencyInjection;
using Objectives.Improvement.Api;
using Objectives.Improvement.Data;
using Objectives.Improvement.Demo;
using Objectives.Improvement.Features;
using Objectives.Improvement.Features.Health;
using Objectives.Improvement.Features.Pulse;
using Objectives.Platform.Demo;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Modules;

namespace Objectives.Improvement;

/// <summary>What is learned from deviations: why they happened, what was decided about it, whether it helped.</summary>
public sealed class ImprovementModule : IModule
{
    public static readonly ImprovementModule Instance = new();

    public string Schema => "improvement";

    public Type DbType => typeof(ImprovementDb);

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDb<ImprovementDb>();
        services.AddScoped<CaseSight>();
        services.AddScoped<CaseParties>();
        services.AddScoped<PulseReader>();
        services.AddScoped<HealthSight>();
        services.AddScoped<HealthSurvey>();
        services.AddScoped<WrittenFields>();
        services.AddSingleton<IDemoSource, ImprovementDemo>();
        services.AddSingleton<IDemoSource, PulseDemo>();
    }

    public void BindApi(ApiBuilder api)
    {
        api.SdlOf<ImprovementModule>();
        CaseApi.Bind(api);
        ImprovementNotifications.Bind(api);
        PulseApi.Bind(api);
        HealthApi.Bind(api);
    }
}
