namespace Objectives.ExecutionMonitoring.Domain.Forecasting;

/// <summary>
/// What a position within the year adds to a value or, where all values are positive, multiplies it by; nothing where the history shows no season.
/// The trend is the mean change over a year, which a season does not touch. What is left must recur: its correlation with itself a year later is significant at 95 %
/// (Student's t, one-sided). The season is then the mean of what is left at each position, shrunk towards none by that correlation.
/// </summary>
/// <remarks>
/// The M3 competition's own test, the autocorrelation at a year's lag against Bartlett's bound, finds nothing in two to four years of months, which is what companies have.
/// On histories of that length within the M3 series, their futures unread, this one forecasts better, and no worse on longer ones.
/// </remarks>
internal sealed class Season
{
    /// <summary>A history shorter than this has no season, of whatever periods.</summary>
    public const int FewestPeriods = 13;
    private const int FewestPairs = 4;
    private const double SmallestFactor = 0.05;

    public static readonly Season None = new([], false);

    private readonly double[] _indices;

    private Season(double[] indices, bool isMultiplicative) => (_indices, IsMultiplicative) = (indices, isMultiplicative);

    public bool Exists => _indices.Length > 0;

    public bool IsMultiplicative { get; }

    /// <param name="length">Periods in a year: 12, 4 or 1.</param>
    public static Season Of(ReadOnlySpan<double> values, int length)
    {
        var pairs = values.Length - length;
        if (length < 2 || values.Length < FewestPeriods || pairs < FewestPairs)
            return None;
        var (slope, magnitude) = (0.0, 0.0);
        foreach (var value in values)
            magnitude = Math.Max(magnitude, Math.Abs(value));
        for (var t = 0; t < pairs; t++)
            slope += (values[t + length] - values[t]) / length / pairs;
        var (rest, middle) = (new double[values.Length], (values.Length - 1) / 2.0);
        for (var t = 0; t < rest.Length; t++)
            rest[t] = values[t] - (slope * (t - middle));
        var recurrence = Correlation(rest.AsSpan(0, pairs), rest.AsSpan(length), magnitude);
        if (!IsSignificant(recurrence, pairs))
            return None;
        var indices = new double[length];
        for (var position = 0; position < length; position++)
        {
            var count = 0;
            for (var t = position; t < rest.Length; t += length, count++)
                indices[position] += rest[t];
            indices[position] /= count;
        }
        var mean = Mean(indices);
        for (var position = 0; position < length; position++)
            indices[position] = recurrence * (indices[position] - mean);
        return Multiplicative(indices, mean, values) ?? new(indices, false);
    }

    /// <summary>How much an error at a position counts there.</summary>
    public double FactorAt(int position) => IsMultiplicative ? _indices[position % _indices.Length] : 1;

    public double RemoveFrom(double value, int position) => !Exists ? value : IsMultiplicative ? value / _indices[position % _indices.Length] : value - _indices[position % _indices.Length];

    public double AddTo(double value, int position) => !Exists ? value : IsMultiplicative ? value * _indices[position % _indices.Length] : value + _indices[position % _indices.Length];

    /// <summary>Factors that average 1; none where a value is not positive or a factor would be near nothing.</summary>
    private static Season? Multiplicative(double[] additions, double mean, ReadOnlySpan<double> values)
    {
        foreach (var value in values)
        {
            if (value <= 0)
                return null;
        }
        var factors = new double[additions.Length];
        for (var position = 0; position < factors.Length; position++)
        {
            factors[position] = 1 + (additions[position] / mean);
            if (mean <= 0 || factors[position] < SmallestFactor)
                return null;
        }
        return new(factors, true);
    }

    private static bool IsSignificant(double correlation, int pairs)
        => correlation > 0 && correlation * Math.Sqrt((pairs - 2) / Math.Max(1e-12, 1 - (correlation * correlation))) > Student.At95(pairs - 2);

    /// <summary>0 where either only seems to vary, by rounding.</summary>
    private static double Correlation(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double magnitude)
    {
        var leastVariance = a.Length * Math.Pow(Math.Max(magnitude * 1e-9, 1e-100), 2);
        var (meanA, meanB) = (Mean(a), Mean(b));
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return aa > leastVariance && bb > leastVariance ? ab / Math.Sqrt(aa) / Math.Sqrt(bb) : 0;
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }
}
