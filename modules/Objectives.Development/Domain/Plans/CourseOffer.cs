using Objectives.Contracts.Development;

namespace Objectives.Development.Domain.Plans;

/// <summary>A course as far as plans go.</summary>
internal sealed record CourseOffer(CourseId Id, string Code, string Title, int Hours, CompetencyId CompetencyId, int ReachesLevel, IReadOnlyCollection<CourseId> Prerequisites);

/// <summary>A level that a person is to reach.</summary>
internal readonly record struct LevelGoal(CompetencyId CompetencyId, int Level);

/// <param name="Levels">In force; 0 where there is none.</param>
/// <param name="Passed">Courses that he has passed.</param>
/// <param name="Open">Courses that he is to take already, with the day by which he will have.</param>
internal sealed record Learner(IReadOnlyDictionary<CompetencyId, int> Levels, IReadOnlySet<CourseId> Passed, IReadOnlyDictionary<CourseId, DateOnly> Open)
{
    /// <summary>Whether he need not take it to go on to another: he has passed it, is to take it already, or is able to do what it teaches.</summary>
    public bool IsPast(CourseOffer course) => Passed.Contains(course.Id) || Open.ContainsKey(course.Id) || Levels.GetValueOrDefault(course.CompetencyId) >= course.ReachesLevel;
}
