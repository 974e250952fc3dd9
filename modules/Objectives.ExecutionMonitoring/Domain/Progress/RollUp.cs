using Objectives.Contracts.Planning;

namespace Objectives.ExecutionMonitoring.Domain.Progress;

/// <summary>One of those whose figures make up that of an objective above.</summary>
/// <param name="Target">Its target of the month, in the measure's unit.</param>
/// <param name="Weight">Its weight among its siblings.</param>
/// <param name="Figure">Null while nothing is known of its month.</param>
internal sealed record RolledPart(decimal Target, decimal Weight, MonthFigure? Figure);

/// <summary>What the figures of those below make up for a month (S7.3), as siblings do; see <see cref="Aggregations.OfSiblings"/>. A missing figure is never zero: it is left out, and the share says how much is there.</summary>
/// <remarks>
/// RATIO: numerators and denominators added apart. The share is of a SUM what those who reported answer for of all targets, of others how many of them there are. It does not depend on the order of the parts.
/// </remarks>
internal static class RollUp
{
    public static MonthFigure? Of(DateOnly month, Aggregation aggregation, MeasureDirection direction, IReadOnlyCollection<RolledPart> parts)
    {
        var told = parts.Where(p => p.Figure is not null).ToList();
        if (told.Count == 0 || aggregation == Aggregation.None)
            return null;
        var share = ShareOf(aggregation, parts, told);
        if (aggregation == Aggregation.Ratio)
        {
            var (above, below) = (told.Sum(p => p.Figure!.Numerator ?? 0), told.Sum(p => p.Figure!.Denominator ?? 0));
            return below == 0 ? null : new(month, MonthFigure.Rounded(100 * above / below), above, below, share);
        }
        return aggregation.OfSiblings(direction.LessIsFurther(), told.ConvertAll(p => (p.Figure!.Value, p.Weight))) is { } value ? new(month, MonthFigure.Rounded(value), null, null, share) : null;
    }

    private static decimal ShareOf(Aggregation aggregation, IReadOnlyCollection<RolledPart> parts, List<RolledPart> told)
    {
        var whole = aggregation == Aggregation.Sum ? parts.Sum(p => Math.Abs(p.Target)) : 0;
        var share = whole > 0 ? told.Sum(p => Math.Abs(p.Target) * p.Figure!.Share) / whole : told.Sum(p => p.Figure!.Share) / parts.Count;
        return MonthFigure.Rounded(share);
    }
}
