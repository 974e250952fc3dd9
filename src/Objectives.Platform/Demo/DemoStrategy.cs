using Objectives.Contracts.Planning;

namespace Objectives.Platform.Demo;

/// <summary>The chain from the vision to each year's plans.</summary>
internal static class DemoStrategy
{
    private static readonly (string Title, string English, DemoMeasureKind Measure, decimal Target)[] LongTerm =
    [
        ("五年内服务收入翻一番", "Double service revenue within five years", DemoMeasureKind.ServiceRevenue, 19_200),
        ("客户满意度居行业首位", "Lead the trade in customer satisfaction", DemoMeasureKind.Satisfaction, 97.5m),
        ("建成数字化服务平台与学习型团队", "Build a digital service platform and a learning organisation", DemoMeasureKind.Milestone, 100),
    ];

    /// <summary>Each serves a long-term objective, and becomes a policy and a plan in each year.</summary>
    private static readonly (string Title, string English, int Serves, string Plan, string PlanInEnglish, DemoMeasureKind[] Measures)[] Strategies =
    [
        ("深耕渠道与大客户", "Deepen channels and key accounts", 0, "渠道与大客户增长计划", "Growth plan for channels and key accounts", [DemoMeasureKind.Revenue, DemoMeasureKind.NewContracts]),
        ("发展主动服务与延保业务", "Develop proactive service and extended warranty", 0, "服务业务增长计划", "Growth plan for service", [DemoMeasureKind.ServiceRevenue, DemoMeasureKind.WorkOrders]),
        ("以服务质量取胜", "Win by quality of service", 1, "服务质量提升计划", "Quality plan", [DemoMeasureKind.Satisfaction, DemoMeasureKind.FirstContactResolution, DemoMeasureKind.ComplaintRate, DemoMeasureKind.Punctuality]),
        ("提高响应与备件效率", "Raise speed of response and efficiency of parts", 1, "响应与备件效率计划", "Response and parts plan", [DemoMeasureKind.ResponseTime, DemoMeasureKind.PartsTurnover, DemoMeasureKind.StockDays]),
        ("以数字化和人才为基础", "Build on digital tools and people", 2, "数字化与人才计划", "Digital and people plan", [DemoMeasureKind.Milestone, DemoMeasureKind.TrainingHours]),
    ];

    private const int AnnualIndex = 100;

    public static StrategyElementId PlanFor(DemoIds ids, DemoMeasureKind measure, int year)
        => IdOf(ids, AnnualOf(year, Array.FindIndex(Strategies, s => s.Measures.Contains(measure))) + 1);

    public static IEnumerable<DemoStrategyElement> Elements(DemoCompany company, IReadOnlyList<DemoGoal> roots)
    {
        var (ids, first, founded) = (company.Ids, company.Year - 2, company.Founded.AddDays(1));
        var vision = IdOf(ids, 0);
        yield return new(
            vision, DemoStrategyKind.Vision, "成为用户最信赖的家电服务品牌", "To be the service brand that households trust most.", first, first + 15, null, null, null, founded);
        for (var i = 0; i < LongTerm.Length; i++)
        {
            var (title, english, measure, target) = LongTerm[i];
            var scaled = measure == DemoMeasureKind.ServiceRevenue ? target * company.Scale : target;
            yield return new(IdOf(ids, 10 + i), DemoStrategyKind.LongTermObjective, title, english + ".", first, first + 5, Measure(company, measure), scaled, vision, founded.AddMinutes(10 + i));
        }
        for (var i = 0; i < Strategies.Length; i++)
        {
            yield return new(
                IdOf(ids, 20 + i), DemoStrategyKind.Strategy, Strategies[i].Title, Strategies[i].English + ".", first, first + 5, null, null, IdOf(ids, 10 + Strategies[i].Serves), founded.AddMinutes(20 + i));
        }
        foreach (var (cycle, year) in company.Cycles.Select((c, i) => (c, i)))
        {
            for (var i = 0; i < Strategies.Length; i++)
            {
                var (title, english, _, plan, planInEnglish, measures) = Strategies[i];
                var root = roots.Single(r => r.Measure.Kind == measures[0]);
                var (policyId, at) = (IdOf(ids, AnnualOf(cycle.Year, i)), cycle.Moves[0].At.AddMinutes(5 + i));
                yield return new(policyId, DemoStrategyKind.AnnualPolicy, $"{cycle.Year} 年方针：{title}", $"Policy of {cycle.Year}: {english}.", cycle.Year, cycle.Year, null, null, IdOf(ids, 20 + i), at);
                yield return new(
                    IdOf(ids, AnnualOf(cycle.Year, i) + 1), DemoStrategyKind.AnnualPlan, $"{cycle.Year} 年{plan}", $"{planInEnglish} of {cycle.Year}.", cycle.Year, cycle.Year,
                    root.Measure, DemoTexts.Exact(root.Measure, root.Targets[year]), policyId, at.AddSeconds(30));
            }
        }
    }

    private static int AnnualOf(int year, int strategy) => ((year - 1900) * AnnualIndex) + 1000 + (strategy * 2);

    private static StrategyElementId IdOf(DemoIds ids, int index) => new(ids.Of(DemoKind.StrategyElement, index));

    private static DemoMeasure Measure(DemoCompany company, DemoMeasureKind kind) => company.Measures[(int)kind];
}
