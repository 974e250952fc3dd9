using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Objectives;

/// <summary>
/// Which objectives a caller may read: the company's and every unit's; in his own unit and the units that he leads all; those of everyone below him and
/// his own. Executives, HR, auditors and administrators read all.
/// </summary>
internal sealed class ObjectiveSight(Caller caller, Sight sight)
{
    private readonly HashSet<UnitId> _units = [.. sight.UnitIds];
    private readonly HashSet<UnitId> _led = [.. sight.LedUnitIds];
    private readonly HashSet<PersonId> _below = [.. sight.SubordinateIds];

    public bool SeesAll { get; } = caller.Is(Role.Executive, Role.Hr, Role.Auditor, Role.Administrator);

    public Expression<Func<T, bool>> MayRead<T>()
        where T : class, IObjectiveState
    {
        if (SeesAll)
            return _ => true;
        var (me, units, people) = (caller.Id, sight.UnitIds, sight.SubordinateIds);
        return o => o.Level == ObjectiveLevel.Company || o.Level == ObjectiveLevel.Team || o.OwnerId == me || EF.Parameter(units).Contains(o.UnitId) || EF.Parameter(people).Contains(o.OwnerId);
    }

    public bool MayRead(ObjectiveLevel level, PersonId owner, UnitId unit)
        => SeesAll || level is ObjectiveLevel.Company or ObjectiveLevel.Team || owner == caller.Id || _units.Contains(unit) || _below.Contains(owner);

    /// <summary>How it is negotiated, what help and authority it has: not for all who read a unit's objective, only for its own unit, those above and who reads all.</summary>
    public Expression<Func<T, bool>> MayReadNegotiation<T>()
        where T : class, IObjectiveState
    {
        if (SeesAll)
            return _ => true;
        var (me, units, people) = (caller.Id, sight.UnitIds, sight.SubordinateIds);
        return o => o.OwnerId == me || EF.Parameter(units).Contains(o.UnitId) || EF.Parameter(people).Contains(o.OwnerId);
    }

    /// <inheritdoc cref="MayReadNegotiation{T}"/>
    public bool MayReadNegotiation(PersonId owner, UnitId unit) => SeesAll || owner == caller.Id || _units.Contains(unit) || _below.Contains(owner);

    /// <summary>Executives everywhere, and they alone the company's, which are everybody's; leaders in their units and for those below them; everyone for himself, but not for a unit.</summary>
    public bool MayWrite(ObjectiveLevel level, PersonId owner, UnitId unit)
        => caller.IsSystem || caller.Is(Role.Executive)
            || (level != ObjectiveLevel.Company && (_led.Contains(unit) || (level != ObjectiveLevel.Team && (owner == caller.Id || _below.Contains(owner)))));

    /// <summary>Its work plan and project: whoever may change it, and its owner, also of a unit's objective, since it is he who carries it out.</summary>
    public bool MayPlanWork(ObjectiveLevel level, PersonId owner, UnitId unit) => MayWrite(level, owner, unit) || owner == caller.Id;

    /// <summary>Whether he leads the unit or one above it.</summary>
    public bool Leads(UnitId unit) => _led.Contains(unit);

    public bool IsAbove(PersonId owner) => _below.Contains(owner) || (caller.Is(Role.Executive) && owner != caller.Id);
}

internal sealed class ObjectiveAccess(IMediator mediator, CallContext call)
{
    private Task<ObjectiveSight>? _sight;

    public Task<ObjectiveSight> SightAsync(CancellationToken cancellationToken) => _sight ??= ReadAsync(cancellationToken);

    private async Task<ObjectiveSight> ReadAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        var sight = caller.IsSystem || caller.Is(Role.Executive) ? new Sight([], [], []) : await mediator.Send(new SightOf(caller.Id), cancellationToken);
        return new(caller, sight);
    }
}
