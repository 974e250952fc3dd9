using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Time;

namespace Objectives.Platform.Demo;

public enum DemoPhase
{
    Preparation,
    Setting,
    Execution,
    Appraisal,
    Closed,
}

/// <param name="Moves">How it came to where it stands, in order; the first is its opening in preparation.</param>
public sealed record DemoCycle(CycleId Id, int Year, string Name, IReadOnlyList<DemoCycleMove> Moves)
{
    public DemoPhase Phase => Moves[^1].To;
}

public sealed record DemoCycleMove(DemoPhase To, DateTimeOffset At);

public enum DemoStatus
{
    Draft,
    Negotiating,
    Agreed,
    Committed,
    Withdrawn,
    Achieved,
    Missed,
}

public enum DemoOrigin
{
    TopDown,
    BottomUp,
    Allocated,
}

/// <param name="Position">For the levels POSITION and PERSONAL.</param>
/// <param name="ChildrenAddUp">Whether the targets of its children, by the same measure, make exactly its own; null where that is not asked.</param>
/// <param name="Past">Each version that it had, the oldest first.</param>
/// <param name="Actuals">As they were recorded, by month; a correction after what it corrects.</param>
public sealed record DemoObjective(
    ObjectiveId Id,
    ObjectiveId? ParentId,
    int Depth,
    DemoMeasure Measure,
    DemoLevel Level,
    DemoOrigin Origin,
    DemoPerson Owner,
    DemoUnit Unit,
    RegionId? RegionId,
    CustomerId? CustomerId,
    PositionId? PositionId,
    ResponsibilityId? ResponsibilityId,
    StrategyElementId? StrategyElementId,
    decimal? Baseline,
    decimal? LowerBound,
    bool? ChildrenAddUp,
    IReadOnlyList<DemoVersion> Past,
    IReadOnlyList<DemoActual> Actuals,
    IReadOnlyList<DemoComment> Comments)
{
    public DemoVersion Now => Past[^1];
}

/// <param name="Action">The command that made it.</param>
/// <param name="IsElsewhere">Whether it then stood under its parent's parent, from where it was moved.</param>
public sealed record DemoVersion(
    DateTimeOffset At, DemoPerson By, string Action, string? Reason, DemoStatus Status, string Title, string Description, string? Contribution, decimal Target, bool Important, bool IsElsewhere);

public sealed record DemoActual(
    ActualId Id, Period Period, decimal Value, decimal? Numerator, decimal? Denominator, bool IsImported, DemoPerson By, DateTimeOffset At, string? Note, ActualId? Corrects, string? CorrectionReason);

public sealed record DemoComment(CommentId Id, DateTimeOffset At, DemoPerson By, string Text, IReadOnlyList<PersonId> Mentions);

/// <param name="Parent">Of the element that it serves.</param>
public sealed record DemoStrategyElement(
    StrategyElementId Id, DemoStrategyKind Kind, string Title, string Description, int From, int Until, DemoMeasure? Measure, decimal? Target, StrategyElementId? Parent, DateTimeOffset At);

public enum DemoStrategyKind
{
    Vision,
    LongTermObjective,
    Strategy,
    AnnualPolicy,
    AnnualPlan,
}
