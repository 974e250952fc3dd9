namespace Objectives.ExecutionMonitoring.Domain.Forecasting;

/// <summary>
/// The standard Theta method (Assimakopoulos and Nikolopoulos 2000): the mean of the straight line through the values and of an exponential smoothing of the line's
/// mirror image, 2·value − line. That is a smoothing with a drift of half the line's slope (Hyndman and Billah 2003), from which the spread of its errors follows.
/// </summary>
/// <param name="Level">Smoothed to the last value.</param>
/// <param name="Smoothing">0–1: how much of an error the level keeps; of 25 tried, the one with the least squared error of one step.</param>
/// <param name="Error">The root of the mean squared error of one step.</param>
internal readonly record struct ThetaFit(double Level, double Intercept, double Slope, double Smoothing, double Error, int Periods)
{
    private const int Trials = 25;

    /// <summary>By how much of itself an error must be less to count as less, and not as rounded otherwise: of equals the steadier smoothing is taken.</summary>
    private const double Better = 1e-9;

    public static ThetaFit Of(ReadOnlySpan<double> values)
    {
        var (middle, mean) = ((values.Length - 1) / 2.0, 0.0);
        foreach (var value in values)
            mean += value / values.Length;
        var (along, across) = (0.0, 0.0);
        for (var t = 0; t < values.Length; t++)
        {
            along += (t - middle) * (values[t] - mean);
            across += (t - middle) * (t - middle);
        }
        var slope = along / across;
        var intercept = mean - (slope * middle);
        Span<double> mirrored = values.Length <= 256 ? stackalloc double[values.Length] : new double[values.Length];
        for (var t = 0; t < values.Length; t++)
            mirrored[t] = (2 * values[t]) - intercept - (slope * t);
        var best = (Sum: double.MaxValue, Level: 0.0, Smoothing: 0.0);
        for (var trial = 1; trial <= Trials; trial++)
        {
            var (smoothing, level, sum) = (trial / (double)Trials, mirrored[0], 0.0);
            foreach (var value in mirrored)
            {
                var error = value - level;
                sum += error * error;
                level += smoothing * error;
            }
            if (sum < best.Sum * (1 - Better))
                best = (sum, level, smoothing);
        }
        return new(best.Level, intercept, slope, best.Smoothing, Math.Sqrt(best.Sum / 4 / (values.Length - 2)), values.Length);
    }

    /// <param name="step">0 for the first period after the last value.</param>
    public double At(int step) => (Level + Intercept + (Slope * (Periods + step))) / 2;

    /// <summary>The error's standard deviation against that of one step: what is kept of each step's error, and the doubt about half the slope.</summary>
    public double SpreadAt(int step) => Math.Sqrt(1 + (Smoothing * Smoothing * step) + (DriftDoubt * DriftDoubt * (step + 1) * (step + 1)));

    /// <summary>The standard error of half the slope per period, against that of one step.</summary>
    public double DriftDoubt => 0.5 * Math.Sqrt(12 / (Periods * (((double)Periods * Periods) - 1)));
}
