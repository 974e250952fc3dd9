using Objectives.ExecutionMonitoring.Domain.Forecasting;

namespace Objectives.UnitTests.ExecutionMonitoring;

[Trait("Clause", "S5.1")]
public sealed class ForecasterTests
{
    private const int Year = 12;
    private static readonly double[] Shape = [-18, -30, -9, 2, 8, 30, 41, 26, 0, -14, -20, -16];

    /// <summary>With three digits after the point, as measures have.</summary>
    private static readonly Gen<double> Recorded = Gen.Int[-100_000, 100_000].Select(v => v / 1000.0);

    private static readonly Gen<double[]> Histories = Gen.Double[-1000, 1000].Array[4, 60];
    private static readonly Gen<double[]> Seasonal = Gen.Select(Gen.Double[200, 2000], Gen.Double[-2, 4], Gen.Double[-4, 4].Array[14, 60])
        .Select((level, slope, noise) => (double[])[.. noise.Select((n, t) => level + (slope * t) + Shape[t % Year] + n)]);

    private static readonly Gen<double[]> Any = Gen.OneOf(Histories, Seasonal, Gen.Int[0, 3].Select(i => i == 0 ? 40.0 : 0.0).Array[4, 40], Gen.Double[-5, 5].Select(v => Enumerable.Repeat(v, 30).ToArray()));

    [Fact]
    public void Under_four_periods_there_is_none()
    {
        foreach (var length in (int[])[0, 1, 2, 3])
            Forecaster.Forecast(new double[length], Year, 12).ShouldBeNull();
        Forecaster.Forecast([5, 6, 5, 6], Year, 12).ShouldNotBeNull();
    }

    [Fact]
    public void What_never_changed_stays() => Gen.Select(Gen.Double[-1e9, 1e9], Gen.Int[4, 40]).Sample((value, length) =>
    {
        var forecast = Forecaster.Forecast(Enumerable.Repeat(value, length).ToArray(), Year, 12)!;
        foreach (var outcome in (Outcome[])[forecast.At(0), forecast.At(11), forecast.Of(RollUp.Average, [], 0, 12), forecast.Of(RollUp.Min, [value], 0, 3), forecast.Of(RollUp.Last, [], 3, 12)])
        {
            Near(outcome.Expected, value).ShouldBeTrue();
            Near(outcome.Low, value).ShouldBeTrue();
            Near(outcome.High, value).ShouldBeTrue();
        }
        Near(forecast.Of(RollUp.Sum, [value, value], 0, 10).Expected, 12 * value).ShouldBeTrue();
    });

    [Fact]
    public void One_history_gives_one_answer() => Any.Sample(history => Figures(Forecaster.Forecast(history, Year, 12)!).SequenceEqual(Figures(Forecaster.Forecast([.. history], Year, 12)!)));

    [Fact]
    public void Values_in_another_unit_give_the_forecast_in_that_unit() => Gen.Select(Any, Gen.Int[-6, 12]).Sample((history, power) =>
    {
        var scale = Math.ScaleB(1, power);
        var (own, other) = (Figures(Forecaster.Forecast(history, Year, 18)!), Figures(Forecaster.Forecast([.. history.Select(v => v * scale)], Year, 18)!));
        return own.Zip(other).All(p => Near(p.First * scale, p.Second));
    });

    [Fact]
    public void A_constant_on_top_of_a_history_that_only_adds_comes_on_top_of_the_forecast() => Gen.Select(Recorded.Array[4, 12], Gen.Int[-500, 500]).Sample((history, more) =>
    {
        var (own, other) = (Forecaster.Forecast(history, Year, 12)!, Forecaster.Forecast([.. history.Select(v => v + more)], Year, 12)!);
        for (var step = 0; step < 12; step++)
        {
            other.At(step).Expected.ShouldBe(own.At(step).Expected + more, 1e-6);
            (other.At(step).High - other.At(step).Low).ShouldBe(own.At(step).High - own.At(step).Low, 1e-6);
        }
    });

    [Fact]
    public void The_interval_holds_the_expected_value_and_grows_with_distance_where_there_is_no_season() => Any.Sample(history =>
    {
        var forecast = Forecaster.Forecast(history, 1, 24)!;
        var last = 0.0;
        for (var step = 0; step < 24; step++)
        {
            var outcome = forecast.At(step);
            outcome.Expected.ShouldBeInRange(outcome.Low, outcome.High);
            (outcome.High - outcome.Low).ShouldBeGreaterThanOrEqualTo(last - 1e-9);
            last = outcome.High - outcome.Low;
        }
        foreach (var rule in Enum.GetValues<RollUp>())
        {
            var whole = forecast.Of(rule, [1, 2], 0, 10);
            whole.Expected.ShouldBeInRange(whole.Low, whole.High);
        }
    });

    [Fact]
    public void A_higher_value_has_no_lower_percentile() => Gen.Select(Any, Gen.Double[-3000, 3000], Gen.Double[0, 500], Gen.Enum<RollUp>()).Sample((history, value, more, rule) =>
    {
        var whole = Forecaster.Forecast(history, Year, 12)!.Of(rule, [], 0, 12);
        var (lower, higher) = (whole.PercentileOf(value), whole.PercentileOf(value + more));
        return lower <= higher && lower >= 0 && higher <= 100;
    });

    [Fact]
    public void A_quantile_lies_at_its_own_percentile() => Gen.Select(Histories, Gen.Double[0.02, 0.98], Gen.Enum<RollUp>()).Sample((history, share, rule) =>
    {
        var whole = Forecaster.Forecast(history, Year, 12)!.Of(rule, [], 0, 12);
        return Math.Abs(whole.PercentileOf(whole.Quantile(share)) - (100 * share)) < 0.2;
    });

    [Fact]
    public void The_whole_of_several_periods_is_expected_to_be_the_whole_of_what_is_expected_of_each() => Gen.Select(Any, Gen.Int[0, 6]).Sample((history, from) =>
    {
        var forecast = Forecaster.Forecast(history, Year, 18)!;
        var points = Enumerable.Range(from, 12).Select(s => forecast.At(s).Expected).ToList();
        Near(forecast.Of(RollUp.Sum, [7], from, from + 12).Expected, points.Sum() + 7).ShouldBeTrue();
        Near(forecast.Of(RollUp.Average, [], from, from + 12).Expected, points.Average()).ShouldBeTrue();
        Near(forecast.Of(RollUp.Last, [], from, from + 12).Expected, points[^1]).ShouldBeTrue();
        forecast.Of(RollUp.Min, [], from, from + 12).Expected.ShouldBeLessThanOrEqualTo(points.Min() + 1e-9);
        forecast.Of(RollUp.Max, [], from, from + 12).Expected.ShouldBeGreaterThanOrEqualTo(points.Max() - 1e-9);
    });

    [Fact]
    public void Errors_of_several_periods_partly_cancel_and_partly_add_up()
    {
        var dice = new Random(1);
        var forecast = Forecaster.Forecast([.. Enumerable.Range(0, 48).Select(_ => 100 + (dice.NextDouble() * 20))], Year, 12)!;
        var widths = Enumerable.Range(0, 12).Select(s => Width(forecast.At(s))).ToList();
        var sum = Width(forecast.Of(RollUp.Sum, [], 0, 12));
        sum.ShouldBeLessThan(widths.Sum());
        sum.ShouldBeGreaterThanOrEqualTo(Math.Sqrt(widths.Sum(w => w * w)) - 1e-9);
    }

    [Fact]
    public void What_is_known_already_narrows_the_rest()
    {
        double[] history = [.. Enumerable.Range(0, 40).Select(t => 100 + Shape[t % Year] + ((t * 7919 % 13) - 6.0))];
        var forecast = Forecaster.Forecast(history, Year, 12)!;
        double[] known = [.. history[^8..]];
        Width(forecast.Of(RollUp.Sum, known, 0, 4)).ShouldBeLessThan(Width(forecast.Of(RollUp.Sum, [], 0, 12)));
        forecast.Of(RollUp.Sum, known, 0, 0).ShouldBe(new NormalOutcome(known.Sum(), 0, double.NegativeInfinity, double.PositiveInfinity));
        (forecast.Of(RollUp.Min, known, 0, 0).Low, forecast.Of(RollUp.Max, known, 0, 0).High).ShouldBe((known.Min(), known.Max()));
        forecast.Of(RollUp.Min, [-50], 0, 4).High.ShouldBe(-50);
    }

    [Fact]
    public void Rates_count_by_their_weights()
    {
        var forecast = Forecaster.Forecast([90, 92, 91, 93, 92, 94], Year, 2)!;
        forecast.MeanOf([80], [30], 0, [10, 0]).Expected.ShouldBe(((80 * 30) + (forecast.At(0).Expected * 10)) / 40, 1e-9);
        forecast.MeanOf([80], [1], 0, [1, 1]).ShouldBe(forecast.Of(RollUp.Average, [80], 0, 2));
        forecast.MeanOf([80], [0], 0, [0, 0]).ShouldBe(forecast.Of(RollUp.Average, [80], 0, 2));
    }

    [Fact]
    public void Nothing_leaves_its_bounds() => Any.Sample(history =>
    {
        double[] counts = [.. history.Select(v => Math.Clamp(Math.Abs(v), 0, 100))];
        var forecast = Forecaster.Forecast(counts, Year, 12, new(0, 100))!;
        foreach (var outcome in (Outcome[])[forecast.At(0), forecast.At(11), forecast.Of(RollUp.Average, [], 0, 12), forecast.Of(RollUp.Min, [], 0, 12), forecast.Of(RollUp.Max, [], 0, 12)])
        {
            outcome.Low.ShouldBeInRange(0 - 1e-9, 100 + 1e-9);
            outcome.High.ShouldBeInRange(0 - 1e-9, 100 + 1e-9);
            (outcome.PercentileOf(-0.01), outcome.PercentileOf(100.01)).ShouldBe((0, 100));
        }
        forecast.Of(RollUp.Sum, [], 0, 12).High.ShouldBeLessThanOrEqualTo(1200 + 1e-6);
    });

    [Fact]
    public void Any_numbers_give_numbers() => Gen.OneOf(Any, Gen.Double[-1e12, 1e12].Array[4, 30], Gen.Double[0, 1e-6].Array[4, 30], Gen.Double[-1e-90, 1e-90].Array[4, 30]).Sample(history =>
        new[] { 12, 4, 1 }.All(length => Figures(Forecaster.Forecast(history, length, 24)!).All(double.IsFinite)));

    /// <summary>Of eighty intervals in a hundred, on series that are made as the method supposes and otherwise.</summary>
    [Theory]
    [InlineData(8, 0.68)]
    [InlineData(24, 0.72)]
    [InlineData(60, 0.74)]
    public void About_four_in_five_values_fall_within_the_interval(int length, double least)
    {
        var dice = new Random(7);
        var (within, wholes, all) = (0, 0, 0);
        for (var series = 0; series < 600; series++)
        {
            var keep = series % 4 * 0.3;
            var (level, values) = (500.0, new double[length + Year]);
            for (var t = 0; t < values.Length; t++)
            {
                var shock = Enumerable.Range(0, 6).Sum(_ => dice.NextDouble() - 0.5) * 20;
                values[t] = level + shock;
                level += keep * shock;
            }
            var forecast = Forecaster.Forecast(values.AsSpan(0, length), Year, Year)!;
            for (var step = 0; step < Year; step++, all++)
                within += IsWithin(forecast.At(step), values[length + step]) ? 1 : 0;
            wholes += IsWithin(forecast.Of(RollUp.Sum, [], 0, Year), values[length..].Sum()) ? 1 : 0;
        }
        ((double)within / all).ShouldBeInRange(least, 0.9);
        (wholes / 600.0).ShouldBeInRange(least - 0.05, 0.9);
    }

    [Fact]
    public void The_fewer_the_periods_the_more_cautious_the_interval() => Gen.Double[-100, 100].Array[4, 12].Sample(history =>
    {
        var (fit, next) = (ThetaFit.Of(history), Forecaster.Forecast(history, Year, 1)!.At(0));
        (next.High - next.Expected).ShouldBeGreaterThanOrEqualTo((Student.At90(history.Length - 2) * fit.Error * fit.SpreadAt(0)) - 1e-6);
    });

    [Fact]
    public void Doubt_about_the_drift_widens_what_is_far_away_most_after_a_short_history()
    {
        static double Growth(int periods, double smoothing) => new ThetaFit(0, 0, 0, smoothing, 1, periods).SpreadAt(11);
        Growth(5, 0).ShouldBe(Math.Sqrt(1 + (0.25 * 12 / (5 * 24) * 144)), 1e-9);
        Growth(60, 0).ShouldBe(1, 0.01);
        Growth(60, 0.5).ShouldBe(Math.Sqrt(1 + (0.25 * 11)), 0.01);
    }

    [Fact]
    public void The_interval_widens_as_the_errors_of_the_method_do() => Recorded.Array[4, 12].Sample(history =>
    {
        var (fit, forecast) = (ThetaFit.Of(history), Forecaster.Forecast(history, Year, 12)!);
        (Width(forecast.At(11)) * fit.SpreadAt(0)).ShouldBe(Width(forecast.At(0)) * fit.SpreadAt(11), 1e-6);
    });

    [Fact]
    public void The_least_of_one_period_is_that_period()
    {
        var forecast = Forecaster.Forecast([3, 5, 4, 6, 5, 7, 4, 6, 8, 5], Year, 6)!;
        for (var step = 0; step < 6; step++)
        {
            var (one, least) = (forecast.At(step), forecast.Of(RollUp.Min, [], step, step + 1));
            least.Expected.ShouldBe(one.Expected, 0.1 * Width(one));
            Width(least).ShouldBe(Width(one), 0.1 * Width(one));
        }
    }

    private static bool IsWithin(Outcome outcome, double value) => value >= outcome.Low && value <= outcome.High;

    private static double Width(Outcome outcome) => outcome.High - outcome.Low;

    private static bool Near(double a, double b) => Math.Abs(a - b) <= 1e-7 * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));

    private static IEnumerable<double> Figures(SeriesForecast forecast)
        => Enumerable.Range(0, forecast.Steps).Select(forecast.At).Concat(Enum.GetValues<RollUp>().Select(r => forecast.Of(r, [], 0, forecast.Steps))).SelectMany(o => (double[])[o.Low, o.Expected, o.High]);
}
