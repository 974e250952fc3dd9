using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain.Findings;
using Objectives.Platform.Data;
using Objectives.Platform.Results;

namespace Objectives.Planning.Domain.Projects;

/// <summary>All that planning says of a milestone.</summary>
/// <param name="PercentComplete">0 to 100.</param>
internal sealed record MilestoneContent(string Name, PersonId OwnerId, DateOnly Start, DateOnly Due, IReadOnlyList<MilestoneId> DependsOn, int PercentComplete)
{
    public static MilestoneContent Of(Milestone milestone) => new(milestone.Name, milestone.OwnerId, milestone.Start, milestone.Due, milestone.WaitsFor, milestone.PercentComplete);

    /// <summary>Whether nothing differs but how far it is.</summary>
    public bool PlansTheSameAs(MilestoneContent other)
        => this with { DependsOn = [], PercentComplete = 0 } == other with { DependsOn = [], PercentComplete = 0 } && DependsOn.ToHashSet().SetEquals(other.DependsOn);
}

/// <summary>A step of a project: what is to be there by a day, by whom, and what has to be complete before it can be (S5.3).</summary>
internal sealed class Milestone : IPart, IConcernsObjective
{
    public const int MaxNameLength = 200;
    public const int Complete = 100;

    private Milestone()
    {
    }

    public MilestoneId Id { get; private set; }

    public ProjectId ProjectId { get; private set; }

    public Guid Root => ProjectId.Value;

    public ObjectiveId ObjectiveId { get; private set; }

    IReadOnlyList<string> IConcernsObjective.ConcernsBy => [];

    /// <summary>Its own, 1 when made: who plans one milestone does not get in the way of who reports another.</summary>
    public long Version { get; private set; }

    public string Name { get; private set; } = string.Empty;

    public PersonId OwnerId { get; private set; }

    public DateOnly Start { get; private set; }

    /// <summary>The last day.</summary>
    public DateOnly Due { get; private set; }

    /// <summary>Milestones of the same project that have to be complete before it can be.</summary>
    public List<Guid> DependsOn { get; private set; } = [];

    public int PercentComplete { get; private set; }

    public IReadOnlyList<MilestoneId> WaitsFor => [.. DependsOn.Select(id => new MilestoneId(id))];

    public bool IsComplete => PercentComplete == Complete;

    public Error? CheckVersion(long? expected) => Aggregate.CheckVersion(Version, expected);

    internal static Milestone Of(Project project, MilestoneContent content, MilestoneId id)
    {
        var milestone = new Milestone { Id = id, ProjectId = project.Id, ObjectiveId = project.ObjectiveId };
        milestone.Fill(content);
        return milestone;
    }

    internal void Fill(MilestoneContent content)
    {
        var (name, waitsFor) = (content.Name.Trim(), content.DependsOn.Select(d => d.Value).ToList());
        if (Version > 0 && (name, content.OwnerId, content.Start, content.Due, content.PercentComplete) == (Name, OwnerId, Start, Due, PercentComplete) && waitsFor.SequenceEqual(DependsOn))
            return;
        (Name, OwnerId, Start, Due, PercentComplete) = (name, content.OwnerId, content.Start, content.Due, content.PercentComplete);
        if (!waitsFor.SequenceEqual(DependsOn))
            DependsOn = waitsFor;
        Version++;
    }
}
