using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;

namespace Objectives.Planning.Domain;

/// <summary>All that drafting and editing say of an objective.</summary>
internal sealed record ObjectiveContent(
    string Title, string? Description, string? Contribution, PersonId OwnerId, UnitId UnitId, RegionId? RegionId, CustomerId? CustomerId, PositionId? PositionId,
    ResponsibilityId? ResponsibilityId, StrategyElementId? StrategyElementId, MeasureId MeasureId, decimal? Baseline, decimal Target, decimal? LowerBound, decimal RollUpWeight, bool Important)
{
    public static ObjectiveContent Of(Objective o) => new(
        o.Title, o.Description, o.Contribution, o.OwnerId, o.UnitId, o.RegionId, o.CustomerId, o.PositionId, o.ResponsibilityId, o.StrategyElementId, o.MeasureId, o.Baseline, o.Target,
        o.LowerBound, o.RollUpWeight, o.Important);

    /// <summary>The field by which the terms of success differ from those of an objective; null when they are the same.</summary>
    public string? TermsDifferFrom(Objective objective) => (MeasureId != objective.MeasureId, Target != objective.Target, Baseline != objective.Baseline, LowerBound != objective.LowerBound) switch
    {
        (true, _, _, _) => "measureId",
        (_, true, _, _) => "target",
        (_, _, true, _) => "baseline",
        (_, _, _, true) => "lowerBound",
        _ => null,
    };

    /// <summary>Whether its values can be values of the measure.</summary>
    public IEnumerable<Error> CheckAgainst(Measure measure)
    {
        foreach (var (field, value) in (ReadOnlySpan<(string, decimal?)>)[("target", Target), ("baseline", Baseline), ("lowerBound", LowerBound)])
        {
            if (value is { } number && !Quantity.HasDecimals(number, measure.Decimals))
                return [Error.Invalid(field, new($"{measure.Name} has {measure.Decimals} digits after the point.", $"“{measure.Name}”保留 {measure.Decimals} 位小数。"))];
        }
        if (LowerBound is not null && measure.Direction != MeasureDirection.KeepWithin)
            return [Error.Invalid("lowerBound", new("Only a measure to keep within bounds has a lower bound.", "仅“保持在区间内”的指标可设下限。"))];
        if (LowerBound > Target)
            return [Error.Invalid("lowerBound", new("The lower bound is above the target, which is the upper bound.", "下限不能高于目标值（上限）。"))];
        if (measure.Direction == MeasureDirection.Milestone && Target is < 0 or > 100)
            return [Error.Invalid("target", new("A milestone's target is 0 to 100 per cent complete.", "里程碑目标为完成百分比，应在 0 至 100 之间。"))];
        return [];
    }
}
