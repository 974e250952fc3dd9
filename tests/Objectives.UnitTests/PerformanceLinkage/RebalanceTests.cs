using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.Platform.Results;

namespace Objectives.UnitTests.PerformanceLinkage;

[Trait("Clause", "S7.6")]
public sealed class RebalanceTests
{
    private static readonly PersonId Owner = PersonId.New(), Leader = PersonId.New(), Hr = PersonId.New();
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly IReadOnlyDictionary<ScorecardItemId, decimal> NoScores = new Dictionary<ScorecardItemId, decimal>();

    [Fact]
    public void Shares_total_the_whole_exactly_and_keep_their_order()
        => Gen.Int[0, 10_000].Array[1, 30].Sample(weights =>
        {
            var before = weights.Select(w => KeyValuePair.Create(ScorecardItemId.New(), w)).ToList();
            var after = Weighing.Proportional(before);
            return after.Values.Sum() == ItemWeights.Whole && before.TrueForAll(a => before.TrueForAll(b => a.Value <= b.Value || after[a.Key] + before.Count >= after[b.Key])) && after.Values.All(w => w > 0);
        });

    [Fact]
    public void Weights_are_read_as_they_were_written()
        => Gen.Int[0, 10_000].Array[0, 30].Sample(weights =>
        {
            var all = weights.ToDictionary(_ => ScorecardItemId.New());
            return ItemWeights.Write(all).Length <= ItemWeights.MaxLength && ItemWeights.Read(ItemWeights.Write(all)).OrderBy(w => w.Key.Value).SequenceEqual(all.OrderBy(w => w.Key.Value));
        });

    /// <summary>However exemptions, their undoing, requests, confirmations, HR's decisions and edits follow each other.</summary>
    [Fact]
    public void Whatever_happens_the_weights_total_100_and_nothing_exempt_weighs_once_all_is_decided()
        => Gen.Select(Gen.Int[1, 1000].Array[1, 6], Gen.Select(Gen.Int[0, 5], Gen.Int[0, 5], Gen.Int[-500, 500]).Array[1, 25]).Sample((shares, steps) =>
        {
            var (card, causes) = (ActiveCard(shares), new Dictionary<ObjectiveId, TargetRevisionId>());
            foreach (var (step, (kind, which, shift)) in steps.Index())
            {
                Do(card, causes, kind, which, shift, Start.AddHours(step));
                if (card.Items.Sum(i => i.Weight) != ItemWeights.Whole)
                    return false;
            }
            List<Rebalance> open = [.. card.Rebalances.Where(r => r.IsPending)];
            foreach (var (index, pending) in open.Index())
            {
                if (pending.Status == RebalanceStatus.HrDecision)
                    card.Decide(pending, approve: true, null, "定", Hr, NoScores, Start.AddHours(100 + index));
                else if (pending.IsPending)
                    card.Confirm(pending, null, 10_000, Leader, NoScores, Start.AddHours(100 + index)).IsSuccess.ShouldBeTrue();
            }
            return card.Items.Sum(i => i.Weight) == ItemWeights.Whole && !card.Rebalances.Any(r => r.IsPending);
        });

    [Fact]
    public void What_is_taken_back_at_once_is_as_it_was()
        => Gen.Select(Gen.Int[1, 1000].Array[2, 6], Gen.Int[0, 5], Gen.Bool).Sample((shares, which, confirmed) =>
        {
            var card = ActiveCard(shares);
            var (before, item, cause) = (card.Items.Select(i => i.Weight).ToList(), card.Items[which % shares.Length], TargetRevisionId.New());
            var rebalance = card.Exempt(item.ObjectiveId, cause, NoScores, Start)!;
            if (confirmed)
                card.Confirm(rebalance, null, 0, Leader, NoScores, Start).IsSuccess.ShouldBeTrue();
            card.Readmit(cause, NoScores, Start.AddHours(1));
            return card.Items.Select(i => i.Weight).SequenceEqual(before) && item.IsActive && !card.Rebalances.Any(r => r.IsPending);
        });

    [Fact]
    public void Two_at_once_both_hold()
    {
        var card = ActiveCard(40, 30, 30);
        var first = card.Exempt(card.Items[0].ObjectiveId, TargetRevisionId.New(), NoScores, Start)!;
        var second = card.Exempt(card.Items[1].ObjectiveId, TargetRevisionId.New(), NoScores, Start)!;
        card.Confirm(first, null, 0, Leader, NoScores, Start).IsSuccess.ShouldBeTrue();
        card.Items.Select(i => i.Weight).ShouldBe([0, 0, ItemWeights.Whole]);
        (first.Status, second.Status).ShouldBe((RebalanceStatus.Confirmed, RebalanceStatus.Confirmed));
    }

    [Fact]
    public void Nothing_left_is_for_HR()
    {
        var card = ActiveCard(100);
        var rebalance = card.Exempt(card.Items[0].ObjectiveId, TargetRevisionId.New(), NoScores, Start)!;
        rebalance.Status.ShouldBe(RebalanceStatus.HrDecision);
        card.Confirm(rebalance, null, 0, Leader, NoScores, Start).Errors.ShouldHaveSingleItem().Code.ShouldBe(ErrorCode.ForbiddenByState);
        card.Decide(rebalance, approve: true, null, "本周期不作评价", Hr, NoScores, Start).IsSuccess.ShouldBeTrue();
    }

    private static Scorecard ActiveCard(params int[] shares)
    {
        var objectives = shares.Index().Select(s => new AppraisableObjective(ObjectiveId.New(), $"{s.Index}", "目标", Owner, CommitmentState.Committed, Important: false, IsExempt: false)).ToList();
        var card = Scorecard.Draft(CycleId.New(), Owner);
        var weights = Weighing.Proportional([.. shares.Select(s => KeyValuePair.Create(ScorecardItemId.New(), s))]).Values.Select(w => Math.Max(1, w)).ToList();
        weights[0] += ItemWeights.Whole - weights.Sum();
        card.SetItems([.. objectives.Zip(weights, (o, w) => new PlannedItem(o.Id, w, ScoringRuleId.New()))], objectives.ToDictionary(o => o.Id), Hr, Start).IsSuccess.ShouldBeTrue();
        card.Activate(objectives).IsSuccess.ShouldBeTrue();
        return card;
    }

    private static void Do(Scorecard card, Dictionary<ObjectiveId, TargetRevisionId> causes, int kind, int which, int shift, DateTimeOffset now)
    {
        var item = card.Items[which % card.Items.Count];
        var pending = card.Rebalances.LastOrDefault(r => r.IsPending);
        switch (kind)
        {
            case 0:
                card.Exempt(item.ObjectiveId, causes[item.ObjectiveId] = TargetRevisionId.New(), NoScores, now);
                break;
            case 1 when item.ExemptedById is { } cause:
                card.Readmit(cause, NoScores, now);
                break;
            case 2 when pending is not null:
                card.Request(pending, Shifted(card, pending, shift), 1000, Owner, NoScores);
                break;
            case 3 when pending is not null:
                card.Confirm(pending, shift > 0 ? null : Shifted(card, pending, shift), 1000, Leader, NoScores, now);
                break;
            case 4 when pending is not null:
                card.Decide(pending, shift > 0, null, "裁定", Hr, NoScores, now);
                break;
            case 5:
                var active = card.Items.Where(i => i.IsActive).Select(i => new PlannedItem(i.ObjectiveId, i.Weight, i.RuleId)).ToList();
                var objectives = active.ConvertAll(i => new AppraisableObjective(i.ObjectiveId, "1", "目标", Owner, CommitmentState.Committed, Important: false, IsExempt: false));
                card.SetItems(active, objectives.ToDictionary(o => o.Id), Hr, now);
                break;
        }
    }

    private static Dictionary<ScorecardItemId, int>? Shifted(Scorecard card, Rebalance pending, int shift)
    {
        var weights = ItemWeights.Read(pending.Proposed).Where(w => card.Items.Single(i => i.Id == w.Key).IsActive).ToDictionary();
        if (weights.Count < 2)
            return null;
        var (one, other) = (weights.Keys.First(), weights.Keys.Last());
        (weights[one], weights[other]) = (weights[one] + shift, weights[other] - shift);
        return weights;
    }
}
