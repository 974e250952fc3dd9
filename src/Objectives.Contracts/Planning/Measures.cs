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
}
