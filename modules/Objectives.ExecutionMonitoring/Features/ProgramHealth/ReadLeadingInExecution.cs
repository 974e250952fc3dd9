using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.ProgramHealth;

internal sealed class ReadLeadingInExecution(IDbContextFactory<ExecutionMonitoringDb> dbs, FollowUpWindow window) : IRequestHandler<LeadingInExecution, ExecutionLeading>
{
    public async Task<ExecutionLeading> Handle(LeadingInExecution request, CancellationToken cancellationToken)
    {
        var (people, calendar) = (request.People, request.Calendar);
        var over = await window.OverBeforeAsync(calendar, cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var reports = await db.ProgressReports.Where(r => r.CycleId == calendar.Id && EF.Parameter(people).Contains(r.ById))
            .Select(r => new { r.ControlPointId, r.ById, r.At, r.FollowedUpInTime }).ToListAsync(cancellationToken);
        var missed = await db.MissedControlPoints.Where(m => m.CycleId == calendar.Id && EF.Parameter(people).Contains(m.OwnerId)).Select(m => new { m.Id, m.OwnerId }).ToListAsync(cancellationToken);
        var late = missed.Select(m => m.Id).ToHashSet();
        var deviations = await db.Deviations.Where(d => d.CycleId == calendar.Id && EF.Parameter(people).Contains(d.OwnerId)).Select(d => new
        {
            d.OwnerId, d.Status, d.Route, d.IsRouted, d.ResolvedAt,
            Sides = db.Settlements.Where(s => s.DeviationId == d.Id && s.Round == d.Round).Select(s => s.ByOwner).Distinct().Count(),
        }).ToListAsync(cancellationToken);
        return new(
            [.. reports.Where(r => !late.Contains(r.ControlPointId)).Select(r => (r.ById, 1)).Concat(missed.Select(m => (m.OwnerId, 0))).GroupBy(r => r.Item1).Select(g => new PersonShare(g.Key, g.Sum(r => r.Item2), g.Count()))],
            [
                .. reports.Where(r => r.FollowedUpInTime is not null || BusinessClock.DayOf(r.At, calendar.TimeZone) < over)
                    .GroupBy(r => r.ById).Select(g => new PersonShare(g.Key, g.Count(r => r.FollowedUpInTime == true), g.Count())),
            ],
            [
                .. deviations.Where(d => d.Status is DeviationStatus.Resolved or DeviationStatus.Closed && (d.IsRouted || d.ResolvedAt is not null || d.Sides > 0) && d.Route == DeviationRoute.SettleTogether)
                    .GroupBy(d => d.OwnerId).Select(g => new PersonShare(g.Key, g.Count(d => d.Sides == 2), g.Count())),
            ],
            [
                .. deviations.Where(d => d.Route == DeviationRoute.Coordinate)
                    .GroupBy(d => d.OwnerId).Select(g => new PersonShare(g.Key, g.Count(d => d.Status is DeviationStatus.Resolved or DeviationStatus.Closed), g.Count())),
            ]);
    }
}
