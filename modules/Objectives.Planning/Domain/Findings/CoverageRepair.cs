using Objectives.Contracts.Planning;
using Objectives.Platform.Numbers;

namespace Objectives.Planning.Domain.Findings;

/// <summary>The targets with which those below make up their parent's again, each changed as little as the measure's aggregation lets it (S6.1).</summary>
/// <remarks>
/// SUM: the shortfall is shared in proportion to the targets, or evenly where these say nothing, largest remainder. AVERAGE, WEIGHTED_AVERAGE and RATIO: all move by
/// the shortfall, rounded up to the last digit. MIN, MAX and LAST: whoever keeps the rolled-up value from the target is set to it. What is to be kept within bounds is left to people.
/// </remarks>
internal static class CoverageRepair
{
    public static bool IsPlain(MeasureFacts measure) => measure.Direction != MeasureDirection.KeepWithin && measure.Aggregation != Aggregation.None;

    /// <summary>Those whose target changes; none when nothing is missing.</summary>
    public static IReadOnlyDictionary<ObjectiveId, decimal> Targets(TargetOfObjective parent, IReadOnlyList<TargetOfObjective> below, IReadOnlyDictionary<MeasureId, MeasureFacts> measures)
    {
        var coverage = Coverage.Of(parent, below, measures);
        var measure = measures[parent.MeasureId];
        if (coverage.Shortfall == 0 || !IsPlain(measure))
            return new Dictionary<ObjectiveId, decimal>();
        var counted = below.Where(o => coverage.Counted.Contains(o.Id)).ToList();
        var lowers = measure.Direction == MeasureDirection.Decrease;
        return measure.Aggregation switch
        {
            Aggregation.Sum => Share(coverage.Shortfall, counted, measure.Decimals, lowers),
            Aggregation.Average or Aggregation.WeightedAverage or Aggregation.Ratio => counted.ToDictionary(o => o.Id, o => o.Target + (lowers ? -1 : 1) * RoundedUp(coverage.Shortfall, measure.Decimals)),
            Aggregation.Max when !lowers => ToTarget(parent, [counted.MaxBy(o => o.Target)!]),
            Aggregation.Min when lowers => ToTarget(parent, [counted.MinBy(o => o.Target)!]),
            _ => ToTarget(parent, counted.Where(o => lowers ? o.Target > parent.Target : o.Target < parent.Target)),
        };
    }

    private static Dictionary<ObjectiveId, decimal> Share(decimal shortfall, List<TargetOfObjective> counted, int decimals, bool lowers)
    {
        var weights = counted.ConvertAll(o => Apportionment.Whole(Math.Max(0, o.Target)));
        if (weights.TrueForAll(w => w == 0))
            weights = weights.ConvertAll(_ => 1L);
        var parts = Apportionment.Split(lowers ? -shortfall : shortfall, weights, decimals);
        return counted.Zip(parts).Where(p => p.Second != 0).ToDictionary(p => p.First.Id, p => p.First.Target + p.Second);
    }

    private static Dictionary<ObjectiveId, decimal> ToTarget(TargetOfObjective parent, IEnumerable<TargetOfObjective> some) => some.ToDictionary(o => o.Id, _ => parent.Target);

    private static decimal RoundedUp(decimal value, int decimals)
    {
        var unit = Apportionment.UnitOf(decimals);
        return Math.Ceiling(value / unit) * unit;
    }
}
