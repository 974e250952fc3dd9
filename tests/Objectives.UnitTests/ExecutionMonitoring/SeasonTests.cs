using Objectives.ExecutionMonitoring.Domain.Forecasting;

namespace Objectives.UnitTests.ExecutionMonitoring;

[Trait("Clause", "S5.1")]
public sealed class SeasonTests
{
    private const int Year = 12;
    private static readonly double[] Factors = [0.82, 0.70, 0.91, 1.02, 1.08, 1.30, 1.41, 1.26, 1.00, 0.86, 0.80, 0.84];

    [Fact]
    public void Under_thirteen_periods_there_is_none()
    {
        for (var length = 4; length < 13; length++)
        {
            Season.Of(Busy(length), Year).Exists.ShouldBeFalse();
            Season.Of([.. Enumerable.Range(0, length).Select(t => t % 4 == 0 ? 20.0 : 10.0)], 4).Exists.ShouldBeFalse();
        }
        Season.Of([.. Enumerable.Range(0, 13).Select(t => t % 4 == 0 ? 20.0 : 10.0)], 4).Exists.ShouldBeTrue();
    }

    [Theory]
    [InlineData(18)]
    [InlineData(22)]
    [InlineData(24)]
    [InlineData(40)]
    public void One_that_recurs_is_found_and_put_back(int length)
    {
        var season = Season.Of(Busy(length), Year);
        (season.Exists, season.IsMultiplicative).ShouldBe((true, true));
        for (var position = 0; position < Year; position++)
            season.FactorAt(length + position).ShouldBe(Factors[(length + position) % Year] / Factors.Average(), 0.12);
        var forecast = Forecaster.Forecast(Busy(length), Year, Year)!;
        for (var step = 0; step < Year; step++)
            forecast.At(step).Expected.ShouldBe(100 * Factors[(length + step) % Year], 15);
        Enumerable.Range(0, Year).MaxBy(s => forecast.At(s).Expected).ShouldBe((6 - length % Year + Year) % Year);
    }

    [Fact]
    public void What_recurs_is_taken_whole_what_does_not_by_half_and_what_turns_over_not_at_all()
    {
        var dice = new Random(3);
        double Swing() => dice.NextDouble() - 0.5;
        var once = Enumerable.Range(0, Year).Select(_ => Swing()).ToArray();
        ShareTaken([.. Enumerable.Range(0, 48).Select(t => once[t % Year])]).ShouldBe(1, 0.01);
        Enumerable.Range(0, 200).Select(_ => ShareTaken([.. Enumerable.Range(0, 48).Select(_ => Swing())])).Average().ShouldBe(0.5, 0.05);
        ShareTaken([.. Enumerable.Range(0, 24).Select(t => t < Year ? once[t] : -once[t - Year])]).ShouldBe(0, 0.001);
    }

    [Fact]
    public void Of_one_seen_for_little_more_than_a_year_half_is_taken()
    {
        foreach (var length in (int[])[13, 14, 15])
            ShareTaken([.. Enumerable.Range(0, length).Select(t => 10 * (Factors[t % Year] - 1))]).ShouldBe(0.5, 0.05);
    }

    [Fact]
    public void A_straight_line_has_none() => Season.Of([.. Enumerable.Range(0, 40).Select(t => 1000 + (3.7 * t))], Year).Exists.ShouldBeFalse();

    [Fact]
    public void Values_of_either_sign_or_nought_have_one_that_adds()
    {
        foreach (var shift in (double[])[-100, -200])
        {
            var season = Season.Of([.. Busy(40).Select(v => v + shift)], Year);
            (season.Exists, season.IsMultiplicative).ShouldBe((true, false));
            season.AddTo(0, 6).ShouldBeGreaterThan(20);
        }
        Season.Of([.. Busy(40).Select((v, t) => t == 17 ? 0 : v)], Year).IsMultiplicative.ShouldBeFalse("a month in which nothing came is no factor");
        Season.Of([.. Enumerable.Range(0, 36).Select(t => t % Year == 5 ? 90.0 : 0.0)], Year).IsMultiplicative.ShouldBeFalse();
        Season.Of([.. Enumerable.Range(0, 36).Select(t => t % Year == 5 ? 90.0 : 0.01)], Year).IsMultiplicative.ShouldBeFalse("factors near nothing blow errors up");
    }

    [Fact]
    public void What_is_taken_out_is_what_is_put_back() => Gen.Select(Gen.Double[-50, 200].Array[13, 60], Gen.Bool.Select(yearly => yearly ? 12 : 4), Gen.Double[-1e4, 1e4], Gen.Int[0, 100]).Sample((values, length, value, position) =>
    {
        var season = Season.Of(values, length);
        season.AddTo(season.RemoveFrom(value, position), position).ShouldBe(value, 1e-6);
    });

    /// <summary>How much of the positions' means, beside the trend, the season adds.</summary>
    private static double ShareTaken(double[] values)
    {
        var (season, pairs) = (Season.Of(values, Year), values.Length - Year);
        var slope = Enumerable.Range(0, pairs).Average(t => values[t + Year] - values[t]) / Year;
        var means = Enumerable.Range(0, Year).Select(p => Enumerable.Range(0, values.Length).Where(t => t % Year == p).Average(t => values[t] - (slope * (t - ((values.Length - 1) / 2.0))))).ToList();
        var middle = means.Average();
        var at = Enumerable.Range(0, Year).MaxBy(p => Math.Abs(means[p] - middle));
        return season.AddTo(0, at) / (means[at] - middle);
    }

    private static double[] Busy(int length) => [.. Enumerable.Range(0, length).Select(t => 100 * Factors[t % Year] * (1 + (((t * 7919 % 11) - 5) * 0.004)))];
}
