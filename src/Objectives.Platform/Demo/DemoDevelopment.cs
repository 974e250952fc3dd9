using System.Buffers.Binary;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Platform.Demo;

/// <param name="Levels">The lowest first.</param>
public sealed record DemoCompetency(CompetencyId Id, int Index, string Code, string Name, IReadOnlyList<string> Levels);

/// <param name="After">Those that it follows upon, each before it in the catalogue.</param>
public sealed record DemoCourse(CourseId Id, string Code, string Title, string Provider, int Hours, DemoCompetency Competency, int Reaches, IReadOnlyList<DemoCourse> After, bool MboBasics);

public enum DemoAssessor
{
    Self,
    Leader,
    Test,
}

/// <summary>At which level someone was found to be.</summary>
public sealed record DemoAssessment(Guid Id, DemoCompetency Competency, int Level, DemoAssessor Source, DemoPerson By, DateTimeOffset At);

/// <param name="TrainedAt">After he was assessed.</param>
/// <param name="WaivedBy">A higher leader, who let him commit all the same.</param>
public sealed record DemoReadiness(Guid Id, int ManagementKnowledge, int SelfManagement, string Evidence, DemoPerson By, DateTimeOffset At, DateTimeOffset? TrainedAt, DemoPerson? WaivedBy, DateTimeOffset? WaivedAt);

public enum DemoItemState
{
    Planned,
    InProgress,
    Passed,
    Failed,
    Cancelled,
}

/// <param name="Course">Null for coaching.</param>
/// <param name="EndedAt">Null while it is open.</param>
public sealed record DemoItem(DevelopmentItemId Id, DemoCourse? Course, DemoCompetency Competency, int TargetLevel, DateOnly Due, DemoItemState State, DateTimeOffset PlannedAt, DateTimeOffset? EndedAt);

/// <summary>What someone can do of what his work asks, what his objectives need, and what he does about it.</summary>
/// <param name="Needed">Of the competency; above its assessed level where there is a gap.</param>
/// <param name="Items">Of this year's plan.</param>
public sealed record DemoAbility(DemoAssessment Assessed, int Needed, IReadOnlyList<DemoItem> Items);

/// <summary>How the demo company's people are developed: a catalogue, and of each person what follows from who he is, so that nothing need be kept while objectives are streamed.</summary>
public sealed class DemoDevelopment
{
    private const int Competencies = 400;
    private const int Courses = 500;
    private const int AbilitiesOfPerson = 3;

    private static readonly string[] Steps = ["了解（Aware）", "独立完成（On one's own）", "熟练（Skilled）", "指导他人（Teaches others）"];

    private static readonly (string Code, string Name)[] Skills =
    [
        ("MBO", "目标管理（Management by objectives）"), ("CUST", "客户沟通（Customer communication）"), ("DIAG", "故障诊断（Fault diagnosis）"), ("INST", "安装工艺（Installation craft）"), ("SAFE", "作业安全（Safety at work）"),
        ("NEGO", "商务谈判（Negotiation）"), ("ACCT", "大客户经营（Key account work）"), ("ECOM", "平台运营（Platform operations）"), ("CALM", "投诉处理（Handling complaints）"), ("STOCK", "备件计划（Parts planning）"),
        ("DATA", "数据分析（Data analysis）"), ("LEAD", "班组管理（Leading a team）"),
    ];

    /// <summary>By craft, the two that its work asks beside what everyone needs; leaders need to lead as well.</summary>
    private static readonly Dictionary<DemoCraft, (int, int)> OfCraft = new()
    {
        [DemoCraft.FieldService] = (2, 1), [DemoCraft.Installation] = (3, 4), [DemoCraft.Repair] = (2, 4), [DemoCraft.Retail] = (5, 1), [DemoCraft.KeyAccounts] = (6, 5), [DemoCraft.Ecommerce] = (7, 10),
        [DemoCraft.ContactCentre] = (8, 1), [DemoCraft.Parts] = (9, 10), [DemoCraft.Quality] = (10, 1),
    };

    private static readonly string[] Grades = ["入门（Basics）", "实务（Practice）", "高级（Advanced）"];
    private static readonly string[] Providers = ["华辰学院（Company academy）", "行业协会（Trade association）", "合作院校（Partner college）"];

    private readonly DemoCompany _company;
    private readonly ILookup<int, DemoCourse> _byCompetency;

    public DemoDevelopment(DemoCompany company)
    {
        _company = company;
        Catalogue = [.. Skills.Select((s, i) => new DemoCompetency(new(company.IdAt(company.Founded, company.Hr.Id.Value, Competencies + i)), i, s.Code, s.Name, Steps))];
        CoursesOffered = [.. CoursesOf()];
        _byCompetency = CoursesOffered.ToLookup(c => c.Competency.Index);
    }

    public IReadOnlyList<DemoCompetency> Catalogue { get; }

    public IReadOnlyList<DemoCourse> CoursesOffered { get; }

    /// <summary>Everyone was assessed before this year's objectives were committed; most are ready, and of the others each has been trained or let since.</summary>
    public DemoReadiness ReadinessOf(DemoPerson person)
    {
        var dice = DiceOf(person, 1);
        var at = DemoCompany.At(_company.Year - 1, 10, 12, 9).AddMinutes(dice.Below(8_000));
        var by = person.Superior ?? _company.SecondExecutive;
        var isReady = dice.Chance(0.93);
        var (knowledge, self) = (isReady ? dice.Between(3, 5) : dice.Between(1, 2), dice.Between(3, 5));
        var higher = person.Superior is { Superior: { } above } ? above : null;
        var isWaived = !isReady && higher is not null && dice.Chance(0.4);
        var later = at.AddDays(dice.Between(3, 9)).AddMinutes(dice.Below(600));
        return new(
            _company.IdAt(at, person.Id.Value, 1), knowledge, self, dice.Pick(Evidence), by, at, isReady || isWaived ? null : later, isWaived ? higher : null, isWaived ? later : null);
    }

    public IReadOnlyList<DemoAbility> AbilitiesOf(DemoPerson person)
    {
        var dice = DiceOf(person, 2);
        var (first, second) = person.Unit.Craft is { } craft ? OfCraft[craft] : (10, 11);
        var third = person.Unit.Leader == person && second != 11 ? 11 : 0;
        return [.. new[] { first, second, third }.Take(AbilitiesOfPerson).Distinct().Select((index, i) => AbilityOf(person, Catalogue[index], i, ref dice))];
    }

    /// <summary>What an objective needs of its owner: some of what he is assessed in.</summary>
    public IReadOnlyList<DemoAbility> NeedsOf(DemoObjective objective)
    {
        Span<byte> key = stackalloc byte[16];
        objective.Id.Value.TryWriteBytes(key);
        var dice = new Dice(Dice.Mix(BinaryPrimitives.ReadUInt64LittleEndian(key[8..]), 71));
        if (objective.Now.Status == DemoStatus.Withdrawn || !dice.Chance(objective.Level == DemoLevel.Personal ? 0.5 : 0.12))
            return [];
        var abilities = AbilitiesOf(objective.Owner);
        var from = dice.Below(abilities.Count);
        return dice.Chance(0.4) && abilities.Count > 1 ? [abilities[from], abilities[(from + 1) % abilities.Count]] : [abilities[from]];
    }

    private static readonly string[] Evidence =
        ["目标管理测验与面谈（Test and interview）", "上年目标执行情况与自评（Last year's objectives and self-reviews）", "班组例会表现与书面计划（Team meetings and written plans）"];

    private DemoAbility AbilityOf(DemoPerson person, DemoCompetency competency, int place, ref Dice dice)
    {
        var (level, lacks) = (dice.Between(1, 3), dice.Chance(0.3));
        var source = dice.Below(10) switch { 0 => DemoAssessor.Self, < 3 => DemoAssessor.Test, _ => DemoAssessor.Leader };
        var at = DemoCompany.At(_company.Year - 1, 11, 2, 10).AddMinutes(dice.Below(20_000));
        var by = source switch { DemoAssessor.Self => person, DemoAssessor.Test when person != _company.Hr => _company.Hr, _ => person.Superior ?? _company.SecondExecutive };
        var assessed = new DemoAssessment(_company.IdAt(at, person.Id.Value, 10 + place), competency, level, by == person ? DemoAssessor.Self : source == DemoAssessor.Self ? DemoAssessor.Leader : source, by, at);
        var needed = lacks ? level + 1 : dice.Between(1, level);
        return new(assessed, needed, lacks && dice.Chance(0.8) ? [ItemOf(person, competency, level + 1, place, ref dice)] : []);
    }

    private DemoItem ItemOf(DemoPerson person, DemoCompetency competency, int target, int place, ref Dice dice)
    {
        var planned = PlannedAt(person);
        var due = new DateOnly(_company.Year, dice.Between(2, 12), dice.Between(1, 28));
        var course = _byCompetency[competency.Index].FirstOrDefault(c => c.Reaches >= target);
        var ended = DemoCompany.At(due.Year, due.Month, due.Day, 16).AddMinutes(-dice.Below(6_000));
        if (ended < planned)
            ended = planned.AddMinutes(90);
        var state = ended >= _company.Now
            ? dice.Chance(0.3) ? DemoItemState.InProgress : DemoItemState.Planned
            : dice.Below(10) switch { < 6 => DemoItemState.Passed, < 7 => DemoItemState.Failed, < 8 => DemoItemState.Cancelled, _ => DemoItemState.InProgress };
        return new(new(_company.IdAt(planned, person.Id.Value, 20 + place)), course, competency, target, due, state, planned, state is DemoItemState.Planned or DemoItemState.InProgress ? null : ended);
    }

    /// <summary>All of a person's plan at once.</summary>
    private DateTimeOffset PlannedAt(DemoPerson person)
    {
        var dice = DiceOf(person, 3);
        return _company.Before(DemoCompany.At(_company.Year, 1, 8, 9).AddMinutes(dice.Below(30_000)), TimeSpan.FromDays(2));
    }

    /// <summary>Three of each competency, one upon the other, and a fourth way to some of them.</summary>
    private IEnumerable<DemoCourse> CoursesOf()
    {
        var number = 0;
        foreach (var competency in Catalogue)
        {
            var dice = new Dice(Dice.Mix((ulong)_company.Seed, 9_000 + (ulong)competency.Index));
            var before = new List<DemoCourse>();
            for (var i = 0; i < Grades.Length; i++)
            {
                before.Add(Make(competency, $"{i + 1}", Grades[i], i + 1, dice.Between(1 + (2 * i), 3 + (3 * i)) * 4, i == 0 ? [] : [before[^1]], ref dice));
                yield return before[^1];
            }
            if (competency.Index % 3 == 0)
                yield return Make(competency, "4", "集训（Intensive）", 4, dice.Between(8, 12) * 4, [before[1]], ref dice);
        }

        DemoCourse Make(DemoCompetency of, string digit, string grade, int reaches, int hours, IReadOnlyList<DemoCourse> after, ref Dice dice) => new(
            new(_company.IdAt(_company.Founded, _company.Hr.Id.Value, Courses + number++)), $"{of.Code}-{digit}", $"{of.Name}：{grade}", dice.Pick(Providers), hours, of, reaches, after, of.Index == 0 && reaches == 1);
    }

    private static Dice DiceOf(DemoPerson person, ulong stream)
    {
        Span<byte> key = stackalloc byte[16];
        person.Id.Value.TryWriteBytes(key);
        return new(Dice.Mix(Dice.Mix(BinaryPrimitives.ReadUInt64LittleEndian(key), BinaryPrimitives.ReadUInt64LittleEndian(key[8..])), 700 + stream));
    }
}
