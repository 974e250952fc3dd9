using Objectives.Contracts.Planning;

namespace Objectives.Platform.Demo;

public enum DemoBriefingKind
{
    GeneralEnvironment,
    IndustryEnvironment,
    CompetitiveEnvironment,
    CompanyResults,
    ObjectivePublication,
}

/// <summary>What a unit and all below it are told.</summary>
public sealed record DemoBriefing(BriefingId Id, DemoBriefingKind Kind, DemoUnit Unit, string Title, string Body, IReadOnlyList<ObjectiveId> Objectives, DemoPerson By, DateTimeOffset At);

public sealed record DemoAcknowledgement(Guid Id, DemoPerson By, DateTimeOffset At);

/// <summary>Each cycle's four briefings before its objectives are set, and what was published of these.</summary>
internal static class DemoBriefings
{
    private const int BriefingsOfYear = 100;
    private const int AcknowledgementsOfBriefing = 100_000;

    private static readonly (DemoBriefingKind Kind, string Title, string Body)[] Information =
    [
        (DemoBriefingKind.GeneralEnvironment, "宏观环境通报(General environment)",
            "居民消费平稳回升，以旧换新政策延续，三四线城市家电保有量增长较快；人工成本上升约 5%。\nHousehold spending recovers steadily, the trade-in programme goes on, smaller cities buy more appliances; labour costs rise by some 5 %."),
        (DemoBriefingKind.IndustryEnvironment, "行业环境通报(Industry environment)",
            "家电服务市场预计增长 8%，延保与清洗业务增长最快；平台要求上门准时率不低于 95%。\nThe service market is expected to grow by 8 %, extended warranty and cleaning fastest; platforms ask for 95 % punctual visits."),
        (DemoBriefingKind.CompetitiveEnvironment, "竞争环境通报(Competitive environment)",
            "主要竞争对手已推出两小时响应承诺，并自建备件前置仓；我司优势在技术深度和大客户口碑。\nMain competitors promise a response within two hours and build forward stocks of parts; our strengths are skill and key accounts' trust."),
        (DemoBriefingKind.CompanyResults, "公司业绩通报(Company results)",
            "上一年服务收入稳步增长，满意度提升，备件周转仍低于行业先进水平；本年重点是响应速度和主动服务。\nService revenue grew, satisfaction rose, parts still turn more slowly than at the best; the focus is on speed of response and proactive service."),
    ];

    public static IEnumerable<DemoBriefing> Of(DemoCompany company, DemoCycle cycle)
    {
        var (root, at) = (company.Units[0], cycle.Moves[0].At);
        for (var i = 0; i < Information.Length; i++)
        {
            var (kind, title, body) = Information[i];
            var by = kind == DemoBriefingKind.CompanyResults ? company.People[0] : root.Members.First(p => p.EmployeeNumber == "E0005");
            yield return new(IdOf(company, cycle, i), kind, root, $"{cycle.Year} 年{title}", body, [], by, at.AddMinutes(20 + (i * 7)));
        }
    }

    /// <param name="objectives">Of the unit, once they were committed.</param>
    public static DemoBriefing Publication(DemoCompany company, DemoCycle cycle, int number, DemoUnit unit, IReadOnlyList<ObjectiveId> objectives) => new(
        IdOf(company, cycle, Information.Length + number), DemoBriefingKind.ObjectivePublication, unit, $"{cycle.Year} 年{unit.Name}目标公布(Objectives published)",
        "以下目标已经双方签署，现予公布，请全体成员知悉。\nThese objectives are signed by both sides and made known to all.", objectives, unit.Leader,
        company.Before(DemoCompany.At(cycle.Year, 1, 4, 9).AddMinutes(number), TimeSpan.FromMinutes(50)));

    /// <summary>Nearly all of a cycle under way, some of the one in preparation.</summary>
    public static IEnumerable<DemoAcknowledgement> Of(DemoCompany company, DemoCycle cycle, DemoBriefing briefing)
    {
        var share = cycle.Phase == DemoPhase.Preparation ? 0.6 : 0.97;
        var number = NumberOf(company, cycle, briefing.Id);
        var latest = company.Now - briefing.At;
        foreach (var person in Below(briefing.Unit).SelectMany(u => u.Members))
        {
            var dice = new Dice(Dice.Mix(Dice.Mix((ulong)company.Seed, (ulong)number), (ulong)person.Index));
            if (person == briefing.By || !dice.Chance(share))
                continue;
            var after = TimeSpan.FromMinutes(dice.Between(5, 8_000));
            yield return new(company.Ids.Of(DemoKind.Acknowledgement, (number * AcknowledgementsOfBriefing) + person.Index), person, briefing.At + (after < latest ? after : latest * dice.Share()));
        }
    }

    private static BriefingId IdOf(DemoCompany company, DemoCycle cycle, int index) => new(company.Ids.Of(DemoKind.Briefing, ((cycle.Year - company.Year + 1) * BriefingsOfYear) + index));

    private static long NumberOf(DemoCompany company, DemoCycle cycle, BriefingId id)
        => ((cycle.Year - company.Year + 1) * BriefingsOfYear) + Enumerable.Range(0, BriefingsOfYear).First(i => IdOf(company, cycle, i) == id);

    private static IEnumerable<DemoUnit> Below(DemoUnit unit) => unit.Children.SelectMany(Below).Prepend(unit);
}
