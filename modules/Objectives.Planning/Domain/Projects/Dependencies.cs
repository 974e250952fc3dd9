using Objectives.Contracts.Planning;

namespace Objectives.Planning.Domain.Projects;

/// <summary>Which milestones wait for which. Without a circle, since what waits for itself never begins.</summary>
/// <param name="waitsFor">Of each milestone those that it depends on directly.</param>
internal sealed class Dependencies(IReadOnlyDictionary<MilestoneId, IReadOnlyList<MilestoneId>> waitsFor)
{
    /// <summary>
    /// The shortest way along which a milestone would wait for itself if it waited for the given ones instead of those that it waits for now: it begins and ends with the milestone.
    /// Null where there is none.
    /// </summary>
    public IReadOnlyList<MilestoneId>? CircleThrough(MilestoneId milestone, IReadOnlyList<MilestoneId> wanted)
    {
        var cameFrom = new Dictionary<MilestoneId, MilestoneId>();
        var next = new Queue<MilestoneId>();
        foreach (var first in wanted.Where(w => cameFrom.TryAdd(w, milestone)))
            next.Enqueue(first);
        while (next.TryDequeue(out var at))
        {
            if (at == milestone)
                return WayTo(milestone, cameFrom);
            foreach (var further in waitsFor.GetValueOrDefault(at, []).Where(w => cameFrom.TryAdd(w, at)))
                next.Enqueue(further);
        }
        return null;
    }

    /// <summary>What those that wait for a milestone wait for when it is gone: the rest as before, and what it waited for, so that the order among the others stays.</summary>
    public IReadOnlyDictionary<MilestoneId, IReadOnlyList<MilestoneId>> ChangedWithout(MilestoneId gone)
        => waitsFor.Where(w => w.Key != gone && w.Value.Contains(gone))
            .ToDictionary(w => w.Key, w => (IReadOnlyList<MilestoneId>)[.. w.Value.SelectMany(id => id == gone ? waitsFor.GetValueOrDefault(gone, []) : [id]).Distinct()]);

    private static List<MilestoneId> WayTo(MilestoneId milestone, Dictionary<MilestoneId, MilestoneId> cameFrom)
    {
        var way = new List<MilestoneId> { milestone };
        for (var at = cameFrom[milestone]; at != milestone; at = cameFrom[at])
            way.Add(at);
        way.Add(milestone);
        way.Reverse();
        return way;
    }
}
