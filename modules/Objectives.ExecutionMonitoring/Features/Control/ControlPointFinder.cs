using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Control;

/// <param name="Terms">Of its objective, which the caller may read.</param>
internal sealed record FoundPoint(DateOnly Date, ReportingTerms Terms, CycleCalendar Calendar)
{
    public Period Period => Period.Of(Date, PeriodGranularity.Month);
}

/// <summary>Finds one control point to be written about.</summary>
internal sealed class ControlPointFinder(ExecutionMonitoringDb db, IMediator mediator)
{
    /// <returns>Null when there is none, or the caller may not read its objective.</returns>
    public async Task<FoundPoint?> FindAsync(ControlPointId id, CancellationToken cancellationToken)
    {
        var isOfCalendar = CalendarPointId.TryRead(id, out var objective, out var number);
        var byHand = isOfCalendar ? null : await db.ControlPoints.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);
        if (!isOfCalendar && byHand is null)
            return null;
        objective = byHand?.ObjectiveId ?? objective;
        if ((await mediator.Send(new ReportingTermsOf([objective]), cancellationToken)).GetValueOrDefault(objective) is not { } terms)
            return null;
        var calendar = (await mediator.Send(new CycleCalendars([terms.CycleId]), cancellationToken))[terms.CycleId];
        if (byHand is not null)
            return new(byHand.Date, terms, calendar);
        var days = ControlCalendar.DaysOf(calendar.Start, calendar.End);
        return number < days.Count ? new(days[number].Date, terms, calendar) : null;
    }
}
