using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;

namespace Objectives.ExecutionMonitoring.Domain.Progress;

/// <summary>What an objective's figures are held against.</summary>
/// <param name="Target">Of the whole cycle, in the measure's unit; for KEEP_WITHIN the upper bound.</param>
/// <param name="Months">The targets of the cycle's months, in their order.</param>
internal sealed record ProgressTerms(MeasureDirection Direction, Aggregation Aggregation, int Decimals, decimal Target, decimal? LowerBound, IReadOnlyList<MonthTarget> Months);

/// <summary>A month of the cycle: its target and what became of it, alone and from the first month on. What is not known is null, never zero; bounds from below there are for KEEP_WITHIN alone.</summary>
internal sealed record MonthPoint(
    DateOnly Month, decimal Target, decimal? LowerBound, decimal? Actual, decimal CumulativeTarget, decimal? CumulativeLowerBound, decimal? CumulativeActual);

/// <summary>Where an objective stands by what was recorded (S7.3). Values in the measure's unit.</summary>
/// <param name="ActualToDate">The months that are known, rolled up over time by the measure's rule; null when none is.</param>
/// <param name="TargetToDate">The targets of those same months, and of a sum only as much of each as those who reported answer for.</param>
/// <param name="Attainment">The one by the other; see <see cref="Progress.Attainment"/>.</param>
/// <param name="AttainmentOfCycle">What is known by the target of the whole cycle.</param>
/// <param name="Gap">Actual less target to date: below zero is under it. For KEEP_WITHIN actual less the bound that is passed, 0 within.</param>
/// <param name="ReportedShare">Over the months from the first to the last known, how much of their target is reported, 0 to 1; null when none is known.</param>
/// <param name="IsWhole">Whether every month of the cycle is known.</param>
internal sealed record Reckoning(
    decimal? ActualToDate, decimal? TargetToDate, decimal? LowerBoundToDate, decimal? Attainment, decimal? AttainmentOfCycle, decimal? Gap, decimal? ReportedShare, bool IsWhole, IReadOnlyList<MonthPoint> Series)
{
    /// <param name="figures">Of months outside the cycle they do not count.</param>
    public static Reckoning Of(ProgressTerms terms, IEnumerable<MonthFigure> figures)
    {
        var byMonth = figures.ToDictionary(f => f.Month);
        var known = terms.Months.Where(m => byMonth.ContainsKey(m.Month)).ToList();
        var series = Points(terms, byMonth);
        if (known.Count == 0)
            return new(null, null, null, null, null, null, null, false, series);
        var rule = terms.Aggregation.OverTime();
        var told = known.ConvertAll(m => byMonth[m.Month]);
        var actual = OverTime(rule, told, terms.Decimals);
        var target = TargetOf(rule, known, told);
        var lower = Bounds.LowerBeside(target, rule, terms.Target, terms.LowerBound);
        return new(
            actual, target, lower,
            Progress.Attainment.Of(terms.Direction, actual, target, lower), Progress.Attainment.Of(terms.Direction, actual, terms.Target, terms.LowerBound),
            actual - Nearest(terms.Direction, actual, target, lower), ShareOf(terms.Months, known[^1].Month, byMonth), known.Count == terms.Months.Count, series);
    }

    /// <summary>Whether the value to date is at its target or better.</summary>
    public bool IsOnTarget(MeasureDirection direction) => ActualToDate is { } actual && Progress.Attainment.IsReached(direction, actual, TargetToDate!.Value, LowerBoundToDate);

    private static decimal OverTime(PeriodRollUp rule, List<MonthFigure> told, int decimals)
    {
        var values = told.Select(f => f.Value);
        return rule switch
        {
            PeriodRollUp.Sum => MonthFigure.Rounded(values.Sum()),
            PeriodRollUp.Last => told[^1].Value,
            PeriodRollUp.Min => values.Min(),
            PeriodRollUp.Max => values.Max(),
            PeriodRollUp.Ratio when told.Sum(f => f.Denominator ?? 0) is > 0 and var below => MonthFigure.Rounded(Math.Round(100 * told.Sum(f => f.Numerator ?? 0) / below, Math.Max(decimals, 2), MidpointRounding.AwayFromZero)),
            _ => MonthFigure.Rounded(values.Average()),
        };
    }

    /// <summary>Of a ratio the months count by what it was made of, so that value and target are weighed alike.</summary>
    private static decimal TargetOf(PeriodRollUp rule, List<MonthTarget> known, List<MonthFigure> told)
    {
        var targets = known.Select(m => m.Target);
        return rule switch
        {
            PeriodRollUp.Sum => MonthFigure.Rounded(known.Zip(told, (m, f) => m.Target * f.Share).Sum()),
            PeriodRollUp.Last => known[^1].Target,
            PeriodRollUp.Min => targets.Min(),
            PeriodRollUp.Max => targets.Max(),
            PeriodRollUp.Ratio when told.Sum(f => f.Denominator ?? 0) is > 0 and var below => MonthFigure.Rounded(known.Zip(told, (m, f) => m.Target * (f.Denominator ?? 0)).Sum() / below),
            _ => MonthFigure.Rounded(targets.Average()),
        };
    }

    /// <summary>From where the gap is counted: of bounds from the one that is passed, within them from the value itself.</summary>
    private static decimal Nearest(MeasureDirection direction, decimal actual, decimal target, decimal? lower)
        => direction == MeasureDirection.KeepWithin ? Math.Min(target, Math.Max(actual, lower ?? actual)) : target;

    private static decimal ShareOf(IReadOnlyList<MonthTarget> months, DateOnly last, Dictionary<DateOnly, MonthFigure> byMonth)
    {
        var passed = months.Where(m => m.Month <= last).ToList();
        return MonthFigure.Rounded(passed.Sum(m => byMonth.TryGetValue(m.Month, out var figure) ? figure.Share : 0) / passed.Count);
    }

    private static List<MonthPoint> Points(ProgressTerms terms, Dictionary<DateOnly, MonthFigure> byMonth)
    {
        var rule = terms.Aggregation.OverTime();
        var told = new List<MonthFigure>();
        var points = new List<MonthPoint>(terms.Months.Count);
        foreach (var month in terms.Months)
        {
            var figure = byMonth.GetValueOrDefault(month.Month);
            if (figure is not null)
                told.Add(figure);
            points.Add(new(
                month.Month, month.Target, LowerOf(month.Target), figure?.Value, month.ToDate, LowerOf(month.ToDate), figure is null ? null : OverTime(rule, told, terms.Decimals)));
        }
        return points;

        decimal? LowerOf(decimal target) => terms.Direction == MeasureDirection.KeepWithin && Bounds.LowerBeside(target, rule, terms.Target, terms.LowerBound) is { } lower ? MonthFigure.Rounded(lower) : null;
    }
}
