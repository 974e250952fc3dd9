using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Planning.Domain;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Briefings;

/// <summary>
/// Briefings are read by those whom they address, by who published them, by the leaders of the units addressed and those above, and by whoever reads all.
/// </summary>
internal sealed class BriefingSight(Caller caller, IReadOnlyList<UnitId> above, IReadOnlyList<UnitId> led)
{
    private readonly bool _seesAll = caller.IsSystem || caller.Is(Role.Executive, Role.Hr, Role.Auditor, Role.Administrator);

    public Expression<Func<Briefing, bool>> MayRead
    {
        get
        {
            if (_seesAll)
                return b => b.RemovedAt == null;
            var (me, mine, leads) = (caller.Id, above, led);
            return b => b.RemovedAt == null && (b.PublishedById == me || EF.Parameter(mine).Contains(b.UnitId) || EF.Parameter(leads).Contains(b.UnitId));
        }
    }

    /// <summary>Executives and HR to every unit, leaders to those that they lead.</summary>
    public bool MayPublishTo(UnitId unit) => caller.IsSystem || caller.Is(Role.Executive, Role.Hr) || led.Contains(unit);

    /// <summary>His own unit and those above it: what is published to them is addressed to the caller.</summary>
    public IReadOnlyList<UnitId> AddressedThrough => above;

    /// <summary>Whether what was published to the unit is addressed to the caller.</summary>
    public bool IsAddressed(UnitId unit) => above.Contains(unit);
}

internal sealed class BriefingAccess(IMediator mediator, CallContext call)
{
    private Task<BriefingSight>? _sight;

    public Task<BriefingSight> SightAsync(CancellationToken cancellationToken) => _sight ??= ReadAsync(cancellationToken);

    private async Task<BriefingSight> ReadAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        if (caller.IsSystem)
            return new(caller, [], []);
        var above = await mediator.Send(new UnitsAbove([caller.UnitId]), cancellationToken);
        var sight = await mediator.Send(new SightOf(caller.Id), cancellationToken);
        return new(caller, above.GetValueOrDefault(caller.UnitId) ?? [], sight.LedUnitIds);
    }
}
