using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Control;

internal sealed class ReadCarriedOut(IDbContextFactory<PlanningDb> dbs, CarriedOut carriedOut) : IRequestHandler<ObjectivesCarriedOut, IReadOnlyList<CarriedOutObjective>>
{
    public async Task<IReadOnlyList<CarriedOutObjective>> Handle(ObjectivesCarriedOut request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var objectives = await carriedOut.ChooseAsync(db, request, cancellationToken);
        // Sorted by the database, all of the cycle would be gone through in the order of its codes, however few are asked for.
        if (request.First is { } first)
            objectives = objectives.OrderBy(o => o.Code).Take(first);
        var zone = await db.Cycles.Where(c => c.Id == request.CycleId).Select(c => c.TimeZone).SingleOrDefaultAsync(cancellationToken);
        var rows = await objectives.Select(o => new { o.ObjectiveId, o.Code, o.OwnerId, o.DraftedAt }).ToListAsync(cancellationToken);
        return [.. rows.OrderBy(o => o.Code, StringComparer.Ordinal).Select(o => new CarriedOutObjective(o.ObjectiveId, o.Code, o.OwnerId, BusinessClock.DayOf(o.DraftedAt, zone!)))];
    }
}

internal sealed class ReadCountCarriedOut(IDbContextFactory<PlanningDb> dbs, CarriedOut carriedOut) : IRequestHandler<CountCarriedOut, int>
{
    public async Task<int> Handle(CountCarriedOut request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await (await carriedOut.ChooseAsync(db, request.Of, cancellationToken)).CountAsync(cancellationToken);
    }
}

/// <summary>Which objectives are meant by <see cref="ObjectivesCarriedOut"/>.</summary>
internal sealed class CarriedOut(ObjectiveAccess access, IMediator mediator)
{
    public async Task<IQueryable<Objective>> ChooseAsync(PlanningDb db, ObjectivesCarriedOut request, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        var objectives = db.Objectives.Where(o => o.CycleId == request.CycleId && o.Status != ObjectiveStatus.Withdrawn).Where(sight.MayRead<Objective>());
        if (request.OwnerIds is { } owners)
            objectives = objectives.Where(o => EF.Parameter(owners).Contains(o.OwnerId));
        if (request.UnitId is { } unit)
        {
            var units = request.IncludeSubunits ? await mediator.Send(new UnitsUnder(unit), cancellationToken) : [unit];
            objectives = objectives.Where(o => EF.Parameter(units).Contains(o.UnitId));
        }
        if (request.Ids is { } ids)
            objectives = objectives.Where(o => EF.Parameter(ids).Contains(o.ObjectiveId));
        if (request.After is { } after)
            objectives = objectives.Where(o => string.Compare(o.Code, after) > 0);
        return objectives;
    }
}
