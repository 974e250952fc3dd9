using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Domain.Courses;
using Objectives.Development.Domain.Levels;
using Objectives.Development.Domain.Readying;

namespace Objectives.UnitTests.Development;

public sealed class LevelTests
{
    private static readonly PersonId Person = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly CompetencyId Competency = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly ObjectiveId Objective = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly DateTimeOffset Start = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_level_in_force_is_the_latest_by_others_or_else_the_latest_of_oneself()
        => Gen.Select(Gen.Int[0, 3], Gen.Int[0, 5], Gen.Int[0, 20]).Array[0, 12].Sample(given =>
        {
            var assessments = given.Select((g, i) => new AssessedLevel(new Guid(i + 1, 0, 0, new byte[8]), Person, Competency, g.Item2, (CompetencySource)g.Item1, Person, Start.AddHours(g.Item3))).ToList();
            var inForce = LevelInForce.Of(assessments);
            var others = assessments.FindAll(a => a.Source != CompetencySource.Self);
            var among = others.Count > 0 ? others : assessments;
            (inForce is null).ShouldBe(among.Count == 0);
            if (inForce is not null)
                (among.Contains(inForce) && among.TrueForAll(a => a.At < inForce.At || (a.At == inForce.At && a.Id <= inForce.Id))).ShouldBeTrue();
        });

    [Fact]
    public void A_gap_is_there_exactly_when_more_is_needed_and_planned_exactly_when_something_reaches_it_in_time()
        => Gen.Select(Gen.Int[1, 5], Gen.Int[0, 5], Gen.Select(Gen.Int[1, 5], Gen.Int[-10, 10]).Array[0, 5]).Sample((needed, held, items) =>
        {
            var by = new DateOnly(2027, 12, 31);
            var open = items.Select(i => new OpenItem(Person, Competency, i.Item1, by.AddDays(i.Item2))).ToLookup(i => (i.PersonId, i.CompetencyId));
            var gaps = CompetencyGaps.Of([new(Objective, Person, Competency, needed, by)], new Dictionary<(PersonId, CompetencyId), int> { [(Person, Competency)] = held }, open);
            gaps.Count.ShouldBe(needed > held ? 1 : 0);
            if (gaps.Count > 0)
                (gaps[0].Current, gaps[0].Planned).ShouldBe((held, items.Any(i => i.Item1 >= needed && i.Item2 <= 0)));
        });

    [Theory]
    [InlineData(3, 3, false, false, 3, true)]
    [InlineData(2, 5, false, false, 3, false)]
    [InlineData(5, 2, false, false, 3, false)]
    [InlineData(3, 3, false, false, 3.5, false)]
    [InlineData(1, 1, true, false, 5, true)]
    [InlineData(1, 1, false, true, 5, true)]
    public void Ready_is_who_reaches_the_threshold_in_both_or_was_trained_or_let(int knowledge, int self, bool trained, bool waived, double threshold, bool ready)
        => ReadinessRule.IsReady(knowledge, self, trained, waived, (decimal)threshold).ShouldBe(ready);

    [Fact]
    public void A_course_makes_a_circle_exactly_when_it_is_reached_from_what_it_would_follow_upon()
        => Gen.Select(Gen.Int[2, 8], Gen.Select(Gen.Int[0, 7], Gen.Int[0, 7]).Array[0, 12]).Sample((count, edges) =>
        {
            var ids = Enumerable.Range(0, count).Select(i => new CourseId(new Guid(i + 1, 0, 0, new byte[8]))).ToList();
            var graph = new CourseGraph([]);
            var before = ids.ToDictionary(id => id, _ => new HashSet<CourseId>());
            foreach (var (course, prerequisite) in edges.Select(e => (ids[e.Item1 % count], ids[e.Item2 % count])))
            {
                if (graph.IsCircle(course, prerequisite))
                    continue;
                before[course].Add(prerequisite);
                graph.Set(course, before[course]);
            }
            var left = before.ToDictionary(b => b.Key, b => b.Value.ToHashSet());
            while (left.FirstOrDefault(b => b.Value.Count == 0) is { Value: not null } free)
            {
                left.Remove(free.Key);
                foreach (var others in left.Values)
                    others.Remove(free.Key);
            }
            left.ShouldBeEmpty();
        });
}
