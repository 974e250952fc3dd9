using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Domain.Forecasting;

/// <summary>
/// What the value of a time, such as a cycle, may come to be by the history (S5.1, S7.3). What of the time is on record counts as it is, the rest is forecast, and both are
/// rolled up by the measure's rule: SUM, the months' sum; AVERAGE, their mean; RATIO, their rates weighted by the denominators, those to come by their own forecast; LAST, the
/// last month; MIN and MAX, the least and the most. Of periods before the history begins nothing is known, and they are left out.
/// </summary>
/// <param name="Outcome">Null where the history has under four periods, or ends more than five years of months before the time's end.</param>
/// <param name="Method">In words.</param>
internal sealed record Outlook(PeriodSeries? Series, Outcome? Outcome, Text Method)
{
    public static Outlook Of(PeriodSeries? series, PeriodRollUp rule, DateOnly start, DateOnly end)
    {
        if (series is null)
            return new(null, null, new("Nothing is on record for this measure in this scope.", "该指标在此范围内没有实际值记录。"));
        var words = new ForecastWords(series);
        if (series.Count < Forecaster.FewestPeriods)
            return new(series, null, words.TooFew());
        var (first, last) = (series.IndexOf(start), series.IndexOf(end));
        var values = series.Values();
        var known = values.AsSpan()[Math.Clamp(first - series.First, 0, values.Length)..Math.Clamp(last + 1 - series.First, 0, values.Length)];
        var (from, until) = (Math.Max(first - series.Last - 1, 0), Math.Max(last - series.Last, 0));
        if (until > SeriesForecast.MaxSteps)
            return new(series, null, words.TooOld());
        if (known.IsEmpty && until == from)
            return new(series, null, words.BeforeIt());
        var bounds = new Bounds(series.AreNeverNegative ? 0 : double.NegativeInfinity, rule == PeriodRollUp.Ratio && series.AreShares ? 100 : double.PositiveInfinity);
        var forecast = Forecaster.Forecast(values, series.PerYear, Math.Max(until, 1), bounds)!;
        var weights = rule == PeriodRollUp.Ratio ? series.Weights() : null;
        var outcome = weights is null
            ? forecast.Of(RollUpOf(rule), known, from, until)
            : forecast.MeanOf(known, weights.AsSpan(Math.Clamp(first - series.First, 0, values.Length), known.Length), from, Coming(weights, series.PerYear, from, until));
        return new(series, outcome, words.Of(forecast, rule, known.Length, until - from));
    }

    private static double[] Coming(double[] weights, int perYear, int from, int until)
    {
        var forecast = Forecaster.Forecast(weights, perYear, Math.Max(until, 1), new(0, double.PositiveInfinity))!;
        return [.. Enumerable.Range(from, until - from).Select(step => forecast.At(step).Expected)];
    }

    private static RollUp RollUpOf(PeriodRollUp rule) => rule switch
    {
        PeriodRollUp.Sum => RollUp.Sum,
        PeriodRollUp.Last => RollUp.Last,
        PeriodRollUp.Min => RollUp.Min,
        PeriodRollUp.Max => RollUp.Max,
        _ => RollUp.Average,
    };
}

/// <summary>Says in words how a forecast came to be.</summary>
internal sealed class ForecastWords(PeriodSeries series)
{
    private string Span => $"{series.At(series.First)} – {series.At(series.Last)}";

    public Text TooFew() => new(
        $"{Count(series.Count)} on record ({Span}); a forecast needs {Forecaster.FewestPeriods}.",
        $"仅有 {series.Count} 个{ChineseUnit}的记录（{Span}），预测至少需要 {Forecaster.FewestPeriods} 个。");

    public Text TooOld() => new($"What is on record ends with {series.At(series.Last)}, too long ago for a forecast.", $"记录止于 {series.At(series.Last)}，距今过久，无法预测。");

    public Text BeforeIt() => new($"What is on record begins only with {series.At(series.First)}.", $"记录自 {series.At(series.First)} 才开始。");

    public Text Of(SeriesForecast forecast, PeriodRollUp rule, int known, int coming)
    {
        var season = forecast.Season switch
        {
            { Exists: false } => new Text("no season found", "未发现季节性"),
            { IsMultiplicative: true } => new Text("with its season, in proportion to the level", "含季节性（乘法）"),
            _ => new Text("with its season, added to the level", "含季节性（加法）"),
        };
        var width = forecast.Origins > 0
            ? new Text($"the interval is as wide as {forecast.Origins} forecasts within this history had to be", $"区间宽度由该历史内 {forecast.Origins} 个时点的回测确定")
            : new Text("the interval is by the errors of one step", "区间宽度按单步误差确定");
        var whole = rule switch
        {
            PeriodRollUp.Sum => new Text("summed up", "求和"),
            PeriodRollUp.Average => new Text("averaged", "求平均"),
            PeriodRollUp.Ratio => new Text("weighted by their denominators", "按分母加权"),
            PeriodRollUp.Last => new Text("of which the last counts", "取最后一期"),
            PeriodRollUp.Min => new Text("of which the least counts", "取最小值"),
            _ => new Text("of which the most counts", "取最大值"),
        };
        return new(
            $"Theta method on {Count(series.Count)}, {Span}, {season.English}; {width.English}. The cycle: {Count(known)} on record and {coming} to come, {whole.English}.",
            $"依据 {Span} 的 {series.Count} 个{ChineseUnit}，采用 Theta 法预测，{season.Chinese}；{width.Chinese}。周期：已有记录 {known} 个{ChineseUnit}，待预测 {coming} 个，{whole.Chinese}。");
    }

    private string ChineseUnit => series.Granularity switch { PeriodGranularity.Year => "年度", PeriodGranularity.Quarter => "季度", _ => "月份" };

    private string Count(int count) => $"{count} {series.Granularity switch { PeriodGranularity.Year => "year", PeriodGranularity.Quarter => "quarter", _ => "month" }}{(count == 1 ? "" : "s")}";
}
