using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Progress;

namespace Objectives.ExecutionMonitoring.Domain.Deviations;

/// <summary>An objective above one that lags.</summary>
/// <param name="Projected">What it will come to; see <see cref="Projection"/>.</param>
/// <param name="Tolerance">Per cent, 0–100.</param>
/// <param name="Parts">All whose figures make up its own, the one below among them.</param>
internal sealed record Ancestor(
    ObjectiveId Id, ObjectiveReach Reach, MeasureDirection Direction, Aggregation Aggregation, decimal Target, decimal? LowerBound, decimal Tolerance, decimal? Projected, IReadOnlyList<ProjectedPart> Parts);

/// <param name="Projected">Null while nothing is on record.</param>
/// <param name="Denominator">Of a RATIO what its months are shares of.</param>
internal readonly record struct ProjectedPart(ObjectiveId Id, decimal Target, decimal Weight, decimal? Projected, decimal? Denominator);

/// <summary>What a lag does to an ancestor: its forecast attainment without and with it; null where no ratio has a meaning or nothing is known.</summary>
/// <param name="Level">0 of the objective directly above.</param>
internal sealed record Effect(ObjectiveId ObjectiveId, ObjectiveReach Reach, int Level, decimal? Before, decimal? After, bool Endangered);

/// <summary>The effect of an objective's lag on the forecast of each of those above it (S7.4).</summary>
/// <remarks>
/// The lag is the difference between what the objective will come to and what it would without it. It goes up by the rule by which figures are rolled up: at each level what its parts will come
/// to is made one twice, with the lag and without. An ancestor is endangered when with the lag it will miss its target by more than the tolerance and the lag is what makes it so, or at least so
/// many per cent of what it is short of as the tolerance has: a small lag does not endanger a company that others endanger.
/// </remarks>
internal static class Impact
{
    /// <param name="above">From the objective directly above to the root.</param>
    public static IReadOnlyList<Effect> Of(ObjectiveId lagging, decimal projected, decimal withoutLag, IReadOnlyList<Ancestor> above)
    {
        var effects = new List<Effect>(above.Count);
        var (below, with, without) = (lagging, (decimal?)projected, (decimal?)withoutLag);
        foreach (var (level, ancestor) in above.Index())
        {
            var delta = Rolled(ancestor, below, without) - Rolled(ancestor, below, with);
            (below, with, without) = (ancestor.Id, ancestor.Projected, ancestor.Projected + delta);
            effects.Add(EffectOn(ancestor, level, with, without));
        }
        return effects;
    }

    private static Effect EffectOn(Ancestor ancestor, int level, decimal? with, decimal? without)
    {
        var (before, after) = (AttainmentOf(ancestor, without), AttainmentOf(ancestor, with));
        var least = 1 - (ancestor.Tolerance / 100);
        var endangered = after < least && before > after && (before >= least || before - after >= ancestor.Tolerance / 100 * (1 - after));
        return new(ancestor.Id, ancestor.Reach, level, before, after, endangered);
    }

    private static decimal? AttainmentOf(Ancestor ancestor, decimal? value) => value is { } known ? Attainment.Of(ancestor.Direction, known, ancestor.Target, ancestor.LowerBound) : null;

    /// <summary>What the ancestor's parts come to when one of them comes to another value.</summary>
    private static decimal? Rolled(Ancestor ancestor, ObjectiveId one, decimal? value)
    {
        var parts = ancestor.Parts.Select(p => p.Id == one ? p with { Projected = value } : p).Select(p => new RolledPart(p.Target, p.Weight, FigureOf(p))).ToList();
        return RollUp.Of(default, ancestor.Aggregation, ancestor.Direction, parts)?.Value;
    }

    private static MonthFigure? FigureOf(ProjectedPart part) => part.Projected is { } value ? new(default, value, value * part.Denominator / 100, part.Denominator, 1) : null;
}

/// <summary>What a deviation endangers (S7.4): the company's objectives, a unit's, or only its own.</summary>
internal static class Severity
{
    /// <param name="reach">Of the objective itself.</param>
    /// <param name="lags">Whether it is itself outside tolerance.</param>
    public static DeviationSeverity Of(ObjectiveReach reach, bool lags, IEnumerable<Effect> effects)
    {
        var inDanger = effects.Where(e => e.Endangered).Select(e => e.Reach).Append(lags ? reach : ObjectiveReach.Individual).Max();
        return inDanger switch
        {
            ObjectiveReach.Company => DeviationSeverity.Company,
            ObjectiveReach.Unit => DeviationSeverity.Department,
            _ => DeviationSeverity.Individual,
        };
    }

    /// <summary>How a deviation is handled unless someone decides otherwise.</summary>
    public static DeviationRoute RouteOf(DeviationSeverity severity) => severity switch
    {
        DeviationSeverity.Company => DeviationRoute.OfficeMeeting,
        DeviationSeverity.Department => DeviationRoute.Coordinate,
        _ => DeviationRoute.SettleTogether,
    };
}
