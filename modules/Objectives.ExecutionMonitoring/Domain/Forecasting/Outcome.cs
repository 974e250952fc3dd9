namespace Objectives.ExecutionMonitoring.Domain.Forecasting;

/// <summary>What a value may come to be.</summary>
internal abstract record Outcome
{
    /// <summary>It comes out above as likely as below; where nothing bounds the value, the point forecast.</summary>
    public double Expected => Quantile(0.5);

    /// <summary>With <see cref="High"/> the middle 80 %.</summary>
    public double Low => Quantile(0.1);

    public double High => Quantile(0.9);

    /// <param name="share">Over 0, under 1.</param>
    public abstract double Quantile(double share);

    /// <summary>How likely it stays under the value, 0–100; of the chance that it is just that, half.</summary>
    public double PercentileOf(double value) => 50 * (ShareBelow(value, orEqual: false) + ShareBelow(value, orEqual: true));

    protected abstract double ShareBelow(double value, bool orEqual);
}

/// <summary>Normally distributed, but never under the floor or over the ceiling; certain where the spread is 0.</summary>
internal sealed record NormalOutcome(double Mean, double Spread, double Floor, double Ceiling) : Outcome
{
    public override double Quantile(double share) => Math.Clamp(Mean + (Spread * Normal.Quantile(share)), Floor, Ceiling);

    protected override double ShareBelow(double value, bool orEqual)
    {
        if (value < Floor || (value == Floor && !orEqual))
            return 0;
        if (value > Ceiling || (value == Ceiling && orEqual))
            return 1;
        if (Spread > 0)
            return Normal.ShareBelow((value - Mean) / Spread);
        return value > Mean || (value == Mean && orEqual) ? 1 : 0;
    }
}

/// <summary>One of equally likely values.</summary>
internal sealed record DrawnOutcome : Outcome
{
    private readonly double[] _values;

    /// <param name="values">Are sorted here.</param>
    public DrawnOutcome(double[] values)
    {
        Array.Sort(values);
        _values = values;
    }

    public override double Quantile(double share)
    {
        var place = Math.Clamp((share * _values.Length) - 0.5, 0, _values.Length - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, _values.Length - 1);
        return _values[below] + ((place - below) * (_values[above] - _values[below]));
    }

    protected override double ShareBelow(double value, bool orEqual)
    {
        var (from, until) = (0, _values.Length);
        while (from < until)
        {
            var middle = (from + until) / 2;
            if (_values[middle] < value || (orEqual && _values[middle] == value))
                from = middle + 1;
            else
                until = middle;
        }
        return (double)from / _values.Length;
    }
}
