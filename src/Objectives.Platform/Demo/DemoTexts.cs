using System.Globalization;
using Objectives.Contracts.Organization;

namespace Objectives.Platform.Demo;

/// <summary>What objectives say: the title in the owner's language, the description in the other, so that both are in the company's texts.</summary>
internal static class DemoTexts
{
    private static readonly (string Chinese, string English)[] Proposals =
    [
        ("整理热门机型故障知识库", "Compile a knowledge base of popular models' faults"),
        ("编写上门服务标准话术", "Write standard phrases for visits on site"),
        ("建立老客户回访清单", "Set up a call-back list of long-standing customers"),
        ("完成智能派单试点", "Complete a trial of smart dispatching"),
        ("优化旺季排班方案", "Improve the rota for the peak season"),
        ("推广视频远程指导", "Spread remote guidance by video"),
        ("制作新品安装教学视频", "Make teaching videos for installing new products"),
        ("梳理高频投诉原因", "Sort out the causes of frequent complaints"),
        ("搭建备件短缺预警表", "Build an early warning of short parts"),
        ("组织跨组技能交流", "Organise an exchange of skills between teams"),
    ];

    private static readonly (string Chinese, string English)[] Remarks =
    [
        ("旺季前请 {0} 提前确认人手和备件。", "Before the peak season please confirm staff and parts, {0}."),
        ("{0} 上月进度略慢，本周我们对一下原因。", "Last month was a little slow, {0}; let us look at the causes this week."),
        ("做得好，请 {0} 把方法分享给其他小组。", "Well done, {0}; please share how you did it with the other teams."),
        ("数据口径已与财务核对，{0} 可以按此填报。", "The figures are agreed with finance, {0}; report on this basis."),
        ("春节期间客户联系不上，计划顺延到三月。", "Customers could not be reached over Spring Festival; moved to March."),
        ("需要质量组协助分析投诉，{0} 请安排。", "We need the quality team's help with complaints, {0} please arrange."),
        ("本季度目标已完成大半，继续保持。", "More than half of the quarter's target is done; keep going."),
        ("{0}，培训名额已申请，名单周五前给我。", "{0}, the training places are requested; send me the list by Friday."),
    ];

    public static readonly (string Chinese, string English)[] Notes =
    [
        ("含月末补录工单", "Includes work orders entered at the month's end"), ("受高温天气影响", "Affected by the heat"), ("春节假期工作日较少", "Fewer working days over Spring Festival"), ("促销活动带动", "Driven by a promotion"),
    ];

    public static string Title(DemoGoal goal, long target) => goal.Holder.Oddity == DemoOddity.Echo ? Title(goal.Parent!, target) : IsEnglish(goal) ? English(goal, target) : Chinese(goal, target);

    public static string Description(DemoGoal goal, long target)
        => IsEnglish(goal) ? $"{Chinese(goal, target)}。数据按月取自业务系统。" : $"{English(goal, target)}. Figures are taken monthly from the business systems.";

    public static string? Contribution(DemoGoal goal, int year)
    {
        if (goal.Parent is not { } parent)
            return null;
        if (goal.IsProposal)
            return "为上级目标提供方法和工具(Methods and tools for the objective above)";
        if (goal.Measure.Aggregation != DemoAggregation.Sum || parent.Targets[year] == 0)
            return "直接影响上级目标的结果(Its result is part of the objective above)";
        var share = Number(DemoGoal.Quotient(goal.Targets[year], parent.Targets[year]) / 100m);
        return $"承担上级目标的 {share}%({share} % of the objective above)";
    }

    public static string Remark(ref Dice dice, Locale locale, DemoPerson mentioned, out bool mentions)
    {
        var (chinese, english) = dice.Pick(Remarks);
        var text = locale == Locale.En ? english : chinese;
        mentions = text.Contains("{0}", StringComparison.Ordinal);
        return text.Replace("{0}", "@" + mentioned.Name, StringComparison.Ordinal);
    }

    public static string Number(decimal value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);

    public static decimal Exact(DemoMeasure measure, long figure)
    {
        decimal value = figure;
        for (var i = 0; i < measure.Decimals; i++)
            value /= 10;
        return value;
    }

    /// <summary>What is for others to read is titled in the company's language; who works in English titles his own goals so.</summary>
    private static bool IsEnglish(DemoGoal goal) => goal.Holder is { Level: DemoLevel.Personal, Owner.Locale: Locale.En };

    private static string Chinese(DemoGoal goal, long target)
    {
        if (goal.IsProposal)
            return ProposalOf(goal).Chinese;
        var (scope, value) = (ScopeOf(goal, "全公司"), $"{Number(Exact(goal.Measure, target))}{Space(goal.Measure)}{goal.Measure.UnitOfMeasure}");
        var name = goal.Measure.Name;
        return (goal.Measure.Direction, goal.Holder.Oddity) switch
        {
            (_, DemoOddity.Twin) => $"提升{scope}{name}到 {value}",
            (DemoDirection.Increase, _) => goal.Dice(60).Below(3) switch
            {
                0 => $"{scope}{name}达到 {value}",
                1 => $"实现{scope}{name} {value}",
                _ => $"{scope}全年{name}不低于 {value}",
            },
            (DemoDirection.Decrease, _) => goal.Dice(60).Chance(0.5) ? $"{scope}{name}控制在 {value}以内" : $"将{scope}{name}降到 {value}",
            (DemoDirection.KeepWithin, _) => $"{scope}{name}保持在 {Number(Exact(goal.Measure, goal.LowerBound!.Value))}–{value}",
            _ => $"{scope}{name}完成 {value}",
        };
    }

    private static string English(DemoGoal goal, long target)
    {
        if (goal.IsProposal)
            return ProposalOf(goal).English;
        var (scope, value) = (ScopeOf(goal, "the whole company"), $"{EnglishValue(goal.Measure, Exact(goal.Measure, target))}");
        var name = goal.Measure.EnglishName;
        return goal.Measure.Direction switch
        {
            DemoDirection.Increase => $"{name} of {scope} to reach {value}",
            DemoDirection.Decrease => $"{name} of {scope} at most {value}",
            DemoDirection.KeepWithin => $"{name} of {scope} between {Number(Exact(goal.Measure, goal.LowerBound!.Value))} and {value}",
            _ => $"{name} of {scope} at {value}",
        };
    }

    private static (string Chinese, string English) ProposalOf(DemoGoal goal) => Proposals[goal.Dice(61).Below(Proposals.Length)];

    private static string ScopeOf(DemoGoal goal, string company) => goal.Holder.Level switch
    {
        DemoLevel.Company => company,
        DemoLevel.Region => goal.Holder.Region!.Name,
        DemoLevel.Customer => goal.Holder.Customer!.Name,
        DemoLevel.Position => goal.Holder.Position!.Title,
        DemoLevel.Personal => goal.Holder.Owner.Name,
        _ => goal.Holder.Unit.Name,
    };

    private static string Space(DemoMeasure measure) => measure.UnitOfMeasure == "%" ? string.Empty : " ";

    private static string EnglishValue(DemoMeasure measure, decimal value) => measure.UnitOfMeasure switch
    {
        // Chinese counts money in ten thousands, English in millions.
        "万元" => $"{(value / 100).ToString("#,0.####", CultureInfo.InvariantCulture)} million yuan",
        "单" => $"{Number(value)} work orders",
        "份" => $"{Number(value)} contracts",
        "分钟" => $"{Number(value)} minutes",
        "次/年" => $"{Number(value)} times a year",
        "天" => $"{Number(value)} days",
        "小时" => $"{Number(value)} hours",
        var unit => $"{Number(value)} {unit}",
    };
}
