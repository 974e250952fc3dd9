using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Objectives.Contracts.Organization;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Platform.Demo;

/// <summary>Has one of the demo company's people give a command, as he would himself.</summary>
public static class DemoCommands
{
    public static async Task<Result<T>> AskAsync<T>(this IServiceScopeFactory scopes, DemoPerson by, ICommand<T> command)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallContext>().SignedIn = new(by.Id, by.Unit.Id, Locale.ZhCn, new HashSet<Role> { Role.Member, Role.Leader });
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(command);
    }
}
