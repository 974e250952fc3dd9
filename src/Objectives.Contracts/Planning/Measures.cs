using Objectives.Contracts.ExecutionMonitoring;

namespace Objectives.Contracts.Planning;

/// <summary>Which way a measure's values are to go.</summary>
public enum MeasureDirection
{
    Increase,
    Decrease,

    /// <summary>Between a lower bound and the target.</summary>
    KeepWithin,

    /// <summary>Per cent complete, 0 to 100.</summary>
    Milestone,
}

/// <summary>How the values of children, and of shorter periods, make up the whole.</summary>
public enum Aggregation
{
    Sum,
    Average,
    WeightedAverage,

    /// <summary>Numerators and denominators are added up apart.</summary>
    Ratio,
    Last,
    Min,
    Max,

    /// <summary>It does not roll up.</summary>
    None,
}

public static class Aggregations
{
    /// <summary>
    /// How months make up a cycle. Weights are those of siblings, so a WEIGHTED_AVERAGE is a plain one over time; what does not roll up stands at its last value.
    /// </summary>
    public static PeriodRollUp OverTime(this Aggregation aggregation) => aggregation switch
    {
        Aggregation.Sum => PeriodRollUp.Sum,
        Aggregation.Average or Aggregation.WeightedAverage => PeriodRollUp.Average,
        Aggregation.Ratio => PeriodRollUp.Ratio,
        Aggregation.Min => PeriodRollUp.Min,
        Aggregation.Max => PeriodRollUp.Max,
        _ => PeriodRollUp.Last,
    };

    /// <summary>
    /// What values of siblings make up (S6.1, S7.3). SUM: added. AVERAGE: their mean. WEIGHTED_AVERAGE and RATIO: their mean by weight, which of a RATIO is what it is a share of. MIN and MAX: the least, the greatest. LAST has
    /// no order among siblings: the one furthest from the goal.
    /// </summary>
    /// <param name="lessIsFurther">Whether of two values the lesser one is further from the goal.</param>
    /// <returns>Not rounded; null of none, where they do not roll up, and where the weights come to nothing.</returns>
    public static decimal? OfSiblings(this Aggregation aggregation, bool lessIsFurther, IReadOnlyCollection<(decimal Value, decimal Weight)> siblings) => aggregation switch
    {
        _ when siblings.Count == 0 => null,
        Aggregation.None => null,
        Aggregation.Sum => siblings.Sum(s => s.Value),
        Aggregation.Average => siblings.Sum(s => s.Value) / siblings.Count,
        Aggregation.WeightedAverage or Aggregation.Ratio => siblings.Sum(s => s.Weight) is not 0 and var weight ? siblings.Sum(s => s.Value * s.Weight) / weight : null,
        Aggregation.Min => siblings.Min(s => s.Value),
        Aggregation.Max => siblings.Max(s => s.Value),
        _ => lessIsFurther ? siblings.Min(s => s.Value) : siblings.Max(s => s.Value),
    };

    /// <summary>Whether of two values the lesser one is further from the goal.</summary>
    public static bool LessIsFurther(this MeasureDirection direction) => direction is MeasureDirection.Increase or MeasureDirection.Milestone;
}
