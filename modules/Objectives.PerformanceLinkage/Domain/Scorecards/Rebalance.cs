using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;

namespace Objectives.PerformanceLinkage.Domain.Scorecards;

internal enum RebalanceStatus
{
    Proposed,
    Requested,
    Confirmed,
    Rejected,
    HrDecision,
}

/// <summary>How a scorecard's weights change since an item is exempt, or is assessed again (S7.6). Kept as long as its scorecard.</summary>
internal sealed class Rebalance : IPart
{
    public const int MaxReasonLength = 2000;

    public required RebalanceId Id { get; init; }

    public required ScorecardId ScorecardId { get; init; }

    public Guid Root => ScorecardId.Value;

    public required TargetRevisionId CauseId { get; init; }

    public required DateTimeOffset At { get; init; }

    public RebalanceStatus Status { get; private set; }

    /// <summary>The weights of all items as <see cref="ItemWeights"/> writes them.</summary>
    public string Before { get; private set; } = string.Empty;

    /// <summary>What the rule proposes, of which others may differ by the policy's bound.</summary>
    public string Proposed { get; private set; } = string.Empty;

    /// <summary>What is to be, as it was last asked for; empty where nothing is left to carry the weight.</summary>
    public string After { get; private set; } = string.Empty;

    public decimal? ScoreBefore { get; private set; }

    public decimal? ScoreAfter { get; private set; }

    public PersonId? RequestedById { get; private set; }

    /// <summary>Or rejected it; null where it followed by itself.</summary>
    public PersonId? ConfirmedById { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public string? Reason { get; private set; }

    public bool IsPending => Status is RebalanceStatus.Proposed or RebalanceStatus.Requested or RebalanceStatus.HrDecision;

    /// <summary>The card's weights as they stand, and what the rule makes of them. What was asked for before no longer counts.</summary>
    public void Propose(IReadOnlyDictionary<ScorecardItemId, int> before, IReadOnlyDictionary<ScorecardItemId, int> after, bool nothingLeft, decimal? scoreBefore, decimal? scoreAfter)
    {
        (Before, Proposed, After) = (ItemWeights.Write(before), ItemWeights.Write(after), ItemWeights.Write(after));
        (ScoreBefore, ScoreAfter, RequestedById) = (scoreBefore, scoreAfter, null);
        Status = nothingLeft ? RebalanceStatus.HrDecision : RebalanceStatus.Proposed;
    }

    public void Request(IReadOnlyDictionary<ScorecardItemId, int> after, decimal? scoreAfter, PersonId by)
        => (Status, After, ScoreAfter, RequestedById) = (RebalanceStatus.Requested, ItemWeights.Write(after), scoreAfter, by);

    /// <summary>The leader would have other weights than the member asked for.</summary>
    public void LeaveToHr(IReadOnlyDictionary<ScorecardItemId, int> leaders, decimal? scoreAfter)
        => (Status, After, ScoreAfter) = (RebalanceStatus.HrDecision, ItemWeights.Write(leaders), scoreAfter);

    public void Confirm(IReadOnlyDictionary<ScorecardItemId, int> after, decimal? scoreAfter, PersonId? by, string? reason, DateTimeOffset now)
        => (Status, After, ScoreAfter, ConfirmedById, ConfirmedAt, Reason) = (RebalanceStatus.Confirmed, ItemWeights.Write(after), scoreAfter, by, now, reason);

    public void Reject(PersonId? by, string? reason, DateTimeOffset now)
        => (Status, ConfirmedById, ConfirmedAt, Reason) = (RebalanceStatus.Rejected, by, now, reason);
}
