using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Domain.Scorecards;

namespace Objectives.UnitTests.PerformanceLinkage;

[Trait("Clause", "S4.3")]
public sealed class ByImportanceTests
{
    [Fact]
    public void Weights_total_100_and_what_is_important_weighs_so_many_times_what_others_do()
        => Gen.Select(Gen.Bool.Array[1, Scorecard.MaxItems], Gen.Int[100, 10_000]).Sample((importance, factor) =>
        {
            var objectives = importance.Select((important, i) => new AppraisableObjective(ObjectiveId.New(), $"{i}", "目标", PersonId.New(), CommitmentState.Agreed, important, IsExempt: false)).ToList();
            var items = PlannedItem.ByImportance(objectives, factor / 100m, ScoringRuleId.New());
            var share = ItemWeights.Whole / objectives.Sum(o => o.Important ? factor / 100m : 1);
            return items.Sum(i => i.Weight) == ItemWeights.Whole && items.Zip(objectives).All(p => p.First.Weight > 0 && Math.Abs(p.First.Weight - (share * (p.Second.Important ? factor / 100m : 1))) < 1);
        });
}
