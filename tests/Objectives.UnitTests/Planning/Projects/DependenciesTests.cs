using Objectives.Contracts.Planning;
using Objectives.Planning.Domain.Projects;

namespace Objectives.UnitTests.Planning.Projects;

[Trait("Clause", "S5.3")]
public sealed class DependenciesTests
{
    /// <summary>Some milestones, of which each waits for some before it, so that there is no circle.</summary>
    private static readonly Gen<(MilestoneId[] Ids, Dictionary<MilestoneId, IReadOnlyList<MilestoneId>> WaitsFor)> Plans =
        from count in Gen.Int[1, 12]
        from waits in Gen.Int[0, 4].Array[count].Array[count]
        let ids = Enumerable.Range(0, count).Select(_ => MilestoneId.New()).ToArray()
        select (ids, ids.Select((id, i) => (id, Before: (IReadOnlyList<MilestoneId>)[.. ids.Take(i).Where((_, j) => waits[i][j] == 0)])).ToDictionary(x => x.id, x => x.Before));

    [Fact]
    public void A_circle_is_found_exactly_where_one_would_be_closed_and_each_of_its_steps_is_there()
        => Gen.Select(Plans, Gen.Int[0, 11], Gen.Int[0, 3].Array[12]).Sample((plan, which, picks) =>
        {
            var milestone = plan.Ids[which % plan.Ids.Length];
            var wanted = plan.Ids.Where((_, i) => picks[i] == 0).ToList();
            var circle = new Dependencies(plan.WaitsFor).CircleThrough(milestone, wanted);
            if (!wanted.Exists(w => w == milestone || ReachedFrom(w, plan.WaitsFor).Contains(milestone)))
                return circle is null;
            return circle is not null && circle[0] == milestone && circle[^1] == milestone && wanted.Contains(circle[1])
                && circle.Skip(1).Zip(circle.Skip(2)).All(step => plan.WaitsFor[step.First].Contains(step.Second));
        });

    [Fact]
    public void What_is_taken_out_leaves_the_order_of_the_others_as_it_was()
        => Gen.Select(Plans, Gen.Int[0, 11]).Sample((plan, which) =>
        {
            var gone = plan.Ids[which % plan.Ids.Length];
            var changed = new Dependencies(plan.WaitsFor).ChangedWithout(gone);
            var after = plan.WaitsFor.Where(w => w.Key != gone).ToDictionary(w => w.Key, w => changed.GetValueOrDefault(w.Key, w.Value));
            return after.All(w => !w.Value.Contains(gone) && w.Value.Distinct().Count() == w.Value.Count)
                && after.Keys.All(id => ReachedFrom(id, after).SetEquals(ReachedFrom(id, plan.WaitsFor).Where(other => other != gone)))
                && changed.Keys.All(id => plan.WaitsFor[id].Contains(gone));
        });

    private static HashSet<MilestoneId> ReachedFrom(MilestoneId from, IReadOnlyDictionary<MilestoneId, IReadOnlyList<MilestoneId>> waitsFor)
    {
        var reached = new HashSet<MilestoneId>();
        void Walk(MilestoneId at)
        {
            foreach (var next in waitsFor[at].Where(reached.Add))
                Walk(next);
        }
        Walk(from);
        return reached;
    }
}
