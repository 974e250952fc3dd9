using System.Buffers.Binary;
using Objectives.Contracts.Planning;

namespace Objectives.Platform.Demo;

/// <param name="Milestones">Each after those that it depends on.</param>
public sealed record DemoProject(ProjectId Id, string Name, DemoPerson Manager, DemoPerson By, IReadOnlyList<DemoMilestone> Milestones)
{
    /// <summary>What was told of how far its milestones are, in the order of time.</summary>
    public IEnumerable<(DemoMilestone Milestone, DemoReport Report)> Reports => Milestones.SelectMany(m => m.Reports.Select(r => (m, r))).OrderBy(r => r.r.At);
}

public sealed record DemoMilestone(
    MilestoneId Id, string Name, DemoPerson Owner, DateOnly Start, DateOnly Due, IReadOnlyList<MilestoneId> DependsOn, DateTimeOffset PlannedAt, IReadOnlyList<DemoReport> Reports)
{
    /// <summary>Null while it is not complete.</summary>
    internal DateTimeOffset? CompleteAt => Reports.Count > 0 && Reports[^1].PercentComplete == 100 ? Reports[^1].At : null;
}

public sealed record DemoReport(DateTimeOffset At, int PercentComplete);

public sealed record DemoWorkItem(WorkItemId Id, string Title, DemoPerson Owner, DateOnly? Start, DateOnly? Due, DemoPerson By, DateTimeOffset PlannedAt, DateTimeOffset? DoneAt);

/// <summary>How important objectives are run as projects, though not all of them, and what work others have planned.</summary>
internal static class DemoWork
{
    private const int Projects = 500;
    private const int Items = 600;
    private const string Team = "E0111";
    private const string Member = "E0112";

    /// <summary>A step by the months of the year, 0 for its first day, and the steps that it waits for.</summary>
    private sealed record Step(string Name, double From, double To, params int[] After);

    private static readonly Step[] Growth =
    [
        new("市场与客户盘点", 0.2, 1.6), new("重点客户名单与责任人确认", 1.6, 2.5, 0), new("服务产品与报价方案定稿", 1.7, 3.4, 0), new("试点区域上线", 3.4, 5.5, 1, 2), new("全区域推广", 5.5, 10.2, 3), new("年度达成复盘", 10.3, 11.8, 4),
    ];

    private static readonly Step[] Quality =
    [
        new("客户触点与投诉数据分析", 0.1, 1.4), new("服务标准与作业指导书修订", 1.4, 3, 0), new("一线人员分批培训", 2.8, 5.6, 1), new("派单与回访系统改造", 1.5, 6, 0), new("试点小组验证", 6, 7.8, 2, 3), new("全面推行", 7.8, 10.8, 4), new("效果评估与固化", 10.8, 11.9, 5),
    ];

    private static readonly Step[] Stock =
    [
        new("库存结构与呆滞料分析", 0.2, 1.5), new("安全库存模型确认", 1.5, 2.9, 0), new("供应商补货协议更新", 1.6, 4, 0), new("前置仓选址与搭建", 3, 6.5, 1), new("补货系统切换", 6.5, 8.5, 2, 3), new("稳定运行评估", 8.6, 11.6, 4),
    ];

    private static readonly Step[] People =
    [
        new("岗位能力差距盘点", 0.3, 1.8), new("课程体系设计", 1.8, 3.2, 0), new("内训师选拔与认证", 2, 4.2, 0), new("分批培训与带教", 4.2, 9.5, 1, 2), new("上岗考核", 9.5, 10.8, 3), new("培训效果评估", 10.8, 11.8, 4),
    ];

    private static readonly Step[] Platform =
    [
        new("需求调研与范围确认", 0.1, 1.5), new("方案设计与评审", 1.5, 3, 0), new("平台开发", 3, 6.4, 1), new("历史数据清洗与迁移", 3.2, 6.8, 1), new("用户测试", 6.8, 8, 2, 3), new("分批上线", 8, 10.5, 4), new("项目验收", 10.5, 11.7, 5),
    ];

    private static readonly string[] Tasks =
    [
        "召开启动会并明确分工", "整理上年数据与问题清单", "完成重点客户走访", "与备件、客服部门对齐交付计划", "编制月度跟踪表", "组织季度复盘会", "更新作业指导书", "安排旺季人手与排班", "带教新上岗同事", "向上级提交进展简报",
    ];

    public static DemoProject? ProjectOf(DemoCompany company, DemoCycle cycle, DemoObjective objective)
    {
        var dice = DiceOf(objective, 1);
        var runs = dice.Chance(cycle.Year > company.Year ? 0.4 : 0.8) || (objective.Depth == 1 && cycle.Year == company.Year);
        if (cycle.Year < company.Year || !objective.Now.Important || !runs || IsWithdrawn(objective))
            return null;
        var planned = PlannedAt(company, objective, ref dice);
        var people = PeopleFor(objective);
        var steps = StepsOf(objective.Measure.Kind);
        var milestones = new List<DemoMilestone>();
        for (var i = 0; i < steps.Length; i++)
        {
            var waits = steps[i].After.Select(a => milestones[a]).ToList();
            var (start, due) = DaysOf(cycle, steps[i], waits, ref dice);
            var at = planned.AddMinutes(i * 4);
            var reports = ReportsOf(company, start, due, waits, planned.AddHours(1), ref dice);
            milestones.Add(new(new(company.IdAt(at, objective.Id.Value, Projects + 1 + i)), steps[i].Name, dice.Pick(people), start, due, [.. waits.Select(w => w.Id)], at, reports));
        }
        var manager = objective.Level is DemoLevel.Company or DemoLevel.Team && dice.Chance(0.4) ? dice.Pick(people) : objective.Owner;
        return new(new(company.IdAt(planned, objective.Id.Value, Projects)), objective.Now.Title, manager, objective.Owner, milestones);
    }

    public static IReadOnlyList<DemoWorkItem> ItemsOf(DemoCompany company, DemoCycle cycle, DemoObjective objective)
    {
        var dice = DiceOf(objective, 2);
        var share = objective.Owner.EmployeeNumber is Team or Member ? 1 : objective.Now.Important ? 0.75 : 0.5;
        if (cycle.Year < company.Year || !dice.Chance(share) || IsWithdrawn(objective))
            return [];
        var (planned, people, first) = (PlannedAt(company, objective, ref dice), PeopleFor(objective), dice.Below(Tasks.Length));
        var items = new List<DemoWorkItem>();
        var count = dice.Between(2, 4);
        for (var i = 0; i < count; i++)
        {
            var from = dice.Share() * 9;
            DateOnly? start = dice.Chance(0.6) ? DayOf(cycle, from, 0) : null;
            DateOnly? due = dice.Chance(0.85) ? DayOf(cycle, from + 0.5 + (dice.Share() * 2), 0) : null;
            var at = planned.AddMinutes(30 + (i * 3));
            var done = Evening(due ?? DayOf(cycle, from + 1, 0)).AddHours(-dice.Between(1, 90));
            items.Add(new(
                new(company.IdAt(at, objective.Id.Value, Items + i)), Tasks[(first + (i * 3)) % Tasks.Length], dice.Pick(people), start, due, objective.Owner, at, done > at && done < company.Now && dice.Chance(0.85) ? done : null));
        }
        return items;
    }

    /// <summary>Some begin before what they wait for is due.</summary>
    private static (DateOnly Start, DateOnly Due) DaysOf(DemoCycle cycle, Step step, List<DemoMilestone> waits, ref Dice dice)
    {
        var (start, due) = (DayOf(cycle, step.From, dice.Between(-4, 4)), DayOf(cycle, step.To, dice.Between(-6, 8)));
        if (waits.Count > 0 && dice.Chance(0.9) && waits.Max(w => w.Due) is var before && before > start)
            start = before;
        return (start, due < start ? start : due);
    }

    /// <summary>Most are done about when they are due and after what they wait for; some weeks later, and all that waits for them with them.</summary>
    private static List<DemoReport> ReportsOf(DemoCompany company, DateOnly start, DateOnly due, List<DemoMilestone> waits, DateTimeOffset earliest, ref Dice dice)
    {
        var (begun, complete) = (Latest(Evening(start), earliest), Evening(due).AddHours(dice.Chance(0.88) ? dice.Between(-120, 40) : dice.Between(300, 2_000)));
        var (halfway, most) = (dice.Between(8, 14) * 5, dice.Between(60, 100));
        if (waits.TrueForAll(w => w.CompleteAt is not null))
        {
            complete = waits.Select(w => w.CompleteAt!.Value).Append(begun).Append(complete).Max().AddMinutes(75);
            if (complete < company.Now)
                return halfway < 60 ? [new(complete, 100)] : [new(begun.AddTicks((complete - begun).Ticks / 20 * 10), halfway), new(complete, 100)];
        }
        if (begun >= company.Now)
            return [];
        var share = Math.Min(1, (company.Now - begun) / (Evening(due) - begun + TimeSpan.FromDays(1)));
        var percent = (int)(share * most / 5) * 5;
        return percent is 0 ? [] : [new(begun.AddTicks((company.Now - begun).Ticks / 40 * 30), Math.Min(percent, 95))];
    }

    /// <summary>After it was committed; what is still open, after it was drafted.</summary>
    private static DateTimeOffset PlannedAt(DemoCompany company, DemoObjective objective, ref Dice dice)
    {
        var settled = objective.Past.FirstOrDefault(v => v.Status == DemoStatus.Committed) ?? objective.Past[0];
        var usual = settled.At.AddMinutes(dice.Between(60, 4_000));
        return usual < company.Now.AddHours(-2) ? usual : company.Now.AddHours(-2);
    }

    private static IReadOnlyList<DemoPerson> PeopleFor(DemoObjective objective) => objective.Level is not (DemoLevel.Company or DemoLevel.Team)
        ? [objective.Owner]
        : objective.Unit.Children.Count > 0
            ? [objective.Owner, .. objective.Unit.Children.Select(c => c.Leader)]
            : [objective.Owner, .. objective.Unit.Members.Where(m => m != objective.Owner && m.Role is null)];

    private static Step[] StepsOf(DemoMeasureKind measure) => measure switch
    {
        DemoMeasureKind.Revenue or DemoMeasureKind.ServiceRevenue or DemoMeasureKind.NewContracts or DemoMeasureKind.WorkOrders => Growth,
        DemoMeasureKind.PartsTurnover or DemoMeasureKind.StockDays => Stock,
        DemoMeasureKind.TrainingHours => People,
        DemoMeasureKind.Milestone => Platform,
        _ => Quality,
    };

    private static bool IsWithdrawn(DemoObjective objective) => objective.Now.Status == DemoStatus.Withdrawn;

    private static DateOnly DayOf(DemoCycle cycle, double month, int days)
    {
        var day = new DateOnly(cycle.Year, 1, 1).AddMonths((int)month).AddDays((int)((month - Math.Floor(month)) * 30) + days);
        return day.Year < cycle.Year ? new(cycle.Year, 1, 1) : day.Year > cycle.Year ? new(cycle.Year, 12, 31) : day;
    }

    private static DateTimeOffset Evening(DateOnly day) => DemoCompany.At(day.Year, day.Month, day.Day, 17);

    private static DateTimeOffset Latest(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static Dice DiceOf(DemoObjective objective, ulong stream)
    {
        Span<byte> key = stackalloc byte[16];
        objective.Id.Value.TryWriteBytes(key);
        return new(Dice.Mix(Dice.Mix(BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..])), stream));
    }
}
