using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.Organization.Api;
using Objectives.Organization.Data;
using Objectives.Organization.Demo;
using Objectives.Organization.Features.Import;
using Objectives.Organization.Features.SignIn;
using Objectives.Platform.Demo;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Modules;

[assembly: InternalsVisibleTo("Objectives.UnitTests")]

namespace Objectives.Organization;

/// <summary>People, positions, units, regions, customers, roles and sign-ins: what the other modules stand on.</summary>
public sealed class OrganizationModule : IModule
{
    public static readonly OrganizationModule Instance = new();

    public string Schema => "organization";

    public Type DbType => typeof(OrganizationDb);

    public void AddServices(IServiceCollection services)
    {
        services.AddModuleDb<OrganizationDb>();
        services.AddSingleton<ReportingLinesCache>();
        services.AddScoped<SessionReader>();
        services.AddShortMemory<OrganizationDb, string, SignedInPerson>();
        services.AddShortMemory<OrganizationDb, PersonId, Correspondent>();
        services.AddSingleton<IDemoSource, OrganizationDemo>();
    }

    public void BindApi(ApiBuilder api)
    {
        api.SdlOf<OrganizationModule>();
        CompanyApi.Bind(api);
        UnitApi.Bind(api);
        PersonApi.Bind(api);
        CustomerApi.Bind(api);
        AccessTokenApi.Bind(api);
        OrganizationImports.Bind(api);
    }
}
