using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Objectives;

internal sealed class ReadOwned(IDbContextFactory<PlanningDb> dbs) : IRequestHandler<ObjectivesOwnedBy, IReadOnlyList<OwnedObjective>>, IRequestHandler<ObjectiveNamesOf, IReadOnlyDictionary<ObjectiveId, ObjectiveName>>
{
    public async Task<IReadOnlyList<OwnedObjective>> Handle(ObjectivesOwnedBy request, CancellationToken cancellationToken)
    {
        if (request.Owners.Count == 0)
            return [];
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from o in db.Objectives.Where(o => EF.Parameter(request.Owners).Contains(o.OwnerId) && o.Status != ObjectiveStatus.Withdrawn)
            join c in db.Cycles.Where(c => c.Status == CycleStatus.Execution || c.Status == CycleStatus.Appraisal) on o.CycleId equals c.Id
            orderby o.Code
            select new { o.ObjectiveId, o.Code, o.Title, o.OwnerId, o.CycleId, o.DraftedAt, c.TimeZone }).ToListAsync(cancellationToken);
        return rows.ConvertAll(o => new OwnedObjective(o.ObjectiveId, o.Code, o.Title, o.OwnerId, o.CycleId, BusinessClock.DayOf(o.DraftedAt, o.TimeZone)));
    }

    public async Task<IReadOnlyDictionary<ObjectiveId, ObjectiveName>> Handle(ObjectiveNamesOf request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var rows = await db.Objectives.Where(o => EF.Parameter(request.Ids).Contains(o.ObjectiveId)).Select(o => new { o.ObjectiveId, o.Title, o.OwnerId }).ToListAsync(cancellationToken);
        return rows.ToDictionary(o => o.ObjectiveId, o => new ObjectiveName(o.ObjectiveId, o.Title, o.OwnerId));
    }
}
