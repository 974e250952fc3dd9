namespace Objectives.Platform.Demo;

/// <summary>Draws the figures of goals: the company's from its plans, everyone else's as parts of those above, which add up.</summary>
internal sealed class DemoGoalFigures(DemoCompany company)
{
    private const int Last = 0;
    private const int This = 1;
    private const int Next = 2;
    private const int Months = DemoFigures.Months;

    /// <summary>The company's own targets and months.</summary>
    public void Begin(DemoGoal root)
    {
        var dice = root.Dice(2);
        var plan = PlanOf(root.Measure.Kind);
        root.LowerBound = plan.LowerBound;
        if (root.Measure.Aggregation == DemoAggregation.Sum)
        {
            root.Targets[Last] = DemoFigures.Round((double)plan.Targets[Last] * company.Scale);
            FillSum(root, Last, ref dice);
            root.Targets[This] = DemoFigures.Round(root.Values[Last].Sum() * (1.05 + (dice.Share() * 0.05)));
            FillSum(root, This, ref dice);
            root.Targets[Next] = DemoFigures.Round(root.Targets[This] * (1.05 + (dice.Share() * 0.04)));
            return;
        }
        root.Targets = [.. plan.Targets];
        if (root.Measure.Aggregation == DemoAggregation.Ratio)
        {
            root.Numerators = [new long[Months], new long[Months]];
            root.Denominators = [new long[Months], new long[Months]];
        }
        foreach (var year in (ReadOnlySpan<int>)[Last, This])
        {
            var offset = dice.Normal() * 0.4;
            for (var month = 0; month < Months; month++)
                FillOne(root, plan, year, month, offset + (dice.Normal() * 0.15));
        }
    }

    /// <summary>The parts of a goal. What is odd takes no part: it says again what another says, or something of its own.</summary>
    public IEnumerable<DemoGoal> Share(DemoGoal parent, IReadOnlyList<DemoRecipient> recipients)
    {
        if (recipients.Count == 0)
            return [];
        var goals = recipients.Select((r, i) => new DemoGoal(r.Oddity == DemoOddity.Proposal ? company.Measures[(int)DemoMeasureKind.Milestone] : parent.Measure, r, parent, Dice.Mix(parent.Key, (ulong)i + 1000))).ToList();
        var family = goals.Where(g => g.Holder.Oddity == DemoOddity.None).ToList();
        if (family.Count > 0)
            ShareOut(parent, family);
        DemoGoal? elder = null;
        foreach (var goal in goals)
        {
            switch (goal.Holder.Oddity)
            {
                case DemoOddity.Twin: Repeat(elder!, goal); break;
                case DemoOddity.Echo: Repeat(parent, goal); break;
                case DemoOddity.Proposal: Pace(goal, [100, 100, 100]); break;
                default: elder = goal; break;
            }
        }
        return goals;
    }

    private static void ShareOut(DemoGoal parent, List<DemoGoal> family)
    {
        switch (parent.Measure.Aggregation)
        {
            case DemoAggregation.Sum: ShareSum(parent, family); break;
            case DemoAggregation.Ratio: ShareRatio(parent, family); break;
            case DemoAggregation.Average: ShareAverage(parent, family); break;
            default:
                foreach (var goal in family)
                    Pace(goal, parent.Targets);
                break;
        }
    }

    private static void ShareSum(DemoGoal parent, List<DemoGoal> family)
    {
        var coverage = parent.IsShort ? 0.88 + (parent.Dice(3).Share() * 0.08) : 1;
        var weights = family.ConvertAll(g => g.Holder.Weight * (1 + (g.Dice(4).Normal() * 0.05))).ToArray();
        foreach (var year in (ReadOnlySpan<int>)[Last, This, Next])
        {
            var grain = DemoFigures.GrainFor(parent.Targets[year], family.Count);
            var total = parent.IsShort ? (long)(parent.Targets[year] * coverage / grain) * grain : parent.Targets[year];
            var yearly = Weights(family, 5 + (ulong)year, year == Last ? 0.03 : 0.01, (i, g) => year == Last ? weights[i] : g.Values[year - 1].Sum());
            Assign(family, DemoFigures.Split(total, yearly, grain), (g, part) => g.Targets[year] = part);
            if (year == Next)
                break;
            var spread = Spread(family[0].Holder.Level);
            var strength = Weights(family, 10 + (ulong)year, spread, (_, g) => g.Targets[year]);
            for (var month = 0; month < Months; month++)
            {
                var made = parent.IsShort ? (long)(parent.Values[year][month] * coverage) : parent.Values[year][month];
                var monthly = Weights(family, 20 + (ulong)((year * Months) + month), spread * 1.5, (i, g) => strength[i] * CraftSeason(g, month));
                Assign(family, DemoFigures.Split(made, monthly), (g, part) => g.Values[year][month] = part);
            }
        }
    }

    /// <summary>Parts meet their parent's standard or better, a few less; the few that fail it are spread by chance.</summary>
    private static void ShareRatio(DemoGoal parent, List<DemoGoal> family)
    {
        var isLess = parent.Measure.Direction == DemoDirection.Decrease;
        foreach (var goal in family)
        {
            var dice = goal.Dice(5);
            var better = (isLess ? 5 : 20) * dice.Below(4) * (dice.Chance(0.03) ? -1 : 1);
            goal.Targets = [.. parent.Targets.Select(t => isLess ? Math.Max(30, t - better) : Math.Min(9950, t + better))];
            goal.Numerators = [new long[Months], new long[Months]];
            goal.Denominators = [new long[Months], new long[Months]];
        }
        var spread = Spread(family[0].Holder.Level) * 2;
        foreach (var year in (ReadOnlySpan<int>)[Last, This])
        {
            var fate = Weights(family, 10 + (ulong)year, spread, (_, _) => 1);
            for (var month = 0; month < Months; month++)
            {
                var cases = DemoFigures.Split(parent.Denominators![year][month], Weights(family, 20 + (ulong)((year * Months) + month), 0.05, (_, g) => g.Holder.Weight));
                var hits = parent.Numerators![year][month];
                var few = DemoFigures.Split(
                    isLess ? hits : parent.Denominators[year][month] - hits,
                    Weights(family, 50 + (ulong)((year * Months) + month), spread, (i, _) => cases[i] * fate[i]),
                    cases);
                for (var i = 0; i < family.Count; i++)
                {
                    family[i].Denominators![year][month] = cases[i];
                    family[i].Numerators![year][month] = isLess ? few[i] : cases[i] - few[i];
                    family[i].Values[year][month] = DemoGoal.Quotient(family[i].Numerators![year][month], cases[i]);
                }
            }
        }
    }

    /// <summary>Parts have their parent's target, and their mean is its value.</summary>
    private static void ShareAverage(DemoGoal parent, List<DemoGoal> family)
    {
        foreach (var goal in family)
            (goal.Targets, goal.LowerBound) = ([.. parent.Targets], parent.LowerBound);
        foreach (var year in (ReadOnlySpan<int>)[Last, This])
        {
            var fate = Weights(family, 10 + (ulong)year, 0.04, (_, _) => 1);
            for (var month = 0; month < Months; month++)
            {
                var monthly = Weights(family, 20 + (ulong)((year * Months) + month), 0.03, (i, _) => fate[i]);
                Assign(family, DemoFigures.Split(parent.Values[year][month] * family.Count, monthly), (g, part) => g.Values[year][month] = part);
            }
        }
    }

    private static void Repeat(DemoGoal said, DemoGoal again)
        => (again.Targets, again.LowerBound, again.Values, again.Numerators, again.Denominators) = (said.Targets, said.LowerBound, said.Values, said.Numerators, said.Denominators);

    private static void Pace(DemoGoal goal, long[] targets)
    {
        goal.Targets = [.. targets];
        foreach (var year in (ReadOnlySpan<int>)[Last, This])
        {
            var dice = goal.Dice(10 + (ulong)year);
            var pace = dice.Chance(0.75) ? 1 + (dice.Share() * 0.12) : 0.78 + (dice.Share() * 0.18);
            for (var month = 0; month < Months; month++)
                goal.Values[year][month] = DemoFigures.ProgressAt(month, pace);
        }
    }

    private static void FillSum(DemoGoal root, int year, ref Dice dice)
    {
        var weights = new double[Months];
        var growth = 0.004 + (dice.Share() * 0.006);
        for (var month = 0; month < Months; month++)
            weights[month] = DemoFigures.Season(root.Measure.Kind, month) * (1 + (growth * month)) * (1 + (dice.Normal() * 0.025));
        root.Values[year] = DemoFigures.Split((long)(root.Targets[year] * (1.005 + (dice.Normal() * 0.02))), weights);
    }

    /// <summary>A month of what does not add up: the busier the season, the worse.</summary>
    private void FillOne(DemoGoal root, Plan plan, int year, int month, double luck)
    {
        var busy = DemoFigures.Season(root.Measure.Kind, month) - 1;
        var better = luck + ((month - 5.5) * 0.05) - (busy * 0.8);
        switch (root.Measure.Aggregation)
        {
            case DemoAggregation.Ratio:
                var cases = (long)(plan.CasesOfMonth * company.Scale * (1 + busy));
                var rate = (root.Targets[year] + (plan.Step * better * (root.Measure.Direction == DemoDirection.Decrease ? -1 : 1))) / 10_000.0;
                root.Denominators![year][month] = cases;
                root.Numerators![year][month] = (long)(cases * rate);
                root.Values[year][month] = DemoGoal.Quotient(root.Numerators[year][month], cases);
                break;
            case DemoAggregation.Average:
                var middle = plan.LowerBound is { } low ? (root.Targets[year] + low) / 2.0 : root.Targets[year];
                root.Values[year][month] = (long)(plan.Setback(year) * (middle + (plan.Step * better * (root.Measure.Direction == DemoDirection.Decrease ? -1 : 1))));
                break;
            default:
                root.Values[year][month] = DemoFigures.ProgressAt(month, 1 + (0.02 * year));
                break;
        }
    }

    private static double[] Weights(List<DemoGoal> family, ulong stream, double spread, Func<int, DemoGoal, double> weight)
    {
        var weights = new double[family.Count];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = weight(i, family[i]) * Math.Max(0.05, 1 + (family[i].Dice(stream).Normal() * spread));
        return weights;
    }

    private static void Assign(List<DemoGoal> family, long[] parts, Action<DemoGoal, long> assign)
    {
        for (var i = 0; i < parts.Length; i++)
            assign(family[i], parts[i]);
    }

    /// <summary>A team's craft is its department's: it tells only where departments differ.</summary>
    private static double CraftSeason(DemoGoal goal, int month)
        => goal.Holder is { Level: DemoLevel.Team, Unit.Kind: DemoUnitKind.Department } ? DemoFigures.Season(goal.Holder.Unit.Craft, month) : 1;

    /// <summary>How far holders of a level differ in what they make of their part.</summary>
    private static double Spread(DemoLevel level) => level switch
    {
        DemoLevel.Team => 0.03,
        DemoLevel.Region => 0.05,
        DemoLevel.Position => 0.05,
        DemoLevel.Personal => 0.08,
        _ => 0.12,
    };

    /// <param name="Targets">Of last year, and where they do not follow from actuals of this year and the next.</param>
    /// <param name="Step">How much one measure of luck changes.</param>
    /// <param name="IsOffTrack">Whether this year stays so far behind that the company's office meeting has to take it up.</param>
    private sealed record Plan(long[] Targets, long? LowerBound = null, double Step = 0, double CasesOfMonth = 0, bool IsOffTrack = false)
    {
        public double Setback(int year) => IsOffTrack && year == This ? 0.84 : 1;
    }

    private static Plan PlanOf(DemoMeasureKind measure) => measure switch
    {
        DemoMeasureKind.Revenue => new([4_800_000]),
        DemoMeasureKind.ServiceRevenue => new([960_000]),
        DemoMeasureKind.WorkOrders => new([130_000]),
        DemoMeasureKind.NewContracts => new([2_400]),
        DemoMeasureKind.TrainingHours => new([12_800]),
        DemoMeasureKind.FirstContactResolution => new([8_200, 8_400, 8_550], Step: 120, CasesOfMonth: 35_000),
        DemoMeasureKind.Satisfaction => new([9_450, 9_520, 9_600], Step: 60, CasesOfMonth: 8_000),
        DemoMeasureKind.ComplaintRate => new([220, 200, 180], Step: 18, CasesOfMonth: 26_000),
        DemoMeasureKind.Punctuality => new([9_200, 9_350, 9_500], Step: 90, CasesOfMonth: 12_500),
        DemoMeasureKind.ResponseTime => new([320, 300, 280], Step: 14),
        DemoMeasureKind.PartsTurnover => new([650, 700, 750], Step: 20, IsOffTrack: true),
        DemoMeasureKind.StockDays => new([400, 400, 380], LowerBound: 250, Step: 30),
        _ => new([100, 100, 100]),
    };
}
