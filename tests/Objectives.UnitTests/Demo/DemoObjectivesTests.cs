using Objectives.Platform.Demo;
using Objectives.Platform.Time;

namespace Objectives.UnitTests.Demo;

public sealed class DemoObjectivesTests
{
    private static readonly DemoCompany Company = DemoCompanyTests.Make();
    private static readonly List<DemoObjective> Last = [.. Company.Objectives(Company.Cycles[0])];
    private static readonly List<DemoObjective> This = [.. Company.Objectives(Company.Cycles[1])];
    private static readonly List<DemoObjective> Next = [.. Company.Objectives(Company.Cycles[2])];

    [Fact]
    public void Each_year_has_the_objectives_that_are_promised_on_all_levels()
    {
        Last.Count.ShouldBeInRange(1_450, 1_700);
        This.Count.ShouldBe(Last.Count);
        Next.Count.ShouldBeInRange(1_350, This.Count);
        foreach (var year in new[] { Last, This, Next })
            year.Select(o => o.Level).Distinct().Order().ShouldBe(Enum.GetValues<DemoLevel>());
        Company.Cycles.Select(c => c.Phase).ShouldBe([DemoPhase.Closed, DemoPhase.Execution, DemoPhase.Preparation]);
    }

    [Fact]
    public void Next_year_one_department_has_yet_to_split_its_part_and_nothing_is_agreed()
    {
        var department = Company.People.Single(p => p.EmployeeNumber == "E0110").Unit;
        Next.Where(o => o.Unit.IsWithin(department)).ShouldAllBe(o => o.Unit == department && o.Depth == 3 && o.ChildrenAddUp == null);
        Next.Count(o => !o.Unit.IsWithin(department)).ShouldBe(This.Count(o => !o.Unit.IsWithin(department)));
        Next.ShouldAllBe(o => o.Now.Status == DemoStatus.Draft || (o.Depth == 1 && o.Now.Status == DemoStatus.Negotiating));
    }

    [Fact]
    public void Children_follow_their_parents_in_one_tree_that_hangs_on_the_strategy()
    {
        foreach (var year in new[] { Last, This, Next })
        {
            var open = new Stack<DemoObjective>();
            foreach (var objective in year)
            {
                while (open.Count >= objective.Depth)
                    open.Pop();
                objective.ParentId.ShouldBe(open.TryPeek(out var parent) ? parent.Id : null);
                objective.Depth.ShouldBe(open.Count + 1);
                (objective.StrategyElementId is not null).ShouldBe(objective.Level == DemoLevel.Company);
                open.Push(objective);
            }
        }
    }

    [Fact]
    public void Parts_make_up_the_whole_but_where_they_are_meant_not_to()
    {
        foreach (var year in new[] { Last, This, Next })
        {
            var parts = year.Where(o => o.Now.Status != DemoStatus.Withdrawn).ToLookup(o => (o.ParentId, o.Measure.Kind), o => o.Now.Target);
            foreach (var parent in year.Where(o => o.ChildrenAddUp is not null))
            {
                var sum = parts[(parent.Id, parent.Measure.Kind)].Sum();
                if (parent.ChildrenAddUp!.Value)
                    sum.ShouldBe(parent.Now.Target, parent.Now.Title);
                else
                    sum.ShouldBeInRange(parent.Now.Target * 0.8m, parent.Now.Target * 0.99m);
            }
            year.Count(o => o.ChildrenAddUp == true).ShouldBeGreaterThan(10 * year.Count(o => o.ChildrenAddUp == false));
        }
        This.Count(o => o.ChildrenAddUp == false).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void What_was_reached_adds_up_as_the_targets_do()
    {
        foreach (var year in new[] { Last, This })
        {
            var parts = year.ToLookup(o => (o.ParentId, o.Measure.Kind));
            foreach (var parent in year.Where(o => o.ChildrenAddUp == true && parts[(o.Id, o.Measure.Kind)].All(c => c.Actuals.Count > 0)))
                Months(parts[(parent.Id, parent.Measure.Kind)].SelectMany(Valid)).ShouldBe(Months(Valid(parent)));
        }
    }

    [Fact]
    public void The_closed_year_is_achieved_or_missed_as_its_twelve_months_say()
    {
        Last.Select(o => o.Now.Status).Distinct().Order().ShouldBe([DemoStatus.Withdrawn, DemoStatus.Achieved, DemoStatus.Missed]);
        foreach (var objective in Last.Where(o => o.Now.Status != DemoStatus.Withdrawn))
        {
            var months = Valid(objective).ToList();
            months.Count.ShouldBe(12, objective.Now.Title);
            var reached = objective.Measure.Aggregation switch
            {
                DemoAggregation.Sum => months.Sum(m => m.Value),
                DemoAggregation.Ratio => decimal.Round(100 * months.Sum(m => m.Numerator!.Value) / months.Sum(m => m.Denominator!.Value), 2, MidpointRounding.AwayFromZero),
                DemoAggregation.Average => decimal.Round(months.Average(m => m.Value), objective.Measure.Decimals, MidpointRounding.AwayFromZero),
                _ => months[^1].Value,
            };
            var isGood = objective.Measure.Direction switch
            {
                DemoDirection.Decrease => reached <= objective.Now.Target,
                DemoDirection.KeepWithin => reached <= objective.Now.Target && reached >= objective.LowerBound,
                _ => reached >= objective.Now.Target,
            };
            (objective.Now.Status == DemoStatus.Achieved).ShouldBe(isGood, $"{objective.Now.Title}: {reached}");
        }
        Last.Count(o => o.Now.Status == DemoStatus.Achieved).ShouldBeInRange(Last.Count * 3 / 10, Last.Count * 7 / 10);
    }

    [Fact]
    public void A_ratio_is_its_numerator_by_its_denominator()
    {
        foreach (var actual in Last.Where(o => o.Measure.Aggregation == DemoAggregation.Ratio).SelectMany(o => o.Actuals))
        {
            actual.Numerator!.Value.ShouldBeInRange(0, actual.Denominator!.Value);
            actual.Value.ShouldBe(decimal.Round(100 * actual.Numerator.Value / actual.Denominator.Value, 2, MidpointRounding.AwayFromZero));
        }
    }

    [Fact]
    public void This_year_begins_where_last_year_ended()
    {
        var before = Last.Zip(This).Where(p => p.First.Measure.Aggregation == DemoAggregation.Sum && p.First.Actuals.Count > 0);
        before.ShouldAllBe(p => p.Second.Baseline == Valid(p.First).Sum(a => a.Value));
        This.Where(o => o.Now.Status == DemoStatus.Committed).ShouldAllBe(o => Valid(o).Count() == 10);
        This.CountBy(o => o.Now.Status).ToDictionary()[DemoStatus.Committed].ShouldBeGreaterThan(This.Count * 9 / 10);
        This.Count(o => o.Now.Status == DemoStatus.Draft).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Findings_to_come_have_something_to_find()
    {
        This.Count(o => o.ResponsibilityId is null).ShouldBeInRange(10, This.Count / 10);
        This.GroupBy(o => (o.ParentId, o.Unit, o.Measure, o.Now.Target, o.Level)).Count(g => g.Key.Level == DemoLevel.Team && g.Count() > 1).ShouldBeGreaterThan(0);
        var byId = This.ToDictionary(o => o.Id);
        This.Count(o => o.ParentId is { } parent && byId[parent] is var above && (above.Unit, above.Measure, above.Now.Title) == (o.Unit, o.Measure, o.Now.Title)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Many_objectives_changed_before_they_became_what_they_are()
    {
        This.Count(o => o.Past.Count > 1).ShouldBeGreaterThan(This.Count / 2);
        This.Count(o => o.Past.Count > 2).ShouldBeGreaterThan(This.Count / 5);
        This.SelectMany(o => o.Past).Select(v => v.Action).Distinct().Order().ShouldBe(["draftObjective", "editObjective", "moveObjective", "negotiate", "signCommitment", "withdrawObjective"]);
        This.ShouldAllBe(o => !o.Now.IsElsewhere);
    }

    [Fact]
    public void People_say_something_to_each_other()
    {
        var comments = This.SelectMany(o => o.Comments).ToList();
        comments.Count.ShouldBeInRange(50, 400);
        var names = Company.People.ToDictionary(p => p.Id, p => p.Name);
        comments.ShouldAllBe(c => c.Mentions.All(m => c.Text.Contains("@" + names[m])));
        comments.Count(c => c.Mentions.Count > 0).ShouldBeGreaterThan(comments.Count / 3);
    }

    [Fact]
    public void Texts_are_in_both_languages()
    {
        This.Count(o => o.Now.Title.Any(IsChinese)).ShouldBeGreaterThan(This.Count * 8 / 10);
        foreach (var (title, description) in This.Select(o => (o.Now.Title, o.Now.Description)))
        {
            (title + description).Any(char.IsAsciiLetter).ShouldBeTrue(title);
            (title + description).Any(IsChinese).ShouldBeTrue(title);
        }
    }

    [Theory]
    [InlineData("2027-01-01T00:00:00+08:00")]
    [InlineData("2027-01-03T23:59:00+08:00")]
    [InlineData("2027-02-28T12:00:00+08:00")]
    [InlineData("2026-10-12T08:00:00+08:00")]
    [InlineData("2028-12-31T23:59:59+08:00")]
    public void Nothing_is_younger_than_now_and_all_is_in_its_order(string now)
    {
        var company = DemoCompanyTests.Make(now: now);
        foreach (var cycle in company.Cycles)
        {
            InOrder(cycle.Moves.Select(m => m.At), company.Now);
            foreach (var objective in company.Objectives(cycle))
            {
                InOrder(objective.Past.Select(v => v.At), company.Now);
                objective.Past[0].At.ShouldBeGreaterThan(cycle.Moves[0].At);
                objective.Comments.Where(c => c.At >= company.Now).ShouldBeEmpty();
                // Who starts in the first hour of a month finds the last month's figures a little early.
                objective.Actuals.Where(a => a.At >= company.Now || a.At < new DateTimeOffset(a.Period.End, default, TimeSpan.FromHours(8)).AddHours(-2)).ShouldBeEmpty();
                objective.Actuals.Where(a => a.Corrects is not null && a.At <= objective.Actuals.Single(w => w.Id == a.Corrects).At).ShouldBeEmpty();
            }
        }
        company.Strategy.ShouldAllBe(e => e.At < company.Now);
    }

    private static bool IsChinese(char character) => character is >= '\u4e00' and <= '\u9fff';

    private static void InOrder(IEnumerable<DateTimeOffset> moments, DateTimeOffset now)
    {
        var before = DateTimeOffset.MinValue;
        foreach (var moment in moments)
        {
            moment.ShouldBeGreaterThan(before);
            moment.ShouldBeLessThanOrEqualTo(now);
            before = moment;
        }
    }

    /// <summary>Without those that were corrected.</summary>
    private static IEnumerable<DemoActual> Valid(DemoObjective objective) => objective.Actuals.Where(a => objective.Actuals.All(c => c.Corrects != a.Id));

    private static Dictionary<Period, decimal> Months(IEnumerable<DemoActual> actuals) => actuals.GroupBy(a => a.Period).ToDictionary(g => g.Key, g => g.Sum(a => a.Value));
}
