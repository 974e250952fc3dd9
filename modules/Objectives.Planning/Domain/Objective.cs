using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.Planning.Domain;

internal enum ObjectiveOrigin
{
    TopDown,
    BottomUp,
    Allocated,
    Imported,
}

/// <summary>
/// What someone answers for in a cycle, by how much of which measure. It stands in one tree from the company's objectives to each person's
/// (S4.4), and every version of it is kept.
/// </summary>
internal sealed class Objective : Aggregate, IObjectiveState
{
    public const int MaxCodeLength = 48;
    public const int MaxTitleLength = 200;
    public const int MaxDescriptionLength = 8000;
    public const int MaxContributionLength = 1000;
    public const decimal MaxRollUpWeight = 1000;

    private Objective()
    {
    }

    public ObjectiveId ObjectiveId { get; private set; }

    public override Guid Key => ObjectiveId.Value;

    public CycleId CycleId { get; private set; }

    public string Code { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public string Description { get; private set; } = string.Empty;

    public ObjectiveLevel Level { get; private set; }

    public ObjectiveStatus Status { get; private set; }

    public ObjectiveOrigin Origin { get; private set; }

    public PersonId OwnerId { get; private set; }

    public UnitId UnitId { get; private set; }

    public RegionId? RegionId { get; private set; }

    public CustomerId? CustomerId { get; private set; }

    public PositionId? PositionId { get; private set; }

    public ResponsibilityId? ResponsibilityId { get; private set; }

    public StrategyElementId? StrategyElementId { get; private set; }

    public bool Important { get; private set; }

    public ObjectiveId? ParentId { get; private set; }

    public string Path { get; private set; } = string.Empty;

    /// <summary>1 for a root, at most <see cref="TreePath.MaxDepth"/>.</summary>
    public int Depth { get; private set; }

    public string? Contribution { get; private set; }

    public decimal RollUpWeight { get; private set; } = 1;

    public MeasureId MeasureId { get; private set; }

    public decimal? Baseline { get; private set; }

    public decimal Target { get; private set; }

    public decimal? LowerBound { get; private set; }

    /// <summary>Null while it is not phased.</summary>
    public PhasingMethod? PhasedBy { get; private set; }

    /// <summary>The target's months as <see cref="PhasedMonths"/> writes them: part of what is signed.</summary>
    public string? Phasing { get; private set; }

    /// <summary>Exempt from appraisal, since its target was revised for an external cause (S7.5).</summary>
    public bool IsExempt { get; private set; }

    public DateTimeOffset DraftedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Since when its newest version row holds: <see cref="UpdatedAt"/>, or later when an ancestor was moved.</summary>
    public DateTimeOffset StateFrom { get; private set; }

    public static Objective Draft(
        Cycle cycle, int number, ObjectiveContent content, ObjectiveLevel level, ObjectiveOrigin origin, Objective? parent, DateTimeOffset now, ObjectiveId? id = null, string? code = null)
    {
        var objective = new Objective
        {
            ObjectiveId = id ?? ObjectiveId.New(),
            CycleId = cycle.Id,
            Code = code ?? $"{cycle.CodePrefix}-{number:D5}",
            Level = level,
            Origin = origin,
            ParentId = parent?.ObjectiveId,
            Path = TreePath.Of(parent?.Path, number),
            DraftedAt = now,
        };
        objective.Depth = TreePath.DepthOf(objective.Path);
        objective.Fill(content);
        objective.Touch(now);
        return objective;
    }

    /// <summary>Whether it can still be changed at all.</summary>
    /// <param name="field">The input field that names it.</param>
    public Error? CheckChangeable(Cycle cycle, string? field = null)
    {
        if (Status is ObjectiveStatus.Withdrawn or ObjectiveStatus.Achieved or ObjectiveStatus.Missed)
            return new Error(ErrorCode.ForbiddenByState, new($"The objective is {Status.ToString().ToLowerInvariant()} and no longer changes.", "该目标已结束，不能再修改。"), field);
        return cycle.TakesObjectives
            ? null
            : new Error(ErrorCode.ForbiddenByState, new("The cycle is in appraisal or closed; its objectives no longer change.", "目标周期已进入考核或关闭，不能再修改目标。"), field);
    }

    /// <summary>What was committed for a cycle in execution changes by a revision alone (S7.5).</summary>
    public Error? CheckTermsOpen(Cycle cycle, string field) => Status == ObjectiveStatus.Committed && cycle.Status == CycleStatus.Execution
        ? new Error(ErrorCode.ForbiddenByState, new("It is committed and in execution; ask for a target revision.", "目标已承诺并在执行中，请申请目标修订。"), field)
        : null;

    /// <summary>What was committed for a cycle in execution is measured by its terms until a revision replaces them (S7.5).</summary>
    /// <param name="measure">The content's. With another target the months keep their shape; where they cannot, and with another measure, it is no longer phased.</param>
    public Result Edit(ObjectiveContent content, Cycle cycle, Measure measure, DateTimeOffset now)
    {
        if (CheckChangeable(cycle, "id") is { } fixedNow)
            return fixedNow;
        if (content.TermsDifferFrom(this) is { } field && CheckTermsOpen(cycle, field) is { } committed)
            return committed;
        if (content == ObjectiveContent.Of(this))
            return Result.Success;
        Reshape(content, measure);
        Fill(content);
        Touch(now);
        return Result.Success;
    }

    /// <summary>Spreads its target over the months of its cycle (S6.9).</summary>
    /// <param name="months">All of the cycle's, which make up the target by <see cref="PhasingRule"/>.</param>
    public Result Phase(PhasingMethod method, IReadOnlyList<PhasedValue> months, Cycle cycle, DateTimeOffset now)
    {
        if ((CheckChangeable(cycle, "id") ?? CheckTermsOpen(cycle, "method")) is { } fixedNow)
            return fixedNow;
        PhasedBy = method;
        Phasing = PhasedMonths.Write(months);
        Touch(now);
        return Result.Success;
    }

    /// <summary>Puts it under another parent, or at the root.</summary>
    public Result MoveUnder(Objective? parent, int number, int deepestBelow, DateTimeOffset now)
    {
        if (parent is not null && parent.CycleId != CycleId)
            return Error.Invalid("newParentId", new("The new parent belongs to another cycle.", "新的上级目标属于另一个周期。"));
        if (parent is not null && TreePath.IsWithin(parent.Path, Path))
            return new Error(ErrorCode.CycleInTree, new("An objective cannot stand under itself.", "目标不能隶属于自身或其下级目标。"), "newParentId");
        if (parent?.Status == ObjectiveStatus.Withdrawn)
            return new Error(ErrorCode.ForbiddenByState, new("The new parent is withdrawn.", "新的上级目标已撤回。"), "newParentId");
        var depth = (parent?.Depth ?? 0) + 1;
        if (CheckDepth(depth + deepestBelow - Depth, "newParentId") is { } tooDeep)
            return tooDeep;
        ParentId = parent?.ObjectiveId;
        Path = TreePath.Of(parent?.Path, number);
        Depth = depth;
        Touch(now);
        return Result.Success;
    }

    /// <summary>A title from elsewhere, cut to what a title may be.</summary>
    public static string ShortTitle(string title) => title.Length > MaxTitleLength ? title[..(MaxTitleLength - 1)] + "…" : title;

    /// <summary>A tree is at most 100 levels deep, so that its paths fit every database's index.</summary>
    public static Error? CheckDepth(int depth, string field) => depth <= TreePath.MaxDepth
        ? null
        : new Error(
            ErrorCode.LimitExceeded,
            new($"A tree has at most {TreePath.MaxDepth} levels; this would make {depth}.", $"目标树最多 {TreePath.MaxDepth} 层，此操作将达到 {depth} 层。"),
            field,
            new Dictionary<string, object?> { ["allowed"] = TreePath.MaxDepth, ["actual"] = depth });

    public Result Withdraw(Cycle cycle, bool hasChildren, DateTimeOffset now)
    {
        if ((CheckChangeable(cycle, "id") ?? CheckTermsOpen(cycle, "id")) is { } fixedNow)
            return fixedNow;
        if (hasChildren)
            return new Error(ErrorCode.ForbiddenByState, new("Others contribute to it; move or withdraw them first.", "仍有下级目标，请先移动或撤回下级目标。"), "id");
        Status = ObjectiveStatus.Withdrawn;
        Touch(now);
        return Result.Success;
    }

    /// <summary>Someone of either side has begun to talk about it.</summary>
    public void BeginNegotiation(DateTimeOffset now)
    {
        if (Status != ObjectiveStatus.Draft)
            return;
        Status = ObjectiveStatus.Negotiating;
        Touch(now);
    }

    /// <summary>Both sides stand by the same target, which becomes its own (S6.6); its months keep their shape where they can.</summary>
    public void Agree(decimal target, Measure measure, DateTimeOffset now)
    {
        var content = ObjectiveContent.Of(this) with { Target = target };
        Reshape(content, measure);
        Fill(content);
        Status = ObjectiveStatus.Agreed;
        Touch(now);
        Raise(new ObjectiveAgreed(ObjectiveId, CycleId));
    }

    /// <summary>Takes an agreement back, with the signatures under it; in execution only a revision does (S7.5).</summary>
    public Result Reopen(Cycle cycle, DateTimeOffset now)
    {
        if ((CheckChangeable(cycle, "objectiveId") ?? CheckTermsOpen(cycle, "kind")) is { } fixedNow)
            return fixedNow;
        Status = ObjectiveStatus.Negotiating;
        Touch(now);
        Raise(new CommitmentVoided(ObjectiveId, CycleId));
        return Result.Success;
    }

    /// <summary>Everyone who must has signed it (S5.6).</summary>
    public void Commit(DateTimeOffset now)
    {
        Status = ObjectiveStatus.Committed;
        Touch(now);
        Raise(new ObjectiveCommitted(ObjectiveId, CycleId, OwnerId));
    }

    /// <summary>
    /// The terms that were agreed are no longer its own (S5.6), so it is negotiated again. Only in execution a committed objective stays so: what may change there does not undo what is being
    /// carried out; it is signed anew.
    /// </summary>
    public void LoseAgreement(CycleStatus cycle)
    {
        if (Status == ObjectiveStatus.Agreed || (Status == ObjectiveStatus.Committed && cycle != CycleStatus.Execution))
            Status = ObjectiveStatus.Negotiating;
        Raise(new CommitmentVoided(ObjectiveId, CycleId));
    }

    /// <summary>What was signed beside the terms, its months or the help it needs, is otherwise: it stays agreed, and is signed anew; whoever no longer stands by it reopens it.</summary>
    public void LoseSignatures(CycleStatus cycle)
    {
        if (Status == ObjectiveStatus.Committed && cycle != CycleStatus.Execution)
            Status = ObjectiveStatus.Agreed;
        Raise(new CommitmentVoided(ObjectiveId, CycleId));
    }

    /// <summary>A higher leader approved another target for it while it is carried out (S7.5); from then on it is exempt from appraisal.</summary>
    /// <param name="months">As <see cref="PhasedMonths"/> writes them; they make up the target.</param>
    public Result Revise(decimal target, string months, Cycle cycle, DateTimeOffset now)
    {
        if (CheckRevisable(cycle) is { } fixedNow)
            return fixedNow;
        (Target, Phasing, PhasedBy, IsExempt) = (target, months, PhasingMethod.ByHand, true);
        Touch(now);
        return Result.Success;
    }

    /// <summary>It is given up for the rest of the cycle (S7.5).</summary>
    public Result GiveUp(Cycle cycle, bool hasChildren, DateTimeOffset now)
    {
        if (CheckRevisable(cycle) is { } fixedNow)
            return fixedNow;
        if (hasChildren)
            return new Error(ErrorCode.ForbiddenByState, new("Others contribute to it; move or withdraw them first.", "仍有下级目标，请先移动或撤回下级目标。"), "newTarget");
        (Status, IsExempt) = (ObjectiveStatus.Withdrawn, true);
        Touch(now);
        return Result.Success;
    }

    /// <summary>The terms of before a revision hold again.</summary>
    public Result Restore(Revisions.RevisedTerms terms, Cycle cycle, DateTimeOffset now)
    {
        if (cycle.Status != CycleStatus.Execution)
            return NotRevisable();
        (Target, Phasing, PhasedBy, Status, IsExempt) = (terms.Target, terms.Phasing, terms.PhasedBy, terms.Status, terms.IsExempt);
        Touch(now);
        return Result.Success;
    }

    /// <summary>Whether its target can be revised: it counts, and its cycle is in execution.</summary>
    public Error? CheckRevisable(Cycle cycle)
        => IsRevisable(Status, cycle.Status) ? null : NotRevisable();

    public static bool IsRevisable(ObjectiveStatus status, CycleStatus cycle)
        => cycle == CycleStatus.Execution && status is not (ObjectiveStatus.Withdrawn or ObjectiveStatus.Achieved or ObjectiveStatus.Missed);

    /// <summary>Tells that something was said or asked about it.</summary>
    public void Tell(Contracts.IIntegrationEvent? more = null)
    {
        Raise(new ObjectiveChanged(ObjectiveId, CycleId, Path));
        if (more is not null)
            Raise(more);
    }

    /// <summary>For data that comes with its history: the demo company's past.</summary>
    internal void RestoreStatus(ObjectiveStatus status, DateTimeOffset at)
    {
        Status = status;
        Touch(at);
    }

    internal void MarkStateFrom(DateTimeOffset now) => StateFrom = now;

    private void Fill(ObjectiveContent content)
    {
        Title = content.Title.Trim();
        Description = content.Description?.Trim() ?? string.Empty;
        Contribution = content.Contribution?.Trim();
        OwnerId = content.OwnerId;
        UnitId = content.UnitId;
        RegionId = content.RegionId;
        CustomerId = content.CustomerId;
        PositionId = content.PositionId;
        ResponsibilityId = content.ResponsibilityId;
        StrategyElementId = content.StrategyElementId;
        MeasureId = content.MeasureId;
        Baseline = content.Baseline;
        Target = content.Target;
        LowerBound = content.LowerBound;
        RollUpWeight = content.RollUpWeight;
        Important = content.Important;
    }

    private static Error NotRevisable() => new(
        ErrorCode.ForbiddenByState, new("Targets of objectives that count are revised while their cycle is in execution.", "仅可在周期执行阶段修订未结束的目标。"), "objectiveId");

    private void Reshape(ObjectiveContent content, Measure measure)
    {
        if (Phasing is null || (content.MeasureId, content.Target, content.Baseline) == (MeasureId, Target, Baseline))
            return;
        var months = content.MeasureId == MeasureId
            ? PhasingRule.Of(measure, content.Target, content.Baseline).Reshape(PhasedMonths.Read(Phasing), PhasingRule.Of(measure, Target, Baseline))
            : null;
        Phasing = months is null ? null : PhasedMonths.Write(months);
        PhasedBy = months is null ? null : PhasedBy;
    }

    private void Touch(DateTimeOffset now)
    {
        UpdatedAt = now;
        Raise(new ObjectiveChanged(ObjectiveId, CycleId, Path));
    }
}
