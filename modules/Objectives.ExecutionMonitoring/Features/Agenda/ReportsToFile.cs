using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.ExecutionMonitoring.Features.Control;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;
using Objectives.Platform.Texts;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Agenda;

/// <summary>The control points of the caller's own objectives that are due and at which he has not reported (S4.6, S7.1); due until the policy's grace is over.</summary>
internal sealed class ReportsToFile(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        if (call.Caller.ReadOnly)
            return [];
        var objectives = await mediator.Send(new ObjectivesOwnedBy([call.Caller.Id]), cancellationToken);
        if (objectives.Count == 0)
            return [];
        var ids = objectives.Select(o => o.Id).ToList();
        var calendars = await mediator.Send(new CycleCalendars([.. objectives.Select(o => o.CycleId).Distinct()]), cancellationToken);
        var closed = await mediator.Send(new ClosedMonths(ids), cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var byHand = await db.ControlPoints.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.ObjectiveId)).ToListAsync(cancellationToken);
        var reported = await db.ProgressReports.Where(r => EF.Parameter(ids).Contains(r.ObjectiveId)).Select(r => r.ControlPointId).ToHashSetAsync(cancellationToken);
        var titles = objectives.ToDictionary(o => o.Id, o => o.Title);
        return [.. calendars.Values.SelectMany(calendar => CyclePoints.Of(calendar, Of(objectives, calendar.Id), byHand).SelectMany(d => d.Points)
            .Where(p => p.Due(calendar) <= calendar.Today && !reported.Contains(p.Id) && !closed[p.Objective.Id].Contains(Period.Of(p.Date, PeriodGranularity.Month).Start))
            .Select(p => ItemOf(p, titles[p.Objective.Id], calendar)))];
    }

    private static List<CarriedOutObjective> Of(IReadOnlyList<OwnedObjective> objectives, CycleId cycle)
        => [.. objectives.Where(o => o.CycleId == cycle).Select(o => new CarriedOutObjective(o.Id, o.Code, o.OwnerId, o.DraftedOn))];

    private static AgendaItem ItemOf(CyclePoint point, string title, CycleCalendar calendar) => AgendaItem.Of(
        AgendaKind.ReportControlPoint, point.Id, new($"Report at {point.Date.InEnglish()}: {title}", $"填报 {point.Date.InChinese()} 的进展：{title}"),
        ControlStatus.LastDay(point.Due(calendar), calendar.ReportGraceDays));
}
