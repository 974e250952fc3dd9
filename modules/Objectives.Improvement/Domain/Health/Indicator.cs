using System.Globalization;
using Objectives.Contracts;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Domain.Health;

/// <summary>One of the shares of which an indicator is the weakest.</summary>
/// <param name="Months">0–100, as far as it is known.</param>
/// <param name="Numbers">What each month's share is made of, in words.</param>
internal sealed record HealthPart(Text Name, IReadOnlyList<decimal?> Months, IReadOnlyList<Text> Numbers, IReadOnlyList<RecordRef> Worst)
{
    public static HealthPart Of(Text name, MonthlyShare share, int weight = 1) => new(
        name,
        [.. share.Good.Zip(share.All, (good, all) => HealthRule.Share(good, all, weight))],
        [.. share.Good.Zip(share.All, (good, all) => NumbersOf(good, all, weight))],
        share.Worst);

    /// <param name="means">1–5, as far as they are told.</param>
    public static HealthPart OfSurvey(Text name, IReadOnlyList<decimal?> means)
        => new(name, [.. means.Select(HealthRule.ShareOfMean)], [.. means.Select(m => new Text($"mean {Say(m ?? 0)} of 5", $"均分 {Say(m ?? 0)}/5"))], []);

    public static string Say(decimal number) => number.ToString("#,##0.#", CultureInfo.InvariantCulture);

    private static Text NumbersOf(int good, int all, int weight)
        => weight == 1 ? new($"{Say(good)} of {Say(all)}", $"{Say(good)}/{Say(all)}") : new($"{Say(good)} of {Say(all)}, each other counts {weight} times", $"{Say(good)}/{Say(all)}，其余每项按 {weight} 倍计");
}

/// <summary>One of the eight (S5.7): its value of the running month, how it came there, what it is made of.</summary>
/// <param name="Months">As far as they have begun and are known.</param>
/// <param name="Evidence">The records behind it, the worst first.</param>
internal sealed record Indicator(FailureCause Cause, IndicatorState State, decimal? Value, decimal Threshold, Text Formula, IReadOnlyList<decimal?> Months, IReadOnlyList<RecordRef> Evidence)
{
    /// <param name="now">The month that it is, from 0; what is not over yet counts with it.</param>
    public static Indicator OfShares(FailureCause cause, decimal threshold, int now, IReadOnlyList<HealthPart> parts)
    {
        var carried = parts.Select(p => HealthRule.Carried([.. p.Months.Take(now + 1)])).ToList();
        var months = HealthRule.Weakest(carried);
        var known = parts.Zip(carried, (part, values) => (Part: part, Value: values[now])).ToList();
        var (value, state) = (months[now], HealthRule.StateOfShare(months[now], threshold));
        var red = HealthPart.Say(threshold - HealthRule.AmberBand);
        return new(
            cause,
            state,
            value,
            threshold,
            new(
                $"The lowest of: {string.Join("; ", known.Select(k => Told(k.Part, k.Value, now).English))} — {(value is { } v ? $"{HealthPart.Say(v)} %" : "not enough to say")}. Green from {HealthPart.Say(threshold)} %, red below {red} %.",
                $"取以下最低值：{string.Join("；", known.Select(k => Told(k.Part, k.Value, now).Chinese))}，结果为 {(value is { } w ? $"{HealthPart.Say(w)}%" : "数据不足")}。达到 {HealthPart.Say(threshold)}% 为绿，低于 {red}% 为红。"),
            months,
            [.. known.Where(k => k.Part.Worst.Count > 0).OrderBy(k => k.Value ?? decimal.MaxValue).SelectMany(k => k.Part.Worst).Distinct()]);
    }

    /// <param name="load">What each month had, the newest one that is over deciding.</param>
    /// <param name="bearable">1–5, what the survey says by now.</param>
    public static Indicator OfPaperwork(int limit, int people, IReadOnlyList<PaperworkMonth> load, int now, bool isOver, decimal? bearable, IReadOnlyList<RecordRef> longest)
    {
        var last = isOver ? now : now - 1;
        var months = load.Select((m, i) => i <= last && m.Any ? HealthRule.PerPerson(m.Minutes, m.Fields, people) : null).Take(now + 1).ToList();
        var of = Enumerable.Range(0, months.Count).LastOrDefault(i => months[i] is not null, -1);
        var value = of < 0 ? null : months[of];
        var survey = bearable is { } mean ? HealthPart.Say(mean) : null;
        var (minutes, red) = (HealthPart.Say(HealthRule.MinutesPerField), HealthPart.Say(limit * HealthRule.AmberFactor));
        return new(
            FailureCause.Paperwork,
            HealthRule.StateOfLoad(value, limit, bearable),
            value,
            limit,
            new(
                (value is null ? "Not enough to say: no month with paperwork is over. " : $"({HealthPart.Say(load[of].Minutes)} minutes that {HealthPart.Say(load[of].Reports)} reports took + {HealthPart.Say(load[of].Fields)} fields written × {minutes} minutes) ÷ {HealthPart.Say(people)} people = {HealthPart.Say(value.Value)} minutes per person and month. ")
                + $"Green up to {limit}, red above {red}{(survey is null ? string.Empty : $"; the survey finds it bearable at {survey} of 5, and below 3 it is one step worse")}.",
                (value is null ? "数据不足：尚无已结束的月份。" : $"（{HealthPart.Say(load[of].Reports)} 份报告耗时 {HealthPart.Say(load[of].Minutes)} 分钟 + 填写 {HealthPart.Say(load[of].Fields)} 个字段 × {minutes} 分钟）÷ {HealthPart.Say(people)} 人 = 每人每月 {HealthPart.Say(value.Value)} 分钟。")
                + $"不超过 {limit} 分钟为绿，超过 {red} 分钟为红{(survey is null ? string.Empty : $"；问卷对文书负担的评分为 {survey}/5，低于 3 则降一级")}。"),
            months,
            longest);
    }

    private static Text Told(HealthPart part, decimal? value, int now)
    {
        var of = Enumerable.Range(0, now + 1).LastOrDefault(i => part.Months[i] is not null, now);
        return value is { } known
            ? new($"{part.Name.English} {HealthPart.Say(known)} % ({part.Numbers[of].English})", $"{part.Name.Chinese} {HealthPart.Say(known)}%（{part.Numbers[of].Chinese}）")
            : new($"{part.Name.English} not enough to say", $"{part.Name.Chinese}数据不足");
    }
}

/// <param name="Minutes">That people said their reports took.</param>
/// <param name="Fields">Written by people, as the history has them.</param>
internal readonly record struct PaperworkMonth(int Minutes, int Reports, int Fields)
{
    public bool Any => Reports + Fields > 0;
}
