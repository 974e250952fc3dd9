using System.Globalization;
using Objectives.ExecutionMonitoring.Domain.Forecasting;
using Objectives.Platform.Demo;

namespace Objectives.Benchmarks;

/// <summary>
/// Stands at the end of each of the first six months of the demo company's year and forecasts the next four of every objective that had one in the same scope the year before, from what was recorded by then: how far off
/// that was beside the seasonal naive forecast, which repeats last year's month, and the share of values within the 80 % intervals.
/// </summary>
internal static class BackTest
{
    private const int Season = 12;
    private const int Ahead = 4;
    private const int LastOrigin = 6;

    public static int Run()
    {
        var company = new DemoCompany(DemoCompany.DefaultSeed, 1, new(2026, 11, 26, 1, 0, 0, TimeSpan.Zero));
        var (missed, missedByNaive, covered, values, series) = (new List<double>(), new List<double>(), 0, 0, 0);
        foreach (var months in SeriesOf(company))
        {
            series++;
            for (var origin = Season + 1; origin <= Season + LastOrigin; origin++)
            {
                var forecast = Forecaster.Forecast(months.AsSpan(0, origin), Season, Ahead)!;
                var scale = months.Take(origin).Average(Math.Abs);
                for (var step = 0; step < Ahead && scale > 0; step++)
                {
                    var (actual, outcome) = (months[origin + step], forecast.At(step));
                    missed.Add(Math.Abs(actual - outcome.Expected) / scale);
                    missedByNaive.Add(Math.Abs(actual - months[origin + step - Season]) / scale);
                    covered += actual >= outcome.Low && actual <= outcome.High ? 1 : 0;
                    values++;
                }
            }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{series} series, {values} values, one to {Ahead} months ahead"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"mean absolute error {100 * missed.Average():F1} % of the level, seasonal naive {100 * missedByNaive.Average():F1} %, ratio {missed.Average() / missedByNaive.Average():F2}, coverage80 {(double)covered / values:F3}"));
        return 0;
    }

    /// <summary>Of those that stand in one scope in both years, month after month.</summary>
    private static IEnumerable<double[]> SeriesOf(DemoCompany company)
    {
        var past = company.Objectives(company.Cycles[0]).GroupBy(ScopeOf).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => MonthsOf(g.Single()));
        foreach (var scope in company.Objectives(company.Cycles[1]).GroupBy(ScopeOf).Where(g => g.Count() == 1 && past.ContainsKey(g.Key)))
        {
            double[] months = [.. past[scope.Key], .. MonthsOf(scope.Single())];
            if (past[scope.Key].Count == Season && months.Length >= Season + LastOrigin + Ahead)
                yield return months;
        }
    }

    private static object ScopeOf(DemoObjective o) => (o.Level, o.Measure, o.Unit, o.RegionId, o.CustomerId, o.PositionId, o.Owner);

    /// <summary>As last corrected; up to the first month of which nothing was recorded.</summary>
    private static List<double> MonthsOf(DemoObjective objective)
    {
        var corrected = objective.Actuals.Select(a => a.Corrects).ToHashSet();
        var byMonth = objective.Actuals.Where(a => !corrected.Contains(a.Id)).ToDictionary(a => a.Period.Start.Month, a => (double)a.Value);
        return [.. Enumerable.Range(1, Season).TakeWhile(byMonth.ContainsKey).Select(m => byMonth[m])];
    }
}
