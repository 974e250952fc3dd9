namespace Objectives.Contracts.Planning;

public readonly record struct CycleId(Guid Value) : IEntityId<CycleId>
{
    public static CycleId From(Guid value) => new(value);

    public static CycleId New() => new(Guid.CreateVersion7());
}

public readonly record struct MeasureId(Guid Value) : IEntityId<MeasureId>
{
    public static MeasureId From(Guid value) => new(value);

    public static MeasureId New() => new(Guid.CreateVersion7());
}

public readonly record struct StrategyElementId(Guid Value) : IEntityId<StrategyElementId>
{
    public static StrategyElementId From(Guid value) => new(value);

    public static StrategyElementId New() => new(Guid.CreateVersion7());
}

public readonly record struct ObjectiveId(Guid Value) : IEntityId<ObjectiveId>
{
    public static ObjectiveId From(Guid value) => new(value);

    public static ObjectiveId New() => new(Guid.CreateVersion7());
}

public readonly record struct CommentId(Guid Value) : IEntityId<CommentId>
{
    public static CommentId From(Guid value) => new(value);

    public static CommentId New() => new(Guid.CreateVersion7());
}

public readonly record struct BriefingId(Guid Value) : IEntityId<BriefingId>
{
    public static BriefingId From(Guid value) => new(value);

    public static BriefingId New() => new(Guid.CreateVersion7());
}

public readonly record struct NegotiationEntryId(Guid Value) : IEntityId<NegotiationEntryId>
{
    public static NegotiationEntryId From(Guid value) => new(value);

    public static NegotiationEntryId New() => new(Guid.CreateVersion7());
}

public readonly record struct AuthorityGrantId(Guid Value) : IEntityId<AuthorityGrantId>
{
    public static AuthorityGrantId From(Guid value) => new(value);

    public static AuthorityGrantId New() => new(Guid.CreateVersion7());
}

public readonly record struct SupportRequestId(Guid Value) : IEntityId<SupportRequestId>
{
    public static SupportRequestId From(Guid value) => new(value);

    public static SupportRequestId New() => new(Guid.CreateVersion7());
}

public readonly record struct WorkItemId(Guid Value) : IEntityId<WorkItemId>
{
    public static WorkItemId From(Guid value) => new(value);

    public static WorkItemId New() => new(Guid.CreateVersion7());
}

public readonly record struct ProjectId(Guid Value) : IEntityId<ProjectId>
{
    public static ProjectId From(Guid value) => new(value);

    public static ProjectId New() => new(Guid.CreateVersion7());
}

public readonly record struct MilestoneId(Guid Value) : IEntityId<MilestoneId>
{
    public static MilestoneId From(Guid value) => new(value);

    public static MilestoneId New() => new(Guid.CreateVersion7());
}

/// <summary>Of a finding: it follows from what it is about, so that the same finding has the same id however often it is looked for.</summary>
public readonly record struct FindingId(Guid Value) : IEntityId<FindingId>
{
    public static FindingId From(Guid value) => new(value);
}

public readonly record struct TargetRevisionId(Guid Value) : IEntityId<TargetRevisionId>
{
    public static TargetRevisionId From(Guid value) => new(value);

    public static TargetRevisionId New() => new(Guid.CreateVersion7());
}
