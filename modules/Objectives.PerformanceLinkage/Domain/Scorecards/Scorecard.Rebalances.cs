using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Domain.Scorecards;

/// <summary>Exemption and rebalance (S7.5, S7.6). The weights stay as they are until a rebalance is confirmed; what is exempt does not count meanwhile either.</summary>
internal sealed partial class Scorecard
{
    /// <summary>An objective's target was revised for an external cause: its item no longer counts, and a rebalance is proposed; HR decides where nothing is left to carry the weight.</summary>
    /// <returns>The rebalance; null where there is nothing to rebalance.</returns>
    public Rebalance? Exempt(ObjectiveId objective, TargetRevisionId cause, IReadOnlyDictionary<ScorecardItemId, decimal> ruleScores, DateTimeOffset now)
    {
        if (FrozenAt is not null || ItemOf(objective) is not { IsActive: true } item)
            return null;
        var scoreBefore = ScoreOf(WeightsNow(), ruleScores);
        (item.Status, item.ExemptedById) = (ScorecardItemStatus.Exempt, cause);
        if (Status == ScorecardStatus.Draft)
            return null;
        foreach (var pending in _rebalances.Where(r => r.IsPending))
            Propose(pending, ShareOut(), pending.ScoreBefore, ruleScores);
        var rebalance = new Rebalance { Id = RebalanceId.New(), ScorecardId = Id, CauseId = cause, At = now };
        _rebalances.Add(rebalance);
        Propose(rebalance, ShareOut(), scoreBefore, ruleScores);
        return rebalance;
    }

    /// <summary>The revision was taken back: the item counts again. What was not confirmed is void; weights that a confirmed rebalance made come back, or room for the item is proposed where they are other ones by now.</summary>
    public void Readmit(TargetRevisionId cause, IReadOnlyDictionary<ScorecardItemId, decimal> ruleScores, DateTimeOffset now)
    {
        if (FrozenAt is not null || _items.Find(i => i.ExemptedById == cause) is not { } item)
            return;
        var scoreBefore = ScoreOf(WeightsNow(), ruleScores);
        (item.Status, item.ExemptedById) = (ScorecardItemStatus.Active, null);
        foreach (var pending in _rebalances.Where(r => r.IsPending && r.CauseId == cause))
            Reject(pending, null, null, now);
        if (Status != ScorecardStatus.Draft && item.Weight == 0)
            GiveBack(item, cause, scoreBefore, ruleScores, now);
        foreach (var pending in _rebalances.Where(r => r.IsPending && r.CauseId != cause))
            Propose(pending, ShareOut(), pending.ScoreBefore, ruleScores);
    }

    /// <summary>The member says how he would have the weights, within the policy's bound of what is proposed.</summary>
    /// <remarks>Fails with FORBIDDEN_BY_STATE (decided, or with HR), WEIGHTS_NOT_100, INVALID (other items, or beyond the bound).</remarks>
    /// <param name="weights">Null takes the proposal.</param>
    public Result Request(Rebalance rebalance, IReadOnlyDictionary<ScorecardItemId, int>? weights, int bound, PersonId by, IReadOnlyDictionary<ScorecardItemId, decimal> ruleScores)
    {
        if (CheckUndecided(rebalance) is { } decided)
            return decided;
        var after = weights is null ? ItemWeights.Read(rebalance.Proposed) : Whole(weights);
        if (CheckWeights(after, rebalance, bound) is { } refused)
            return refused;
        rebalance.Request(after, ScoreOf(after, ruleScores), by);
        Tell(rebalance, RebalanceStep.Requested, by);
        return Result.Success;
    }

    /// <summary>The leader confirms what is asked for, or sets other weights within the bound: where the member has asked for his own, that is a disagreement, which HR decides.</summary>
    /// <remarks>Fails as <see cref="Request"/>.</remarks>
    /// <param name="weights">Null takes what is asked for.</param>
    public Result Confirm(Rebalance rebalance, IReadOnlyDictionary<ScorecardItemId, int>? weights, int bound, PersonId by, IReadOnlyDictionary<ScorecardItemId, decimal> ruleScores, DateTimeOffset now)
    {
        if (CheckUndecided(rebalance) is { } decided)
            return decided;
        var asked = ItemWeights.Read(rebalance.After);
        var after = weights is null ? asked : Whole(weights);
        if (CheckWeights(after, rebalance, bound) is { } refused)
            return refused;
        if (rebalance.Status == RebalanceStatus.Requested && ItemWeights.Write(after) != rebalance.After)
        {
            rebalance.LeaveToHr(after, ScoreOf(after, ruleScores));
            Tell(rebalance, RebalanceStep.LeftToHr, by);
            return Result.Success;
        }
        Apply(rebalance, after, ruleScores, by, null, now);
        return Result.Success;
    }

    /// <summary>HR decides what leader and member do not agree on, or where nothing is left to carry the weight.</summary>
    /// <remarks>Fails with FORBIDDEN_BY_STATE (not with HR), WEIGHTS_NOT_100, INVALID (other items; weights to what is not approved).</remarks>
    /// <param name="weights">Null takes what the leader asked for; there are none where nothing is left to carry them.</param>
    public Result Decide(Rebalance rebalance, bool approve, IReadOnlyDictionary<ScorecardItemId, int>? weights, string reason, PersonId by, IReadOnlyDictionary<ScorecardItemId, decimal> ruleScores, DateTimeOffset now)
    {
        if (rebalance.Status != RebalanceStatus.HrDecision)
            return new Error(ErrorCode.ForbiddenByState, new("It is not with HR: member and leader settle it.", "该调整尚未提交人力资源裁定，应由本人与上级商定。"), "rebalanceId");
        if (weights is not null && !approve)
            return Error.Invalid("weights", new("What is not approved has no weights.", "不同意时无需填写权重。"));
        if (!approve)
        {
            Reject(rebalance, by, reason, now);
            return Result.Success;
        }
        if (!_items.Exists(i => i.IsActive))
        {
            if (weights is { Count: > 0 })
                return Error.Invalid("weights", new("Nothing is left to carry a weight.", "已无可承担权重的条目。"));
            Settle(rebalance, WeightsNow(), null, by, reason, now);
            return Result.Success;
        }
        var after = weights is null ? ItemWeights.Read(rebalance.After) : Whole(weights);
        if (CheckWeights(after, rebalance, bound: null) is { } refused)
            return refused;
        Apply(rebalance, after, ruleScores, by, reason, now);
        return Result.Success;
    }

    /// <summary>What the items that count would come to.</summary>
    private decimal? ScoreOf(IReadOnlyDictionary<ScorecardItemId, int> weights, IReadOnlyDictionary<ScorecardItemId, decimal> ruleScores)
        => ScoreSheet.Mean(_items.Where(i => i.IsActive && ruleScores.ContainsKey(i.Id) && weights.GetValueOrDefault(i.Id) > 0).Select(i => (weights[i.Id], ruleScores[i.Id])));

    /// <summary>All items' weights with those that do not count at nothing.</summary>
    private Dictionary<ScorecardItemId, int> Whole(IReadOnlyDictionary<ScorecardItemId, int> weights)
        => _items.Where(i => !i.IsActive).Select(i => KeyValuePair.Create(i.Id, 0)).Concat(weights).DistinctBy(w => w.Key).ToDictionary();

    private Dictionary<ScorecardItemId, int> ShareOut() => Whole(Weighing.WithBack(
        [.. _items.Where(i => i is { IsActive: true, Weight: > 0 }).Select(i => KeyValuePair.Create(i.Id, i.Weight))], [.. _items.Where(i => i is { IsActive: true, Weight: 0 }).Select(i => KeyValuePair.Create(i.Id, i.FormerWeight))]));

    private void Propose(Rebalance rebalance, IReadOnlyDictionary<ScorecardItemId, int> after, decimal? scoreBefore, IReadOnlyDictionary<ScorecardItemId, decimal> ruleScores)
    {
        var nothingLeft = !_items.Exists(i => i.IsActive);
        rebalance.Propose(WeightsNow(), nothingLeft ? new Dictionary<ScorecardItemId, int>() : after, nothingLeft, scoreBefore, nothingLeft ? null : ScoreOf(after, ruleScores));
        Tell(rebalance, nothingLeft ? RebalanceStep.LeftToHr : RebalanceStep.Proposed, null);
    }

    private void GiveBack(ScorecardItem item, TargetRevisionId cause, decimal? scoreBefore, IReadOnlyDictionary<ScorecardItemId, decimal> ruleScores, DateTimeOffset now)
    {
        var took = _rebalances.Where(r => r.Status == RebalanceStatus.Confirmed && ItemWeights.Read(r.Before).GetValueOrDefault(item.Id) > 0).MaxBy(r => r.ConfirmedAt);
        var before = took is null ? new Dictionary<ScorecardItemId, int>() : ItemWeights.Read(took.Before);
        var back = new Rebalance { Id = RebalanceId.New(), ScorecardId = Id, CauseId = cause, At = now };
        _rebalances.Add(back);
        if (took is not null && took.After == ItemWeights.Write(WeightsNow()) && _items.TrueForAll(i => i.IsActive || before.GetValueOrDefault(i.Id) == 0))
        {
            back.Propose(WeightsNow(), before, nothingLeft: false, scoreBefore, ScoreOf(before, ruleScores));
            Apply(back, before, ruleScores, null, null, now);
            return;
        }
        Propose(back, ShareOut(), scoreBefore, ruleScores);
    }

    /// <summary>The weights are these from now on; with it all is settled that was pending, for it carries them.</summary>
    private void Apply(Rebalance rebalance, IReadOnlyDictionary<ScorecardItemId, int> after, IReadOnlyDictionary<ScorecardItemId, decimal> ruleScores, PersonId? by, string? reason, DateTimeOffset now)
    {
        foreach (var item in _items)
        {
            if (item.IsActive)
                item.Weight = after[item.Id];
            else
                item.CarryNothing();
        }
        var score = ScoreOf(after, ruleScores);
        Settle(rebalance, after, score, by, reason, now);
        foreach (var other in _rebalances.Where(r => r.IsPending))
            Settle(other, after, score, by, reason, now);
    }

    private void Settle(Rebalance rebalance, IReadOnlyDictionary<ScorecardItemId, int> after, decimal? score, PersonId? by, string? reason, DateTimeOffset now)
    {
        rebalance.Confirm(after, score, by, reason, now);
        Tell(rebalance, RebalanceStep.Confirmed, by);
    }

    private void Reject(Rebalance rebalance, PersonId? by, string? reason, DateTimeOffset now)
    {
        rebalance.Reject(by, reason, now);
        Tell(rebalance, RebalanceStep.Rejected, by);
    }

    private void Tell(Rebalance rebalance, RebalanceStep step, PersonId? by) => Raise(new RebalanceMoved(rebalance.Id, Id, CycleId, PersonId, step, by));

    private static Error? CheckUndecided(Rebalance rebalance) => rebalance.Status switch
    {
        RebalanceStatus.Proposed or RebalanceStatus.Requested => null,
        RebalanceStatus.HrDecision => new Error(ErrorCode.ForbiddenByState, new("HR decides it.", "该调整由人力资源裁定。"), "rebalanceId"),
        _ => new Error(ErrorCode.ForbiddenByState, new("It is decided already.", "该调整已经确定。"), "rebalanceId"),
    };

    /// <param name="bound">In basis points; null where HR decides.</param>
    private Error? CheckWeights(IReadOnlyDictionary<ScorecardItemId, int> after, Rebalance rebalance, int? bound)
    {
        if (after.Count != _items.Count || !_items.TrueForAll(i => after.TryGetValue(i.Id, out var weight) && (i.IsActive ? weight > 0 : weight == 0)))
            return Error.Invalid("weights", new("Give each item that counts a weight, and no other.", "请为每个参与考核的条目填写权重，且仅限这些条目。"));
        var proposed = ItemWeights.Read(rebalance.Proposed);
        if (bound is { } limit && after.Any(w => Math.Abs(w.Value - proposed.GetValueOrDefault(w.Key)) > limit))
            return Error.Invalid("weights", new($"Each weight may differ by at most {Points(limit)} points from what is proposed.", $"每项权重与建议值之差不得超过 {Points(limit)} 分。"));
        return CheckTotal(after.Values.Sum(), "weights");
    }
}
