using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Progress;
using Objectives.Platform.Numbers;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Domain.Standings;

/// <summary>
/// What an objective came to in a year, quarter or month of which something is known (S7.3), and since when that has been so: kept like its standing, so that reports sum up periods where the rows are. It is
/// reckoned of the period's months alone, as its progress is of all.
/// </summary>
internal sealed record PeriodFigure
{
    public required ObjectiveId ObjectiveId { get; init; }

    /// <summary>As the API writes it.</summary>
    public required string Period { get; init; }

    public required DateTimeOffset From { get; init; }

    /// <summary>Null while it is so.</summary>
    public required DateTimeOffset? Until { get; init; }

    public required CycleId CycleId { get; init; }

    public required PeriodGranularity Granularity { get; init; }

    /// <summary>OFF_TRACK when the period's attainment is below 1 less the tolerance, or, where it has no meaning, its target is missed; EXEMPT; else ON_TRACK.</summary>
    public required Health Health { get; init; }

    /// <inheritdoc cref="IStanding.ActualMillionths"/>
    public required long ActualMillionths { get; init; }

    /// <inheritdoc cref="IStanding.TargetMillionths"/>
    public required long TargetMillionths { get; init; }

    /// <inheritdoc cref="Standing.AttainmentPoints"/>
    public required int? AttainmentPoints { get; init; }

    public bool Says(PeriodFigure other) => this with { From = default, Until = null } == other with { From = default, Until = null };

    /// <summary>Of each period that holds a month of which something is known.</summary>
    public static IEnumerable<PeriodFigure> Of(ObjectiveTerms of, IReadOnlyList<MonthFigure> figures, DateTimeOffset from)
        => figures.Count == 0 ? [] : Enum.GetValues<PeriodGranularity>().SelectMany(g => of.Months.GroupBy(m => Platform.Time.Period.Of(m.Month, g)).SelectMany(months => Of(of, months.Key, [.. months], figures, from)));

    private static IEnumerable<PeriodFigure> Of(ObjectiveTerms of, Period period, IReadOnlyList<MonthTarget> months, IReadOnlyList<MonthFigure> figures, DateTimeOffset from)
    {
        var terms = new ProgressTerms(of.Direction, of.Aggregation, of.Decimals, of.Target, of.LowerBound, months);
        var reckoning = Reckoning.Of(terms, figures.Where(f => period.Contains(f.Month)));
        if (reckoning.ActualToDate is not { } actual)
            yield break;
        var isBehind = reckoning.Attainment is { } attainment ? attainment < 1 - (of.Tolerance / 100) : !reckoning.IsOnTarget(of.Direction);
        yield return new()
        {
            ObjectiveId = of.Id,
            Period = period.ToString(),
            From = from,
            Until = null,
            CycleId = of.CycleId,
            Granularity = period.Granularity,
            Health = of.IsExempt ? Health.Exempt : isBehind ? Health.OffTrack : Health.OnTrack,
            ActualMillionths = Quantity.ToScaled(MonthFigure.Rounded(actual)),
            TargetMillionths = Quantity.ToScaled(MonthFigure.Rounded(reckoning.TargetToDate!.Value)),
            AttainmentPoints = Standing.PointsOf(reckoning.Attainment),
        };
    }
}
