using System.Collections.Concurrent;
using System.Reflection;
using MediatR;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Platform.Requests;

/// <summary>First in the pipeline of commands: deny unless a role or the request's own rule allows.</summary>
public sealed class CommandAuthorization<TRequest, TResponse>(CallContext call, IEnumerable<IAccessRule<TRequest>> rules) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : ICommand
    where TResponse : Result, IResult<TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var caller = call.Caller;
        if (!caller.IsSystem)
        {
            RolePolicy.For(typeof(TRequest)).Demand(caller, writes: true, hasRule: rules.Any());
            foreach (var rule in rules)
            {
                switch (await rule.CheckAsync(request, caller, cancellationToken))
                {
                    case Access.NotFound:
                        return TResponse.Failed([Error.NotFound(rule.Field)]);
                    case Access.Forbidden:
                        throw RolePolicy.Forbidden();
                }
            }
        }
        return await next();
    }
}

/// <summary>First in the pipeline of queries.</summary>
public sealed class QueryAuthorization<TRequest, TResponse>(CallContext call) : IPipelineBehavior<TRequest, TResponse>
    where TRequest : IQuery
{
    public Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        RolePolicy.For(typeof(TRequest)).Demand(call.Caller, writes: false, hasRule: false);
        return next();
    }
}

internal sealed record RolePolicy(AllowedToAttribute? Roles, AllowedToEveryoneAttribute? Everyone)
{
    private static readonly ConcurrentDictionary<Type, RolePolicy> Known = [];

    public static RolePolicy For(Type request)
        => Known.GetOrAdd(request, t => new(t.GetCustomAttribute<AllowedToAttribute>(), t.GetCustomAttribute<AllowedToEveryoneAttribute>()));

    public static ApiException Forbidden() => new(ApiErrorCode.Forbidden, new Text("You may not do this.", "您没有执行此操作的权限。"));

    public bool Allows(Caller caller, bool hasRule) => caller.IsSystem || (Roles is null ? Everyone is not null || hasRule : caller.Is([.. Roles.Roles]));

    public void Demand(Caller caller, bool writes, bool hasRule)
    {
        if (writes && caller is { IsTool: true, ReadOnly: true })
            throw new ApiException(ApiErrorCode.Forbidden, new("This access token may only read.", "该访问令牌仅可读取。"));
        if (!Allows(caller, hasRule) || (writes && caller.ReadOnly && Everyone is not { EvenReadOnly: true }))
            throw Forbidden();
    }
}
