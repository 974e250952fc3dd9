using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Objectives;

/// <summary>One statement for all of them.</summary>
internal sealed class ReadReportingTerms(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, BusinessClock clock) : IRequestHandler<ReportingTermsOf, IReadOnlyDictionary<ObjectiveId, ReportingTerms>>
{
    public async Task<IReadOnlyDictionary<ObjectiveId, ReportingTerms>> Handle(ReportingTermsOf request, CancellationToken cancellationToken)
    {
        if (request.Ids.Count == 0)
            return new Dictionary<ObjectiveId, ReportingTerms>();
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var rows = await (
            from o in db.Objectives.Where(o => EF.Parameter(request.Ids).Contains(o.ObjectiveId)).Where(sight.MayRead<Objective>())
            join m in db.Measures on o.MeasureId equals m.Id
            join c in db.Cycles on o.CycleId equals c.Id
            select new
            {
                o.ObjectiveId, o.Code, o.Level, o.OwnerId, o.UnitId, IsWithdrawn = o.Status == ObjectiveStatus.Withdrawn, o.DraftedAt,
                m.Direction, m.Aggregation, m.UnitOfMeasure, m.Decimals,
                o.CycleId, c.Status, c.Start, c.End, c.TimeZone, c.ClosedMonths,
            }).ToListAsync(cancellationToken);
        var closed = rows.DistinctBy(r => r.CycleId).ToDictionary(r => r.CycleId, r => CycleMonths.ClosedFirstDays(r.Status, r.Start, r.End, r.ClosedMonths));
        return rows.ToDictionary(o => o.ObjectiveId, o => new ReportingTerms(
            o.ObjectiveId, o.Code, o.CycleId, o.OwnerId, BusinessClock.DayOf(o.DraftedAt, o.TimeZone), o.IsWithdrawn, !o.IsWithdrawn && o.Status is CycleStatus.Execution or CycleStatus.Appraisal,
            sight.MayWrite(o.Level, o.OwnerId, o.UnitId), sight.MayReadNegotiation(o.OwnerId, o.UnitId), sight.MayPlanWork(o.Level, o.OwnerId, o.UnitId),
            o.Direction, o.Aggregation, o.UnitOfMeasure, o.Decimals, o.Start, o.End, clock.TodayIn(o.TimeZone), closed[o.CycleId]));
    }
}
