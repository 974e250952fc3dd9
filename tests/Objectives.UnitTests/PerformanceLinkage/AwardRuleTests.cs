using CsCheck;
using Objectives.Contracts.Organization;
using Objectives.PerformanceLinkage.Domain.Incentives;

namespace Objectives.UnitTests.PerformanceLinkage;

/// <summary>Awards are exact, within the budget, never negative, and nobody gains by a lower score (S4.7, S5.5).</summary>
[Trait("Clause", "S4.7")]
public sealed class AwardRuleTests
{
    private static readonly PayoutCurve Line = new([new(60, 50), new(100, 100), new(120, 150)]);

    private static readonly Gen<PayoutCurve> Curves = Gen.Select(Gen.Int[0, 40], Gen.Int[0, 300], (from, percent) => (from, percent)).Array[0, 6].Select(steps =>
    {
        var (score, paid) = (0m, 0m);
        return new PayoutCurve([.. steps.Select(s => new PayoutRule(score += s.from + 1, Math.Min(PayoutCurve.MaxPercent, paid += s.percent / 7m is var more ? decimal.Round(more, 6) : 0)))]);
    });

    private static readonly Gen<Shares> AnyShares = Gen.Select(Gen.Int[0, Shares.Whole], Gen.Int[0, Shares.Whole], (a, b) => new Shares(Math.Min(a, b), Math.Abs(a - b), Shares.Whole - Math.Max(a, b)));

    private static readonly Gen<decimal?> Scores = Gen.OneOf(Gen.Const((decimal?)null), Gen.Int[0, 15_000].Select(s => (decimal?)(s / 100m)));

    private static readonly Gen<AwardBasis> People = Gen.Select(
        Gen.Guid, Gen.OneOf(Gen.Long[0, 20], Gen.Long[0, 5_000_000], Gen.Const(1_000_000_000_000_000L)), Scores, Scores, Scores, (id, target, mine, team, company) => new AwardBasis(new(id), target, mine, team, company));

    private static readonly Gen<(Shares Shares, PayoutCurve Curve, long Budget, AwardBasis[] People)> Cases = Gen.Select(
        AnyShares, Curves, Gen.OneOf(Gen.Long[0, 100], Gen.Long[0, 20_000_000], Gen.Const(long.MaxValue / 4)), People.Array[1, 12], (shares, curve, budget, people) => (shares, curve, budget, people));

    [Fact]
    public void Nothing_is_negative_and_all_is_within_the_budget() => Cases.Sample(c =>
    {
        var sheet = AwardRule.Pay(c.Shares, c.Curve, c.Budget, c.People);
        sheet.Awards.ShouldAllBe(a => a.Individual.Minor >= 0 && a.Team.Minor >= 0 && a.Company.Minor >= 0);
        var total = sheet.Awards.Sum(a => (decimal)a.TotalMinor);
        total.ShouldBeLessThanOrEqualTo(c.Budget);
        if (sheet.OwedMinor > c.Budget)
            total.ShouldBe(c.Budget); // What is cut is shared out to the last unit.
        else
            sheet.Awards.ShouldAllBe(a => a.TotalMinor == a.OwedMinor);
        sheet.Awards.ShouldAllBe(a => a.TotalMinor <= a.OwedMinor + 1);
    });

    [Fact]
    public void The_order_in_which_people_are_named_changes_nothing() => Gen.Select(Cases, Gen.Int).Sample((c, seed) =>
    {
        var shuffled = c.People.ToArray();
        new Random(seed).Shuffle(shuffled);
        AwardRule.Pay(c.Shares, c.Curve, c.Budget, shuffled).Awards.ShouldBe(AwardRule.Pay(c.Shares, c.Curve, c.Budget, c.People).Awards);
    });

    [Fact]
    public void Nobody_gets_less_for_a_higher_score_of_his_own() => Gen.Select(Cases, Gen.Int[0, 11], Gen.Int[1, 9_000]).Sample((c, at, more) =>
    {
        var person = c.People[at % c.People.Length];
        var better = person with { Individual = (person.Individual ?? 0) + more / 100m };
        long TotalOf(AwardBasis basis) => AwardRule.Pay(c.Shares, c.Curve, c.Budget, c.People.Select(p => p.PersonId == person.PersonId ? basis : p)).Awards.Single(a => a.PersonId == person.PersonId).TotalMinor;
        TotalOf(better).ShouldBeGreaterThanOrEqualTo(TotalOf(person));
    });

    [Fact]
    public void What_cannot_be_assessed_pays_nothing_and_takes_nothing() => Cases.Sample(c =>
    {
        foreach (var award in AwardRule.Pay(c.Shares, c.Curve, c.Budget, c.People.Select(p => p with { Individual = null, Company = null })).Awards)
            (award.Individual.Minor, award.Company.Minor, award.Individual.Percent).ShouldBe((0, 0, 0));
    });

    [Fact]
    public void A_worked_example()
    {
        var (first, second) = (new PersonId(new(1, 0, 0, new byte[8])), new PersonId(new(2, 0, 0, new byte[8])));
        AwardBasis[] people = [new(first, 20_000_00, 90, 100, 120), new(second, 10_000_00, 50, 100, null)];
        var within = AwardRule.Pay(new(5_000, 3_000, 2_000), Line, 40_000_00, people).Awards;
        within[0].ShouldSatisfyAllConditions( // 90 pays 87.5 % of 10,000; 100 the whole of 6,000; 120 one and a half times 4,000.
            a => (a.Individual.Minor, a.Team.Minor, a.Company.Minor).ShouldBe((8_750_00, 6_000_00, 6_000_00)), a => a.Individual.Percent.ShouldBe(87.5m));
        (within[1].Individual.Minor, within[1].Team.Minor, within[1].Company.Minor).ShouldBe((0, 3_000_00, 0)); // 50 is before the first rule.
        var cut = AwardRule.Pay(new(5_000, 3_000, 2_000), Line, 11_875_00, people).Awards; // Half of what they would get.
        cut.Select(a => a.TotalMinor).ShouldBe([10_375_00, 1_500_00]);
        (cut[0].Individual.Minor, cut[0].Team.Minor, cut[0].Company.Minor).ShouldBe((4_375_00, 3_000_00, 3_000_00));
    }
}
