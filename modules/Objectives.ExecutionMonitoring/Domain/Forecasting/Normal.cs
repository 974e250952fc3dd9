namespace Objectives.ExecutionMonitoring.Domain.Forecasting;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>Good to seven digits: erfc by Chebyshev fitting (Press and others, Numerical Recipes, 6.2).</summary>
    public static double ShareBelow(double z)
    {
        var x = Math.Abs(z) / Math.Sqrt(2);
        var t = 1 / (1 + (0.5 * x));
        ReadOnlySpan<double> terms = [-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223, 0.17087277];
        var tail = t * Math.Exp(Polynomial(terms, t) - (x * x)) / 2;
        return z > 0 ? 1 - tail : tail;
    }

    /// <summary>Good to nine digits: Acklam's rational approximation.</summary>
    /// <param name="share">Over 0, under 1.</param>
    public static double Quantile(double share)
    {
        if (share < 0.5)
            return -Quantile(1 - share);
        if (share > 0.97575)
        {
            var q = Math.Sqrt(-2 * Math.Log(1 - share));
            return -Polynomial([2.938163982698783, 4.374664141464968, -2.549732539343734, -2.400758277161838, -3.223964580411365e-01, -7.784894002430293e-03], q)
                / Polynomial([1, 3.754408661907416, 2.445134137142996, 3.224671290700398e-01, 7.784695709041462e-03], q);
        }
        var r = share - 0.5;
        return r * Polynomial([2.506628277459239, -3.066479806614716e+01, 1.383577518672690e+02, -2.759285104469687e+02, 2.209460984245205e+02, -3.969683028665376e+01], r * r)
            / Polynomial([1, -1.328068155288572e+01, 6.680131188771972e+01, -1.556989798598866e+02, 1.615858368580409e+02, -5.447609879822406e+01], r * r);
    }

    /// <param name="terms">The constant first.</param>
    private static double Polynomial(ReadOnlySpan<double> terms, double x)
    {
        var sum = 0.0;
        for (var i = terms.Length - 1; i >= 0; i--)
            sum = (sum * x) + terms[i];
        return sum;
    }
}
