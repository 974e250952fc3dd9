using Objectives.Contracts.Development;
using Objectives.Contracts.Planning;
using Objectives.Development.Domain.Plans;

namespace Objectives.UnitTests.Development;

/// <summary>Against all sets of courses that there are, in small catalogues.</summary>
public sealed class ShortestCoursesTests
{
    private const int MostCourses = 9;
    private const int Competencies = 3;
    private const int Levels = 3;

    private static readonly CompetencyId[] CompetencyIds = [.. Enumerable.Range(1, Competencies).Select(i => new CompetencyId(new Guid(i, 0, 0, new byte[8])))];
    private static readonly DateOnly Today = new(2027, 1, 4);
    private static readonly ObjectiveId Objective = new(new Guid(7, 0, 0, new byte[8]));

    /// <summary>Each course follows only upon earlier ones.</summary>
    private static readonly Gen<CourseOffer[]> Catalogues = Gen.Int[1, MostCourses].SelectMany(count => Gen.Select(
        Gen.Int[1, 40].Array[count], Gen.Int[0, Competencies - 1].Array[count], Gen.Int[1, Levels].Array[count], Gen.Int[0, 511].Array[count], Gen.Bool.Array[count * MostCourses])
        .Select((hours, competencies, levels, masks, sparse) => Enumerable.Range(0, count).Select(i => new CourseOffer(
            CourseIdOf(i), $"C{i:D2}", $"课程 {i}", hours[i], CompetencyIds[competencies[i]], levels[i],
            [.. Enumerable.Range(0, i).Where(p => (masks[i] >> p & 1) == 1 && sparse[(i * MostCourses) + p]).Select(CourseIdOf)])).ToArray()));

    private static readonly Gen<int[]> LevelsHeld = Gen.Int[0, Levels].Array[Competencies];

    private static readonly Gen<int> Passed = Gen.Int[0, (1 << MostCourses) - 1];

    private static CourseId CourseIdOf(int i) => new(new Guid(i + 100, 0, 0, new byte[8]));

    private static Learner LearnerOf(CourseOffer[] catalogue, int[] levels, int passed, int open = 0) => new(
        CompetencyIds.Index().ToDictionary(c => c.Item, c => levels[c.Index]),
        catalogue.Index().Where(c => (passed >> c.Index & 1) == 1).Select(c => c.Item.Id).ToHashSet(),
        catalogue.Index().Where(c => (open >> c.Index & 1) == 1).ToDictionary(c => c.Item.Id, c => Today.AddDays(7 * c.Index)));

    /// <summary>Whether a set leaves nothing out: each course has what it follows upon, taken or past, and each level is reached.</summary>
    private static bool Suffices(IReadOnlyDictionary<CourseId, CourseOffer> catalogue, IReadOnlySet<CourseId> set, Learner learner, IEnumerable<LevelGoal> goals)
        => set.All(c => catalogue[c].Prerequisites.All(p => set.Contains(p) || learner.IsPast(catalogue[p])))
            && goals.All(g => set.Any(c => catalogue[c].CompetencyId == g.CompetencyId && catalogue[c].ReachesLevel >= g.Level));

    [Fact]
    public void No_other_sufficient_set_takes_fewer_hours()
        => Gen.Select(Catalogues, LevelsHeld, Gen.Int[0, 2].Array[Competencies], Passed).Sample((courses, held, above, passed) =>
        {
            var (catalogue, learner) = (courses.ToDictionary(c => c.Id), LearnerOf(courses, held, passed));
            var solver = new ShortestCourses(catalogue, learner);
            var goals = CompetencyIds.Index().Where(c => above[c.Index] > 0).Select(c => new LevelGoal(c.Item, Math.Min(Levels, held[c.Index] + above[c.Index]))).Where(g => g.Level > learner.Levels[g.CompetencyId]).ToList();
            var choices = goals.ConvertAll(solver.Choices);
            var sufficient = Enumerable.Range(0, 1 << courses.Length).Select(mask => courses.Where((_, i) => (mask >> i & 1) == 1).Select(c => c.Id).ToHashSet()).Where(set => Suffices(catalogue, set, learner, goals)).ToList();
            choices.TrueForAll(c => c.Count > 0).ShouldBe(sufficient.Count > 0);
            if (sufficient.Count == 0)
                return;
            var best = solver.Best(choices).SelectMany(c => c.Chain).ToHashSet();
            Suffices(catalogue, best, learner, goals).ShouldBeTrue();
            solver.Hours(best).ShouldBe(sufficient.Min(solver.Hours));
        });

    [Fact]
    public void Courses_stand_after_those_that_they_follow_upon()
        => Catalogues.Sample(courses =>
        {
            var solver = new ShortestCourses(courses.ToDictionary(c => c.Id), LearnerOf(courses, new int[Competencies], 0));
            var order = solver.InOrder(courses.Select(c => c.Id).ToHashSet()).Select((c, i) => (c, i)).ToDictionary(x => x.c.Id, x => x.i);
            order.Count.ShouldBe(courses.Length);
            foreach (var course in courses)
                course.Prerequisites.ShouldAllBe(p => order[p] < order[course.Id]);
        });

    [Fact]
    public void What_is_proposed_is_in_time_in_order_and_about_each_gap()
        => Gen.Select(Catalogues, LevelsHeld, Passed, Passed, Gen.Int[0, 150]).Sample((courses, held, passed, open, days) =>
        {
            var (catalogue, learner, by) = (courses.ToDictionary(c => c.Id), LearnerOf(courses, held, passed & ~open, open), Today.AddDays(days));
            var gaps = CompetencyIds.Index().Where(c => held[c.Index] < Levels).Select(c => new OpenGap(new(c.Item, Levels), Objective)).ToList();
            var steps = PlanProposal.For(gaps, catalogue, learner, Today, by);
            var taken = steps.Where(s => s.Course is not null).ToDictionary(s => s.Course!.Id);
            steps.ShouldAllBe(s => s.Due <= by && s.Due >= Today);
            taken.Values.ShouldAllBe(s => s.Due > Today);
            foreach (var step in taken.Values)
            {
                foreach (var before in step.Course!.Prerequisites)
                {
                    if (taken.TryGetValue(before, out var earlier))
                        earlier.Due.ShouldBeLessThanOrEqualTo(step.Due);
                    else
                        learner.IsPast(catalogue[before]).ShouldBeTrue();
                    if (learner.Open.TryGetValue(before, out var underWay))
                        underWay.ShouldBeLessThan(step.Due);
                }
            }
            foreach (var gap in gaps)
            {
                var coached = steps.Count(s => s.Course is null && s.Gap == gap);
                (coached + taken.Values.Count(s => s.Course!.CompetencyId == gap.Goal.CompetencyId && s.Course.ReachesLevel >= gap.Goal.Level)).ShouldBeGreaterThan(0);
                coached.ShouldBeLessThanOrEqualTo(1);
            }
            steps.Select(s => s.Course?.Id).OfType<CourseId>().Distinct().Count().ShouldBe(taken.Count);
        });

    [Fact]
    public void A_single_gap_is_coached_only_where_no_sufficient_set_is_over_in_time()
        => Gen.Select(Catalogues, Passed, Gen.Int[0, 60]).Sample((courses, passed, days) =>
        {
            var (catalogue, learner, by) = (courses.ToDictionary(c => c.Id), LearnerOf(courses, new int[Competencies], passed), Today.AddDays(days));
            var gap = new OpenGap(new(CompetencyIds[0], 2), Objective);
            var fits = Enumerable.Range(0, 1 << courses.Length).Select(mask => courses.Where((_, i) => (mask >> i & 1) == 1).ToList())
                .Any(set => Suffices(catalogue, set.Select(c => c.Id).ToHashSet(), learner, [gap.Goal]) && 7 * set.Sum(c => c.Hours) <= days * PlanProposal.HoursPerWeek);
            PlanProposal.For([gap], catalogue, learner, Today, by).Any(s => s.Course is null).ShouldBe(!fits);
        });

    /// <summary>Ten gaps that share nothing, each with twenty courses of equal hours: decided without going through 20^10 choices.</summary>
    [Fact]
    public void Many_gaps_with_many_courses_are_decided()
    {
        var goals = Enumerable.Range(0, 10).Select(i => new CompetencyId(new Guid(i + 1, 0, 0, new byte[8]))).ToList();
        var catalogue = goals.SelectMany((g, i) => Enumerable.Range(0, 20).Select(k => new CourseOffer(CourseIdOf((i * 20) + k), $"C{i:D2}{k:D2}", string.Empty, 8, g, 3, []))).ToDictionary(c => c.Id);
        var solver = new ShortestCourses(catalogue, new(new Dictionary<CompetencyId, int>(), new HashSet<CourseId>(), new Dictionary<CourseId, DateOnly>()));
        solver.Hours(solver.Best(goals.ConvertAll(g => solver.Choices(new(g, 3)))).SelectMany(c => c.Chain).Distinct()).ShouldBe(80);
    }
}
