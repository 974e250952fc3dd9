using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Control;

/// <summary>One statement for all of them.</summary>
internal sealed class ReadControlTerms(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access) : IRequestHandler<ControlTermsOf, IReadOnlyDictionary<ObjectiveId, ControlTerms>>
{
    public async Task<IReadOnlyDictionary<ObjectiveId, ControlTerms>> Handle(ControlTermsOf request, CancellationToken cancellationToken)
    {
        if (request.Ids.Count == 0)
            return new Dictionary<ObjectiveId, ControlTerms>();
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from o in db.Objectives.Where(o => EF.Parameter(request.Ids).Contains(o.ObjectiveId)).Where(sight.MayRead<Objective>())
            join m in db.Measures on o.MeasureId equals m.Id
            join c in db.Cycles on o.CycleId equals c.Id
            select new
            {
                o.ObjectiveId, o.Code, o.CycleId, o.Level, o.OwnerId, o.UnitId, IsWithdrawn = o.Status == ObjectiveStatus.Withdrawn, o.DraftedAt, c.TimeZone, m.Aggregation, m.Decimals,
            }).ToListAsync(cancellationToken);
        return rows.ToDictionary(o => o.ObjectiveId, o => new ControlTerms(
            o.ObjectiveId, o.Code, o.CycleId, o.OwnerId, o.IsWithdrawn, BusinessClock.DayOf(o.DraftedAt, o.TimeZone), o.Aggregation, o.Decimals,
            sight.MayReadNegotiation(o.OwnerId, o.UnitId), sight.MayPlanWork(o.Level, o.OwnerId, o.UnitId)));
    }
}
