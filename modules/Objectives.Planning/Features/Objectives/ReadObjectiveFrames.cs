using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;

namespace Objectives.Planning.Features.Objectives;

internal sealed class ReadObjectiveFrames(IDbContextFactory<PlanningDb> dbs) : IRequestHandler<ObjectiveFramesOf, IReadOnlyDictionary<ObjectiveId, ObjectiveFrame>>
{
    public async Task<IReadOnlyDictionary<ObjectiveId, ObjectiveFrame>> Handle(ObjectiveFramesOf request, CancellationToken cancellationToken)
    {
        if (request.Ids.Count == 0)
            return new Dictionary<ObjectiveId, ObjectiveFrame>();
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from o in db.Objectives.Where(o => EF.Parameter(request.Ids).Contains(o.ObjectiveId))
            join c in db.Cycles on o.CycleId equals c.Id
            select new { o.ObjectiveId, o.Code, o.Title, o.CycleId, o.MeasureId, o.UnitId, o.OwnerId, c.End, IsOver = o.Status == ObjectiveStatus.Withdrawn || c.Status == CycleStatus.Closed }).ToListAsync(cancellationToken);
        return rows.ToDictionary(o => o.ObjectiveId, o => new ObjectiveFrame(o.ObjectiveId, o.Code, o.Title, o.CycleId, o.MeasureId, o.UnitId, o.OwnerId, o.End, o.IsOver));
    }
}
