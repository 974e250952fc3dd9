using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.PerformanceLinkage;

/// <summary>Objectives came onto people's scorecards of a cycle, or left them.</summary>
[EventVersion(1)]
public sealed record ScorecardItemsChanged(ScorecardId ScorecardId, CycleId CycleId, PersonId PersonId, IReadOnlyList<ObjectiveId> ObjectiveIds) : IIntegrationEvent
{
    public Guid AggregateId => ScorecardId.Value;
}

/// <summary>A scorecard counts from now on.</summary>
[EventVersion(1), ForWebhooks]
public sealed record ScorecardActivated(ScorecardId ScorecardId, CycleId CycleId, PersonId PersonId) : IIntegrationEvent
{
    public Guid AggregateId => ScorecardId.Value;
}

/// <summary>The weights of a scorecard are to change, or have, for an item that is exempt or is assessed again (S7.6).</summary>
[EventVersion(1), ForWebhooks]
public sealed record RebalanceMoved(RebalanceId RebalanceId, ScorecardId ScorecardId, CycleId CycleId, PersonId PersonId, RebalanceStep Step, PersonId? ById) : IIntegrationEvent
{
    public Guid AggregateId => ScorecardId.Value;
}

public enum RebalanceStep
{
    Proposed,

    /// <summary>The member has said how he would have it.</summary>
    Requested,

    /// <summary>Nothing is left to carry the weight, or leader and member do not agree.</summary>
    LeftToHr,
    Confirmed,
    Rejected,
}

/// <summary>A person's appraisal has come a step further.</summary>
/// <param name="ById">Who took the step.</param>
[EventVersion(1), ForWebhooks]
public sealed record AppraisalMoved(ScorecardId ScorecardId, CycleId CycleId, PersonId PersonId, AppraisalStep Step, PersonId ById) : IIntegrationEvent
{
    public Guid AggregateId => ScorecardId.Value;
}

public enum AppraisalStep
{
    SelfAppraised,
    Appraised,

    /// <summary>The person sees it from now on.</summary>
    Calibrated,

    /// <summary>By one of the two.</summary>
    SignedByOne,
    Signed,
    Disputed,
    Resolved,
}
