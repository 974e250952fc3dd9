using Objectives.Contracts.Development;
using Objectives.Contracts.Planning;

namespace Objectives.Development.Domain.Plans;

/// <summary>A gap that nothing is planned about: what is to be reached, and for which objective.</summary>
internal sealed record OpenGap(LevelGoal Goal, ObjectiveId ObjectiveId);

/// <param name="Course">Null where no course reaches the level in time: someone is to coach.</param>
internal sealed record ProposedStep(OpenGap Gap, CourseOffer? Course, DateOnly Due);

/// <summary>What to do about open gaps by a day: the courses that take the fewest hours together, each after those that it follows upon; else coaching.</summary>
internal static class PlanProposal
{
    /// <summary>So much a week a person learns beside his work.</summary>
    public const int HoursPerWeek = 8;

    /// <summary>
    /// One person's hours are few: when the courses for all gaps are not over in time, that gap goes without whose courses free the most hours, until they are. Coaching is due halfway, that it
    /// may still be of use.
    /// </summary>
    /// <param name="gaps">One a competency.</param>
    /// <param name="today">The first day.</param>
    /// <param name="by">The last day.</param>
    public static IReadOnlyList<ProposedStep> For(IReadOnlyList<OpenGap> gaps, IReadOnlyDictionary<CourseId, CourseOffer> catalogue, Learner learner, DateOnly today, DateOnly by)
    {
        var solver = new ShortestCourses(catalogue, learner);
        var taught = gaps.Select(g => (Gap: g, Choices: (IReadOnlyList<ShortestCourses.Choice>)[.. solver.Choices(g.Goal).Where(c => IsInTime(c.Chain))])).Where(g => g.Choices.Count > 0).ToList();
        var best = solver.Best(taught.ConvertAll(t => t.Choices));
        while (taught.Count > 0 && !IsInTime(Union(best)))
        {
            var without = Enumerable.Range(0, taught.Count).Select(i => (i, Best: solver.Best([.. taught.Where((_, at) => at != i).Select(t => t.Choices)]))).MinBy(w => solver.Hours(Union(w.Best)));
            taught.RemoveAt(without.i);
            best = without.Best;
        }
        var due = Schedule(Union(best)).ToDictionary(s => s.Course.Id);
        var steps = due.Values.Select(s => new ProposedStep(taught[Enumerable.Range(0, taught.Count).First(i => best[i].Chain.Contains(s.Course.Id))].Gap, s.Course, s.Due));
        var coached = gaps.Except(taught.Select(t => t.Gap)).Select(g => new ProposedStep(g, null, today.AddDays((by.DayNumber - today.DayNumber + 1) / 2)));
        return [.. steps.Concat(coached)];

        static HashSet<CourseId> Union(IEnumerable<ShortestCourses.Choice> choices) => [.. choices.SelectMany(c => c.Chain)];

        bool IsInTime(IReadOnlySet<CourseId> courses) => Schedule(courses).All(s => s.Due <= by);

        List<(CourseOffer Course, DateOnly Due)> Schedule(IReadOnlySet<CourseId> courses)
        {
            var (scheduled, free, hours) = (new List<(CourseOffer, DateOnly)>(), today, 0);
            foreach (var course in solver.InOrder(courses))
            {
                var begin = course.Prerequisites.Where(learner.Open.ContainsKey).Select(p => learner.Open[p]).Append(DayAfter(free, hours)).Max();
                if (begin > DayAfter(free, hours))
                    (free, hours) = (begin, 0);
                hours += course.Hours;
                scheduled.Add((course, DayAfter(free, hours)));
            }
            return scheduled;
        }

        static DateOnly DayAfter(DateOnly from, int hours) => from.AddDays(((7 * hours) + HoursPerWeek - 1) / HoursPerWeek);
    }
}
