using Microsoft.Extensions.DependencyInjection;
using Objectives.Development.Api;
using Objectives.Development.Data;
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
    }

    public void BindApi(ApiBuilder api)
    {
        api.SdlOf<DevelopmentModule>();
        CompetencyApi.Bind(api);
    }
}
