using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.ExecutionMonitoring.Domain.Standings;

/// <summary>What is kept of where an objective stands or stood, as far as many are counted and summed up at once.</summary>
internal interface IStanding
{
    ObjectiveId ObjectiveId { get; }

    CycleId CycleId { get; }

    PersonId OwnerId { get; }

    UnitId UnitId { get; }

    RegionId? RegionId { get; }

    CustomerId? CustomerId { get; }

    ObjectiveReach Reach { get; }

    ObjectiveLevel Level { get; }

    MeasureId MeasureId { get; }

    MeasureDirection Direction { get; }

    Aggregation Aggregation { get; }

    Health Health { get; }

    /// <summary>Whether objectives below it make up its own (S7.3): what it came to they came to as well, also where it was recorded for both.</summary>
    bool HasParts { get; }

    /// <summary>To date, in millionths of the measure's unit, so that databases add them up exactly.</summary>
    long? ActualMillionths { get; }

    /// <summary>What the actual is held against.</summary>
    long? TargetMillionths { get; }

    int? AttainmentPoints { get; }
}

/// <summary>
/// Where an objective stands, kept so that thousands are filtered, ordered and counted at once (S7.3). It follows from its figures and terms, and is brought up to date a moment after them; what a
/// single objective shows is reckoned when it is asked for.
/// </summary>
internal sealed record Standing : IStanding
{
    public required ObjectiveId ObjectiveId { get; init; }

    public required CycleId CycleId { get; init; }

    public required PersonId OwnerId { get; init; }

    public required UnitId UnitId { get; init; }

    public required RegionId? RegionId { get; init; }

    public required CustomerId? CustomerId { get; init; }

    public required ObjectiveReach Reach { get; init; }

    public required ObjectiveLevel Level { get; init; }

    public required MeasureId MeasureId { get; init; }

    public required MeasureDirection Direction { get; init; }

    public required Aggregation Aggregation { get; init; }

    public required Health Health { get; init; }

    public required bool HasParts { get; init; }

    public required long? ActualMillionths { get; init; }

    public required long? TargetMillionths { get; init; }

    /// <summary>To date.</summary>
    public required decimal? Attainment { get; init; }

    /// <summary>What it will come to, in the measure's unit.</summary>
    public required decimal? Projected { get; init; }

    /// <summary>Of a RATIO what its months are shares of.</summary>
    public required decimal? Denominator { get; init; }

    public required DateTimeOffset? ReportedAt { get; init; }

    /// <summary>The attainment in hundredths of a per cent, within twice the target either way: for means, which one outlier would decide else.</summary>
    public required int? AttainmentPoints { get; init; }

    /// <summary>Since when it has been so.</summary>
    public DateTimeOffset From { get; init; }

    public static int? PointsOf(decimal? attainment) => attainment is { } known ? (int)Math.Round(Math.Clamp(known, -Progress.Attainment.Most, Progress.Attainment.Most) * 10_000, MidpointRounding.AwayFromZero) : null;

    public bool Says(Standing other) => this with { From = default } == other with { From = default };
}

/// <summary>Where an objective stood from <see cref="From"/> until <see cref="Until"/>.</summary>
internal sealed class PastStanding : IStanding
{
    public required ObjectiveId ObjectiveId { get; init; }

    public required DateTimeOffset From { get; init; }

    public required DateTimeOffset Until { get; init; }

    public required CycleId CycleId { get; init; }

    public required PersonId OwnerId { get; init; }

    public required UnitId UnitId { get; init; }

    public required RegionId? RegionId { get; init; }

    public required CustomerId? CustomerId { get; init; }

    public required ObjectiveReach Reach { get; init; }

    public required ObjectiveLevel Level { get; init; }

    public required MeasureId MeasureId { get; init; }

    public required MeasureDirection Direction { get; init; }

    public required Aggregation Aggregation { get; init; }

    public required Health Health { get; init; }

    public required bool HasParts { get; init; }

    public required long? ActualMillionths { get; init; }

    public required long? TargetMillionths { get; init; }

    /// <inheritdoc cref="Standing.AttainmentPoints"/>
    public required int? AttainmentPoints { get; init; }

    public static PastStanding Of(Standing standing, DateTimeOffset until) => new()
    {
        ObjectiveId = standing.ObjectiveId, From = standing.From, Until = until, CycleId = standing.CycleId, OwnerId = standing.OwnerId, UnitId = standing.UnitId, RegionId = standing.RegionId,
        CustomerId = standing.CustomerId, Reach = standing.Reach, Level = standing.Level, MeasureId = standing.MeasureId, Direction = standing.Direction, Aggregation = standing.Aggregation, Health = standing.Health,
        HasParts = standing.HasParts, ActualMillionths = standing.ActualMillionths, TargetMillionths = standing.TargetMillionths, AttainmentPoints = standing.AttainmentPoints,
    };
}

/// <summary>That an objective's standing is to be brought up to date, with those above it. Written with what changed it, so that none is forgotten.</summary>
internal sealed class StaleStanding
{
    public required Guid Id { get; init; }

    public required CycleId CycleId { get; init; }

    public required ObjectiveId ObjectiveId { get; init; }

    public static StaleStanding Of(CycleId cycle, ObjectiveId objective) => new() { Id = Guid.CreateVersion7(), CycleId = cycle, ObjectiveId = objective };
}

/// <summary>The row that whoever brings a cycle's standings up to date takes first.</summary>
internal sealed class CycleStandings
{
    public required CycleId CycleId { get; init; }

    public required long Changes { get; set; }

    /// <summary>The month, by its first day, for which all were last looked at: with a month's end forecasts are others.</summary>
    public required DateOnly? LookedAt { get; set; }
}
