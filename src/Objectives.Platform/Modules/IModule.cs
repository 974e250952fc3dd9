using Microsoft.Extensions.DependencyInjection;
using Objectives.Platform.GraphQl;

namespace Objectives.Platform.Modules;

/// <summary>All that the program knows of a module.</summary>
public interface IModule
{
    /// <summary>The schema of its tables.</summary>
    string Schema { get; }

    /// <summary>Its context, which commands of this module change things through.</summary>
    Type DbType { get; }

    void AddServices(IServiceCollection services);

    /// <summary>Binds the types of its <c>.graphql</c> files to read models, batch loads and requests.</summary>
    void BindApi(ApiBuilder api);
}
