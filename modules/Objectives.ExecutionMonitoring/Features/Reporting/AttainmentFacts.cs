using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Standings;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Reporting;

/// <summary>One objective, or one of its periods, as a report counts it; what it is not of has an empty id.</summary>
internal sealed class AttainmentFact
{
    public required UnitId UnitId { get; init; }

    public required RegionId RegionId { get; init; }

    public required CustomerId CustomerId { get; init; }

    public required PersonId PersonId { get; init; }

    /// <summary>The level's place from the company down.</summary>
    public required int Level { get; init; }

    public required MeasureId MeasureId { get; init; }

    public required string Period { get; init; }

    public required MeasureDirection Direction { get; init; }

    public required Aggregation Aggregation { get; init; }

    public required Health Health { get; init; }

    public required bool HasParts { get; init; }

    public required long? Actual { get; init; }

    public required long? Target { get; init; }

    public required int? Points { get; init; }
}

/// <summary>Which standings, and as of when, a report of attainment is made of.</summary>
/// <param name="Within">Null for all units.</param>
/// <param name="Matching">What Planning says of further conditions; null without any.</param>
/// <param name="Sight">Null for who reads all.</param>
/// <param name="By">Null where periods are not told apart.</param>
/// <param name="Moment">Null is now.</param>
internal sealed record AttainmentFacts(
    CycleId CycleId, AttainmentFilter Filter, IReadOnlyList<UnitId>? Within, IReadOnlyList<ObjectiveId>? Matching, Sight? Sight, PeriodGranularity? By, DateTimeOffset? Moment)
{
    private static readonly RegionId NoRegion = new(Guid.Empty);
    private static readonly CustomerId NoCustomer = new(Guid.Empty);

    public IQueryable<AttainmentFact> Of(ExecutionMonitoringDb db)
    {
        if (Moment is not { } moment)
            return Facts(Chosen(db.Standings), db.PeriodFigures.Where(f => f.Until == null));
        var periods = db.PeriodFigures.Where(f => f.From <= moment && (f.Until == null || f.Until > moment));
        return Facts(Chosen(db.Standings.Where(s => s.From <= moment)), periods).Concat(Facts(Chosen(db.PastStandings.Where(s => s.From <= moment && s.Until > moment)), periods));
    }

    private IQueryable<T> Chosen<T>(IQueryable<T> standings)
        where T : class, IStanding
    {
        standings = standings.Where(s => s.CycleId == CycleId);
        if (Filter.CycleId is { } cycle)
            standings = standings.Where(s => s.CycleId == cycle);
        if (Filter.Level is { Count: > 0 } levels)
            standings = standings.Where(s => levels.Contains(s.Level));
        if (Filter.OwnerId is { } owner)
            standings = standings.Where(s => s.OwnerId == owner);
        if (Within is { } units)
            standings = standings.Where(s => EF.Parameter(units).Contains(s.UnitId));
        if (Filter.RegionId is { } region)
            standings = standings.Where(s => s.RegionId == region);
        if (Filter.CustomerId is { } customer)
            standings = standings.Where(s => s.CustomerId == customer);
        if (Filter.HasRegion is { } ofRegion)
            standings = standings.Where(s => s.RegionId != null == ofRegion);
        if (Filter.HasCustomer is { } ofCustomer)
            standings = standings.Where(s => s.CustomerId != null == ofCustomer);
        if (Filter.MeasureId is { } measure)
            standings = standings.Where(s => s.MeasureId == measure);
        if (Filter.Health is { Count: > 0 } healths)
            standings = standings.Where(s => healths.Contains(s.Health));
        if (Matching is { } matching)
            standings = standings.Where(s => EF.Parameter(matching).Contains(s.ObjectiveId));
        if (Sight is not { } sight)
            return standings;
        var (seen, below) = (sight.UnitIds, sight.SubordinateIds);
        return standings.Where(s => s.Reach != ObjectiveReach.Individual || EF.Parameter(seen).Contains(s.UnitId) || EF.Parameter(below).Contains(s.OwnerId));
    }

    private IQueryable<AttainmentFact> Facts<T>(IQueryable<T> standings, IQueryable<PeriodFigure> periods)
        where T : class, IStanding
        => By is { } granularity
            ? from s in standings
              join f in periods.Where(f => f.CycleId == CycleId && f.Granularity == granularity) on s.ObjectiveId equals f.ObjectiveId
              select new AttainmentFact
              {
                  UnitId = s.UnitId, RegionId = s.RegionId ?? NoRegion, CustomerId = s.CustomerId ?? NoCustomer, PersonId = s.OwnerId, MeasureId = s.MeasureId, Period = f.Period,
                  Level = s.Level == ObjectiveLevel.Company ? 0 : s.Level == ObjectiveLevel.Team ? 1 : s.Level == ObjectiveLevel.Region ? 2 : s.Level == ObjectiveLevel.Customer ? 3 : s.Level == ObjectiveLevel.Position ? 4 : 5,
                  Direction = s.Direction, Aggregation = s.Aggregation, Health = f.Health, HasParts = s.HasParts, Actual = f.ActualMillionths, Target = f.TargetMillionths, Points = f.AttainmentPoints,
              }
            : standings.Select(s => new AttainmentFact
            {
                UnitId = s.UnitId, RegionId = s.RegionId ?? NoRegion, CustomerId = s.CustomerId ?? NoCustomer, PersonId = s.OwnerId, MeasureId = s.MeasureId, Period = string.Empty,
                Level = s.Level == ObjectiveLevel.Company ? 0 : s.Level == ObjectiveLevel.Team ? 1 : s.Level == ObjectiveLevel.Region ? 2 : s.Level == ObjectiveLevel.Customer ? 3 : s.Level == ObjectiveLevel.Position ? 4 : 5,
                Direction = s.Direction, Aggregation = s.Aggregation, Health = s.Health, HasParts = s.HasParts, Actual = s.ActualMillionths, Target = s.TargetMillionths, Points = s.AttainmentPoints,
            });
}
