using Objectives.Contracts.Development;
using Objectives.Platform.Data;

namespace Objectives.Development.Domain.Courses;

/// <summary>A course of the catalogue: whoever passes it has its competency at the level that it reaches.</summary>
internal sealed class Course : Aggregate
{
    public const int MaxCodeLength = 32;
    public const int MaxTextLength = 200;
    public const int MaxHours = 10_000;
    public const int MaxPrerequisites = 20;

    private Course()
    {
    }

    public CourseId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Code { get; private set; } = string.Empty;

    public string Title { get; private set; } = string.Empty;

    public string Provider { get; private set; } = string.Empty;

    public int Hours { get; private set; }

    public CompetencyId CompetencyId { get; private set; }

    public int ReachesLevel { get; private set; }

    /// <summary>Whether it teaches what management by objectives asks of everyone (S4.1).</summary>
    public bool MboBasics { get; private set; }

    public static Course Create(string code, string title, string provider, int hours, CompetencyId competencyId, int reachesLevel, bool mboBasics, CourseId? id = null)
    {
        var course = new Course { Id = id ?? CourseId.New() };
        course.Change(code, title, provider, hours, competencyId, reachesLevel, mboBasics);
        return course;
    }

    public void Change(string code, string title, string provider, int hours, CompetencyId competencyId, int reachesLevel, bool mboBasics)
    {
        Code = code.Trim();
        Title = title.Trim();
        Provider = provider.Trim();
        Hours = hours;
        CompetencyId = competencyId;
        ReachesLevel = reachesLevel;
        MboBasics = mboBasics;
    }
}

/// <summary>That one course is taken before another.</summary>
internal sealed class CoursePrerequisite : IPart
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required CourseId CourseId { get; init; }

    public required CourseId PrerequisiteId { get; init; }

    Guid IPart.Root => CourseId.Value;
}

/// <summary>Whoever changes what courses follow upon takes this row, one after the other: no two changes together make a circle.</summary>
internal sealed class CatalogueStamp
{
    public const int Only = 1;

    public int Id { get; init; } = Only;

    public long Number { get; init; }
}
