using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Features.Negotiation;

/// <summary>Reads how the negotiation of an objective stands.</summary>
internal sealed class Negotiations(PlanningDb db, IMediator mediator)
{
    public Task<List<NegotiationEntry>> PastAsync(ObjectiveId objective, CancellationToken cancellationToken)
        => db.NegotiationEntries.Where(e => e.ObjectiveId == objective).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync(cancellationToken);

    public async Task<SettingApproach> ApproachAsync(CycleId cycle, UnitId unit, CancellationToken cancellationToken)
    {
        var line = (await mediator.Send(new UnitsAbove([unit]), cancellationToken)).GetValueOrDefault(unit) ?? [];
        return UnitApproach.Nearest(await db.UnitApproaches.Where(a => a.CycleId == cycle && line.Contains(a.UnitId)).ToDictionaryAsync(a => a.UnitId, a => a.Approach, cancellationToken), line);
    }
}
