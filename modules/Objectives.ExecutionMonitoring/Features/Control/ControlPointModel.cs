using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Control;

/// <param name="Tolerance">Per cent, 0–100.</param>
internal sealed record ControlPointModel(Guid Id, ObjectiveId ObjectiveId, DateOnly Date, ControlPointStatus Status, decimal Tolerance, ProgressReportId? ReportId) : IEntityModel
{
    public Period Period => Period.Of(Date, PeriodGranularity.Month);
}

/// <summary>What a control point's report says about the point.</summary>
internal readonly record struct ReportState(ProgressReportId Id, bool IsFollowedUp);

internal static class ControlReading
{
    public static IQueryable<KeyValuePair<ControlPointId, ReportState>> ToStates(this IQueryable<ProgressReport> reports)
        => reports.Select(r => new KeyValuePair<ControlPointId, ReportState>(r.ControlPointId, new ReportState(r.Id, r.FollowedUpAt != null)));

    /// <param name="point">Its id and date, and the tolerance that it was given by hand.</param>
    public static ControlPointModel ModelOf(
        (ControlPointId Id, DateOnly Date, decimal? Tolerance) point, ObjectiveId objective, DateOnly draftedOn, CycleCalendar calendar, ReportState? report)
    {
        var due = ControlCalendar.DueFrom(point.Date, draftedOn, calendar.CarriedOutFrom ?? point.Date);
        var status = ControlStatus.Of(due, calendar.Today, calendar.ReportGraceDays, report is not null, report is { IsFollowedUp: true });
        return new(point.Id.Value, objective, point.Date, status, point.Tolerance ?? calendar.Tolerance, report?.Id);
    }
}

/// <summary>
/// Reads the control points of objectives that the caller may read: those that the calendar gives while they are carried out, those set by hand, and whatever was reported at. The
/// number of statements does not depend on how many they are.
/// </summary>
internal sealed class ControlPointReader(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator)
{
    /// <summary>By objective, in the order of their dates.</summary>
    public async Task<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<ControlPointModel>>> ReadAsync(IReadOnlyCollection<ObjectiveId> objectives, CancellationToken cancellationToken)
    {
        var terms = await mediator.Send(new ReportingTermsOf(objectives), cancellationToken);
        if (terms.Count == 0)
            return new Dictionary<ObjectiveId, IReadOnlyList<ControlPointModel>>();
        var calendars = await mediator.Send(new CycleCalendars([.. terms.Values.Select(t => t.CycleId).Distinct()]), cancellationToken);
        var ids = terms.Keys.ToList();
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var byHand = (await db.ControlPoints.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.ObjectiveId)).ToListAsync(cancellationToken)).ToLookup(p => p.ObjectiveId);
        var reports = (await db.ProgressReports.Where(r => EF.Parameter(ids).Contains(r.ObjectiveId)).ToStates().ToListAsync(cancellationToken)).ToDictionary();
        return terms.Values.ToDictionary(t => t.Id, t => PointsOf(t, calendars[t.CycleId], byHand[t.Id], reports));
    }

    private static IReadOnlyList<ControlPointModel> PointsOf(ReportingTerms terms, CycleCalendar calendar, IEnumerable<ControlPoint> byHand, Dictionary<ControlPointId, ReportState> reports)
    {
        var isCarriedOut = !terms.IsWithdrawn && calendar.CarriedOutFrom is not null;
        return [.. ControlCalendar.DaysOf(calendar.Start, calendar.End).Select(d => (Id: CalendarPointId.Of(terms.Id, d.Number), d.Date, Tolerance: (decimal?)null))
            .Concat(byHand.Select(p => (p.Id, p.Date, p.Tolerance)))
            .Where(p => isCarriedOut || reports.ContainsKey(p.Id))
            .OrderBy(p => p.Date)
            .Select(p => ControlReading.ModelOf(p, terms.Id, terms.DraftedOn, calendar, reports.TryGetValue(p.Id, out var report) ? report : null))];
    }
}
