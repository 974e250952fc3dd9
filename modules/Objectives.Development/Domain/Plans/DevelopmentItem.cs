using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.Development.Domain.Plans;

internal enum DevelopmentItemKind
{
    Course,

    /// <summary>With someone who coaches.</summary>
    Coaching,
    OnTheJob,
}

internal enum DevelopmentItemStatus
{
    Planned,
    InProgress,

    /// <summary>Passed: the level is reached.</summary>
    Completed,

    /// <summary>Not passed: the level is as it was.</summary>
    Failed,
    Cancelled,
}

/// <summary>One thing that a person does to bring a competency to a level.</summary>
internal sealed class DevelopmentItem : IPart
{
    public const int MaxTitleLength = 200;
    public const int MaxResultLength = 4000;

    private DevelopmentItem()
    {
    }

    public DevelopmentItemId Id { get; private init; }

    public DevelopmentPlanId PlanId { get; private init; }

    public PersonId PersonId { get; private init; }

    public DevelopmentItemKind Kind { get; private set; }

    public string Title { get; private set; } = string.Empty;

    public CourseId? CourseId { get; private set; }

    public PersonId? CoachId { get; private set; }

    public CompetencyId CompetencyId { get; private set; }

    public int TargetLevel { get; private set; }

    public ObjectiveId? ForObjectiveId { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly Due { get; private set; }

    public DevelopmentItemStatus Status { get; private set; }

    public string? Result { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>For which due date the person was last reminded before it, and after it.</summary>
    public DateOnly? RemindedOf { get; private set; }

    public DateOnly? OverdueTold { get; private set; }

    Guid IPart.Root => PlanId.Value;

    public bool IsOpen => Status is DevelopmentItemStatus.Planned or DevelopmentItemStatus.InProgress;

    public static DevelopmentItem Of(DevelopmentPlan plan, ItemTerms terms, DevelopmentItemId? id = null)
    {
        var item = new DevelopmentItem { Id = id ?? DevelopmentItemId.New(), PlanId = plan.Id, PersonId = plan.PersonId };
        item.Apply(terms);
        return item;
    }

    /// <remarks>Fails with FORBIDDEN_BY_STATE (it has ended).</remarks>
    public Result Change(ItemTerms terms)
    {
        if (!IsOpen)
            return Ended("id");
        Apply(terms);
        return Objectives.Platform.Results.Result.Success;
    }

    /// <remarks>Fails with FORBIDDEN_BY_STATE (it has begun, or ended).</remarks>
    public Result Start()
    {
        if (Status != DevelopmentItemStatus.Planned)
            return IsOpen ? new Error(ErrorCode.ForbiddenByState, new("It has begun already.", "该项目已开始。"), "itemId") : Ended("itemId");
        Status = DevelopmentItemStatus.InProgress;
        return Objectives.Platform.Results.Result.Success;
    }

    /// <remarks>Fails with FORBIDDEN_BY_STATE (it has ended).</remarks>
    public Result Complete(bool passed, string result, DateTimeOffset now)
    {
        if (!IsOpen)
            return Ended("itemId");
        (Status, Result, EndedAt) = (passed ? DevelopmentItemStatus.Completed : DevelopmentItemStatus.Failed, result.Trim(), now);
        return Objectives.Platform.Results.Result.Success;
    }

    /// <remarks>Fails with FORBIDDEN_BY_STATE (it has ended).</remarks>
    public Result Cancel(DateTimeOffset now)
    {
        if (!IsOpen)
            return Ended("id");
        (Status, EndedAt) = (DevelopmentItemStatus.Cancelled, now);
        return Objectives.Platform.Results.Result.Success;
    }

    private void Apply(ItemTerms terms)
    {
        Kind = terms.Kind;
        Title = terms.Title.Trim();
        CourseId = terms.CourseId;
        CoachId = terms.CoachId;
        CompetencyId = terms.CompetencyId;
        TargetLevel = terms.TargetLevel;
        ForObjectiveId = terms.ForObjectiveId;
        Due = terms.Due;
    }

    private static Error Ended(string field) => new(ErrorCode.ForbiddenByState, new("It has ended; plan it anew.", "该项目已结束，请另行安排。"), field);
}

/// <summary>What an item says while it is open.</summary>
internal sealed record ItemTerms(
    DevelopmentItemKind Kind, string Title, CourseId? CourseId, PersonId? CoachId, CompetencyId CompetencyId, int TargetLevel, ObjectiveId? ForObjectiveId, DateOnly Due);
