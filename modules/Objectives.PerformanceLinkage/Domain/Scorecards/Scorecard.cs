using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Domain.Scorecards;

internal enum ScorecardStatus
{
    Draft,
    Active,
    SelfAppraised,
    Appraised,
    Calibrated,
    Signed,
    Disputed,
}

/// <summary>By which objectives a person is appraised in a cycle, and how much each of them weighs. Every change of a weight is a change of this one row, so that two at once never leave the weights off.</summary>
internal sealed partial class Scorecard : Aggregate
{
    public const int MaxItems = 30;

    private readonly List<ScorecardItem> _items = [];
    private readonly List<Rebalance> _rebalances = [];

    private Scorecard()
    {
    }

    public ScorecardId Id { get; private init; }

    public override Guid Key => Id.Value;

    public CycleId CycleId { get; private init; }

    public PersonId PersonId { get; private init; }

    public ScorecardStatus Status { get; private set; }

    /// <summary>Since when its attainments no longer follow what is recorded: from calibration on, or the cycle's end.</summary>
    public DateTimeOffset? FrozenAt { get; private set; }

    public IReadOnlyList<ScorecardItem> Items => _items;

    public IReadOnlyList<Rebalance> Rebalances => _rebalances;

    /// <summary>Whether the person may see what others have made of it.</summary>
    public static bool IsReleased(ScorecardStatus status) => status >= ScorecardStatus.Calibrated;

    public static Scorecard Draft(CycleId cycle, PersonId person, ScorecardId? id = null) => new() { Id = id ?? ScorecardId.New(), CycleId = cycle, PersonId = person };

    /// <summary>Puts objectives on the card in the order given, and takes the others off; exempt items stay, without weight.</summary>
    /// <param name="ids">Of new items by their places, for the demo company's.</param>
    /// <remarks>Fails with FORBIDDEN_BY_STATE (appraised already), INVALID (an objective of someone else, of no agreement, or exempt), WEIGHTS_NOT_100 (in force).</remarks>
    public Result SetItems(IReadOnlyList<PlannedItem> planned, IReadOnlyDictionary<ObjectiveId, AppraisableObjective> objectives, PersonId? by, DateTimeOffset now, Func<int, ScorecardItemId>? ids = null)
    {
        if (CheckWeighable() is { } late)
            return late;
        var errors = planned.Index().Select(p => CheckItem(p.Index, p.Item, objectives.GetValueOrDefault(p.Item.ObjectiveId))).OfType<Error>().ToList();
        if (errors.Count > 0)
            return Result.Failure(errors);
        if (Status == ScorecardStatus.Active && CheckTotal(planned.Sum(p => p.Weight)) is { } off)
            return off;
        var wanted = planned.Select(p => p.ObjectiveId).ToHashSet();
        var gone = _items.FindAll(i => i.IsActive && !wanted.Contains(i.ObjectiveId));
        _items.RemoveAll(gone.Contains);
        var fresh = planned.Where(p => ItemOf(p.ObjectiveId) is null).Select(p => p.ObjectiveId).ToList();
        foreach (var (index, item) in planned.Index())
            Place(item, index, ids?.Invoke(index));
        foreach (var (index, item) in _items.Where(i => !wanted.Contains(i.ObjectiveId)).Index())
            item.Ordinal = planned.Count + index;
        foreach (var item in _items.Where(i => !i.IsActive))
            item.CarryNothing();
        if (gone.Count + fresh.Count > 0)
            Raise(new ScorecardItemsChanged(Id, CycleId, PersonId, [.. gone.Select(i => i.ObjectiveId), .. fresh]));
        foreach (var pending in _rebalances.Where(r => r.IsPending))
            Settle(pending, WeightsNow(), null, by, null, now);
        return Result.Success;
    }

    /// <summary>From now on it counts.</summary>
    /// <remarks>Fails with FORBIDDEN_BY_STATE (in force already, or without items; an item's objective is not committed), BLOCKED_BY_FINDING (an important objective is not on it, S4.3), WEIGHTS_NOT_100.</remarks>
    /// <param name="objectives">All of the person's in the cycle.</param>
    public Result Activate(IReadOnlyCollection<AppraisableObjective> objectives)
    {
        if (Status != ScorecardStatus.Draft)
            return new Error(ErrorCode.ForbiddenByState, new("It is in force already.", "该考核表已经生效。"), "scorecardId");
        if (!_items.Exists(i => i.IsActive))
            return new Error(ErrorCode.ForbiddenByState, new("Put at least one objective on it first.", "请先加入至少一个目标。"), "scorecardId");
        var byId = objectives.ToDictionary(o => o.Id);
        var open = _items.Where(i => i.IsActive && byId.GetValueOrDefault(i.ObjectiveId)?.State != CommitmentState.Committed).Select(i => byId.GetValueOrDefault(i.ObjectiveId)?.Title).ToList();
        if (open.Count > 0)
            return new Error(ErrorCode.ForbiddenByState, new($"Not committed: {string.Join(", ", open)}.", $"以下目标尚未承诺：{string.Join("、", open)}。"), "scorecardId");
        var missing = objectives.Where(o => o is { Important: true, State: CommitmentState.Committed, IsExempt: false } && ItemOf(o.Id) is null).ToList();
        if (missing.Count > 0)
        {
            return new Error(
                ErrorCode.BlockedByFinding,
                new($"Important objectives must be on it: {string.Join(", ", missing.Select(o => o.Title))}.", $"重要目标必须列入考核表：{string.Join("、", missing.Select(o => o.Title))}。"),
                "scorecardId",
                new Dictionary<string, object?> { ["objectives"] = missing.Select(o => o.Code).ToList() });
        }
        if (CheckTotal(_items.Where(i => i.IsActive).Sum(i => i.Weight)) is { } off)
            return off with { Field = "scorecardId" };
        Status = ScorecardStatus.Active;
        foreach (var item in _items.Where(i => !i.IsActive))
            item.CarryNothing();
        Raise(new ScorecardActivated(Id, CycleId, PersonId));
        return Result.Success;
    }

    /// <summary>Keeps the figures as they are: what is recorded later changes nothing about it.</summary>
    public void Freeze(IReadOnlyDictionary<ObjectiveId, decimal> attainments, DateTimeOffset now)
    {
        if (FrozenAt is not null)
            return;
        FrozenAt = now;
        foreach (var item in _items)
            item.KeptAttainment = attainments.TryGetValue(item.ObjectiveId, out var attainment) ? attainment : null;
    }

    /// <summary>For data that comes with its history: the demo company's past cycles.</summary>
    internal void RestoreStatus(ScorecardStatus status) => Status = status;

    internal ScorecardItem? ItemOf(ObjectiveId objective) => _items.Find(i => i.ObjectiveId == objective);

    private Dictionary<ScorecardItemId, int> WeightsNow() => _items.ToDictionary(i => i.Id, i => i.Weight);

    private void Place(PlannedItem planned, int ordinal, ScorecardItemId? id)
    {
        if (ItemOf(planned.ObjectiveId) is { } known)
            (known.Weight, known.RuleId, known.Ordinal) = (planned.Weight, planned.RuleId, ordinal);
        else
            _items.Add(new() { Id = id ?? ScorecardItemId.New(), ScorecardId = Id, ObjectiveId = planned.ObjectiveId, Weight = planned.Weight, RuleId = planned.RuleId, Ordinal = ordinal });
    }

    private Error? CheckWeighable() => Status is ScorecardStatus.Draft or ScorecardStatus.Active
        ? null
        : new Error(ErrorCode.ForbiddenByState, new("It is being appraised; its items and weights stay.", "该考核表已进入考核，不能再调整条目和权重。"), "personId");

    private Error? CheckItem(int index, PlannedItem planned, AppraisableObjective? objective)
    {
        var field = $"items.{index}.objectiveId";
        if (objective is null)
            return Error.NotFound(field);
        if (objective.OwnerId != PersonId)
            return Error.Invalid(field, new("It is somebody else's objective.", "该目标的负责人不是此人。"));
        if (ItemOf(planned.ObjectiveId) is { } known)
            return known.IsActive ? planned.Weight > 0 ? null : NoWeight(index) : planned.Weight == 0 ? null : Error.Invalid($"items.{index}.weight", new("It is exempt and carries no weight.", "该目标已免于考核，权重应为 0。"));
        if (planned.Weight == 0)
            return NoWeight(index);
        if (objective.IsExempt)
            return Error.Invalid(field, new("It is exempt from appraisal.", "该目标已免于考核。"));
        return objective.State is CommitmentState.Agreed or CommitmentState.Committed
            ? null
            : Error.Invalid(field, new("Only agreed and committed objectives are put on a scorecard.", "只有已达成一致或已承诺的目标才能列入考核表。"));
    }

    private static Error NoWeight(int index) => Error.Invalid($"items.{index}.weight", new("Give it a weight above 0.", "请填写大于 0 的权重。"));

    private static Error? CheckTotal(int total, string field = "items") => total == ItemWeights.Whole
        ? null
        : new Error(
            ErrorCode.WeightsNot100,
            new($"The weights total {Points(total)}, not 100.", $"权重合计为 {Points(total)}，应为 100。"),
            field,
            new Dictionary<string, object?> { ["total"] = Points(total) });

    private static string Points(int weight) => Quantity.Format((decimal)weight / ItemWeights.PerPoint);
}

/// <param name="Weight">In basis points.</param>
internal readonly record struct PlannedItem(ObjectiveId ObjectiveId, int Weight, ScoringRuleId RuleId)
{
    /// <summary>Important objectives weigh so many times what others do, all together exactly 100, by largest remainder; of equals those that come first.</summary>
    public static IReadOnlyList<PlannedItem> ByImportance(IReadOnlyList<AppraisableObjective> objectives, decimal importantFactor, ScoringRuleId rule)
    {
        var weights = Apportionment.Split(ItemWeights.Whole, [.. objectives.Select(o => Apportionment.Whole(o.Important ? importantFactor : 1))], decimals: 0);
        return [.. objectives.Zip(weights, (o, weight) => new PlannedItem(o.Id, (int)weight, rule))];
    }
}
