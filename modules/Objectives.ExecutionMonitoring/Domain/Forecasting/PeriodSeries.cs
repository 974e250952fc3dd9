using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Domain.Forecasting;

/// <summary>
/// The actuals of one measure in one scope as equally spaced periods. Nothing counts twice: a correction takes the place of what it corrects; a quarter's actual tells only of
/// those of its months that have none of their own; and where quarters are followed, their months count where all three are there and the quarter has none.
/// </summary>
internal sealed class PeriodSeries
{
    /// <summary>A gap of more periods ends the history: what lies before is of another time.</summary>
    public const int WidestGap = 2;

    private readonly SortedDictionary<int, Figure> _figures;

    private PeriodSeries(PeriodGranularity granularity, SortedDictionary<int, Figure> figures) => (Granularity, _figures) = (granularity, figures);

    public PeriodGranularity Granularity { get; }

    /// <summary>Periods that were recorded.</summary>
    public int Count => _figures.Count;

    public int First => _figures.Keys.First();

    public int Last => _figures.Keys.Last();

    public int PerYear => 12 / MonthsOf(Granularity);

    public IEnumerable<(Period Period, Figure Figure)> Figures => _figures.Select(f => (At(f.Key), f.Value));

    /// <summary>Every period from the first to the last; the few that were not recorded lie on a straight line between their neighbours.</summary>
    public double[] Values() => Bridged(f => (double)f.Value);

    /// <summary>What each period's ratio counts by; null where the values are not all ratios.</summary>
    public double[]? Weights() => _figures.Values.All(f => f.Denominator > 0) ? Bridged(f => (double)f.Denominator!.Value) : null;

    /// <summary>Whether its values are shares of a whole, which cannot leave 0 to 100.</summary>
    public bool AreShares => _figures.Values.All(f => f.Numerator >= 0 && f.Numerator <= f.Denominator);

    public bool AreNeverNegative => _figures.Values.All(f => f.Value >= 0);

    public Period At(int index) => Period.Of(new DateOnly(1, 1, 1).AddMonths(index * MonthsOf(Granularity)), Granularity);

    public int IndexOf(DateOnly day) => IndexOf(day, Granularity);

    /// <param name="actuals">Of each period one at most.</param>
    /// <param name="start">First day of the time that is to be forecast, with <paramref name="end"/> its last: the periods must divide it.</param>
    /// <returns>Null where nothing was recorded.</returns>
    public static PeriodSeries? Of(IReadOnlyDictionary<Period, Figure> actuals, PeriodRollUp rule, DateOnly start, DateOnly end)
    {
        if (actuals.Count == 0)
            return null;
        var granularity = Choose(actuals, start, end);
        var figures = new SortedDictionary<int, Figure>();
        foreach (var (period, figure) in actuals.Where(a => a.Key.Granularity == granularity))
            figures[IndexOf(period.Start, granularity)] = figure;
        foreach (var finer in (ReadOnlySpan<PeriodGranularity>)[PeriodGranularity.Month, PeriodGranularity.Quarter])
        {
            if (finer > granularity)
                Gather(actuals, finer, granularity, figures, rule);
        }
        foreach (var coarser in (ReadOnlySpan<PeriodGranularity>)[PeriodGranularity.Quarter, PeriodGranularity.Year])
        {
            if (coarser < granularity)
                Spread(actuals, coarser, granularity, figures, rule);
        }
        var newest = figures.Keys.LastOrDefault();
        foreach (var index in figures.Keys.Reverse())
        {
            if (newest - index > WidestGap + 1)
                break;
            newest = index;
        }
        foreach (var old in figures.Keys.Where(i => i < newest).ToList())
            figures.Remove(old);
        return figures.Count == 0 ? null : new(granularity, figures);
    }

    /// <summary>Each month that was recorded, by itself or within a longer period.</summary>
    public static IEnumerable<(DateOnly Month, Figure Figure)> Months(IReadOnlyDictionary<Period, Figure> actuals, PeriodRollUp rule)
    {
        var figures = new SortedDictionary<int, Figure>();
        foreach (var (period, figure) in actuals.Where(a => a.Key.Granularity == PeriodGranularity.Month))
            figures[IndexOf(period.Start, PeriodGranularity.Month)] = figure;
        foreach (var coarser in (ReadOnlySpan<PeriodGranularity>)[PeriodGranularity.Quarter, PeriodGranularity.Year])
            Spread(actuals, coarser, PeriodGranularity.Month, figures, rule);
        return figures.Select(f => (new DateOnly(1, 1, 1).AddMonths(f.Key), f.Value));
    }

    /// <summary>The finest of which there are enough for a forecast, else the finest that was recorded.</summary>
    private static PeriodGranularity Choose(IReadOnlyDictionary<Period, Figure> actuals, DateOnly start, DateOnly end)
    {
        var counts = actuals.Keys.CountBy(p => p.Granularity).ToDictionary();
        var dividing = Enum.GetValues<PeriodGranularity>().OrderDescending().Where(g => g == PeriodGranularity.Month || IsMadeOf(g, start, end)).ToList();
        foreach (var least in (ReadOnlySpan<int>)[Forecaster.FewestPeriods, 1])
        {
            if (dividing.FindIndex(g => counts.GetValueOrDefault(g) >= least) is >= 0 and var enough)
                return dividing[enough];
        }
        return PeriodGranularity.Month;
    }

    private static bool IsMadeOf(PeriodGranularity granularity, DateOnly start, DateOnly end) => Period.Of(start, granularity).Start == start && Period.Of(end, granularity).End == end.AddDays(1);

    private static void Gather(IReadOnlyDictionary<Period, Figure> actuals, PeriodGranularity finer, PeriodGranularity granularity, SortedDictionary<int, Figure> figures, PeriodRollUp rule)
    {
        var parts = MonthsOf(granularity) / MonthsOf(finer);
        foreach (var whole in actuals.Where(a => a.Key.Granularity == finer).GroupBy(a => IndexOf(a.Key.Start, granularity)))
        {
            if (whole.Count() == parts)
                figures.TryAdd(whole.Key, Figure.Join([.. whole.OrderBy(p => p.Key).Select(p => p.Value)], rule));
        }
    }

    private static void Spread(IReadOnlyDictionary<Period, Figure> actuals, PeriodGranularity coarser, PeriodGranularity granularity, SortedDictionary<int, Figure> figures, PeriodRollUp rule)
    {
        var count = MonthsOf(coarser) / MonthsOf(granularity);
        foreach (var (period, whole) in actuals.Where(a => a.Key.Granularity == coarser))
        {
            var parts = Enumerable.Range(IndexOf(period.Start, granularity), count).ToList();
            var missing = parts.Where(i => !figures.ContainsKey(i)).ToList();
            var part = missing.Count == 0 ? null : whole.PartBeside([.. parts.Except(missing).Select(i => figures[i])], missing.Count, rule);
            foreach (var index in missing)
                figures[index] = part!;
        }
    }

    private double[] Bridged(Func<Figure, double> of)
    {
        var values = new double[Last - First + 1];
        var before = First;
        foreach (var (index, figure) in _figures)
        {
            values[index - First] = of(figure);
            for (var gap = before + 1; gap < index; gap++)
                values[gap - First] = values[before - First] + ((values[index - First] - values[before - First]) * (gap - before) / (index - before));
            before = index;
        }
        return values;
    }

    private static int IndexOf(DateOnly day, PeriodGranularity granularity) => (((day.Year - 1) * 12) + day.Month - 1) / MonthsOf(granularity);

    private static int MonthsOf(PeriodGranularity granularity) => granularity switch { PeriodGranularity.Year => 12, PeriodGranularity.Quarter => 3, _ => 1 };
}
