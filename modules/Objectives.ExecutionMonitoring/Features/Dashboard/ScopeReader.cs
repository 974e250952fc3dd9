using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Dashboard;

/// <summary>Finds out whose standings the caller may see, and of whom they are asked for.</summary>
internal sealed class ScopeReader(IMediator mediator, CallContext call)
{
    /// <param name="superior">Of those whom he leads directly.</param>
    public async Task<Scope> OfAsync(CycleId cycle, IReadOnlyList<UnitId>? within, PersonId? owner, PersonId? superior, CancellationToken cancellationToken)
        => new(cycle, within, await OwnersAsync(owner, superior, cancellationToken), await SightAsync(cancellationToken));

    private async Task<IReadOnlyCollection<PersonId>?> OwnersAsync(PersonId? owner, PersonId? superior, CancellationToken cancellationToken)
    {
        if (superior is not { } leader)
            return owner is { } only ? [only] : null;
        var led = await mediator.Send(new DirectlyLed(leader, AndWithoutSuperior: false), cancellationToken);
        return owner is { } one ? [.. led.Where(p => p == one)] : led;
    }

    /// <summary>What the caller sees of people's objectives, his own wherever they are; null of who sees all.</summary>
    public async Task<Sight?> SightAsync(CancellationToken cancellationToken)
    {
        if (call.Caller.Is(Role.Executive, Role.Hr, Role.Auditor, Role.Administrator))
            return null;
        var sight = await mediator.Send(new SightOf(call.Caller.Id), cancellationToken);
        return sight with { SubordinateIds = [.. sight.SubordinateIds, call.Caller.Id] };
    }
}
