using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Improvement.Domain;
using Objectives.Platform.Requests;

namespace Objectives.Improvement.Features;

/// <summary>
/// Which improvement cases a caller may read: those of deviations that he may read, and those that he, or someone below him, is responsible for. Executives, HR, auditors and administrators read all.
/// </summary>
internal sealed class CaseSight(IMediator mediator, CallContext call)
{
    private Sight? _sight;
    private IReadOnlyList<DeviationId>? _concerning;

    public bool SeesAll => call.Caller.IsSystem || call.Caller.Is(Role.Executive, Role.Hr, Role.Auditor, Role.Administrator);

    public async Task<Expression<Func<ImprovementCase, bool>>> MayReadAsync(CancellationToken cancellationToken)
    {
        if (SeesAll)
            return _ => true;
        var sight = await ReadAsync(cancellationToken);
        var (me, units, people, concerning) = (call.Caller.Id, sight.UnitIds, sight.SubordinateIds, await ConcerningAsync(cancellationToken));
        return c => c.OwnerId == me || c.ResponsibleId == me || EF.Parameter(units).Contains(c.UnitId) || EF.Parameter(people).Contains(c.OwnerId) || EF.Parameter(concerning).Contains(c.DeviationId)
            || (c.ResponsibleId != null && EF.Parameter(people).Contains(c.ResponsibleId.Value));
    }

    public async Task<bool> MayReadAsync(DeviationFacts deviation, CancellationToken cancellationToken)
    {
        if (SeesAll || deviation.OwnerId == call.Caller.Id)
            return true;
        var sight = await ReadAsync(cancellationToken);
        return sight.UnitIds.Contains(deviation.UnitId) || sight.SubordinateIds.Contains(deviation.OwnerId) || (await ConcerningAsync(cancellationToken)).Contains(deviation.Id);
    }

    /// <summary>Whether he leads the unit or one above it.</summary>
    public async Task<bool> LeadsAsync(UnitId unit, CancellationToken cancellationToken) => (await ReadAsync(cancellationToken)).LedUnitIds.Contains(unit);

    private async Task<Sight> ReadAsync(CancellationToken cancellationToken) => _sight ??= await mediator.Send(new SightOf(call.Caller.Id), cancellationToken);

    private async Task<IReadOnlyList<DeviationId>> ConcerningAsync(CancellationToken cancellationToken) => _concerning ??= await mediator.Send(new DeviationsConcerning(call.Caller.Id), cancellationToken);
}
