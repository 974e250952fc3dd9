using System.Buffers.Binary;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;

namespace Objectives.Platform.Demo;

/// <summary>What an owner said of himself at a month's end.</summary>
/// <param name="Month">1–12, of the cycle's year.</param>
/// <param name="Confidence">1–5.</param>
/// <param name="Answer">Null while nobody has followed it up.</param>
public sealed record DemoReview(ProgressReportId Id, int Month, DateTimeOffset At, string Text, int Confidence, string? Difficulties, string? SupportNeeded, int MinutesSpent, DemoAnswer? Answer);

public sealed record DemoAnswer(DemoPerson By, DateTimeOffset At, string Guidance);

/// <summary>How the owners of this year's objectives reviewed themselves, most in time, and how their superiors followed up; some months were missed.</summary>
internal static class DemoReviews
{
    private const int Ids = 700;

    private static readonly (string Chinese, string English)[] Good =
    [
        ("{0} 月完成 {1}，达到进度要求。提前排班、把热门机型备件前置到网点起了作用，做法已写入班组手册。", "Month {0}: {1}, as planned. Early rotas and parts kept near the customers helped; both are in the team's handbook now."),
        ("{0} 月实绩 {1}，好于计划。重点客户全部回访，遗留问题已约定下月上旬关闭。", "Month {0}: {1}, better than planned. All key customers were called back; what is open will be closed early next month."),
        ("本月 {1}，进度正常。每周一对数据、周五复盘，偏差当周就能发现，下月继续这样做。", "{1} this month, on track. Figures are checked on Mondays and reviewed on Fridays, so deviations show within the week."),
        ("{0} 月 {1}，按节奏推进。新人已能独立接单，老员工带教的安排可以保留到旺季。", "Month {0}: {1}, in step. The new colleagues work alone by now; mentoring stays until the peak season."),
        ("本月完成 {1}。自查下来流程执行较好，资料归档还慢两天，下月改进。", "{1} this month. The process was followed well; filing was two days late, which I will mend next month."),
    ];

    private static readonly (string Chinese, string English)[] Poor =
    [
        ("{0} 月 {1}，落后于进度。旺季单量集中、新人上手慢是主因，已安排老员工带教并调整周末班次。", "Month {0}: {1}, behind. Orders came all at once and new colleagues need time; mentors are assigned and weekend shifts changed."),
        ("本月 {1}，没有达到预期。自查是月初跟进不及时，前两周只完成三成，下月按周分解、周五对账。", "{1} this month, below expectation. I followed up too late: a third by mid-month. Next month goes by weekly targets."),
        ("{0} 月实绩 {1}，与目标有差距。两个网点备件缺货导致二次上门，已列出机型清单与备件组对接。", "Month {0}: {1}, short of the target. Two outlets lacked parts, so visits were repeated; the list of models is with the parts team."),
        ("{0} 月 {1}，略低于计划。部分客户延期到下月，金额已确认，预计下月补回一半以上。", "Month {0}: {1}, slightly under plan. Some customers moved to next month; more than half should come back then."),
    ];

    private static readonly (string Chinese, string English)[] Troubles =
    [
        ("备件到货周期延长，部分工单需要二次上门。", "Parts arrive later than before, so some visits are repeated."), ("两名同事休假，周末排班紧张。", "Two colleagues are on leave and weekends are short of staff."),
        ("系统派单与片区不匹配，路上耗时较多。", "Dispatching does not fit the districts; much time is lost on the road."), ("客户预算审批推迟，签约时间不确定。", "Customers' budgets are approved later; signing dates are uncertain."),
    ];

    private static readonly (string Chinese, string English)[] Help =
    [
        ("请协调备件仓优先保障热门机型。", "Please have the parts store give priority to popular models."), ("希望旺季借调一名工程师。", "One engineer on loan for the peak season, please."), ("请帮助与信息部确认派单规则的调整时间。", "Please settle with IT when the dispatching rules will change."),
    ];

    private static readonly (string Chinese, string English)[] Guidance =
    [
        ("同意你的自评。方法有效，请在周会上给大家讲一讲。", "I agree with your review. It works; please tell the others at the weekly meeting."), ("数据看到了，保持节奏。下月重点盯住月初两周。", "Seen. Keep the pace, and watch the first two weeks of next month."),
        ("原因分析清楚。请把二次上门按机型列出来，周五我们一起定措施。", "The causes are clear. List the repeated visits by model; on Friday we decide what to do."), ("备件的事我来协调，本周内给你答复。人手先按现有排班。", "I will settle the parts with the store this week. Keep to the present rota for now."),
        ("差距要尽快补上：请按周分解下月目标，每周一给我一个简报。", "Close the gap soon: split next month's target by weeks and brief me on Mondays."),
    ];

    public static IEnumerable<DemoReview> Of(DemoCompany company, DemoCycle cycle, DemoObjective objective)
    {
        if (cycle.Year != company.Year)
            yield break;
        var (sum, months) = (0m, 0);
        foreach (var month in objective.Actuals.GroupBy(a => a.Period.Number))
        {
            var value = month.Last().Value;
            (sum, months) = (sum + value, months + 1);
            if (Review(company, objective, month.Key, month.First().At, value, IsGood(objective, value, sum, months)) is { } review)
                yield return review;
        }
    }

    private static DemoReview? Review(DemoCompany company, DemoObjective objective, int month, DateTimeOffset recorded, decimal value, bool isGood)
    {
        var dice = DiceOf(objective, month);
        var (isMissed, isLate) = (dice.Chance(0.05), dice.Chance(0.04));
        var at = recorded.AddMinutes(dice.Between(8, 90)).AddDays(isLate ? dice.Between(6, 10) : 0);
        if (isMissed || (isLate && at >= company.Now))
            return null;
        at = company.Before(at, TimeSpan.FromMinutes(1));
        var texts = isGood ? Good : Poor;
        var isEnglish = objective.Owner.Locale == Locale.En;
        string Pick((string Chinese, string English) text) => isEnglish ? text.English : text.Chinese;
        var told = string.Format(System.Globalization.CultureInfo.InvariantCulture, Pick(dice.Pick(texts)), month, Value(objective.Measure, value));
        var confidence = isGood ? dice.Between(3, 5) : dice.Between(2, 3);
        var trouble = dice.Chance(isGood ? 0.15 : 0.8) ? Pick(dice.Pick(Troubles)) : null;
        var help = trouble is not null && dice.Chance(0.4) ? Pick(dice.Pick(Help)) : null;
        var minutes = dice.Between(2, 8) * 5;
        return new(new(company.IdAt(at, objective.Id.Value, Ids + month)), month, at, told, confidence, trouble, help, minutes, Answer(company, objective, at, isGood, ref dice));
    }

    private static DemoAnswer? Answer(DemoCompany company, DemoObjective objective, DateTimeOffset reported, bool isGood, ref Dice dice)
    {
        var (lot, owner) = (dice.Below(100), objective.Owner);
        if (lot < 5)
            return null;
        var at = lot < 11 ? reported.AddDays(dice.Between(7, 12)) : reported.AddMinutes(dice.Between(90, 1_800));
        var by = owner.Superior ?? company.People.First(p => p.Role == Role.Executive && p != owner);
        var (chinese, english) = isGood ? Guidance[dice.Below(2)] : Guidance[2 + dice.Below(Guidance.Length - 2)];
        return at < company.Now ? new(by, at, by.Locale == Locale.En ? english : chinese) : null;
    }

    /// <summary>Of a sum as much as an even year asks for by then, less a twentieth; else the value by the year's target.</summary>
    private static bool IsGood(DemoObjective objective, decimal value, decimal sum, int months)
    {
        var target = objective.Now.Target;
        return (objective.Measure.Aggregation, objective.Measure.Direction) switch
        {
            (DemoAggregation.Sum, _) => sum >= target * months / DemoFigures.Months * 0.95m,
            (_, DemoDirection.Decrease) => value <= target,
            (_, DemoDirection.KeepWithin) => value <= target && value >= objective.LowerBound,
            (_, DemoDirection.Milestone) => value >= target * months / DemoFigures.Months * 0.95m,
            _ => value >= target,
        };
    }

    private static string Value(DemoMeasure measure, decimal value) => DemoTexts.Number(value) + (measure.UnitOfMeasure == "%" ? "%" : " " + measure.UnitOfMeasure);

    private static Dice DiceOf(DemoObjective objective, int month)
    {
        Span<byte> key = stackalloc byte[16];
        objective.Id.Value.TryWriteBytes(key);
        return new(Dice.Mix(Dice.Mix(BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..])), 900 + (ulong)month));
    }
}
