using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Control;

/// <summary>
/// The control points of a cycle's objectives that the caller may read, by date and then by their objectives' codes; without those of withdrawn objectives. What the calendar gives
/// is made while it is read: only reports, and points set by hand, come from tables.
/// </summary>
internal static class ListControlPoints
{
    public sealed record Filter(IReadOnlyList<ControlPointStatus>? Status, PersonId? OwnerId, PersonId? SuperiorId, UnitId? UnitId, bool? IncludeSubunits, DateOnly? From, DateOnly? Until);

    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, Filter? Filter, PageRequest Page) : IQuery<Page<ControlPointModel>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator) : IQueryHandler<Query, Page<ControlPointModel>>
    {
        private static readonly Filter Any = new(null, null, null, null, null, null, null);

        /// <summary>Of so many days the reports are read at a time, where they decide what is shown: most pages end within the first.</summary>
        private static readonly int[] DaysAtATime = [1, 3, int.MaxValue];

        public async Task<Page<ControlPointModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var (size, after, filter, wantsTotal) = (request.Page.Size, ControlCursor.Read(request.Page.After), request.Filter ?? Any, request.Page.WantsTotal);
            var calendar = (await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).GetValueOrDefault(request.CycleId);
            if (calendar?.CarriedOutFrom is null)
                return Page<ControlPointModel>.Empty;
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var days = await DaysAsync(db, calendar, filter, cancellationToken);
            var found = new Found(after, size);
            if (filter.Status is not { Count: > 0 } wanted)
            {
                found.Take(days, _ => true, countAll: false);
                var points = found.Points.ConvertAll(p => p.Id);
                var states = await db.ProgressReports.Where(r => EF.Parameter(points).Contains(r.ControlPointId)).ToStates().ToListAsync(cancellationToken);
                return found.ToPage(calendar, states.ToDictionary(), wantsTotal ? days.Sum(d => d.Count) : 0);
            }
            var known = new Dictionary<ControlPointId, ReportState>();
            foreach (var portion in wantsTotal ? [days] : Portions(days, after))
            {
                foreach (var (id, state) in await StatesAsync(db, request.CycleId, portion, cancellationToken))
                    known[id] = state;
                found.Take(portion, p => wanted.Contains(StatusOf(p, calendar, known)), wantsTotal);
                if (found.IsFull && !wantsTotal)
                    break;
            }
            return found.ToPage(calendar, known, found.Count);
        }

        private async Task<IReadOnlyList<CycleControlDay>> DaysAsync(ExecutionMonitoringDb db, CycleCalendar calendar, Filter filter, CancellationToken cancellationToken)
        {
            var (from, until) = (filter.From ?? DateOnly.MinValue, filter.Until ?? DateOnly.MaxValue);
            var objectives = await mediator.Send(new ObjectivesCarriedOut(calendar.Id, await OwnersAsync(filter, cancellationToken), filter.UnitId, filter.IncludeSubunits == true), cancellationToken);
            var byHand = await db.ControlPoints.AsNoTracking().Where(p => p.CycleId == calendar.Id && p.Date >= from && p.Date <= until).ToListAsync(cancellationToken);
            return [.. CyclePoints.Of(calendar, objectives, byHand).Where(d => d.Date >= from && d.Date <= until)];
        }

        private async Task<IReadOnlyCollection<PersonId>?> OwnersAsync(Filter filter, CancellationToken cancellationToken)
        {
            if (filter.SuperiorId is not { } superior)
                return filter.OwnerId is { } only ? [only] : null;
            var led = await mediator.Send(new DirectlyLed(superior, AndWithoutSuperior: false), cancellationToken);
            return filter.OwnerId is { } owner ? [.. led.Where(p => p == owner)] : led;
        }

        private static async Task<List<KeyValuePair<ControlPointId, ReportState>>> StatesAsync(ExecutionMonitoringDb db, CycleId cycle, IReadOnlyList<CycleControlDay> days, CancellationToken cancellationToken)
        {
            if (days.Count == 0)
                return [];
            var (first, last) = (days[0].Date, days[^1].Date);
            return await db.ProgressReports.Where(r => r.CycleId == cycle && r.Date >= first && r.Date <= last).ToStates().ToListAsync(cancellationToken);
        }

        private static IEnumerable<IReadOnlyList<CycleControlDay>> Portions(IReadOnlyList<CycleControlDay> days, ControlCursor? after)
        {
            var rest = days.Where(d => after is not { } place || d.Date >= place.Date).ToList();
            foreach (var size in DaysAtATime)
            {
                yield return rest[..Math.Min(size, rest.Count)];
                rest = rest[Math.Min(size, rest.Count)..];
            }
        }

        private static ControlPointStatus StatusOf(CyclePoint point, CycleCalendar calendar, Dictionary<ControlPointId, ReportState> known)
        {
            var isReported = known.TryGetValue(point.Id, out var report);
            return ControlStatus.Of(point.Due(calendar), calendar.Today, calendar.ReportGraceDays, isReported, report.IsFollowedUp);
        }
    }

    /// <summary>A page's points, and one more that says whether there is another page.</summary>
    private sealed class Found(ControlCursor? after, int size)
    {
        public List<CyclePoint> Points { get; } = new(Math.Min(size + 1, 64));

        /// <summary>How many there are, also before and after the page, when all were gone through.</summary>
        public int Count { get; private set; }

        public bool IsFull => Points.Count > size;

        public void Take(IReadOnlyList<CycleControlDay> days, Func<CyclePoint, bool> wanted, bool countAll)
        {
            foreach (var point in days.Where(d => countAll || after is not { } place || d.Date >= place.Date).SelectMany(d => d.Points))
            {
                if (IsFull && !countAll)
                    return;
                if (!wanted(point))
                    continue;
                Count++;
                if (!IsFull && (after is not { } last || point.Place.IsAfter(last)))
                    Points.Add(point);
            }
        }

        public Page<ControlPointModel> ToPage(CycleCalendar calendar, Dictionary<ControlPointId, ReportState> reports, int total)
        {
            List<Edge<ControlPointModel>> edges = [.. Points.Take(size).Select(p => new Edge<ControlPointModel>(
                ControlReading.ModelOf((p.Id, p.Date, p.Tolerance), p.Objective.Id, p.Objective.DraftedOn, calendar, reports.TryGetValue(p.Id, out var report) ? report : null), p.Place.ToString()))];
            return new(edges, new(IsFull, after is not null, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), total);
        }
    }
}
