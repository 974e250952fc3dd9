namespace Objectives.ExecutionMonitoring.Domain.Forecasting;

/// <summary>
/// Forecasts a series of equally spaced periods from itself alone (S5.1, S7.3). Pure, and the same answer for the same values.
/// <list type="number">
/// <item>Season: tested for and taken out, <see cref="Season"/>.</item>
/// <item>Point: the standard Theta method on what is left, <see cref="ThetaFit"/>; then the season is put back.</item>
/// <item>Spread: the errors' standard deviation at step h is that of one step times √(1 + α²·(h−1) + d²·h²), α the smoothing and d the doubt about the drift.</item>
/// <item>Width: from up to 36 earlier points of the history the whole method forecasts the values that followed. The factor by which the spread must be multiplied for
/// 80 of 100 of them to fall within is applied to the future (split conformal prediction, Vovk and others 2005, on rolling origins). Under 13 periods there are few such
/// forecasts, and the factor is at least Student's t with n−2 degrees of freedom against the normal.</item>
/// <item>Aggregates: errors are normal, and each step's is kept by the next as the smoothing says, so sums and means are normal with a spread of their own; least and most
/// are found in a thousand such courses of the future, <see cref="Chances"/>.</item>
/// </list>
/// </summary>
internal static class Forecaster
{
    /// <summary>With fewer there is no forecast.</summary>
    public const int FewestPeriods = 4;
    private const int MaxOrigins = 36;
    private static readonly double Normal80 = Normal.Quantile(0.9);

    /// <param name="history">Oldest first, without gaps.</param>
    /// <param name="season">Periods in a year: 12, 4 or 1.</param>
    /// <param name="steps">1–60.</param>
    /// <returns>Null with fewer than four periods.</returns>
    public static SeriesForecast? Forecast(ReadOnlySpan<double> history, int season, int steps, Bounds? bounds = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(steps, SeriesForecast.MaxSteps);
        if (history.Length < FewestPeriods)
            return null;
        var (seasonal, fit) = Fit(history, season);
        var (width, origins) = Calibrate(history, season, steps, fit);
        return new(seasonal, fit, width, origins, steps, bounds ?? Bounds.None);
    }

    private static (Season Season, ThetaFit Fit) Fit(ReadOnlySpan<double> values, int length)
    {
        var season = Season.Of(values, length);
        if (!season.Exists)
            return (season, ThetaFit.Of(values));
        var rest = new double[values.Length];
        for (var t = 0; t < rest.Length; t++)
            rest[t] = season.RemoveFrom(values[t], t);
        return (season, ThetaFit.Of(rest));
    }

    private static (double Width, int Origins) Calibrate(ReadOnlySpan<double> history, int length, int steps, ThetaFit whole)
    {
        var least = history.Length < Season.FewestPeriods ? Student.At90(history.Length - 2) / Normal80 : 0;
        var first = Math.Max(FewestPeriods, history.Length - MaxOrigins);
        if (first >= history.Length || whole.Error <= 0)
            return (Math.Max(least, 1), 0);
        var misses = new List<double>((history.Length - first) * Math.Min(steps, history.Length - first));
        for (var origin = first; origin < history.Length; origin++)
        {
            var (season, fit) = Fit(history[..origin], length);
            for (var step = 0; step < Math.Min(steps, history.Length - origin); step++)
            {
                var position = origin + step;
                var miss = (history[position] - season.AddTo(fit.At(step), position)) / season.FactorAt(position);
                misses.Add(Math.Abs(miss) / (whole.Error * fit.SpreadAt(step)));
            }
        }
        misses.Sort();
        var width = misses[Math.Min(misses.Count, (int)Math.Ceiling(0.8 * (misses.Count + 1))) - 1] / Normal80;
        return (Math.Max(least, width), history.Length - first);
    }
}
