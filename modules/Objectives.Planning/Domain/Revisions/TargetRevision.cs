using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Domain.Revisions;

internal enum RevisionStatus
{
    Requested,
    Approved,
    Rejected,

    /// <summary>By whoever requested it.</summary>
    Withdrawn,

    /// <summary>Approved, then taken back.</summary>
    Undone,
}

/// <summary>
/// A target that cannot be reached for an external cause is revised (S7.5): requested by a leader, decided by a higher one. With approval the plan's new version holds and the objective is exempt from appraisal;
/// the old one stays readable.
/// </summary>
internal sealed class TargetRevision : Aggregate
{
    public const int MaxTextLength = 4000;

    private TargetRevision()
    {
    }

    public TargetRevisionId Id { get; private init; }

    public override Guid Key => Id.Value;

    public ObjectiveId ObjectiveId { get; private init; }

    public CycleId CycleId { get; private init; }

    public DeviationId DeviationId { get; private init; }

    public PersonId RequestedById { get; private init; }

    public DateTimeOffset RequestedAt { get; private init; }

    public string ExternalCause { get; private init; } = string.Empty;

    public string Evidence { get; private init; } = string.Empty;

    /// <summary>Of the cycle, in the measure's unit; null when the objective is given up for the rest of it.</summary>
    public decimal? NewTarget { get; private init; }

    /// <summary>What held when it was asked for, and again if the approval is taken back.</summary>
    public RevisedTerms Before { get; private init; } = RevisedTerms.None;

    /// <summary>The months of the new target as <see cref="PhasedMonths"/> writes them; null when the objective is given up.</summary>
    public string? NewPhasing { get; private init; }

    /// <summary>The first month that it changes.</summary>
    public Period EffectiveFrom { get; private init; }

    public string? WorkPlanChange { get; private init; }

    public RevisionStatus Status { get; private set; }

    public PersonId? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecisionReason { get; private set; }

    public bool ExemptFromAppraisal => Status == RevisionStatus.Approved;

    public static TargetRevision Request(
        Objective objective, DeviationId deviation, string externalCause, string evidence, decimal? newTarget, IReadOnlyList<PhasedValue>? months, Period effectiveFrom, string? workPlanChange, PersonId by, DateTimeOffset now)
    {
        var revision = new TargetRevision
        {
            Id = TargetRevisionId.New(),
            ObjectiveId = objective.ObjectiveId,
            CycleId = objective.CycleId,
            DeviationId = deviation,
            RequestedById = by,
            RequestedAt = now,
            ExternalCause = externalCause.Trim(),
            Evidence = evidence.Trim(),
            NewTarget = newTarget,
            NewPhasing = months is null ? null : PhasedMonths.Write(months),
            EffectiveFrom = effectiveFrom,
            WorkPlanChange = string.IsNullOrWhiteSpace(workPlanChange) ? null : workPlanChange.Trim(),
            Before = RevisedTerms.Of(objective),
        };
        revision.Raise(new TargetRevisionRequested(revision.Id, deviation, objective.ObjectiveId, objective.CycleId, objective.OwnerId, by, now));
        return revision;
    }

    /// <summary>A higher leader decides; with approval the objective takes its new terms.</summary>
    /// <param name="hasChildren">Others contribute to the objective, so that it cannot be given up.</param>
    public Result Decide(bool approve, string reason, Objective objective, Cycle cycle, bool hasChildren, PersonId by, DateTimeOffset now)
    {
        if (by == RequestedById)
            return new Error(ErrorCode.SamePersonMayNotDecide, new("Nobody decides his own request.", "不能审批自己提出的申请。"), "revisionId");
        if (by == objective.OwnerId)
            return new Error(ErrorCode.SamePersonMayNotDecide, new("Nobody decides about his own objective.", "不能审批自己目标的修订。"), "revisionId");
        if (CheckStatus(RevisionStatus.Requested) is { } decided)
            return decided;
        if (approve)
        {
            if (RevisedTerms.Of(objective) != Before)
                return new Error(ErrorCode.Conflict, new("The objective's target or months changed since this was asked for; reject it and have it asked for anew.", "申请提出后目标值或分期已变更，请驳回并重新申请。"), "revisionId");
            var revised = NewTarget is { } target ? objective.Revise(target, NewPhasing!, cycle, now) : objective.GiveUp(cycle, hasChildren, now);
            if (!revised.IsSuccess)
                return revised;
        }
        End(approve ? RevisionStatus.Approved : RevisionStatus.Rejected, reason, by, now);
        Tell(objective.OwnerId, approve ? TargetRevisionOutcome.Approved : TargetRevisionOutcome.Rejected, by, now);
        return Result.Success;
    }

    /// <summary>Whoever asked for it asks no longer.</summary>
    public Result Withdraw(string reason, PersonId owner, PersonId by, DateTimeOffset now)
    {
        if (CheckStatus(RevisionStatus.Requested) is { } decided)
            return decided;
        End(RevisionStatus.Withdrawn, reason, by, now);
        Tell(owner, TargetRevisionOutcome.Withdrawn, by, now);
        return Result.Success;
    }

    /// <summary>The approval is taken back: the former terms hold again, and the objective is assessed.</summary>
    public Result Undo(string reason, Objective objective, Cycle cycle, PersonId by, DateTimeOffset now)
    {
        if (by == RequestedById)
            return new Error(ErrorCode.SamePersonMayNotDecide, new("Nobody decides his own request.", "不能审批自己提出的申请。"), "revisionId");
        if (CheckStatus(RevisionStatus.Approved) is { } other)
            return other;
        if (!Holds(objective.Target, objective.Phasing))
            return new Error(ErrorCode.Conflict, new("The target was revised again since; take that back first.", "该目标此后又有修订，请先撤销后来的修订。"), "revisionId");
        var restored = objective.Restore(Before, cycle, now);
        if (!restored.IsSuccess)
            return restored;
        End(RevisionStatus.Undone, reason, by, now);
        Tell(objective.OwnerId, TargetRevisionOutcome.Undone, by, now);
        return Result.Success;
    }

    /// <summary>Whether an objective's terms are still what this made of them; always, when it was given up.</summary>
    public bool Holds(decimal target, string? phasing) => NewTarget is not { } made || (target, phasing) == (made, NewPhasing);

    /// <summary>A closed month that it changes; null where there is none. Of MIN and MAX that may be one before it takes effect, since one month decides the whole.</summary>
    /// <param name="former">The months of before it, all of the cycle's.</param>
    public Period? ClosedMonth(Cycle cycle, IReadOnlyList<PhasedValue> former)
    {
        var closed = CycleMonths.Read(cycle.ClosedMonths);
        var changed = NewPhasing is null
            ? former.Where(m => m.Period.Start >= EffectiveFrom.Start)
            : PhasedMonths.Read(NewPhasing).Zip(former).Where(m => m.First.Period == EffectiveFrom || m.First.Value != m.Second.Value).Select(m => m.First);
        return changed.Where(m => closed.Contains(m.Period)).Select(m => (Period?)m.Period).FirstOrDefault();
    }

    private void End(RevisionStatus status, string reason, PersonId by, DateTimeOffset now) => (Status, DecisionReason, DecidedById, DecidedAt) = (status, reason.Trim(), by, now);

    private void Tell(PersonId owner, TargetRevisionOutcome outcome, PersonId by, DateTimeOffset now) => Raise(new TargetRevisionDecided(Id, DeviationId, ObjectiveId, CycleId, owner, RequestedById, by, outcome, now));

    /// <summary>CONFLICT where it is in another state, which says by whom it was brought there.</summary>
    /// <param name="name">Of that person.</param>
    public Error? CheckStatus(RevisionStatus status, string? name = null) => Status == status
        ? null
        : new(ErrorCode.Conflict, Status == RevisionStatus.Requested ? Undecided : Told(name ?? "?"), "revisionId");

    private static readonly Text Undecided = new("It has not been decided.", "该修订尚未审批。");

    private Text Told(string name) => Status switch
    {
        RevisionStatus.Approved => new($"{name} has approved it.", $"{name}已批准该修订。"),
        RevisionStatus.Rejected => new($"{name} has rejected it.", $"{name}已驳回该修订。"),
        RevisionStatus.Withdrawn => new($"{name} has withdrawn the request.", $"{name}已撤回该申请。"),
        _ => new($"{name} has taken the approval back.", $"{name}已撤销批准。"),
    };
}

/// <summary>What a revision changes of an objective.</summary>
internal sealed record RevisedTerms(decimal Target, PhasingMethod? PhasedBy, string? Phasing, ObjectiveStatus Status, bool IsExempt)
{
    public static readonly RevisedTerms None = new(0, null, null, ObjectiveStatus.Draft, IsExempt: false);

    public static RevisedTerms Of(Objective objective) => new(objective.Target, objective.PhasedBy, objective.Phasing, objective.Status, objective.IsExempt);
}
