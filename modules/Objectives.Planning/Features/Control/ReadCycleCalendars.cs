using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Control;

internal sealed class ReadCycleCalendars(IDbContextFactory<PlanningDb> dbs, BusinessClock clock) : IRequestHandler<CycleCalendars, IReadOnlyDictionary<CycleId, CycleCalendar>>
{
    public async Task<IReadOnlyDictionary<CycleId, CycleCalendar>> Handle(CycleCalendars request, CancellationToken cancellationToken)
    {
        var ids = request.Ids.ToList();
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var cycles = await db.Cycles.AsNoTracking().Where(c => ids.Contains(c.Id)).ToListAsync(cancellationToken);
        return cycles.ToDictionary(c => c.Id, c => new CycleCalendar(
            c.Id, c.Start, c.End, c.Status >= CycleStatus.Execution ? c.CarriedOutFrom : null, c.Status is CycleStatus.Execution or CycleStatus.Appraisal, c.TimeZone, clock.TodayIn(c.TimeZone),
            c.Policy.Tolerance, c.Policy.ReportGraceDays, c.Policy.FollowUpWorkingDays, c.Policy.EscalationDays));
    }
}
