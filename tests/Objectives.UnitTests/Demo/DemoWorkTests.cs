using Objectives.Platform.Demo;

namespace Objectives.UnitTests.Demo;

[Trait("Clause", "S5.3")]
public sealed class DemoWorkTests
{
    private static readonly DateTimeOffset Autumn = new(2026, 10, 20, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Most_important_objectives_of_this_year_are_projects_some_late_and_some_are_none()
    {
        var company = new DemoCompany(DemoCompany.DefaultSeed, 1, Autumn);
        var important = company.Objectives(company.Cycles[1]).Where(o => o.Now is { Important: true, Status: not DemoStatus.Withdrawn }).ToList();
        var projects = important.Select(o => company.Project(company.Cycles[1], o)).OfType<DemoProject>().ToList();
        (projects.Count / (double)important.Count).ShouldBeInRange(0.6, 0.95);
        var milestones = projects.SelectMany(p => p.Milestones).ToList();
        var late = milestones.Count(m => m.Due < new DateOnly(2026, 10, 20) && Percent(m) < 100);
        (late / (double)milestones.Count).ShouldBeInRange(0.005, 0.1);
        milestones.Count(m => Percent(m) == 100).ShouldBeGreaterThan(milestones.Count / 2);
        milestones.ShouldContain(m => Percent(m) == 0);
        company.Objectives(company.Cycles[1]).Where(o => !o.Now.Important).ShouldAllBe(o => company.Project(company.Cycles[1], o) == null);
        company.Objectives(company.Cycles[0]).ShouldAllBe(o => company.Project(company.Cycles[0], o) == null && company.WorkItems(company.Cycles[0], o).Count == 0);
    }

    /// <summary>On any day of the year, from a company's first hours on.</summary>
    [Theory]
    [InlineData("2026-01-01T00:00:00Z")]
    [InlineData("2026-03-09T12:34:56Z")]
    [InlineData("2026-10-10T02:05:00Z")]
    [InlineData("2026-10-20T03:00:00Z")]
    [InlineData("2026-12-31T15:59:59Z")]
    public void What_was_planned_and_reported_could_have_been(string now)
    {
        var company = new DemoCompany(DemoCompany.DefaultSeed, 1, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));
        foreach (var cycle in company.Cycles.Skip(1))
        {
            foreach (var objective in company.Objectives(cycle))
            {
                if (company.Project(cycle, objective) is { } project)
                    Check(company, cycle, objective, project);
                foreach (var item in company.WorkItems(cycle, objective))
                    (item.PlannedAt > objective.Past[0].At && item.PlannedAt < company.Now && (item.Start is null || item.Due is null || item.Start <= item.Due) && (item.DoneAt is null || (item.DoneAt > item.PlannedAt && item.DoneAt < company.Now))).ShouldBeTrue(item.ToString());
            }
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_work()
    {
        static List<string> Work()
        {
            var company = new DemoCompany(7, 1, Autumn);
            var year = company.Cycles[1];
            return [.. company.Objectives(year).SelectMany(o => (IEnumerable<string>)[Text(company.Project(year, o)), .. company.WorkItems(year, o).Select(i => i.ToString())])];
        }
        Work().ShouldBe(Work());
    }

    private static void Check(DemoCompany company, DemoCycle cycle, DemoObjective objective, DemoProject project)
    {
        var percent = project.Milestones.ToDictionary(m => m.Id, _ => 0);
        foreach (var (milestone, report) in project.Reports)
        {
            percent[milestone.Id] = report.PercentComplete;
            (report.PercentComplete < 100 || milestone.DependsOn.All(d => percent[d] == 100)).ShouldBeTrue($"{objective.Now.Title}: {milestone.Name}");
            report.At.ShouldBeInRange(milestone.PlannedAt.AddTicks(10), company.Now);
        }
        var known = new HashSet<Contracts.Planning.MilestoneId>();
        foreach (var milestone in project.Milestones)
        {
            (milestone.Start <= milestone.Due && milestone.Start.Year == cycle.Year && milestone.Due.Year == cycle.Year).ShouldBeTrue($"{milestone.Start} {milestone.Due}");
            milestone.DependsOn.ShouldAllBe(d => known.Contains(d));
            (milestone.PlannedAt > objective.Past[0].At && milestone.PlannedAt < company.Now).ShouldBeTrue();
            known.Add(milestone.Id);
        }
    }

    private static int Percent(DemoMilestone milestone) => milestone.Reports.Count == 0 ? 0 : milestone.Reports[^1].PercentComplete;

    private static string Text(DemoProject? project) => project is null ? string.Empty : string.Join('|', project.Milestones.Select(m => $"{m.Id} {m.Name} {m.Owner} {m.Start} {m.Due} {Percent(m)} {m.PlannedAt:O}"));
}
