using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.ExecutionMonitoring.Features.Progress;
using Objectives.Platform.Data;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.ProgramHealth;

internal sealed class ReadHealthOfExecution(IDbContextFactory<ExecutionMonitoringDb> dbs, FollowUpWindow window, FiguresKeeper figures) : IRequestHandler<HealthOfExecution, ExecutionHealth>
{
    public async Task<ExecutionHealth> Handle(HealthOfExecution request, CancellationToken cancellationToken)
    {
        await figures.CatchUpAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var ids = request.Objectives.Select(o => o.Id).ToList();
        var reports = db.ProgressReports.Where(r => r.CycleId == request.Calendar.Id);
        if (request.People is { } people)
            reports = reports.Where(r => EF.Parameter(people).Contains(r.ById));
        var paperwork = await reports.GroupBy(request.Months.KeyOf<ProgressReport>(r => r.At)).Select(g => new { g.Key, Count = g.Count(), Minutes = g.Sum(r => r.MinutesSpent ?? 0) }).ToListAsync(cancellationToken);
        return new(
            await FollowedUpAsync(db, request, cancellationToken),
            await RecordedAsync(db, request, ids, cancellationToken),
            await ReviewedAsync(db, request, ids, cancellationToken),
            await EvidencedAsync(db, request, ids, cancellationToken),
            ByMonth(request.Months, paperwork.Select(p => (p.Key, p.Minutes))),
            ByMonth(request.Months, paperwork.Select(p => (p.Key, p.Count))),
            [.. await reports.Where(r => r.MinutesSpent > 0).OrderByDescending(r => r.MinutesSpent).ThenByDescending(r => r.At).Take(MonthlyShare.MostRecords).Select(r => new RecordRef(nameof(ProgressReport), (Guid)(object)r.Id)).ToListAsync(cancellationToken)]);
    }

    private static int[] ByMonth(CountedMonths months, IEnumerable<(int Month, int Count)> counts)
    {
        var all = new int[months.Last + 1];
        foreach (var (month, count) in counts)
            all[month] += count;
        return all;
    }

    private async Task<MonthlyShare> FollowedUpAsync(ExecutionMonitoringDb db, HealthOfExecution request, CancellationToken cancellationToken)
    {
        var (led, over) = (request.LedByExecutives, await window.OverBeforeAsync(request.Calendar, cancellationToken));
        var reports = await db.ProgressReports.Where(r => r.CycleId == request.Calendar.Id && EF.Parameter(led).Contains(r.ById)).OrderBy(r => r.At)
            .Select(r => new { r.Id, r.At, r.FollowedUpById, r.FollowedUpAt }).ToListAsync(cancellationToken);
        var asked = reports.Where(r => r.FollowedUpById is not null || BusinessClock.DayOf(r.At, request.Calendar.TimeZone) < over)
            .Select(r => (r.Id, Month: request.Months.Of(r.At), Answered: r.FollowedUpById is { } by && request.Executives.Contains(by) ? request.Months.Of(r.FollowedUpAt!.Value) : (int?)null)).ToList();
        return MonthlyShare.UpTo(request.Months, asked.Select(r => (r.Month, r.Answered)), asked.Where(r => r.Answered is null).Select(r => new RecordRef(nameof(ProgressReport), r.Id.Value)));
    }

    /// <summary>The last month whose figures must be there; -1 for none.</summary>
    private static int LastDue(HealthOfExecution request)
    {
        var over = request.Calendar.Today.AddDays(-request.Calendar.ReportGraceDays);
        return Enumerable.Range(0, request.Months.Last + 1).LastOrDefault(i => request.Months.First.AddMonths(i + 1) <= over, -1);
    }

    private static async Task<MonthlyShare> RecordedAsync(ExecutionMonitoringDb db, HealthOfExecution request, List<Contracts.Planning.ObjectiveId> ids, CancellationToken cancellationToken)
    {
        var last = LastDue(request);
        if (last < 0)
            return MonthlyShare.Within(request.Months, [], []);
        var (lastMonth, firstMonth) = (request.Months.First.AddMonths(last), request.Months.First);
        var kept = await db.KeptMonths.Where(m => m.CycleId == request.Calendar.Id && m.Month >= firstMonth && m.Month <= lastMonth && EF.Parameter(ids).Contains(m.ObjectiveId))
            .GroupBy(m => m.Month).Select(g => new { Month = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var there = await db.KeptMonths.Where(m => m.CycleId == request.Calendar.Id && m.Month == lastMonth && EF.Parameter(ids).Contains(m.ObjectiveId)).Select(m => m.ObjectiveId).ToHashSetAsync(cancellationToken);
        var counts = kept.ToDictionary(m => request.Months.Of(m.Month), m => m.Count);
        return MonthlyShare.Within(
            request.Months,
            Enumerable.Range(0, last + 1).Select(i => (Month: i, All: request.Objectives.Count(o => o.Month <= i))).Select(m => (m.Month, Math.Min(counts.GetValueOrDefault(m.Month), m.All), m.All)),
            request.Objectives.Where(o => o.Month <= last && !there.Contains(o.Id)).Select(o => new RecordRef("Objective", o.Id.Value)));
    }

    private static async Task<MonthlyShare> ReviewedAsync(ExecutionMonitoringDb db, HealthOfExecution request, List<Contracts.Planning.ObjectiveId> ids, CancellationToken cancellationToken)
    {
        var today = request.Calendar.Today;
        var reported = await db.ProgressReports.Where(r => r.CycleId == request.Calendar.Id && r.Date <= today && EF.Parameter(ids).Contains(r.ObjectiveId))
            .GroupBy(r => new { r.Date.Year, r.Date.Month }).Select(g => new { g.Key.Year, g.Key.Month, Count = g.Count() }).ToListAsync(cancellationToken);
        var missing = db.MissedControlPoints.Where(m => m.CycleId == request.Calendar.Id && EF.Parameter(ids).Contains(m.ObjectiveId) && !db.ProgressReports.Any(r => r.ControlPointId == m.Id));
        var missed = await missing.GroupBy(m => new { m.Date.Year, m.Date.Month }).Select(g => new { g.Key.Year, g.Key.Month, Count = g.Count() }).ToListAsync(cancellationToken);
        var worst = await missing.OrderByDescending(m => m.Date).Take(MonthlyShare.MostRecords).Select(m => m.Id).ToListAsync(cancellationToken);
        return MonthlyShare.Within(
            request.Months,
            reported.Select(r => (MonthOf(r.Year, r.Month), r.Count, r.Count)).Concat(missed.Select(m => (MonthOf(m.Year, m.Month), 0, m.Count))),
            worst.Select(id => new RecordRef(nameof(ControlPoint), id.Value)));

        int MonthOf(int year, int month) => request.Months.Of(new DateOnly(year, month, 1));
    }

    private static async Task<MonthlyShare> EvidencedAsync(ExecutionMonitoringDb db, HealthOfExecution request, List<Contracts.Planning.ObjectiveId> ids, CancellationToken cancellationToken)
    {
        var actuals = db.Actuals.Where(a => EF.Parameter(ids).Contains(a.ObjectiveId));
        var bare = actuals.Where(a => a.Note == null && a.EvidenceUrl == null && a.Source != ActualSource.Import);
        var key = request.Months.KeyOf<Actual>(a => a.ReportedAt);
        var all = await actuals.GroupBy(key).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var without = await bare.GroupBy(key).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var worst = await bare.OrderByDescending(a => a.ReportedAt).Take(MonthlyShare.MostRecords).Select(a => a.Id).ToListAsync(cancellationToken);
        return MonthlyShare.Within(
            request.Months, all.Select(a => (a.Key, a.Count, a.Count)).Concat(without.Select(w => (w.Key, -w.Count, 0))), worst.Select(id => new RecordRef(nameof(Actual), id.Value)));
    }
}
