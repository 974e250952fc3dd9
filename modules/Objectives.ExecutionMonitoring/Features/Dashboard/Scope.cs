using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Dashboard;

/// <summary>What a dashboard counts: a cycle's standings, of some units or all, of some people or all, of which the caller may read the objectives.</summary>
/// <param name="Within">Null for all units.</param>
/// <param name="Owners">Null for everyone's.</param>
/// <param name="Sight">Null for who reads all; whoever it is, the objectives of units and of the company he reads.</param>
internal sealed record Scope(CycleId CycleId, IReadOnlyList<UnitId>? Within, IReadOnlyCollection<PersonId>? Owners, Sight? Sight)
{
    /// <summary>The end of a day that is past; null, which is now, of any other.</summary>
    public static DateTimeOffset? MomentOf(DateOnly? asOf, string timeZone, BusinessClock clock) => asOf is { } day && day < clock.TodayIn(timeZone) ? BusinessClock.EndOf(day, timeZone) : null;

    /// <summary>One grouped statement.</summary>
    /// <param name="moment">Null is now.</param>
    public async Task<IReadOnlyDictionary<Guid, Tally>> ReadAsync(ExecutionMonitoringDb db, DashboardDimension by, DateTimeOffset? moment, CancellationToken cancellationToken)
    {
        var rows = await Grouped(Readable(db, moment), by).ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.Key).ToDictionary(g => g.Key, g => g.Aggregate(Tally.None, (all, row) => all + row.Tally));
    }

    /// <inheritdoc cref="ReadAsync"/>
    public IQueryable<Counted> Readable(ExecutionMonitoringDb db, DateTimeOffset? moment)
    {
        var standings = moment is { } past ? At(db, past) : Now(db);
        if (Within is { } units)
            standings = standings.Where(s => EF.Parameter(units).Contains(s.UnitId));
        if (Owners is { } owners)
            standings = standings.Where(s => EF.Parameter(owners).Contains(s.OwnerId));
        if (Sight is not { } sight)
            return standings;
        var (seen, below) = (sight.UnitIds, sight.SubordinateIds);
        return standings.Where(s => s.Reach != ObjectiveReach.Individual || EF.Parameter(seen).Contains(s.UnitId) || EF.Parameter(below).Contains(s.OwnerId));
    }

    private IQueryable<Counted> Now(ExecutionMonitoringDb db) => db.Standings.Where(s => s.CycleId == CycleId).Select(s => new Counted
    {
        ObjectiveId = s.ObjectiveId, OwnerId = s.OwnerId, UnitId = s.UnitId, RegionId = s.RegionId, CustomerId = s.CustomerId, Reach = s.Reach, Health = s.Health, Points = s.AttainmentPoints,
    });

    private IQueryable<Counted> At(ExecutionMonitoringDb db, DateTimeOffset moment)
        => db.Standings.Where(s => s.CycleId == CycleId && s.From <= moment)
            .Select(s => new Counted
            {
                ObjectiveId = s.ObjectiveId, OwnerId = s.OwnerId, UnitId = s.UnitId, RegionId = s.RegionId, CustomerId = s.CustomerId, Reach = s.Reach, Health = s.Health, Points = s.AttainmentPoints,
            })
            .Concat(db.PastStandings.Where(s => s.CycleId == CycleId && s.Until > moment && s.From <= moment).Select(s => new Counted
            {
                ObjectiveId = s.ObjectiveId, OwnerId = s.OwnerId, UnitId = s.UnitId, RegionId = s.RegionId, CustomerId = s.CustomerId, Reach = s.Reach, Health = s.Health, Points = s.AttainmentPoints,
            }));

    private static IQueryable<TallyRow> Grouped(IQueryable<Counted> standings, DashboardDimension by) => by switch
    {
        DashboardDimension.Unit => standings.GroupBy(s => new { s.UnitId, s.Health })
            .Select(g => new TallyRow((Guid)(object)g.Key.UnitId, g.Key.Health, g.Count(), g.Count(s => s.Points != null), g.Sum(s => (long?)s.Points) ?? 0)),
        DashboardDimension.Region => standings.Where(s => s.RegionId != null).GroupBy(s => new { s.RegionId, s.Health })
            .Select(g => new TallyRow((Guid)(object)g.Key.RegionId!, g.Key.Health, g.Count(), g.Count(s => s.Points != null), g.Sum(s => (long?)s.Points) ?? 0)),
        DashboardDimension.Customer => standings.Where(s => s.CustomerId != null).GroupBy(s => new { s.CustomerId, s.Health })
            .Select(g => new TallyRow((Guid)(object)g.Key.CustomerId!, g.Key.Health, g.Count(), g.Count(s => s.Points != null), g.Sum(s => (long?)s.Points) ?? 0)),
        _ => standings.GroupBy(s => new { s.OwnerId, s.Health })
            .Select(g => new TallyRow((Guid)(object)g.Key.OwnerId, g.Key.Health, g.Count(), g.Count(s => s.Points != null), g.Sum(s => (long?)s.Points) ?? 0)),
    };

    internal sealed class Counted
    {
        public required ObjectiveId ObjectiveId { get; init; }

        public required PersonId OwnerId { get; init; }

        public required UnitId UnitId { get; init; }

        public required RegionId? RegionId { get; init; }

        public required CustomerId? CustomerId { get; init; }

        public required ObjectiveReach Reach { get; init; }

        public required Health Health { get; init; }

        public required int? Points { get; init; }
    }

    /// <param name="Known">Of how many the attainment is known.</param>
    /// <param name="Points">Their sum.</param>
    private sealed record TallyRow(Guid Key, Health Health, int Count, int Known, long Points)
    {
        public Tally Tally => new(
            Count, In(Health.OnTrack), In(Health.AtRisk), In(Health.OffTrack), In(Health.Achieved), In(Health.Unknown), In(Health.Exempt), Known, Points);

        private int In(Health health) => Health == health ? Count : 0;
    }
}

/// <summary>Objectives counted by their health, and their attainment as far as it is known.</summary>
/// <param name="Points">Sum of attainments in hundredths of a per cent.</param>
internal readonly record struct Tally(int Objectives, int OnTrack, int AtRisk, int OffTrack, int Achieved, int Unknown, int Exempt, int Known, long Points)
{
    public static readonly Tally None;

    /// <summary>The mean; null of none.</summary>
    public decimal? Attainment => Known == 0 ? null : Math.Round((decimal)Points / Known / 10_000, 4, MidpointRounding.AwayFromZero);

    public static Tally operator +(Tally a, Tally b) => new(
        a.Objectives + b.Objectives, a.OnTrack + b.OnTrack, a.AtRisk + b.AtRisk, a.OffTrack + b.OffTrack, a.Achieved + b.Achieved, a.Unknown + b.Unknown, a.Exempt + b.Exempt, a.Known + b.Known, a.Points + b.Points);
}
