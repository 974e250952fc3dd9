using Objectives.Contracts.Development;

namespace Objectives.Development.Domain.Plans;

/// <summary>
/// The courses by which a person reaches some levels in the fewest hours: of each level one course that reaches it or a higher one, with all before it that he is not past; what serves two
/// is taken once.
/// </summary>
/// <remarks>
/// Exact: branch and bound over the choice of one course a level. What is left costs at least, for each level, its cheapest choice with the hours of each course shared among all levels that
/// could use it; so levels that have nothing in common are decided at once.
/// </remarks>
internal sealed class ShortestCourses
{
    private readonly IReadOnlyDictionary<CourseId, CourseOffer> _catalogue;
    private readonly Learner _learner;
    private readonly Dictionary<CourseId, IReadOnlySet<CourseId>> _chains = [];

    public ShortestCourses(IReadOnlyDictionary<CourseId, CourseOffer> catalogue, Learner learner) => (_catalogue, _learner) = (catalogue, learner);

    /// <summary>Each course that brings the level, with all that must be taken for it. None that he is to take already.</summary>
    public IReadOnlyList<Choice> Choices(LevelGoal goal)
        => [.. _catalogue.Values.Where(c => c.CompetencyId == goal.CompetencyId && c.ReachesLevel >= goal.Level && !_learner.Open.ContainsKey(c.Id))
            .Select(c => new Choice(c, Chain(c))).OrderBy(c => Hours(c.Chain)).ThenBy(c => c.Last.Code, StringComparer.Ordinal)];

    /// <summary>The choice for each level, so that all together take the fewest hours. Every level has at least one.</summary>
    public IReadOnlyList<Choice> Best(IReadOnlyList<IReadOnlyList<Choice>> levels)
    {
        var order = Enumerable.Range(0, levels.Count).OrderBy(i => levels[i].Count).ThenBy(i => i).ToList();
        var users = levels.SelectMany(l => l.SelectMany(c => c.Chain).Distinct()).GroupBy(c => c).ToDictionary(g => g.Key, g => g.Count());
        var (best, least) = (new Choice[levels.Count], int.MaxValue);
        var (chosen, taken) = (new Choice[levels.Count], new Dictionary<CourseId, int>());
        Decide(0, 0);
        return best;

        void Decide(int place, int hours)
        {
            if (place == order.Count)
            {
                least = hours;
                chosen.CopyTo(best, 0);
                return;
            }
            if (hours + AtLeast(place) >= least)
                return;
            foreach (var choice in levels[order[place]].OrderBy(c => Added(c.Chain)).ThenBy(c => c.Last.Code, StringComparer.Ordinal))
            {
                var added = Added(choice.Chain);
                if (hours + added >= least)
                    break;
                foreach (var course in choice.Chain)
                    taken[course] = taken.GetValueOrDefault(course) + 1;
                chosen[order[place]] = choice;
                Decide(place + 1, hours + added);
                foreach (var course in choice.Chain)
                    taken[course]--;
            }
        }

        int Added(IReadOnlySet<CourseId> chain) => chain.Where(c => taken.GetValueOrDefault(c) == 0).Sum(c => _catalogue[c].Hours);

        decimal AtLeast(int place) => order.Skip(place).Sum(i => levels[i].Min(c => c.Chain.Where(x => taken.GetValueOrDefault(x) == 0).Sum(x => (decimal)_catalogue[x].Hours / users[x])));
    }

    public int Hours(IEnumerable<CourseId> courses) => courses.Sum(c => _catalogue[c].Hours);

    /// <summary>Courses one after the other, none before those that it follows upon; of those that could come next the one whose code is first.</summary>
    public IReadOnlyList<CourseOffer> InOrder(IReadOnlySet<CourseId> courses)
    {
        var (ordered, placed) = (new List<CourseOffer>(), new HashSet<CourseId>());
        var waiting = courses.Select(id => _catalogue[id]).OrderBy(c => c.Code, StringComparer.Ordinal).ToList();
        while (waiting.Count > 0)
        {
            var next = waiting.First(c => c.Prerequisites.All(p => !courses.Contains(p) || placed.Contains(p)));
            waiting.Remove(next);
            placed.Add(next.Id);
            ordered.Add(next);
        }
        return ordered;
    }

    /// <summary>The course itself, and all before it that he is not past.</summary>
    private IReadOnlySet<CourseId> Chain(CourseOffer course)
    {
        if (_chains.TryGetValue(course.Id, out var known))
            return known;
        var chain = new HashSet<CourseId> { course.Id };
        foreach (var before in course.Prerequisites.Where(_catalogue.ContainsKey).Select(id => _catalogue[id]).Where(c => !_learner.IsPast(c)))
            chain.UnionWith(Chain(before));
        return _chains[course.Id] = chain;
    }

    /// <param name="Last">That which reaches the level.</param>
    internal sealed record Choice(CourseOffer Last, IReadOnlySet<CourseId> Chain);
}
