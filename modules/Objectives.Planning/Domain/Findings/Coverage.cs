using Objectives.Contracts.Planning;

namespace Objectives.Planning.Domain.Findings;

/// <summary>Whether the targets of those below make up a target (S6.1): rolled up by the measure's aggregation, judged by its direction.</summary>
/// <param name="RolledUp">What they make up, in the measure's unit; null when nobody counts.</param>
/// <param name="Shortfall">By how much they miss it, 0 when they do not, rounded to the finest step of a quantity.</param>
/// <param name="Counted">Whose targets count.</param>
/// <remarks>
/// Counted are those who use the parent's measure, or one of the same unit, direction and aggregation. They make up a target as figures do; see <see cref="Aggregations.OfSiblings"/>; of a RATIO, whose denominators nobody knows
/// beforehand, by roll-up weight. A measure to keep within bounds is covered when the rolled-up bounds lie within the parent's.
/// </remarks>
internal sealed record Coverage(decimal? RolledUp, decimal Shortfall, IReadOnlyList<ObjectiveId> Counted)
{
    public static readonly Coverage None = new(null, 0, []);

    public static Coverage Of(TargetOfObjective parent, IEnumerable<TargetOfObjective> below, IReadOnlyDictionary<MeasureId, MeasureFacts> measures)
    {
        var measure = measures[parent.MeasureId];
        var counted = below.Where(o => o.MeasureId == parent.MeasureId || measures[o.MeasureId].AddsTo(measure)).ToList();
        if (RollUp(measure, counted, o => o.Target, measure.Direction.LessIsFurther()) is not { } rolledUp)
            return None;
        var missing = measure.Direction switch
        {
            MeasureDirection.Decrease => rolledUp - parent.Target,
            MeasureDirection.KeepWithin => Math.Max(rolledUp - parent.Target, BelowBound(measure, parent, counted)),
            _ => parent.Target - rolledUp,
        };
        return new(Rounded(rolledUp), Math.Max(0, Rounded(missing)), [.. counted.Select(o => o.Id)]);
    }

    /// <summary>How much of the target is covered, in per cent; null where that says nothing: without anyone below, or where a side is zero or negative.</summary>
    public static decimal? PerCentOf(decimal target, decimal? rolledUp, MeasureDirection direction) => rolledUp is not { } sum || sum <= 0 || target <= 0
        ? null
        : Math.Round(100 * (direction is MeasureDirection.Decrease or MeasureDirection.KeepWithin ? target / sum : sum / target), 2, MidpointRounding.AwayFromZero);

    private static decimal BelowBound(MeasureFacts measure, TargetOfObjective parent, List<TargetOfObjective> counted)
        => parent.LowerBound is { } bound && counted.All(o => o.LowerBound is not null) ? bound - RollUp(measure, counted, o => o.LowerBound!.Value, lessIsFurther: true)!.Value : 0;

    private static decimal? RollUp(MeasureFacts measure, List<TargetOfObjective> counted, Func<TargetOfObjective, decimal> value, bool lessIsFurther)
        => measure.Aggregation.OfSiblings(lessIsFurther, counted.ConvertAll(o => (value(o), o.RollUpWeight)));

    private static decimal Rounded(decimal value) => Math.Round(value, 6, MidpointRounding.AwayFromZero);
}

/// <summary>What a target says, as far as roll-up goes.</summary>
internal sealed record TargetOfObjective(ObjectiveId Id, MeasureId MeasureId, decimal Target, decimal? LowerBound, decimal RollUpWeight);

/// <summary>What a measure says, as far as findings go.</summary>
internal sealed record MeasureFacts(MeasureId Id, string UnitOfMeasure, MeasureDirection Direction, Aggregation Aggregation, int Decimals)
{
    public bool AddsTo(MeasureFacts whole) => (UnitOfMeasure, Direction, Aggregation) == (whole.UnitOfMeasure, whole.Direction, whole.Aggregation);

    public bool Opposes(MeasureFacts other) => (Direction, other.Direction) is (MeasureDirection.Increase, MeasureDirection.Decrease) or (MeasureDirection.Decrease, MeasureDirection.Increase);
}
