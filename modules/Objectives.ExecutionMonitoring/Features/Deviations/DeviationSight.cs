using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Deviations;

/// <summary>
/// Which deviations a caller may read: his own, those of his unit and of the units that he leads, of everyone below him, those that he supervises, that his unit's help is coordinated for, or of which he
/// has a resolution to carry out. Executives, HR, auditors and administrators read all.
/// </summary>
internal sealed class DeviationSight(IMediator mediator, CallContext call)
{
    private Sight? _sight;

    public bool SeesAll => call.Caller.Is(Role.Executive, Role.Hr, Role.Auditor, Role.Administrator);

    public async Task<Expression<Func<Deviation, bool>>> MayReadAsync(ExecutionMonitoringDb db, CancellationToken cancellationToken)
    {
        if (SeesAll)
            return _ => true;
        var sight = await ReadAsync(cancellationToken);
        var (me, units, led, people) = (call.Caller.Id, sight.UnitIds, sight.LedUnitIds, sight.SubordinateIds);
        return d => d.OwnerId == me || d.SupervisorId == me || EF.Parameter(units).Contains(d.UnitId) || EF.Parameter(people).Contains(d.OwnerId)
            || db.CoordinatedUnits.Any(u => u.DeviationId == d.Id && EF.Parameter(led).Contains(u.UnitId))
            || db.Resolutions.Any(r => r.DeviationId == d.Id && r.ResponsibleId == me);
    }

    /// <summary>Whether he leads the unit or one above it, or is an executive.</summary>
    public async Task<bool> LeadsAsync(UnitId unit, CancellationToken cancellationToken)
        => call.Caller.Is(Role.Executive) || (await ReadAsync(cancellationToken)).LedUnitIds.Contains(unit);

    public async Task<bool> IsAboveAsync(PersonId person, CancellationToken cancellationToken)
        => call.Caller.Is(Role.Executive) ? person != call.Caller.Id : (await ReadAsync(cancellationToken)).SubordinateIds.Contains(person);

    private async Task<Sight> ReadAsync(CancellationToken cancellationToken) => _sight ??= await mediator.Send(new SightOf(call.Caller.Id), cancellationToken);
}
