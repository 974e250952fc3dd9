using System.Globalization;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Dashboard;

internal enum DashboardDimension
{
    Unit,
    Region,
    Customer,
    Person,
}

/// <param name="Key">Of the unit, region, customer or person.</param>
/// <param name="Attainment">To date, the mean of those of which it is known, each within twice its target.</param>
internal sealed record DashboardRowModel(DashboardDimension By, Guid Key, int Objectives, int OnTrack, int AtRisk, int OffTrack, int Achieved, int Unknown, int Exempt, decimal? Attainment, IReadOnlyList<DashboardPointModel> Trend)
{
    public Guid? KeyOf(DashboardDimension dimension) => By == dimension && Key != Guid.Empty ? Key : null;
}

/// <param name="Month">As it stood at its end, or stands now.</param>
internal sealed record DashboardPointModel(Period Month, decimal? Attainment, int OffTrack);

internal sealed record DashboardModel(DashboardRowModel Whole, IReadOnlyList<Edge<DashboardRowModel>> Edges, PageInfo PageInfo, int TotalCount)
{
    public IEnumerable<DashboardRowModel> Nodes => Edges.Select(e => e.Node);
}

/// <summary>
/// How the objectives of a cycle do that the caller may read, by unit, region, customer or person, the worst first (S7.3); now or at the end of a past day. By unit: the units directly under one, each with all below it. Each
/// moment that is shown costs one grouped statement, however many objectives there are.
/// </summary>
internal static class ReadDashboard
{
    private const int TrendMonths = 12;

    /// <param name="UnitId">Only of it and below; by unit, whose parts are shown. Without it the company's root.</param>
    /// <param name="SuperiorId">Only of those whose direct superior this person is.</param>
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, DashboardDimension By, UnitId? UnitId, PersonId? SuperiorId, DateOnly? AsOf, PageRequest Page, bool WantsTrend) : IQuery<DashboardModel>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator, ScopeReader scopes, PastTallies pastTallies, BusinessClock clock) : IQueryHandler<Query, DashboardModel>
    {
        public async Task<DashboardModel> Handle(Query request, CancellationToken cancellationToken)
        {
            var skip = request.Page.After is null ? 0
                : int.TryParse(request.Page.After, NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place
                : throw new ApiException(ApiErrorCode.BadUserInput, new("'after' is no cursor of this list.", "“after”不是此列表的游标。"));
            var empty = new DashboardModel(Row(request.By, Guid.Empty, Tally.None, []), [], new(false, false, null, null), 0);
            if ((await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).GetValueOrDefault(request.CycleId) is not { } calendar
                || (request.UnitId ?? await mediator.Send(new RootUnit(), cancellationToken)) is not { } unit)
                return empty;
            var within = await mediator.Send(new UnitsUnder(unit), cancellationToken);
            var scope = await scopes.OfAsync(request.CycleId, request.UnitId is null ? null : within, owner: null, request.SuperiorId, cancellationToken);
            var moment = Scope.MomentOf(request.AsOf, calendar.TimeZone, clock);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var parts = request.By == DashboardDimension.Unit ? await PartsAsync(unit, within, cancellationToken) : null;
            var groups = Folded(await scope.ReadAsync(db, request.By, moment, cancellationToken), parts);
            var ordered = groups.OrderBy(g => g.Value.Attainment ?? decimal.MaxValue).ThenByDescending(g => g.Value.Objectives).ThenBy(g => g.Key).ToList();
            var size = request.Page.Size;
            var shown = ordered.Skip(skip).Take(size).ToList();
            var trends = request.WantsTrend ? await TrendsAsync(db, scope, request.By, calendar, moment, parts, groups, cancellationToken) : [];
            var edges = shown.Select((g, i) => new Edge<DashboardRowModel>(Row(request.By, g.Key, g.Value, PointsOf(trends, g.Key)), $"{skip + i + 1}")).ToList();
            var whole = groups.Values.Aggregate(Tally.None, (all, one) => all + one);
            return new(
                Row(request.By, Guid.Empty, whole, PointsOf(trends, null)), edges, new(skip + size < ordered.Count, skip > 0, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor), ordered.Count);
        }

        /// <summary>Which of the unit's parts each unit below belongs to; the unit itself is a part of its own.</summary>
        private async Task<IReadOnlyDictionary<Guid, Guid>> PartsAsync(UnitId unit, IReadOnlyList<UnitId> within, CancellationToken cancellationToken)
        {
            var above = await mediator.Send(new UnitsAbove(within), cancellationToken);
            return within.ToDictionary(u => u.Value, u => above[u].TakeWhile(a => a != unit).Append(unit).ToList() is [.., var part, _] ? part.Value : unit.Value);
        }

        private static Dictionary<Guid, Tally> Folded(IReadOnlyDictionary<Guid, Tally> groups, IReadOnlyDictionary<Guid, Guid>? parts)
            => groups.Where(g => parts is null || parts.ContainsKey(g.Key)).GroupBy(g => parts is null ? g.Key : parts[g.Key]).ToDictionary(g => g.Key, g => g.Aggregate(Tally.None, (all, one) => all + one.Value));

        /// <summary>At the ends of the cycle's months that are over, and at the moment itself.</summary>
        /// <param name="last">At the moment.</param>
        private async Task<List<(Period Month, Dictionary<Guid, Tally> Groups)>> TrendsAsync(
            ExecutionMonitoringDb db, Scope scope, DashboardDimension by, CycleCalendar calendar, DateTimeOffset? moment, IReadOnlyDictionary<Guid, Guid>? parts, Dictionary<Guid, Tally> last,
            CancellationToken cancellationToken)
        {
            var until = moment ?? clock.GetUtcNow();
            var lastDay = BusinessClock.DayOf(until.AddTicks(-1), calendar.TimeZone) is var day && day > calendar.End ? calendar.End : day;
            var trends = new List<(Period, Dictionary<Guid, Tally>)>();
            for (var month = Period.Of(calendar.Start, PeriodGranularity.Month); month.Start <= lastDay; month = Period.Of(month.End, PeriodGranularity.Month))
            {
                var end = BusinessClock.EndOf(month.End.AddDays(-1), calendar.TimeZone);
                trends.Add((month, end < until ? Folded(await pastTallies.ReadAsync(scope, db, by, end, cancellationToken), parts) : last));
            }
            return trends[^Math.Min(TrendMonths, trends.Count)..];
        }

        /// <param name="key">Null of all.</param>
        private static IReadOnlyList<DashboardPointModel> PointsOf(List<(Period Month, Dictionary<Guid, Tally> Groups)> trends, Guid? key)
            => trends.ConvertAll(t => (t.Month, Tally: key is { } one ? t.Groups.GetValueOrDefault(one, Tally.None) : t.Groups.Values.Aggregate(Tally.None, (all, group) => all + group)))
                .ConvertAll(t => new DashboardPointModel(t.Month, t.Tally.Attainment, t.Tally.OffTrack));

        private static DashboardRowModel Row(DashboardDimension by, Guid key, Tally tally, IReadOnlyList<DashboardPointModel> trend)
            => new(by, key, tally.Objectives, tally.OnTrack, tally.AtRisk, tally.OffTrack, tally.Achieved, tally.Unknown, tally.Exempt, tally.Attainment, trend);
    }
}
