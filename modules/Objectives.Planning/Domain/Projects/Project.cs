using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.Planning.Domain.Projects;

/// <summary>How an important objective is carried out: one manager, and milestones that wait for each other (S5.3). An objective has at most one, which its first milestone makes.</summary>
/// <remarks>
/// All that holds between milestones is kept here, and every change of one raises the project's version: of two changes at once the later is done again on what the first left,
/// so together they cannot close a circle or complete what waits.
/// </remarks>
internal sealed class Project : Aggregate
{
    public const int MaxNameLength = Objective.MaxTitleLength;
    public const int MaxMilestones = 200;

    private readonly List<Milestone> _milestones = [];

    private Project()
    {
    }

    public ProjectId Id { get; private set; }

    public override Guid Key => Id.Value;

    public ObjectiveId ObjectiveId { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public PersonId ManagerId { get; private set; }

    /// <summary>All of them, once it has been read <see cref="With"/> them.</summary>
    public IReadOnlyList<Milestone> Milestones => _milestones;

    public static Project Begin(ObjectiveId objectiveId, string name, PersonId managerId, ProjectId? id = null)
        => new() { Id = id ?? ProjectId.New(), ObjectiveId = objectiveId, Name = name.Trim(), ManagerId = managerId };

    /// <summary>
    /// How far a project is, in per cent: the mean of its milestones' per cent, each weighted by its days from start to due, both included; cut to a whole number, so that
    /// it is 100 only when every milestone is. 0 without milestones.
    /// </summary>
    public static int PercentCompleteOf(IEnumerable<(DateOnly Start, DateOnly Due, int PercentComplete)> milestones)
    {
        var (done, days) = (0L, 0L);
        foreach (var (start, due, percent) in milestones)
        {
            long length = due.DayNumber - start.DayNumber + 1;
            (done, days) = (done + (length * percent), days + length);
        }
        return days == 0 ? 0 : (int)(done / days);
    }

    /// <summary>Takes up the milestones that were kept with it.</summary>
    public Project With(IEnumerable<Milestone> milestones)
    {
        _milestones.AddRange(milestones);
        return this;
    }

    public Milestone? Find(MilestoneId id) => _milestones.Find(m => m.Id == id);

    public void Lead(string name, PersonId managerId) => (Name, ManagerId) = (name.Trim(), managerId);

    /// <summary>Adds a milestone. Its dates and owner are checked by <see cref="WorkDates"/> and whoever knows people.</summary>
    public Result<Milestone> Add(MilestoneContent content, MilestoneId? id = null)
    {
        if (_milestones.Count >= MaxMilestones)
        {
            return new Error(
                ErrorCode.LimitExceeded, new($"A project has at most {MaxMilestones} milestones.", $"一个项目最多 {MaxMilestones} 个里程碑。"), "objectiveId",
                new Dictionary<string, object?> { ["allowed"] = MaxMilestones, ["actual"] = _milestones.Count + 1 });
        }
        var own = id ?? MilestoneId.New();
        content = content with { DependsOn = [.. content.DependsOn.Distinct()] };
        if (Check(own, content) is { } wrong)
            return wrong;
        var milestone = Milestone.Of(this, content, own);
        _milestones.Add(milestone);
        return milestone;
    }

    public Result<Milestone> Change(Milestone milestone, MilestoneContent content)
    {
        content = content with { DependsOn = [.. content.DependsOn.Distinct()] };
        if (Check(milestone.Id, content) is { } wrong)
            return wrong;
        milestone.Fill(content);
        return milestone;
    }

    /// <summary>What waited for it waits for what it waited for.</summary>
    public void Remove(Milestone milestone)
    {
        foreach (var (id, waitsFor) in Dependencies().ChangedWithout(milestone.Id))
        {
            var later = Find(id)!;
            later.Fill(MilestoneContent.Of(later) with { DependsOn = waitsFor });
        }
        _milestones.Remove(milestone);
    }

    /// <summary>Tells those who look at the objective.</summary>
    public void Tell(ObjectivePlace objective) => Raise(new ObjectiveChanged(objective.Id, objective.CycleId, objective.Path));

    private Error? Check(MilestoneId id, MilestoneContent content)
    {
        for (var i = 0; i < content.DependsOn.Count; i++)
        {
            if (content.DependsOn[i] != id && Find(content.DependsOn[i]) is null)
                return new Error(ErrorCode.NotFound, new("It depends on no milestone of this project.", "所依赖的里程碑不属于本项目。"), $"dependsOn.{i}");
        }
        if (Dependencies().CircleThrough(id, content.DependsOn) is { } circle)
        {
            var way = string.Join(" → ", circle.Select(m => m == id ? content.Name.Trim() : Find(m)!.Name));
            return new Error(ErrorCode.CycleInTree, new($"Milestones cannot wait for each other in a circle: {way}.", $"里程碑不能循环依赖：{way}。"), "dependsOn");
        }
        return CheckCompletion(id, content);
    }

    /// <summary>Complete is only what need not wait any more, and what something complete waited for stays so.</summary>
    private Error? CheckCompletion(MilestoneId id, MilestoneContent content)
    {
        if (content.PercentComplete == Milestone.Complete && content.DependsOn.Select(Find).OfType<Milestone>().FirstOrDefault(m => !m.IsComplete) is { } open)
        {
            return new Error(
                ErrorCode.ForbiddenByState, new($"It depends on “{open.Name}”, which is {open.PercentComplete} % complete.", $"它依赖的里程碑“{open.Name}”仅完成 {open.PercentComplete}%。"), "percentComplete");
        }
        return content.PercentComplete < Milestone.Complete && _milestones.Find(m => m.IsComplete && m.WaitsFor.Contains(id)) is { } later
            ? new Error(ErrorCode.ForbiddenByState, new($"“{later.Name}” depends on it and is complete.", $"里程碑“{later.Name}”依赖它且已完成。"), "percentComplete")
            : null;
    }

    private Dependencies Dependencies() => new(_milestones.ToDictionary(m => m.Id, m => m.WaitsFor));
}
