using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.GraphQl;

namespace Objectives.ExecutionMonitoring.Features.Control;

/// <summary>Gathers one page of a cycle's control points, and what was reported at them.</summary>
/// <param name="wanted">In which states they are wanted; null in all.</param>
internal sealed class PointList(ExecutionMonitoringDb db, CycleCalendar calendar, IReadOnlyList<ControlPointStatus>? wanted, ControlCursor? after, int size)
{
    /// <summary>Of so many days the reports are read at a time, where they decide what is shown: most pages end within the first.</summary>
    private static readonly int[] DaysAtATime = [1, 3, int.MaxValue];

    private readonly Dictionary<ControlPointId, ReportState> _known = [];

    /// <summary>The page's points, and one more that says whether there is another page.</summary>
    private readonly List<CyclePoint> _points = new(Math.Min(size + 1, 64));

    private int _count;

    public bool AsksForState => wanted is not null;

    private bool IsFull => _points.Count > size;

    /// <param name="few">The objectives, where they are so few that their reports are better asked for one by one.</param>
    public async Task<Page<ControlPointModel>> PageAsync(IReadOnlyList<CycleControlDay> days, IReadOnlyList<CarriedOutObjective>? few, bool withTotal, CancellationToken cancellationToken)
    {
        _points.Clear();
        _count = 0;
        if (wanted is null)
        {
            Take(days, countAll: false);
            await LearnAsync([.. _points.Select(p => p.Id)], cancellationToken);
            return ToPage(withTotal ? days.Sum(d => d.Count) : 0);
        }
        if (few is not null)
            await LearnAsync([.. few.Select(o => o.Id)], cancellationToken);
        foreach (var portion in withTotal || few is not null ? [days] : Portions(days))
        {
            if (few is null)
                await LearnAsync(portion, cancellationToken);
            Take(portion, withTotal);
            if (IsFull && !withTotal)
                break;
        }
        return ToPage(_count);
    }

    /// <summary>Goes through the days from the cursor on, reading objectives in portions by their codes.</summary>
    /// <param name="days">Without the calendar's points: those set by hand alone are made up.</param>
    /// <param name="read">The next so many objectives after a code.</param>
    /// <returns>Whether the page is as it would be if all had been read.</returns>
    public async Task<bool> WalkAsync(
        IReadOnlyList<CycleControlDay> days, Func<string?, int, Task<IReadOnlyList<CarriedOutObjective>>> read, IReadOnlyList<int> portions, CancellationToken cancellationToken)
    {
        var numbers = ControlCalendar.DaysOf(calendar.Start, calendar.End).ToDictionary(d => d.Date, d => d.Number);
        var (at, code) = (0, (string?)null);
        while (at < days.Count && after is { } place && days[at].Date < place.Date)
            at++;
        if (at < days.Count && days[at].Date == after?.Date)
            code = after?.Code;
        foreach (var portion in portions)
        {
            if (at == days.Count)
                return true;
            var day = days[at];
            var isCalendars = numbers.TryGetValue(day.Date, out var number);
            var objectives = isCalendars ? await read(code, portion) : [];
            List<CyclePoint> points = isCalendars ? [.. objectives.Select(o => new CyclePoint(o, CalendarPointId.Of(o.Id, number), day.Date, null))] : [.. day.Points];
            await LearnAsync([.. points.Select(p => p.Id)], cancellationToken);
            Take([new(day.Date, points.Count, points)], countAll: false);
            if (IsFull)
                return true;
            var isDayOver = objectives.Count < portion;
            (at, code) = isDayOver ? (at + 1, null) : (at, objectives[^1].Code);
        }
        return at == days.Count;
    }

    public Page<ControlPointModel> ToPage(int total)
    {
        List<Edge<ControlPointModel>> edges = [.. _points.Take(size).Select(p => new Edge<ControlPointModel>(
            ControlReading.ModelOf((p.Id, p.Date, p.Tolerance), p.Objective.Id, p.Objective.DraftedOn, calendar, _known.TryGetValue(p.Id, out var report) ? report : null), p.Place.ToString()))];
        return new(edges, new(IsFull, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), total);
    }

    private void Take(IReadOnlyList<CycleControlDay> days, bool countAll)
    {
        foreach (var point in days.Where(d => countAll || after is not { } place || d.Date >= place.Date).SelectMany(d => d.Points))
        {
            if (IsFull && !countAll)
                return;
            if (wanted?.Contains(StatusOf(point)) == false)
                continue;
            _count++;
            if (!IsFull && (after is not { } last || point.Place.IsAfter(last)))
                _points.Add(point);
        }
    }

    private ControlPointStatus StatusOf(CyclePoint point)
    {
        var isReported = _known.TryGetValue(point.Id, out var report);
        return ControlStatus.Of(point.Due(calendar), calendar.Today, calendar.ReportGraceDays, isReported, report.IsFollowedUp);
    }

    private IEnumerable<IReadOnlyList<CycleControlDay>> Portions(IReadOnlyList<CycleControlDay> days)
    {
        var rest = days.Where(d => after is not { } place || d.Date >= place.Date).ToList();
        foreach (var count in DaysAtATime)
        {
            yield return rest[..Math.Min(count, rest.Count)];
            rest = rest[Math.Min(count, rest.Count)..];
        }
    }

    private async Task LearnAsync(IReadOnlyList<CycleControlDay> days, CancellationToken cancellationToken)
    {
        if (days.Count == 0)
            return;
        var (cycle, first, last) = (calendar.Id, days[0].Date, days[^1].Date);
        await LearnAsync(db.ProgressReports.Where(r => r.CycleId == cycle && r.Date >= first && r.Date <= last), cancellationToken);
    }

    private Task LearnAsync(IReadOnlyList<ControlPointId> points, CancellationToken cancellationToken)
        => LearnAsync(db.ProgressReports.Where(r => EF.Parameter(points).Contains(r.ControlPointId)), cancellationToken);

    private Task LearnAsync(IReadOnlyList<ObjectiveId> objectives, CancellationToken cancellationToken)
        => LearnAsync(db.ProgressReports.Where(r => EF.Parameter(objectives).Contains(r.ObjectiveId)), cancellationToken);

    private async Task LearnAsync(IQueryable<ProgressReport> reports, CancellationToken cancellationToken)
    {
        foreach (var (id, state) in await reports.ToStates().ToListAsync(cancellationToken))
            _known[id] = state;
    }
}
