using Objectives.Contracts.Development;

namespace Objectives.Development.Domain.Courses;

/// <summary>Which courses each course follows upon.</summary>
internal sealed class CourseGraph(IEnumerable<(CourseId Course, CourseId Prerequisite)> prerequisites)
{
    private readonly Dictionary<CourseId, HashSet<CourseId>> _before = prerequisites.GroupBy(p => p.Course).ToDictionary(g => g.Key, g => g.Select(p => p.Prerequisite).ToHashSet());

    public IReadOnlySet<CourseId> Before(CourseId course) => _before.GetValueOrDefault(course) ?? [];

    public void Set(CourseId course, IEnumerable<CourseId> before) => _before[course] = [.. before];

    /// <summary>Whether a course would come before itself if it followed upon another.</summary>
    public bool IsCircle(CourseId course, CourseId prerequisite)
    {
        var (seen, open) = (new HashSet<CourseId>(), new Stack<CourseId>([prerequisite]));
        while (open.TryPop(out var at))
        {
            if (at == course)
                return true;
            if (!seen.Add(at))
                continue;
            foreach (var before in Before(at))
                open.Push(before);
        }
        return false;
    }
}
