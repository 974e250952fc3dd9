using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;

namespace Objectives.ExecutionMonitoring.Domain.Forecasting;

/// <summary>A period's value, with what a ratio is made of and the objectives for which it was recorded.</summary>
internal sealed record Figure(decimal Value, decimal? Numerator, decimal? Denominator, IReadOnlyList<ObjectiveId> Sources)
{
    private bool IsRatio => Numerator is not null && Denominator > 0;

    /// <summary>What the parts of a longer period make up together.</summary>
    public static Figure Join(IReadOnlyList<Figure> parts, PeriodRollUp rule)
    {
        var sources = parts.SelectMany(p => p.Sources).Distinct().ToList();
        var values = parts.Select(p => p.Value);
        return rule switch
        {
            PeriodRollUp.Sum => new(values.Sum(), null, null, sources),
            PeriodRollUp.Last => new(parts[^1].Value, null, null, sources),
            PeriodRollUp.Min => new(values.Min(), null, null, sources),
            PeriodRollUp.Max => new(values.Max(), null, null, sources),
            PeriodRollUp.Ratio when parts.All(p => p.IsRatio) => Quotient(parts.Sum(p => p.Numerator!.Value), parts.Sum(p => p.Denominator!.Value), sources),
            _ => new(values.Average(), null, null, sources),
        };
    }

    /// <summary>What each part that was not recorded holds: of sums, means and ratios an equal share of what the recorded parts leave, of others the whole's value.</summary>
    public Figure PartBeside(IReadOnlyList<Figure> recorded, int missing, PeriodRollUp rule)
    {
        switch (rule)
        {
            case PeriodRollUp.Sum:
                return this with { Value = (Value - recorded.Sum(p => p.Value)) / missing };
            case PeriodRollUp.Average:
                return this with { Value = ((Value * (recorded.Count + missing)) - recorded.Sum(p => p.Value)) / missing };
            case PeriodRollUp.Ratio when IsRatio && recorded.All(p => p.IsRatio):
                var denominator = Denominator!.Value - recorded.Sum(p => p.Denominator!.Value);
                var numerator = Numerator!.Value - recorded.Sum(p => p.Numerator!.Value);
                var parts = recorded.Count + missing;
                return denominator > 0 && numerator >= 0 ? Quotient(numerator / missing, denominator / missing, Sources) : Quotient(Numerator.Value / parts, Denominator.Value / parts, Sources);
            default:
                return this;
        }
    }

    private static Figure Quotient(decimal numerator, decimal denominator, IReadOnlyList<ObjectiveId> sources) => new(100 * numerator / denominator, numerator, denominator, sources);
}
