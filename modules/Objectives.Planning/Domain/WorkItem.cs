using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain.Findings;
using Objectives.Platform.Data;

namespace Objectives.Planning.Domain;

/// <summary>All that planning says of a work item.</summary>
internal sealed record WorkItemContent(string Title, PersonId OwnerId, DateOnly? Start, DateOnly? Due, bool Done)
{
    public static WorkItemContent Of(WorkItem item) => new(item.Title, item.OwnerId, item.Start, item.Due, item.Done);

    /// <summary>Whether nothing differs but that it is done.</summary>
    public bool PlansTheSameAs(WorkItemContent other) => this with { Done = false } == other with { Done = false };
}

/// <summary>A piece of work by which an objective is carried out: who does it, by when, and that it is done. Of its own, so that many who tick theirs do not wait for one row.</summary>
internal sealed class WorkItem : Aggregate, IConcernsObjective
{
    public const int MaxTitleLength = 200;

    /// <summary>Of one objective.</summary>
    public const int MaxCount = 500;

    private WorkItem()
    {
    }

    public WorkItemId Id { get; private set; }

    public override Guid Key => Id.Value;

    public ObjectiveId ObjectiveId { get; private set; }

    IReadOnlyList<string> IConcernsObjective.ConcernsBy => [nameof(RemovedAt)];

    public string Title { get; private set; } = string.Empty;

    public PersonId OwnerId { get; private set; }

    public DateOnly? Start { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly? Due { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public bool Done => DoneAt is not null;

    public DateTimeOffset? RemovedAt { get; private set; }

    public static WorkItem Plan(ObjectiveId objectiveId, WorkItemContent content, DateTimeOffset now, WorkItemId? id = null)
    {
        var item = new WorkItem { Id = id ?? WorkItemId.New(), ObjectiveId = objectiveId };
        item.Change(content, now);
        return item;
    }

    public void Change(WorkItemContent content, DateTimeOffset now)
    {
        (Title, OwnerId, Start, Due) = (content.Title.Trim(), content.OwnerId, content.Start, content.Due);
        DoneAt = content.Done ? DoneAt ?? now : null;
    }

    public void Remove(DateTimeOffset now) => RemovedAt ??= now;

    /// <summary>Tells those who look at the objective.</summary>
    public void Tell(ObjectivePlace objective) => Raise(new ObjectiveChanged(objective.Id, objective.CycleId, objective.Path));
}
