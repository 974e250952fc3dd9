using Objectives.Contracts.Planning;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Planning.Domain;

/// <summary>How a target is spread over the months of its cycle, and how months make up longer periods and the whole (S6.9).</summary>
/// <remarks>
/// What the months must come to, by the measure's aggregation:
/// SUM: they add up to the target. AVERAGE and WEIGHTED_AVERAGE (whose weights are those of children, not of time): their mean is the target. RATIO: the target lies
/// between the lowest and the highest, since of numerators and denominators nothing is known yet. LAST, NONE and whatever is a MILESTONE: the last month is the target.
/// MIN: the lowest is the target. MAX: the highest is.
/// How a method spreads it: SUM by weights (EVEN: a month as much as another, one that the cycle holds in part by its days; WORKING_DAYS: their number;
/// SEASONAL: shares of past actuals), largest remainder. AVERAGE by the season alone; the same each month otherwise, as the number of days does not change a mean.
/// LAST, NONE and MILESTONE go from the baseline to the target by the weights, and without a baseline stand at the target; SEASONAL keeps the season's shape with
/// the target at the end; what is to be kept within bounds stands at its bound. MIN, MAX and RATIO are the target in each month: the only figures that make it
/// up for certain.
/// </remarks>
internal sealed record PhasingRule(decimal Target, decimal? Baseline, MeasureDirection Direction, Aggregation Aggregation, int Decimals)
{
    private enum Whole
    {
        Sum,
        Mean,
        Between,
        End,
        Lowest,
        Highest,
    }

    public static PhasingRule Of(Measure measure, decimal target, decimal? baseline) => new(target, baseline, measure.Direction, measure.Aggregation, measure.Decimals);

    private Whole Kind => (Direction, Aggregation) switch
    {
        (MeasureDirection.Milestone, _) => Whole.End,
        (_, Aggregation.Sum) => Whole.Sum,
        (_, Aggregation.Average or Aggregation.WeightedAverage) => Whole.Mean,
        (_, Aggregation.Ratio) => Whole.Between,
        (_, Aggregation.Min) => Whole.Lowest,
        (_, Aggregation.Max) => Whole.Highest,
        _ => Whole.End,
    };

    /// <summary>Where it starts from: a milestone, unless said otherwise, from nothing done.</summary>
    private decimal? From => Direction switch
    {
        MeasureDirection.KeepWithin => null,
        MeasureDirection.Milestone => Baseline ?? 0,
        _ => Baseline,
    };

    /// <summary>Whether spreading it by season uses the season at all.</summary>
    public bool HasSeason => Kind is Whole.Sum or Whole.Mean || (Kind == Whole.End && Direction is MeasureDirection.Increase or MeasureDirection.Decrease);

    /// <param name="weights">Of each month; not all zero.</param>
    public IReadOnlyList<PhasedValue> Spread(PhasingMethod method, IReadOnlyList<Period> months, IReadOnlyList<long> weights)
    {
        var values = Kind switch
        {
            Whole.Sum => Apportionment.Split(Target, weights, Decimals),
            Whole.Mean when method == PhasingMethod.Seasonal => Apportionment.Split(Target * months.Count, weights, Decimals),
            Whole.End when method == PhasingMethod.Seasonal && HasSeason && weights[^1] > 0
                => [.. weights.SkipLast(1).Select(w => Apportionment.Round(Target * w / weights[^1], Decimals)), Target],
            Whole.End when From is { } from => Path(from, weights),
            _ => [.. months.Select(_ => Target)],
        };
        return [.. months.Zip(values, (month, value) => new PhasedValue(month, value))];
    }

    /// <summary>Months given by hand, or longer periods, which are spread evenly over their months; what is not given shares the rest evenly.</summary>
    /// <remarks>Fails with INVALID at the value or at all: a period outside the cycle or given twice, too many decimals, or months that do not make up the target.</remarks>
    public Result<IReadOnlyList<PhasedValue>> Complete(IReadOnlyList<PhasedValue> given, IReadOnlyList<Period> months, IReadOnlyList<long> weights)
    {
        var values = new decimal?[months.Count];
        var errors = new List<Error>();
        foreach (var (i, (period, value)) in given.Index())
        {
            var held = Enumerable.Range(0, months.Count).Where(m => period.Contains(months[m].Start)).ToList();
            if (held.Count == 0)
                errors.Add(Error.Invalid($"values.{i}.period", new($"{period} is no period of the cycle.", $"{period} 不在该周期内。")));
            else if (held.Exists(m => values[m] is not null))
                errors.Add(new(ErrorCode.Duplicate, new($"{period} is given twice, alone or within another.", $"{period} 重复填写（或已包含在其他期间内）。"), $"values.{i}.period"));
            else if (!Quantity.HasDecimals(value, Decimals))
                errors.Add(Error.Invalid($"values.{i}.value", new($"The measure has {Decimals} digits after the point.", $"该指标保留 {Decimals} 位小数。")));
            else if (Direction == MeasureDirection.Milestone && value is < 0 or > 100)
                errors.Add(Error.Invalid($"values.{i}.value", new("A milestone is 0 to 100 per cent complete.", "里程碑完成百分比应在 0 至 100 之间。")));
            else
                Fill(values, held, WithinPeriod(value).Spread(PhasingMethod.Even, Of(months, held), Of(weights, held)));
        }
        if (errors.Count > 0)
            return Result<IReadOnlyList<PhasedValue>>.Failure(errors);
        if (CompleteRest(values, months, weights) is { } tooMuch)
            return tooMuch;
        IReadOnlyList<PhasedValue> complete = [.. months.Zip(values, (month, value) => new PhasedValue(month, value!.Value))];
        return Check(complete) is { } wrong ? wrong : Result.Ok(complete);
    }

    /// <summary>Null when the months make up the target; otherwise by how much they do not.</summary>
    public Error? Check(IReadOnlyList<PhasedValue> months)
    {
        var values = months.Select(m => m.Value).ToList();
        return Kind switch
        {
            Whole.Sum => Differ(values.Sum(), Target, new("The months add up to {0}, the target is {1}.", "各月合计为 {0}，目标值为 {1}。")),
            Whole.Mean => Differ(values.Sum(), Target * values.Count, new("The months add up to {0}; for their mean to be the target they must add up to {1}.", "各月合计为 {0}；要使均值等于目标值，合计应为 {1}。")),
            Whole.Between when Target < values.Min() => Differ(values.Min(), Target, new("Each month is above the target: the lowest is {0}, the target is {1}.", "各月均高于目标值：最低为 {0}，目标值为 {1}。")),
            Whole.Between when Target > values.Max() => Differ(values.Max(), Target, new("Each month is below the target: the highest is {0}, the target is {1}.", "各月均低于目标值：最高为 {0}，目标值为 {1}。")),
            Whole.End => Differ(values[^1], Target, new("The last month is {0}, the target to be reached by then is {1}.", "最后一个月为 {0}，届时应达到目标值 {1}。")),
            Whole.Lowest => Differ(values.Min(), Target, new("The lowest month is {0}, the target is {1}.", "最低月份为 {0}，目标值为 {1}。")),
            Whole.Highest => Differ(values.Max(), Target, new("The highest month is {0}, the target is {1}.", "最高月份为 {0}，目标值为 {1}。")),
            _ => null,
        };
    }

    /// <summary>The months of a target that was changed, in the shape that they had; null when the shape cannot be kept, and it has to be phased anew.</summary>
    public IReadOnlyList<PhasedValue>? Reshape(IReadOnlyList<PhasedValue> months, PhasingRule before)
    {
        var values = months.Select(m => m.Value).ToList();
        var sameSign = before.Target != 0 && Math.Sign(before.Target) * Math.Sign(Target) >= 0 && values.TrueForAll(v => Math.Sign(v) * Math.Sign(before.Target) >= 0);
        decimal[]? changed = Kind switch
        {
            Whole.Sum => sameSign ? Apportionment.Split(Target, [.. values.Select(v => Apportionment.Whole(Math.Abs(v)))], Decimals) : null,
            Whole.Mean => sameSign ? Apportionment.Split(Target * values.Count, [.. values.Select(v => Apportionment.Whole(Math.Abs(v)))], Decimals) : null,
            _ when values.TrueForAll(v => v == before.Target) => [.. values.Select(_ => Target)],
            Whole.End when before.From is { } from && From is { } start && from != before.Target
                => [.. values.SkipLast(1).Select(v => Apportionment.Round(start + ((v - from) * (Target - start) / (before.Target - from)), Decimals)), Target],
            _ => sameSign ? [.. values.Select(v => v == before.Target ? Target : Apportionment.Round(v * Target / before.Target, Decimals))] : null,
        };
        if (changed is null)
            return null;
        IReadOnlyList<PhasedValue> reshaped = [.. months.Zip(changed, (month, value) => month with { Value = value })];
        return reshaped.All(m => Quantity.Fits(m.Value)) && Check(reshaped) is null ? reshaped : null;
    }

    /// <summary>Whether a single month can make up the whole against all others.</summary>
    public bool MonthsDecideAlone => Kind is Whole.Lowest or Whole.Highest;

    /// <summary>What the months after those that stay must come to, as a target of their own.</summary>
    /// <returns>Null when those that stay alone come to more than the target.</returns>
    public decimal? RestOf(IReadOnlyCollection<PhasedValue> kept, int later)
    {
        if (Kind is not (Whole.Sum or Whole.Mean))
            return Target;
        var whole = Kind == Whole.Sum ? Target : Target * (kept.Count + later);
        var rest = whole - kept.Sum(m => m.Value);
        if (Math.Sign(rest) * Math.Sign(whole) < 0 || (whole == 0 && rest != 0))
            return null;
        return rest;
    }

    /// <summary>Months that come to the target in the shape that they had under another rule; where that cannot be kept, evenly.</summary>
    /// <remarks>Of a mean the target is the months' sum, as <see cref="RestOf"/> gives it.</remarks>
    public IReadOnlyList<PhasedValue> Shaped(PhasingRule before, IReadOnlyList<PhasedValue> months)
    {
        var values = months.Select(m => m.Value).ToList();
        if (Kind is Whole.Sum or Whole.Mean)
        {
            var weights = values.TrueForAll(v => v >= 0) || values.TrueForAll(v => v <= 0) ? values.ConvertAll(v => Apportionment.Whole(Math.Abs(v))) : [];
            if (weights.Sum() == 0)
                weights = values.ConvertAll(_ => 1L);
            return [.. months.Zip(Apportionment.Split(Target, weights, Decimals), (m, v) => m with { Value = v })];
        }
        var moved = before.Target;
        return Kind == Whole.End && before.From is { } from && from != moved
            ? [.. months.Select((m, i) => m with { Value = i == months.Count - 1 ? Target : Apportionment.Round(from + ((m.Value - from) * (Target - from) / (moved - from)), Decimals) })]
            : [.. months.Select(m => m with { Value = Target })];
    }

    /// <summary>The whole of some of the months by the aggregation; of what does not roll up, where it stands at the end.</summary>
    public decimal WholeOf(IReadOnlyCollection<decimal> months) => Kind switch
    {
        Whole.Sum => months.Sum(),
        Whole.Mean or Whole.Between => Apportionment.Round(months.Sum() / months.Count, Decimals),
        Whole.Lowest => months.Min(),
        Whole.Highest => months.Max(),
        _ => months.Last(),
    };

    /// <summary>Months, or the quarters or years that they make up; a longer period that the cycle holds in part is made up by those of its months that the cycle holds.</summary>
    public IEnumerable<PhasedValue> By(PeriodGranularity granularity, IReadOnlyList<PhasedValue> months) => granularity == PeriodGranularity.Month
        ? months
        : months.GroupBy(m => Period.Of(m.Period.Start, granularity)).Select(g => new PhasedValue(g.Key, WholeOf([.. g.Select(m => m.Value)])));

    /// <summary>Within a quarter given by hand, what is to be reached by its end stands at that figure.</summary>
    private PhasingRule WithinPeriod(decimal value) => Kind == Whole.End
        ? this with { Target = value, Direction = MeasureDirection.KeepWithin, Aggregation = Aggregation.Last }
        : this with { Target = value };

    private decimal[] Path(decimal from, IReadOnlyList<long> weights)
    {
        decimal all = weights.Sum();
        var values = new decimal[weights.Count];
        var gone = 0m;
        for (var i = 0; i < values.Length; i++)
        {
            gone += weights[i];
            values[i] = i == values.Length - 1 ? Target : Apportionment.Round(from + ((Target - from) * (gone / all)), Decimals);
        }
        return values;
    }

    private Error? CompleteRest(decimal?[] values, IReadOnlyList<Period> months, IReadOnlyList<long> weights)
    {
        var open = Enumerable.Range(0, values.Length).Where(m => values[m] is null).ToList();
        if (open.Count == 0)
            return null;
        if (Kind is not (Whole.Sum or Whole.Mean))
        {
            foreach (var month in open)
                values[month] = Target;
            return null;
        }
        var whole = Kind == Whole.Sum ? Target : Target * values.Length;
        var rest = whole - values.Sum(v => v ?? 0);
        if (Math.Sign(rest) * Math.Sign(whole) < 0 || (whole == 0 && rest != 0))
            return NotEqual(whole - rest, whole, new("The months given add up to {0}, which is more than {1}.", "已填月份合计 {0}，超过 {1}。"));
        Fill(values, open, (this with { Target = rest, Aggregation = Aggregation.Sum }).Spread(PhasingMethod.Even, Of(months, open), Of(weights, open)));
        return null;
    }

    private static void Fill(decimal?[] values, List<int> months, IReadOnlyList<PhasedValue> with)
    {
        foreach (var (i, month) in months.Index())
            values[month] = with[i].Value;
    }

    private static List<T> Of<T>(IReadOnlyList<T> all, List<int> indexes) => indexes.ConvertAll(i => all[i]);

    private static Error? Differ(decimal actual, decimal expected, Text message) => actual == expected ? null : NotEqual(actual, expected, message);

    private static Error NotEqual(decimal actual, decimal expected, Text message) => new(
        ErrorCode.Invalid,
        new(Filled(message.English, actual, expected), Filled(message.Chinese, actual, expected)),
        "values",
        new Dictionary<string, object?> { ["expected"] = Quantity.Format(expected), ["actual"] = Quantity.Format(actual), ["difference"] = Quantity.Format(expected - actual) });

    private static string Filled(string text, decimal actual, decimal expected)
        => text.Replace("{0}", Quantity.Format(actual), StringComparison.Ordinal).Replace("{1}", Quantity.Format(expected), StringComparison.Ordinal);
}
