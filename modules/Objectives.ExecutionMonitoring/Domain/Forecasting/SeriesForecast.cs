namespace Objectives.ExecutionMonitoring.Domain.Forecasting;

/// <summary>How the values of periods make up a longer one.</summary>
internal enum RollUp
{
    Sum,
    Average,
    Last,
    Min,
    Max,
}

/// <summary>What no value can be under or over.</summary>
internal readonly record struct Bounds(double Floor, double Ceiling)
{
    public static readonly Bounds None = new(double.NegativeInfinity, double.PositiveInfinity);

    public double Clamp(double value) => Math.Clamp(value, Floor, Ceiling);
}

/// <summary>A series' coming periods. An error of one is partly kept by the next, so the spread of several together is neither the sum of theirs nor as if they were independent.</summary>
internal sealed class SeriesForecast
{
    public const int MaxSteps = 60;

    private readonly ThetaFit _fit;
    private readonly Bounds _bounds;
    private readonly double[] _points;
    private readonly double[] _spreads;

    /// <param name="width">By what the fit's spread must be multiplied to be true.</param>
    internal SeriesForecast(Season season, ThetaFit fit, double width, int origins, int steps, Bounds bounds)
    {
        (Season, _fit, _bounds, Origins) = (season, fit, bounds, origins);
        (_points, _spreads) = (new double[steps], new double[steps]);
        for (var step = 0; step < steps; step++)
        {
            _points[step] = season.AddTo(fit.At(step), fit.Periods + step);
            _spreads[step] = width * fit.Error * season.FactorAt(fit.Periods + step);
        }
    }

    public Season Season { get; }

    /// <summary>The values it was made from.</summary>
    public int Periods => _fit.Periods;

    /// <summary>How many forecasts within the history the spread was learnt from.</summary>
    public int Origins { get; }

    public int Steps => _points.Length;

    /// <param name="step">0 for the first period after the history.</param>
    public Outcome At(int step) => Weighted([], [], step, [1]);

    /// <summary>The whole of periods of which the first are known and the others are the steps from <paramref name="from"/> until <paramref name="until"/>.</summary>
    public Outcome Of(RollUp rule, ReadOnlySpan<double> known, int from, int until)
    {
        if (rule == RollUp.Last)
            return until > from ? At(until - 1) : Certain(known[^1]);
        if (rule is RollUp.Min or RollUp.Max)
            return Extreme(rule == RollUp.Min, known, from, until);
        var weight = rule == RollUp.Sum ? 1 : 1.0 / (known.Length + until - from);
        var weights = new double[known.Length + until - from];
        Array.Fill(weights, weight);
        return Weighted(known, weights.AsSpan(0, known.Length), from, weights.AsSpan(known.Length));
    }

    /// <summary>A mean in which each period counts by its weight, as rates count by their denominators.</summary>
    public Outcome MeanOf(ReadOnlySpan<double> known, ReadOnlySpan<double> weightsOfKnown, int from, ReadOnlySpan<double> weightsOfSteps)
    {
        var total = 0.0;
        foreach (var weight in (ReadOnlySpan<double>)[.. weightsOfKnown, .. weightsOfSteps])
            total += weight;
        if (total <= 0)
            return Of(RollUp.Average, known, from, from + weightsOfSteps.Length);
        double[] shares = [.. weightsOfKnown, .. weightsOfSteps];
        for (var i = 0; i < shares.Length; i++)
            shares[i] /= total;
        return Weighted(known, shares.AsSpan(0, known.Length), from, shares.AsSpan(known.Length));
    }

    /// <summary>A sum of weighted normal values is normal: each step's draw counts by its own weight and, as far as the smoothing keeps it, by those of all later steps.</summary>
    private NormalOutcome Weighted(ReadOnlySpan<double> known, ReadOnlySpan<double> weightsOfKnown, int from, ReadOnlySpan<double> weightsOfSteps)
    {
        var (mean, fixedPart, weight) = (0.0, 0.0, 0.0);
        for (var i = 0; i < known.Length; i++)
            fixedPart += known[i] * weightsOfKnown[i];
        var (later, drift, variance) = (0.0, 0.0, 0.0);
        for (var step = from + weightsOfSteps.Length - 1; step >= 0; step--)
        {
            var own = step >= from ? weightsOfSteps[step - from] : 0;
            mean += own == 0 ? 0 : own * _points[step];
            weight += own;
            var (ofOwn, ofKept) = (own * _spreads[step], _fit.Smoothing * later);
            variance += (ofOwn + ofKept) * (ofOwn + ofKept);
            drift += ofOwn * _fit.DriftDoubt * (step + 1);
            later += ofOwn;
        }
        return weight > 0
            ? new(fixedPart + mean, Math.Sqrt(variance + (drift * drift)), fixedPart + (weight * _bounds.Floor), fixedPart + (weight * _bounds.Ceiling))
            : Certain(fixedPart);
    }

    /// <summary>Least or most has no simple distribution: it is found course by course.</summary>
    private Outcome Extreme(bool least, ReadOnlySpan<double> known, int from, int until)
    {
        var soFar = least ? double.MaxValue : double.MinValue;
        foreach (var value in known)
            soFar = least ? Math.Min(soFar, value) : Math.Max(soFar, value);
        if (until <= from)
            return Certain(soFar);
        var extremes = new double[Chances.Courses];
        Array.Fill(extremes, soFar);
        var kept = new double[Chances.Courses];
        var drift = Chances.OfDrift;
        for (var step = 0; step < until; step++)
        {
            var chances = Chances.OfStep(step);
            for (var i = 0; i < extremes.Length; i++)
            {
                var value = _bounds.Clamp(_points[step] + (_spreads[step] * (chances[i] + kept[i] + (drift[i] * _fit.DriftDoubt * (step + 1)))));
                if (step >= from)
                    extremes[i] = least ? Math.Min(extremes[i], value) : Math.Max(extremes[i], value);
                kept[i] += _fit.Smoothing * chances[i];
            }
        }
        return new DrawnOutcome(extremes);
    }

    private static NormalOutcome Certain(double value) => new(value, 0, double.NegativeInfinity, double.PositiveInfinity);
}
