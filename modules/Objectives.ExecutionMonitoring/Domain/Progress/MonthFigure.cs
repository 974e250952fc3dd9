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
    /// others leave. What rounding takes from one of these months the next one gets, so that they come to what was recorded exactly.
    /// </summary>
    public static IReadOnlyList<MonthFigure> Of(IReadOnlyDictionary<Period, Figure> recorded, PeriodRollUp rule)
    {
        var (months, lost) = (new List<MonthFigure>(), 0m);
        foreach (var (month, figure) in PeriodSeries.Months(recorded, rule))
        {
            var value = Rounded(figure.Value);
            if (rule == PeriodRollUp.Sum && value != figure.Value)
            {
                value = Rounded(figure.Value + lost);
                lost += figure.Value - value;
            }
            months.Add(new(month, value, figure.Numerator, figure.Denominator, 1));
        }
        return months;
    }

    public static decimal Rounded(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}
