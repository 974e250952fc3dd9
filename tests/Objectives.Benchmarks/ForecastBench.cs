using System.Diagnostics;
using System.Globalization;
using Objectives.ExecutionMonitoring.Domain.Forecasting;

namespace Objectives.Benchmarks;

/// <summary>
/// Forecasts the futures of a file's monthly series (columns history and future, values apart by spaces) from their histories alone, and says how far off it was:
/// sMAPE, MASE scaled by the history's mean absolute twelve-month difference, the share of values within the 80 % intervals, and how often targets were reached that were said to be so likely.
/// </summary>
internal static class ForecastBench
{
    private const int Season = 12;
    private const int Timed = 48;

    /// <param name="args">
    /// The file; --inside holds out the last values of each history instead, and leaves the futures unread: for trying things. --months=N gives the forecast no more than the last N of each history.
    /// </param>
    public static int Run(string[] args)
    {
        if (args.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal)) is not { } file)
        {
            Console.Error.WriteLine("Which file? eng/bench forecast FILE");
            return 2;
        }
        var series = Read(file, args.Contains("--inside"));
        var months = args.Where(a => a.StartsWith("--months=", StringComparison.Ordinal)).Select(a => int.Parse(a["--months=".Length..], CultureInfo.InvariantCulture)).FirstOrDefault(int.MaxValue);
        var (percent, scaled, covered, values) = (0.0, 0.0, 0, 0);
        foreach (var (history, future) in series)
        {
            var forecast = Forecaster.Forecast(history.AsSpan(Math.Max(0, history.Length - months)), Season, future.Length)!;
            var (misses, ratio) = (0.0, 0.0);
            for (var step = 0; step < future.Length; step++)
            {
                var outcome = forecast.At(step);
                var miss = Math.Abs(future[step] - outcome.Expected);
                misses += miss;
                ratio += 200 * miss / (Math.Abs(future[step]) + Math.Abs(outcome.Expected));
                covered += future[step] >= outcome.Low && future[step] <= outcome.High ? 1 : 0;
            }
            percent += ratio / future.Length;
            scaled += misses / future.Length / YearlyDifference(history);
            values += future.Length;
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{series.Count} series, {values} values"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Milliseconds(series, null):F3} ms a series, with the intervals of its {series[0].Future.Length} months and of their sum; {Milliseconds(series, Timed):F3} ms of {Timed} months' history (medians)"));
        foreach (var (from, chances) in ChancesOf(series))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"chance {from * 20} to {(from + 1) * 20} %: {chances.Count} forecasts, said {100 * chances.Average(c => c.Said):F0} %, came true {100.0 * chances.Count(c => c.CameTrue) / chances.Count:F0} %"));
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"sMAPE {percent / series.Count:F2} MASE {scaled / series.Count:F3} coverage80 {(double)covered / values:F3}"));
        return 0;
    }

    /// <summary>Of targets of 0.9, 1.0 and 1.1 times the last twelve months' sum, the chance that the next twelve reach them, by fifths, and whether they did.</summary>
    private static IEnumerable<(int Fifth, List<(double Said, bool CameTrue)> Chances)> ChancesOf(List<(double[] History, double[] Future)> series)
    {
        var all = new List<(double Said, bool CameTrue)>();
        foreach (var (history, future) in series.Where(s => s.History.Length >= Season && s.Future.Length >= Season))
        {
            var year = Forecaster.Forecast(history, Season, Season)!.Of(RollUp.Sum, [], 0, Season);
            foreach (var factor in new[] { 0.9, 1.0, 1.1 })
            {
                var target = factor * history[^Season..].Sum();
                all.Add((1 - (year.PercentileOf(target) / 100), future[..Season].Sum() >= target));
            }
        }
        return all.GroupBy(c => Math.Min((int)(c.Said * 5), 4)).OrderBy(g => g.Key).Select(g => (g.Key, g.ToList()));
    }

    private static List<(double[] History, double[] Future)> Read(string file, bool inside)
    {
        var lines = File.ReadLines(file).Select(l => l.Split(',')).ToList();
        var (history, future) = (Array.IndexOf(lines[0], "history"), Array.IndexOf(lines[0], "future"));
        return [.. lines.Skip(1).Select(l => (Values(l[history]), Values(l[future]))).Select(s => inside ? (s.Item1[..^s.Item2.Length], s.Item1[^s.Item2.Length..]) : s)];
    }

    private static double[] Values(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v => double.Parse(v, CultureInfo.InvariantCulture))];

    private static double YearlyDifference(double[] history)
    {
        var sum = 0.0;
        for (var t = Season; t < history.Length; t++)
            sum += Math.Abs(history[t] - history[t - Season]);
        return sum / (history.Length - Season);
    }

    /// <summary>The median, since what else the machine does is no matter of the forecast.</summary>
    private static double Milliseconds(List<(double[] History, double[] Future)> series, int? length)
    {
        var times = new List<double>();
        foreach (var (history, future) in series)
        {
            var start = Stopwatch.GetTimestamp();
            var forecast = Forecaster.Forecast(length is { } last ? history.AsSpan(Math.Max(0, history.Length - last)) : history, Season, future.Length)!;
            for (var step = 0; step < future.Length; step++)
                _ = forecast.At(step).Low;
            _ = forecast.Of(RollUp.Sum, [], 0, future.Length).High;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        return times[times.Count / 2];
    }
}
