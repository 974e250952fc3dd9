using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Control;

internal sealed class ReadCarriedOut(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, IMediator mediator) : IRequestHandler<ObjectivesCarriedOut, IReadOnlyList<CarriedOutObjective>>
{
    public async Task<IReadOnlyList<CarriedOutObjective>> Handle(ObjectivesCarriedOut request, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var objectives = db.Objectives.Where(o => o.CycleId == request.CycleId && o.Status != ObjectiveStatus.Withdrawn).Where(sight.MayRead<Objective>());
        if (request.OwnerIds is { } owners)
            objectives = objectives.Where(o => EF.Parameter(owners).Contains(o.OwnerId));
        if (request.UnitId is { } unit)
        {
            var units = request.IncludeSubunits ? await mediator.Send(new UnitsUnder(unit), cancellationToken) : [unit];
            objectives = objectives.Where(o => units.Contains(o.UnitId));
        }
        var rows = await objectives.Join(db.Cycles, o => o.CycleId, c => c.Id, (o, c) => new { o.ObjectiveId, o.Code, o.OwnerId, o.DraftedAt, c.TimeZone })
            .OrderBy(o => o.Code).ToListAsync(cancellationToken);
        return rows.ConvertAll(o => new CarriedOutObjective(o.ObjectiveId, o.Code, o.OwnerId, BusinessClock.DayOf(o.DraftedAt, o.TimeZone)));
    }
}
