using System.Reflection;
using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Objectives.Platform.Data;
using Objectives.Platform.Demo;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Platform.Modules;

public static class ModuleServices
{
    /// <summary>The request pipeline, in order: authorization, validation, unit of work with idempotency.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services, Database database, IReadOnlyList<IModule> modules)
    {
        services.AddSingleton(database);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<BusinessClock>();
        services.AddSingleton(_ =>
        {
            var api = new ApiBuilder();
            foreach (var module in modules)
                module.BindApi(api);
            return api;
        });
        services.AddSingleton<GraphQL.Types.ISchema>(provider => SchemaFactory.Build(provider.GetRequiredService<ApiBuilder>(), provider));
        services.AddSingleton(new ModuleCatalog(modules));
        services.AddScoped<CallContext>();
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(RequestTracing<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(CommandAuthorization<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(QueryAuthorization<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(Validation<,>));
        services.AddTransient(typeof(IPipelineBehavior<,>), typeof(UnitOfWork<,>));
        services.AddSingleton<CommandGate>();
        services.AddSingleton<OwnWork>();
        services.AddSingleton<GroupWriter>();
        services.AddSingleton<Memories>();
        services.AddScoped<Recorder>();
        services.AddSingleton<OutboxSignal>();
        services.AddSingleton<LiveUpdates>();
        services.AddSingleton<Announcements>();
        services.AddSingleton<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor, ForgetOnCommit>();
        services.AddSingleton<Jobs.DailyRound>();
        services.AddSingleton<Jobs.OldRows>();
        services.AddSingleton<DemoFiller>();
        foreach (var module in modules)
        {
            services.AddHandlersOf(module.GetType().Assembly);
            module.AddServices(services);
        }
        return services;
    }

    /// <summary>A module's context, made by a factory for queries and shared by the scope for commands.</summary>
    public static IServiceCollection AddModuleDb<TDb>(this IServiceCollection services)
        where TDb : ModuleDb
    {
        services.AddPooledDbContextFactory<TDb>((provider, options) =>
        {
            provider.GetRequiredService<Database>().Configure(options);
            options.AddInterceptors(provider.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>());
            options.ReplaceService<IModelCacheKeyFactory, ModelPerDatabase>();
            // Each context is used by one request or query at a time; the check would cost an allocation for every row that is read.
            options.EnableThreadSafetyChecks(false);
        });
        return services;
    }

    /// <inheritdoc cref="ShortMemory{TDb, TKey, TValue}"/>
    public static IServiceCollection AddShortMemory<TDb, TKey, TValue>(this IServiceCollection services)
        where TDb : ModuleDb
        where TKey : notnull
        where TValue : class
        => services.AddSingleton<ShortMemory<TDb, TKey, TValue>>().AddSingleton<IForgetful>(provider => provider.GetRequiredService<ShortMemory<TDb, TKey, TValue>>());

    private static void AddHandlersOf(this IServiceCollection services, Assembly assembly)
    {
        services.Scan(scan => scan.FromAssemblies(assembly)
            .AddClasses(c => c.AssignableToAny(typeof(IRequestHandler<,>), typeof(IAccessRule<>), typeof(IConsumer), typeof(IFollowUp), typeof(Features.ISearchSource), typeof(Features.Agenda.IAgendaSource), typeof(Jobs.IDailyWork)), publicOnly: false)
            .AsImplementedInterfaces()
            .WithTransientLifetime());
        services.AddValidatorsFromAssembly(assembly, ServiceLifetime.Singleton, includeInternalTypes: true);
    }

    /// <summary>One program serves one kind of database, but tests run several in one process.</summary>
    private sealed class ModelPerDatabase : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (context.GetType(), (context as ModuleDb)?.Kind, designTime);
    }
}

/// <summary>The modules of this program, found once.</summary>
public sealed class ModuleCatalog(IReadOnlyList<IModule> modules)
{
    public IReadOnlyList<IModule> All { get; } = modules;

    public ModuleDb DbFor(Type request, IServiceProvider services)
        => (ModuleDb)services.GetRequiredService(All.Single(m => m.GetType().Assembly == request.Assembly).DbType);
}
