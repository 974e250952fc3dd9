using Objectives.Contracts.Planning;
using System.Numerics;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;

namespace Objectives.Planning.Domain;

/// <summary>Someone who may be given a part, with what each of the factors says of him, and his part when it is fixed by hand.</summary>
internal sealed record AllocationCandidate(Guid Id, string Name, IReadOnlyList<decimal> Scores, decimal? Locked);

/// <param name="Share">Per cent of the whole, 0–100, six decimals; those of all parts make 100.</param>
/// <param name="Contributions">How much of the share each factor gave, which together make the share; nothing of one that is fixed by hand.</param>
/// <param name="RollUpWeight">Null where the parts count alike.</param>
internal sealed record AllocatedPart(Guid Id, decimal Value, decimal Share, bool Locked, IReadOnlyList<decimal> Contributions, decimal? RollUpWeight);

/// <summary>How a parent's target is split (S6.8), which depends on how parts make up the whole.</summary>
/// <remarks>
/// SUM: by the factors. Each factor shares its weight out in proportion to its scores among those whose part is not fixed, and what the fixed ones leave is split by the
/// sum of these shares, largest remainder, of equals the first by code. Exact; no part has the other sign.
/// AVERAGE: every part has the target, since the factors say how much of a quantity someone can carry and not how high a level; what fixed parts are above or below it, the
/// others make up for alike, so that the mean is exact.
/// WEIGHTED_AVERAGE: every part has the target, and the factors become the parts' weights (1 = average); for fixed parts the others make up, rounded to the demanding side.
/// RATIO, MIN, MAX, LAST, NONE and MILESTONE: every part has the target. RATIO, and the lowest of what is to rise or the highest of what is to fall, hold only if no fixed
/// part is worse than the target; of the highest of what is to rise or the lowest of what is to fall, one must reach it.
/// The margin makes the whole more demanding: higher, or lower where less is better.
/// </remarks>
internal sealed class AllocationRule
{
    private const int ShareDecimals = 6;
    private readonly Measure _measure;
    private readonly decimal _target;

    public AllocationRule(Measure measure, decimal target, decimal stretchPercent)
    {
        _measure = measure;
        _target = target;
        var margin = Math.Abs(target) * stretchPercent / 100;
        Total = Apportionment.Round(FallsIsBetter ? target - margin : target + margin, measure.Decimals);
    }

    private enum Whole
    {
        Sum,
        Mean,
        WeightedMean,
        Same,
    }

    /// <summary>The parent's target with the margin: what the parts together come to.</summary>
    public decimal Total { get; }

    /// <summary>Whether the factors move anything: parts, or their weights.</summary>
    public bool UsesFactors => Kind is Whole.Sum or Whole.WeightedMean;

    /// <summary>Whether parts are parts of a quantity.</summary>
    public bool IsSplit => Kind == Whole.Sum;

    /// <summary>Whether a part that stands beside the allocated ones changes what they come to.</summary>
    public bool CountsOthers => Kind != Whole.Same;

    public Text Method => (Kind, _measure.Direction) switch
    {
        (Whole.Sum, MeasureDirection.Decrease or MeasureDirection.KeepWithin) => new(
            "The target is a ceiling: it is split by the factors, who scores more is allowed more, and the parts add up to it exactly. A margin lowers it.",
            "目标值为上限：按因素分解，得分高者额度大，各部分之和恰为总额；安全余量使总额降低。"),
        (Whole.Sum, _) => new(
            "Split by the factors: each factor shares out its weight in proportion to its scores, and the parts add up exactly (largest remainder).",
            "按因素分解：各因素按得分比例分配其权重，各部分之和恰好等于总额（最大余数法）。"),
        (Whole.Mean, _) => new(
            "An average: each part has the target, whatever the factors; for parts fixed by hand the others make up, so that the mean is the target exactly.",
            "平均值指标：各部分目标值相同，与因素无关；手工锁定的差额由其余部分均摊，均值恰为目标值。"),
        (Whole.WeightedMean, _) => new(
            "A weighted average: each part has the target, and the factors become the parts' weights; for parts fixed by hand the others make up.",
            "加权平均指标：各部分目标值相同，因素得分成为各部分的汇总权重；手工锁定的差额由其余部分补足。"),
        (_, MeasureDirection.Milestone) => new("A milestone is not divided: each part is to be done as far.", "里程碑不可拆分：各部分须达到相同的完成进度。"),
        _ => new(
            $"{WhatDoesNotAddUp.English} do not add up: each part has the target itself, whatever the factors.",
            $"{WhatDoesNotAddUp.Chinese}不可相加：各部分目标值均等于上级目标值，与因素无关。"),
    };

    private bool FallsIsBetter => _measure.Direction is MeasureDirection.Decrease or MeasureDirection.KeepWithin;

    private Whole Kind => (_measure.Direction, _measure.Aggregation) switch
    {
        (MeasureDirection.Milestone, _) => Whole.Same,
        (_, Aggregation.Sum) => Whole.Sum,
        (_, Aggregation.Average) => Whole.Mean,
        (_, Aggregation.WeightedAverage) => Whole.WeightedMean,
        _ => Whole.Same,
    };

    /// <param name="candidates">By code; at least one.</param>
    /// <param name="weights">Of the factors, by which each candidate has a score.</param>
    /// <remarks>Fails with INVALID at <c>factors</c> (no weight, or none has a score), <c>locks</c> (more or less than the whole, worse than the target) or <c>stretchPercent</c> (a milestone above 100).</remarks>
    public Result<IReadOnlyList<AllocatedPart>> Split(IReadOnlyList<AllocationCandidate> candidates, IReadOnlyList<decimal> weights)
    {
        if (_measure.Direction == MeasureDirection.Milestone && Total > 100)
            return Error.Invalid("stretchPercent", new("A milestone is at most 100 per cent complete.", "里程碑完成百分比最高为 100。"));
        if (!Quantity.Fits(Total))
            return Error.Invalid("stretchPercent", new("The whole is out of range.", "总额超出范围。"));
        return Kind switch
        {
            Whole.Sum => SplitSum(candidates, weights),
            Whole.Mean => SplitMean(candidates),
            Whole.WeightedMean => SplitWeighted(candidates, weights),
            _ => SplitSame(candidates),
        };
    }

    /// <summary>Of what is to be kept within bounds: in proportion to the part, rounded down, where parts add up; the parent's own otherwise, but not above the part.</summary>
    public decimal? LowerBoundOf(AllocatedPart part, decimal? parent)
    {
        if (parent is not { } bound || !IsSplit || _target == 0)
            return parent is { } own ? Math.Min(own, part.Value) : null;
        var unit = Apportionment.UnitOf(_measure.Decimals);
        return Math.Min(part.Value, decimal.Floor(bound / _target * part.Value / unit) * unit);
    }

    private Result<IReadOnlyList<AllocatedPart>> SplitSum(IReadOnlyList<AllocationCandidate> candidates, IReadOnlyList<decimal> weights)
    {
        var open = candidates.Where(c => c.Locked is null).ToList();
        var rest = Total - candidates.Sum(c => c.Locked ?? 0);
        if (CheckRest(rest, open.Count) is { } wrong)
            return wrong;
        if (open.Count == 0)
            return Parts(candidates, [], [], []);
        var shares = FactorShares.Of(open, weights);
        return shares.IsSuccess
            ? Parts(candidates, open, Apportionment.Split(rest, shares.Value.Sums, _measure.Decimals), shares.Value.Each)
            : Result<IReadOnlyList<AllocatedPart>>.Failure(shares.Errors);
    }

    private Error? CheckRest(decimal rest, int open)
    {
        if (open == 0 && rest != 0)
            return Locks(new($"All parts are fixed, and {Quantity.Format(rest)} of {Quantity.Format(Total)} is left over.", $"各部分均已锁定，与总额 {Quantity.Format(Total)} 相差 {Quantity.Format(rest)}。"), rest);
        return Math.Sign(rest) * Math.Sign(Total) < 0 || (Total == 0 && rest != 0)
            ? Locks(new($"The fixed parts come to {Quantity.Format(Total - rest)}, more than {Quantity.Format(Total)}.", $"锁定部分合计 {Quantity.Format(Total - rest)}，超过总额 {Quantity.Format(Total)}。"), rest)
            : null;
    }

    private Result<IReadOnlyList<AllocatedPart>> SplitMean(IReadOnlyList<AllocationCandidate> candidates)
    {
        var open = candidates.Count(c => c.Locked is null);
        var rest = (Total * candidates.Count) - candidates.Sum(c => c.Locked ?? 0);
        if (open == 0 && rest != 0)
            return Locks(new("All parts are fixed, and their mean is not the target.", "各部分均已锁定，其均值不等于目标值。"), rest);
        var values = open == 0 ? [] : Apportionment.Split(rest, [.. Enumerable.Repeat(1L, open)], _measure.Decimals);
        return Even(candidates, values);
    }

    private Result<IReadOnlyList<AllocatedPart>> SplitWeighted(IReadOnlyList<AllocationCandidate> candidates, IReadOnlyList<decimal> weights)
    {
        var shares = FactorShares.Of(candidates, weights);
        if (!shares.IsSuccess)
            return Result<IReadOnlyList<AllocatedPart>>.Failure(shares.Errors);
        var percent = Apportionment.Split(100, shares.Value.Sums, ShareDecimals);
        var rollUp = Array.ConvertAll(percent, p => Math.Max(1 / Quantity.Scale, Apportionment.Round(p * candidates.Count / 100, ShareDecimals)));
        var (openWeight, wanting) = (0m, 0m);
        foreach (var (i, candidate) in candidates.Index())
        {
            wanting += rollUp[i] * (Total - (candidate.Locked ?? 0));
            openWeight += candidate.Locked is null ? rollUp[i] : 0;
        }
        if (openWeight == 0 && wanting != 0)
            return Locks(new("All parts are fixed, and their weighted mean is not the target.", "各部分均已锁定，其加权均值不等于目标值。"), wanting);
        var value = openWeight == 0 ? 0 : Demanding(wanting / openWeight);
        return Result.Ok<IReadOnlyList<AllocatedPart>>(
            [.. candidates.Select((c, i) => new AllocatedPart(c.Id, c.Locked ?? value, percent[i], c.Locked is not null, Contributions(percent[i], shares.Value.Each[i]), rollUp[i]))]);
    }

    private Result<IReadOnlyList<AllocatedPart>> SplitSame(IReadOnlyList<AllocationCandidate> candidates)
    {
        var worse = candidates.Where(c => c.Locked is { } value && (FallsIsBetter ? value > Total : value < Total)).ToList();
        var isExtreme = _measure.Aggregation is Aggregation.Min or Aggregation.Max;
        var allMustReach = _measure.Aggregation == Aggregation.Ratio || (isExtreme && _measure.Aggregation == Aggregation.Min != FallsIsBetter);
        if (_measure.Direction != MeasureDirection.Milestone && (allMustReach ? worse.Count > 0 : isExtreme && worse.Count == candidates.Count))
        {
            var names = string.Join(", ", worse.Take(5).Select(c => c.Name));
            return Locks(new($"Fixed at worse than the target, which is then not reached: {names}.", $"锁定值劣于目标值，整体目标将无法达成：{names}。"), 0);
        }
        return Even(candidates, [.. candidates.Where(c => c.Locked is null).Select(_ => Total)]);
    }

    /// <summary>Parts that count alike, whatever the factors.</summary>
    private static Result<IReadOnlyList<AllocatedPart>> Even(IReadOnlyList<AllocationCandidate> candidates, decimal[] values)
    {
        var percent = Apportionment.Split(100, [.. candidates.Select(_ => 1L)], ShareDecimals);
        var next = 0;
        return Result.Ok<IReadOnlyList<AllocatedPart>>([.. candidates.Select((c, i) => new AllocatedPart(c.Id, c.Locked ?? values[next++], percent[i], c.Locked is not null, [], null))]);
    }

    private static Result<IReadOnlyList<AllocatedPart>> Parts(
        IReadOnlyList<AllocationCandidate> candidates, IReadOnlyList<AllocationCandidate> open, decimal[] values, IReadOnlyList<IReadOnlyList<BigInteger>> shares)
    {
        var place = open.Index().ToDictionary(o => o.Item.Id, o => o.Index);
        var parts = candidates.Select(c => c.Locked ?? values[place[c.Id]]).ToList();
        var percent = parts.TrueForAll(p => p == 0)
            ? Apportionment.Split(100, [.. parts.Select(_ => 1L)], ShareDecimals)
            : Apportionment.Split(100, [.. parts.Select(p => Apportionment.Whole(Math.Abs(p)))], ShareDecimals);
        return Result.Ok<IReadOnlyList<AllocatedPart>>([.. candidates.Select((c, i) => new AllocatedPart(
            c.Id, parts[i], percent[i], c.Locked is not null, c.Locked is null ? Contributions(percent[i], shares[place[c.Id]]) : [.. c.Scores.Select(_ => 0m)], null))]);
    }

    private static decimal[] Contributions(decimal share, IReadOnlyList<BigInteger> factors)
        => share == 0 || factors.All(f => f.IsZero) ? [.. factors.Select(_ => 0m)] : Apportionment.Split(share, factors, ShareDecimals);

    private decimal Demanding(decimal value)
    {
        var unit = Apportionment.UnitOf(_measure.Decimals);
        return (FallsIsBetter ? decimal.Floor(value / unit) : decimal.Ceiling(value / unit)) * unit;
    }

    private static Error Locks(Text message, decimal rest)
        => new(ErrorCode.Invalid, message, "locks", new Dictionary<string, object?> { ["rest"] = Quantity.Format(rest) });

    private Text WhatDoesNotAddUp => _measure.Aggregation switch
    {
        Aggregation.Ratio => new("Ratios", "比率指标"),
        Aggregation.Last => new("Last values", "取最新值的指标"),
        Aggregation.Min => new("Lowest values", "取最小值的指标"),
        Aggregation.Max => new("Highest values", "取最大值的指标"),
        _ => new("Values that are not rolled up", "不汇总的指标"),
    };

    /// <summary>How much of the whole weight each factor gives to each candidate, as whole numbers over one denominator, so that nothing is rounded before the parts are.</summary>
    private sealed record FactorShares(IReadOnlyList<IReadOnlyList<BigInteger>> Each, IReadOnlyList<BigInteger> Sums)
    {
        public static Result<FactorShares> Of(IReadOnlyList<AllocationCandidate> candidates, IReadOnlyList<decimal> weights)
        {
            var factors = Enumerable.Range(0, weights.Count).Where(f => weights[f] > 0).ToList();
            if (factors.Count == 0)
                return Error.Invalid("factors", new("At least one factor needs a weight.", "至少一个因素的权重应大于零。"));
            var sums = factors.ToDictionary(f => f, f => candidates.Aggregate(BigInteger.Zero, (all, c) => all + Apportionment.Whole(c.Scores[f])));
            var empty = factors.Where(f => sums[f].IsZero).Select(f => Error.Invalid(
                $"factors.{f}.factor", new("None of those whose part is not fixed has a score by this factor; leave it out.", "未锁定的对象在该因素上均无得分，请去掉该因素。"))).ToList();
            if (empty.Count > 0)
                return Result<FactorShares>.Failure(empty);
            var multipliers = factors.ToDictionary(f => f, f => Apportionment.Whole(weights[f]) * factors.Where(other => other != f).Aggregate(BigInteger.One, (all, other) => all * sums[other]));
            var each = candidates.Select(c => (IReadOnlyList<BigInteger>)[.. weights.Select((_, f) => multipliers.TryGetValue(f, out var m) ? m * Apportionment.Whole(c.Scores[f]) : BigInteger.Zero)]).ToList();
            return new FactorShares(each, [.. each.Select(c => c.Aggregate(BigInteger.Zero, (all, share) => all + share))]);
        }
    }
}
