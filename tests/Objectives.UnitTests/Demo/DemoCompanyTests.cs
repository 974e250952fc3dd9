using Objectives.Contracts.Organization;
using Objectives.Platform.Demo;

namespace Objectives.UnitTests.Demo;

public sealed class DemoCompanyTests
{
    private static readonly DemoCompany Company = Make();

    [Fact]
    public void It_has_the_size_that_is_promised()
    {
        Company.Units.CountBy(u => u.Kind).ToDictionary().ShouldBe(
            new Dictionary<DemoUnitKind, int> { [DemoUnitKind.Company] = 1, [DemoUnitKind.Division] = 3, [DemoUnitKind.Department] = 9, [DemoUnitKind.Team] = 30 }, ignoreOrder: true);
        Company.People.Count.ShouldBeInRange(310, 330);
        Company.Regions.Count.ShouldBe(8);
        Company.Customers.Count.ShouldBe(400);
        Company.Positions.ShouldAllBe(p => p.Duties.Count > 0);
    }

    [Fact]
    public void Scale_multiplies_all_but_the_root()
    {
        var large = Make(scale: 3);
        large.Units.Count(u => u.Kind == DemoUnitKind.Company).ShouldBe(1);
        large.Units.Count(u => u.Kind == DemoUnitKind.Team).ShouldBe(90);
        large.Customers.Count.ShouldBe(1200);
        large.Customers.Select(c => c.Name).ShouldBeUnique();
        large.Objectives(large.Cycles[1]).Count().ShouldBeInRange(4_500, 5_000);
        large.GoalCount.ShouldBe(large.Objectives(large.Cycles[1]).Count());
    }

    [Theory]
    [InlineData("E0001", null, Role.Executive)]
    [InlineData("E0005", "E0001", Role.Executive)]
    [InlineData("E0002", "E0001", Role.Hr)]
    [InlineData("E0003", "E0001", Role.Auditor)]
    [InlineData("E0004", "E0001", Role.Administrator)]
    [InlineData("E0100", "E0001", null)]
    [InlineData("E0110", "E0100", null)]
    [InlineData("E0111", "E0110", null)]
    [InlineData("E0112", "E0111", null)]
    [InlineData("E0119", "E0111", null)]
    public void The_people_that_visitors_know_stand_where_they_are_said_to(string number, string? superior, Role? role)
    {
        var person = Company.People.Single(p => p.EmployeeNumber == number);
        (person.Superior?.EmployeeNumber, person.Role).ShouldBe((superior, role));
    }

    [Fact]
    public void Everyone_reports_to_his_units_leader_and_leaders_to_the_unit_above()
    {
        Company.People.Count(p => p.Superior is null).ShouldBe(1);
        Company.Units.ShouldAllBe(u => u.Leader.Unit == u);
        foreach (var person in Company.People.Where(p => p.Unit.Kind != DemoUnitKind.Company))
        {
            if (person.Unit.Leader != person)
                person.Superior.ShouldBe(person.Unit.Leader);
            else if (person.Unit.Kind == DemoUnitKind.Division)
                person.Superior!.Role.ShouldBe(Role.Executive);
            else
                person.Superior.ShouldBe(person.Unit.Parent!.Leader);
        }
        Company.Units.Single(u => u.Leader.EmployeeNumber == "E0111").Members.Select(m => m.EmployeeNumber).ShouldBe(Enumerable.Range(111, 9).Select(n => $"E0{n}"));
    }

    [Fact]
    public void Nobody_is_mistaken_for_another()
    {
        Company.People.Select(p => p.Email).ShouldBeUnique();
        Company.People.Select(p => p.Name).ShouldBeUnique();
        Company.People.Select(p => p.EmployeeNumber).ShouldBeUnique();
        Company.Units.Select(u => u.Code).ShouldBeUnique();
        Company.Positions.Select(p => p.Code).ShouldBeUnique();
        Company.Customers.Select(c => c.Name).ShouldBeUnique();
    }

    [Fact]
    public void The_same_seed_draws_the_same_company_and_another_seed_another()
    {
        Portrait(Make()).ShouldBe(Portrait(Company));
        var other = Make(seed: DemoCompany.DefaultSeed + 1);
        other.People.Select(p => p.Id).Intersect(Company.People.Select(p => p.Id)).ShouldBeEmpty();
        Portrait(other).ShouldNotBe(Portrait(Company));
    }

    [Fact]
    public void Ids_are_of_version_7_unlike_and_older_than_any_made_now()
    {
        var ids = Company.Units.Select(u => u.Id.Value).Concat(Company.People.Select(p => p.Id.Value)).Concat(Company.Customers.Select(c => c.Id.Value)).Concat(Company.Positions.Select(p => p.Id.Value))
            .Concat(Company.Cycles.SelectMany(Company.Objectives).SelectMany(o => o.Actuals.Select(a => a.Id.Value).Append(o.Id.Value))).ToList();
        ids.Distinct().Count().ShouldBe(ids.Count);
        var now = Guid.CreateVersion7(Company.Now).ToString();
        ids.Where(id => id.Version != 7 || id.Variant < 8 || id.Variant > 11 || string.CompareOrdinal(id.ToString(), now) >= 0).ShouldBeEmpty();
    }

    [Fact]
    public void The_strategy_leads_from_the_vision_to_each_years_plans()
    {
        var elements = Company.Strategy.ToDictionary(e => e.Id);
        Company.Strategy.Where(e => e.Kind == DemoStrategyKind.AnnualPlan).GroupBy(e => e.From).Select(g => (g.Key, g.Count())).ShouldBe([(2025, 5), (2026, 5), (2027, 5)]);
        foreach (var plan in Company.Strategy.Where(e => e.Kind == DemoStrategyKind.AnnualPlan))
        {
            var chain = new List<DemoStrategyKind>();
            for (var at = plan; at is not null; at = at.Parent is { } parent ? elements[parent] : null)
                chain.Add(at.Kind);
            chain.ShouldBe([DemoStrategyKind.AnnualPlan, DemoStrategyKind.AnnualPolicy, DemoStrategyKind.Strategy, DemoStrategyKind.LongTermObjective, DemoStrategyKind.Vision]);
        }
    }

    internal static DemoCompany Make(int seed = DemoCompany.DefaultSeed, int scale = 1, string now = "2026-11-26T09:00:00+08:00")
        => new(seed, scale, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>All that is drawn, in one number.</summary>
    private static string Portrait(DemoCompany company)
    {
        var text = new System.Text.StringBuilder();
        foreach (var person in company.People)
            text.Append($"{person.Id}{person.Name}{person.RelativeStrength}{person.Position.Id}");
        foreach (var customer in company.Customers)
            text.Append($"{customer.Id}{customer.Name}{customer.Strength}{customer.AccountOwner.Id}");
        foreach (var objective in company.Cycles.SelectMany(company.Objectives))
        {
            text.Append($"{objective.Id}{objective.Baseline}{objective.ResponsibilityId}");
            text.AppendJoin(';', objective.Past.Select(v => $"{v.At:O}{v.Action}{v.Status}{v.Title}{v.Target}"));
            text.AppendJoin(';', objective.Actuals.Select(a => $"{a.Period}{a.Value}{a.Numerator}{a.At:O}"));
            text.AppendJoin(';', objective.Comments.Select(c => $"{c.Id}{c.Text}{c.At:O}"));
        }
        return Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text.ToString())));
    }
}
