namespace Objectives.ExecutionMonitoring.Domain.Forecasting;

/// <summary>
/// The same normal draws for every forecast, so that one history always gives one answer: for each step one draw for each course that the future may take. A step's draws are
/// the normal quantiles of equal shares in an order of their own, each with its opposite; no two steps go together.
/// </summary>
internal static class Chances
{
    public const int Courses = 1000;
    private const int Half = Courses / 2;

    private static readonly Lazy<double[][]> Steps = new(() => Draw(SeriesForecast.MaxSteps + 1));

    public static ReadOnlySpan<double> OfStep(int step) => Steps.Value[step];

    /// <summary>Of what is the same at every step.</summary>
    public static ReadOnlySpan<double> OfDrift => Steps.Value[SeriesForecast.MaxSteps];

    private static double[][] Draw(int count)
    {
        var halves = new double[count][];
        var state = 0UL;
        for (var step = 0; step < count; step++)
        {
            halves[step] = Shuffled(ref state);
            for (var earlier = 0; earlier < step; earlier++)
            {
                var together = halves[step].Zip(halves[earlier], (a, b) => a * b).Sum() / Half;
                for (var i = 0; i < Half; i++)
                    halves[step][i] -= together * halves[earlier][i];
            }
            var scale = Math.Sqrt(Half / halves[step].Sum(d => d * d));
            for (var i = 0; i < Half; i++)
                halves[step][i] *= scale;
        }
        return [.. halves.Select(h => (double[])[.. h, .. h.Select(d => -d)])];
    }

    private static double[] Shuffled(ref ulong state)
    {
        var keys = new ulong[Half];
        var draws = new double[Half];
        for (var i = 0; i < Half; i++)
        {
            keys[i] = Next(ref state);
            draws[i] = Normal.Quantile(0.5 + ((i + 0.5) / Courses)) * ((keys[i] & 1) == 0 ? 1 : -1);
        }
        Array.Sort(keys, draws);
        return draws;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014).</summary>
    private static ulong Next(ref ulong state)
    {
        state += 0x9E3779B97F4A7C15UL;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
