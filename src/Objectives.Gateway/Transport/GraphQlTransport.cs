using System.Runtime.CompilerServices;
using GraphQL.Validation;
using Microsoft.Extensions.DependencyInjection.Extensions;

[assembly: InternalsVisibleTo("Objectives.IntegrationTests")]

namespace Objectives.Gateway.Transport;

/// <summary>Brings the transport into the program: services, /graphql, /graphiql.</summary>
internal static class GraphQlTransport
{
    public static IServiceCollection AddGraphQlTransport(this IServiceCollection services)
    {
        services.AddOptions<GraphQlLimits>().BindConfiguration(GraphQlLimits.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DocumentCache>();
        services.AddSingleton<InternalErrors>();
        services.AddSingleton<ActiveSubscriptions>();
        services.AddSingleton<IDocumentValidator, DocumentValidation>();
        services.AddSingleton<GraphQlExecution>();
        services.AddSingleton<SseStream>();
        services.AddSingleton<GraphQlHttpEndpoint>();
        services.AddSingleton<SocketServices>();
        services.AddSingleton<SocketEndpoint>();
        services.TryAddSingleton<ITrustedDocuments, TrustedDocuments>();
        services.TryAddSingleton<ISubscriptionAuthenticator, RequestAuthenticator>();
        return services;
    }

    /// <summary>GraphQL over HTTP, graphql-sse and graphql-transport-ws on one path. After authentication and localisation.</summary>
    public static IEndpointConventionBuilder MapGraphQl(this IEndpointRouteBuilder endpoints, string path)
    {
        var http = endpoints.ServiceProvider.GetRequiredService<GraphQlHttpEndpoint>();
        var sockets = endpoints.ServiceProvider.GetRequiredService<SocketEndpoint>();
        var pipeline = endpoints.CreateApplicationBuilder().UseWebSockets();
        pipeline.Run(context => context.WebSockets.IsWebSocketRequest ? sockets.HandleAsync(context) : http.HandleAsync(context));
        return endpoints.Map(path, pipeline.Build()).WithDisplayName("GraphQL");
    }

    /// <summary>GraphiQL, for demonstration and development.</summary>
    public static IEndpointConventionBuilder MapGraphiQl(this IEndpointRouteBuilder endpoints, string path) =>
        endpoints.MapGet(path + "/{**file}", GraphiQl.ServeAsync).WithDisplayName("GraphiQL");
}
