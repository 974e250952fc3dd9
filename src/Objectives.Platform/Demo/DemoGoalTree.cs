namespace Objectives.Platform.Demo;

/// <summary>
/// The tree of goals: the company's, split to divisions, departments and teams, on to regions and customers or to positions and people. It is drawn
/// from the top down while it is walked, so that no more of it is in memory than the way from the root.
/// </summary>
internal sealed class DemoGoalTree(DemoCompany company)
{
    private readonly ILookup<(DemoUnit Team, DemoRegion Region), DemoCustomer> _customers = company.Customers.ToLookup(c => (c.Team, c.Region));
    private readonly DemoGoalFigures _figures = new(company);

    /// <summary>In pre-order.</summary>
    public IEnumerable<DemoGoal> Walk()
    {
        var index = 0;
        foreach (var goal in company.Measures.SelectMany(m => From(Root(m))))
        {
            goal.Index = index++;
            yield return goal;
        }
    }

    public IEnumerable<DemoGoal> Roots() => company.Measures.Select(Root);

    /// <summary>How many goals the whole tree has, without drawing their figures.</summary>
    public int Count() => Roots().Sum(r => CountFrom(r.Measure, r.Holder));

    private int CountFrom(DemoMeasure measure, DemoRecipient holder) => 1 + Recipients(measure, holder).Sum(r => r.Oddity == DemoOddity.None ? CountFrom(measure, r) : 1);

    private IEnumerable<DemoGoal> From(DemoGoal goal)
    {
        var recipients = Recipients(goal.Measure, goal.Holder).ToList();
        goal.HasChildren = recipients.Exists(r => r.Oddity == DemoOddity.None);
        goal.IsShort = goal.HasChildren && goal.Depth > 1 && goal.Dice(1).Chance(0.04);
        yield return goal;
        foreach (var child in _figures.Share(goal, recipients).SelectMany(From))
            yield return child;
    }

    private DemoGoal Root(DemoMeasure measure)
    {
        var owner = company.People[measure.Kind is DemoMeasureKind.Revenue or DemoMeasureKind.ServiceRevenue or DemoMeasureKind.NewContracts or DemoMeasureKind.Milestone ? 0 : 4];
        var root = new DemoGoal(measure, new(DemoLevel.Company, company.Units[0], owner, 1), null, Dice.Mix(Dice.Mix((ulong)company.Seed, 77), (ulong)measure.Kind));
        _figures.Begin(root);
        return root;
    }

    /// <summary>Who takes part in a goal that a holder has; nobody, where it ends.</summary>
    private IEnumerable<DemoRecipient> Recipients(DemoMeasure measure, DemoRecipient holder) => (holder.Level, holder.Unit.Kind) switch
    {
        _ when holder.Oddity != DemoOddity.None => [],
        (DemoLevel.Company, _) => holder.Unit.Children.Where(d => Carries(d, measure.Kind)).Select(d => ForUnit(d, d.Children.Sum(x => WeightOf(x, measure.Kind)))),
        (DemoLevel.Team, DemoUnitKind.Division) => Departments(holder.Unit, measure.Kind),
        (DemoLevel.Team, DemoUnitKind.Department) => Teams(holder.Unit, measure.Kind),
        (DemoLevel.Team, _) => InTeam(holder.Unit, measure.Kind),
        (DemoLevel.Region, _) when measure.Kind is DemoMeasureKind.Revenue or DemoMeasureKind.ServiceRevenue => _customers[(holder.Unit, holder.Region!)]
            .Select(c => new DemoRecipient(DemoLevel.Customer, holder.Unit, c.AccountOwner, (c.Strength * c.Strength) + 400, c.Region, c)),
        (DemoLevel.Position, _) => holder.Unit.Members.Where(p => p.Position == holder.Position).Select(p => ForPerson(p, (double)p.RelativeStrength)),
        _ => [],
    };

    private static IEnumerable<DemoRecipient> Departments(DemoUnit division, DemoMeasureKind measure)
    {
        // The platform project is one department's, each division's first.
        var carriers = measure == DemoMeasureKind.Milestone ? division.Children.Take(1) : division.Children.Where(d => Carries(d, measure));
        return carriers.Select(d => ForUnit(d, WeightOf(d, measure)));
    }

    private static IEnumerable<DemoRecipient> Teams(DemoUnit department, DemoMeasureKind measure)
    {
        foreach (var team in department.Children)
        {
            yield return ForUnit(team, team.Members.Count);
            if (measure == DemoMeasureKind.Satisfaction && team.Index % 7 == 0)
                yield return ForUnit(team, 0) with { Oddity = DemoOddity.Twin };
        }
        if (measure == DemoMeasureKind.Satisfaction && department.Craft == DemoCraft.KeyAccounts)
            yield return ForUnit(department, 0) with { Oddity = DemoOddity.Echo };
    }

    private IEnumerable<DemoRecipient> InTeam(DemoUnit team, DemoMeasureKind measure) => (measure, team.Craft) switch
    {
        (DemoMeasureKind.Revenue, _) or (DemoMeasureKind.ServiceRevenue, DemoCraft.KeyAccounts) => team.Regions.Select(r => ForRegion(team, r)),
        (DemoMeasureKind.Satisfaction or DemoMeasureKind.Punctuality, DemoCraft.FieldService) => team.Regions.Select(r => ForRegion(team, r)),
        (DemoMeasureKind.ServiceRevenue, DemoCraft.Parts) => [],
        (DemoMeasureKind.ServiceRevenue or DemoMeasureKind.WorkOrders or DemoMeasureKind.NewContracts, _) => Posts(team),
        (DemoMeasureKind.FirstContactResolution, DemoCraft.ContactCentre) => Posts(team),
        (DemoMeasureKind.TrainingHours, _) => team.Members.Select(p => ForPerson(p, 1)),
        (DemoMeasureKind.Milestone, _) => [ForPerson(team.Leader, 1)],
        _ when measure == AnchorOf(team.Craft!.Value) => Proposals(team),
        _ => [],
    };

    /// <summary>The measure to which a team's members propose work of their own.</summary>
    private static DemoMeasureKind AnchorOf(DemoCraft craft) => craft switch
    {
        DemoCraft.FieldService or DemoCraft.Repair => DemoMeasureKind.FirstContactResolution,
        DemoCraft.ContactCentre or DemoCraft.Quality => DemoMeasureKind.ComplaintRate,
        DemoCraft.Parts => DemoMeasureKind.PartsTurnover,
        _ => DemoMeasureKind.Satisfaction,
    };

    private static IEnumerable<DemoRecipient> Proposals(DemoUnit team)
        => team.Members.Skip(1).Where(p => p.Index % 5 == 0 || p.EmployeeNumber is "E0112" or "E0114" or "E0117").Select(p => ForPerson(p, 0) with { Oddity = DemoOddity.Proposal });

    private static IEnumerable<DemoRecipient> Posts(DemoUnit team) => team.Positions.Skip(1).Select(post =>
    {
        var incumbents = team.Members.Where(m => m.Position == post).ToList();
        return new DemoRecipient(DemoLevel.Position, team, incumbents[0], incumbents.Count * (double)post.RelativeStrength, post.Region, Position: post);
    });

    private DemoRecipient ForRegion(DemoUnit team, DemoRegion region)
    {
        var customers = _customers[(team, region)].Sum(c => c.Strength);
        return new(DemoLevel.Region, team, team.Leader, customers > 0 ? customers : region.Characteristics + region.Development + region.Resources, region);
    }

    private static DemoRecipient ForUnit(DemoUnit unit, double weight) => new(DemoLevel.Team, unit, unit.Leader, weight);

    private static DemoRecipient ForPerson(DemoPerson person, double weight) => new(DemoLevel.Personal, person.Unit, person, weight, Position: person.Position);

    private static bool Carries(DemoUnit unit, DemoMeasureKind measure) => unit.Duties.Any(d => d.Measure == measure);

    private static double WeightOf(DemoUnit department, DemoMeasureKind measure)
        => DemoCrafts.All[(int)department.Craft!.Value].Measures.FirstOrDefault(m => m.Measure == measure)?.Weight ?? (measure == DemoMeasureKind.Milestone ? 1 : 0);
}
