using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;

namespace Objectives.PerformanceLinkage.Domain.Scorecards;

internal enum ScorecardItemStatus
{
    Active,

    /// <summary>Its target was revised for an external cause (S7.5).</summary>
    Exempt,
}

/// <summary>An objective by which its owner is appraised.</summary>
internal sealed class ScorecardItem : IPart
{
    public required ScorecardItemId Id { get; init; }

    public required ScorecardId ScorecardId { get; init; }

    public Guid Root => ScorecardId.Value;

    public required ObjectiveId ObjectiveId { get; init; }

    /// <summary>In basis points.</summary>
    public required int Weight { get; set; }

    /// <summary>What it weighed before it carried none; it gets that back when it counts again.</summary>
    public int FormerWeight { get; set; }

    public required ScoringRuleId RuleId { get; set; }

    /// <summary>Its place on the card.</summary>
    public required int Ordinal { get; set; }

    public ScorecardItemStatus Status { get; set; }

    public TargetRevisionId? ExemptedById { get; set; }

    /// <summary>As it was when the scorecard was frozen; before, it follows from what is recorded.</summary>
    public decimal? KeptAttainment { get; set; }

    public bool IsActive => Status == ScorecardItemStatus.Active;

    public void CarryNothing() => (FormerWeight, Weight) = (Weight > 0 ? Weight : FormerWeight, 0);
}
