using Objectives.Contracts.ExecutionMonitoring;
using Objectives.ExecutionMonitoring.Domain.Forecasting;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Domain.Progress;

/// <summary>What is known of one month of an objective.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Value">In the measure's unit.</param>
/// <param name="Numerator">Of a RATIO alone, with <paramref name="Denominator"/>.</param>
/// <param name="Share">Of the month's target what those who have reported answer for, over 0 to 1; 1 of what was recorded for the objective itself.</param>
internal sealed record MonthFigure(DateOnly Month, decimal Value, decimal? Numerator, decimal? Denominator, decimal Share)
{
    /// <summary>
    /// The months of what was recorded: a quarter's or year's entry tells of those of its months that have none of their own, of a sum each holding an equal share of what the
    /// others leave.
    /// </summary>
    public static IReadOnlyList<MonthFigure> Of(IReadOnlyDictionary<Period, Figure> recorded, PeriodRollUp rule)
        => [.. PeriodSeries.Months(recorded, rule).Select(m => new MonthFigure(m.Month, Rounded(m.Figure.Value), m.Figure.Numerator, m.Figure.Denominator, 1))];

    public static decimal Rounded(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
