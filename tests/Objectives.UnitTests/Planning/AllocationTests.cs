using Objectives.Contracts.Planning;
using Objectives.Contracts.Organization;
using Objectives.Planning.Domain;
using Objectives.Platform.Numbers;
using Objectives.Platform.Results;

namespace Objectives.UnitTests.Planning;

[Trait("Clause", "S6.8")]
public sealed class AllocationTests
{
    private static readonly Gen<decimal> Scores = Gen.OneOf(Gen.Int[0, 100].Select(i => (decimal)i), Gen.Int[0, 5_000_000].Select(i => i / 1000m));

    /// <summary>A sum to split among some, by some factors of which each knows somebody, with some parts fixed within the whole.</summary>
    private static readonly Gen<Case> Cases =
        from decimals in Gen.Int[0, 6]
        from units in Gen.Long[0, 100_000_000]
        from count in Gen.Int[1, 30]
        from factors in Gen.Int[1, 4]
        from scores in Scores.Array[factors].Array[count]
        from weights in Gen.Int[1, 100].Select(w => (decimal)w).Array[factors]
        from locks in Gen.Int[0, 4].Array[count]
        from fixedParts in Gen.Long[0, units / count].Array[count]
        select new Case(
            Measure.Create("M", "M", "M", MeasureDirection.Increase, Aggregation.Sum, decimals), units * Apportionment.UnitOf(decimals), weights,
            [.. scores.Select((s, i) => new AllocationCandidate(
                new Guid(i, 0, 0, new byte[8]), $"{i}", i == 0 ? [.. s.Select(x => x + 1)] : s, i > 0 && locks[i] == 0 ? fixedParts[i] * Apportionment.UnitOf(decimals) : null))]);

    [Fact]
    public void Parts_add_up_exactly_fixed_ones_stay_and_none_is_negative()
        => Cases.Sample(c =>
        {
            var parts = c.Split();
            return parts.Sum(p => p.Value) == c.Total && parts.All(p => p.Value >= 0 && decimal.Round(p.Value, c.Measure.Decimals) == p.Value)
                && parts.Zip(c.Candidates).All(p => p.Second.Locked is not { } value || (p.First.Value == value && p.First.Locked));
        });

    [Fact]
    public void Shares_explain_parts_and_contributions_explain_shares()
        => Cases.Sample(c =>
        {
            var parts = c.Split();
            return parts.Sum(p => p.Share) == 100 && parts.All(p => p.Locked ? p.Contributions.All(x => x == 0) : p.Contributions.Sum() == p.Share);
        });

    [Fact]
    public void Whoever_scores_more_does_not_get_less()
        => Gen.Select(Cases, Gen.Int[0, 29], Gen.Int[0, 3], Gen.Int[1, 1000]).Sample((c, who, factor, more) =>
        {
            who %= c.Candidates.Count;
            factor %= c.Weights.Length;
            var better = c with { Candidates = [.. c.Candidates.Select((x, i) => i == who ? x with { Scores = [.. x.Scores.Select((s, f) => f == factor ? s + (more / 10m) : s)] } : x)] };
            return better.Split()[who].Value >= c.Split()[who].Value;
        });

    [Fact]
    public void By_one_factor_who_scores_more_than_another_gets_no_less_than_he()
        => Cases.Where(c => c.Weights.Length == 1).Sample(c =>
        {
            var open = c.Split().Zip(c.Candidates).Where(p => !p.First.Locked).OrderBy(p => p.Second.Scores[0]).ToList();
            return open.Zip(open.Skip(1)).All(p => p.First.First.Value <= p.Second.First.Value || p.First.Second.Scores[0] == p.Second.Second.Scores[0]);
        });

    [Fact]
    public void A_sum_twice_as_large_and_a_weight_for_all_alike_change_no_share_by_more_than_rounding()
        => Cases.Where(c => c.Candidates.All(x => x.Locked is null)).Sample(c =>
        {
            var (once, twice) = (c.Split(), (c with { Total = c.Total * 2, Weights = [.. c.Weights.Select(w => w * 3)] }).Split());
            return once.Zip(twice).All(p => Math.Abs(p.Second.Value - (p.First.Value * 2)) <= 3 * Apportionment.UnitOf(c.Measure.Decimals));
        });

    [Fact]
    public void A_factor_that_knows_nobody_is_named_and_one_who_has_no_score_gets_nothing()
    {
        var rule = new AllocationRule(Summed(), 100, 0);
        rule.Split([Of("a", 0, 1), Of("b", 0, 2)], [1, 1]).Errors.Select(e => e.Field).ShouldBe(["factors.0.factor"]);
        rule.Split([Of("a", 0, 1), Of("b", 0, 2)], [0, 0]).Errors.Select(e => e.Field).ShouldBe(["factors"]);
        Values(rule.Split([Of("a", 0), Of("b", 2), Of("c", 3)], [1])).ShouldBe([0, 40, 60]);
    }

    [Fact]
    public void Fixed_parts_that_are_more_than_the_whole_or_all_and_less_are_refused()
    {
        var rule = new AllocationRule(Summed(), 100, 0);
        rule.Split([Of("a", 1) with { Locked = 70 }, Of("b", 1) with { Locked = 20 }], [1]).Errors.ShouldHaveSingleItem().Detail!["rest"].ShouldBe("10");
        rule.Split([Of("a", 1) with { Locked = 70 }, Of("b", 1) with { Locked = 40 }, Of("c", 1)], [1]).Errors.ShouldHaveSingleItem().Field.ShouldBe("locks");
        Values(rule.Split([Of("a", 1) with { Locked = 70 }, Of("b", 0) with { Locked = 30 }], [1])).ShouldBe([70, 30]);
        Values(new AllocationRule(Summed(), 0, 0).Split([Of("a", 1), Of("b", 1)], [1])).ShouldBe([0, 0]);
        Values(new AllocationRule(Summed(), -100, 0).Split([Of("a", 1), Of("b", 3)], [1])).ShouldBe([-25, -75]);
    }

    [Theory]
    [InlineData(MeasureDirection.Increase, 100, 110)]
    [InlineData(MeasureDirection.Increase, -100, -90)]
    [InlineData(MeasureDirection.Decrease, 100, 90)]
    [InlineData(MeasureDirection.KeepWithin, 100, 90)]
    internal void The_margin_asks_for_more_whatever_is_better(MeasureDirection direction, int target, int total)
    {
        var rule = new AllocationRule(Measure.Create("M", "M", "M", direction, Aggregation.Sum, 0), target, 10);
        rule.Total.ShouldBe(total);
        Values(rule.Split([Of("a", 1), Of("b", 1)], [1])).Sum().ShouldBe(total);
    }

    [Fact]
    public void An_average_is_each_parts_and_what_is_fixed_the_others_make_up_for()
    {
        var rule = new AllocationRule(Measure.Create("M", "M", "M", MeasureDirection.Increase, Aggregation.Average, 1), 10, 0);
        Values(rule.Split([Of("a", 1), Of("b", 5)], [])).ShouldBe([10, 10]);
        Values(rule.Split([Of("a", 1) with { Locked = 9.9m }, Of("b", 5), Of("c", 5), Of("d", 5)], [])).ShouldBe([9.9m, 10.1m, 10, 10]);
        rule.Split([Of("a", 1) with { Locked = 9 }], []).Errors.ShouldHaveSingleItem().Field.ShouldBe("locks");
    }

    [Fact]
    public void Of_a_weighted_average_the_factors_are_the_weights()
    {
        var rule = new AllocationRule(Measure.Create("M", "M", "M", MeasureDirection.Increase, Aggregation.WeightedAverage, 1), 10, 0);
        var parts = rule.Split([Of("a", 1), Of("b", 3)], [1]).Value;
        parts.Select(p => (p.Value, p.RollUpWeight)).ShouldBe([(10, 0.5m), (10, 1.5m)]);
        parts = rule.Split([Of("a", 1) with { Locked = 8 }, Of("b", 3)], [1]).Value;
        parts[1].Value.ShouldBe(10.7m);
        (parts.Sum(p => p.Value * p.RollUpWeight!.Value) / parts.Sum(p => p.RollUpWeight!.Value)).ShouldBeGreaterThanOrEqualTo(10);
    }

    [Theory]
    [InlineData(MeasureDirection.Increase, Aggregation.Ratio, 9, false)]
    [InlineData(MeasureDirection.Increase, Aggregation.Ratio, 11, true)]
    [InlineData(MeasureDirection.Decrease, Aggregation.Ratio, 11, false)]
    [InlineData(MeasureDirection.Increase, Aggregation.Min, 9, false)]
    [InlineData(MeasureDirection.Decrease, Aggregation.Max, 11, false)]
    [InlineData(MeasureDirection.Increase, Aggregation.Max, 9, true)]
    [InlineData(MeasureDirection.Increase, Aggregation.Last, 9, true)]
    [InlineData(MeasureDirection.Increase, Aggregation.None, 9, true)]
    internal void What_does_not_add_up_is_each_parts_and_fixed_ones_must_not_miss_it(MeasureDirection direction, Aggregation aggregation, int locked, bool accepted)
    {
        var rule = new AllocationRule(Measure.Create("M", "M", "M", direction, aggregation, 0), 10, 0);
        Values(rule.Split([Of("a", 1), Of("b", 5)], [])).ShouldBe([10, 10]);
        rule.Split([Of("a", 1) with { Locked = locked }, Of("b", 5)], []).IsSuccess.ShouldBe(accepted);
        var texts = rule.Method;
        (texts.English.Length > 20, texts.Chinese.Length > 5).ShouldBe((true, true));
    }

    [Fact]
    public void A_milestone_is_not_divided_and_not_exceeded()
    {
        var milestone = Measure.Create("M", "M", "%", MeasureDirection.Milestone, Aggregation.Sum, 0);
        Values(new AllocationRule(milestone, 100, 0).Split([Of("a", 1), Of("b", 5)], [])).ShouldBe([100, 100]);
        new AllocationRule(milestone, 100, 5).Split([Of("a", 1)], []).Errors.ShouldHaveSingleItem().Field.ShouldBe("stretchPercent");
    }

    [Fact]
    public void A_lower_bound_is_split_in_proportion_and_never_above_the_part()
    {
        var rule = new AllocationRule(Measure.Create("M", "M", "M", MeasureDirection.KeepWithin, Aggregation.Sum, 0), 10, 0);
        var parts = rule.Split([Of("a", 1), Of("b", 1), Of("c", 1)], [1]).Value;
        parts.Select(p => (p.Value, rule.LowerBoundOf(p, 9))).ShouldBe([(4m, 3m), (3m, 2m), (3m, 2m)]);
        new AllocationRule(Measure.Create("M", "M", "M", MeasureDirection.KeepWithin, Aggregation.Last, 0), 10, 0).LowerBoundOf(parts[0], 3).ShouldBe(3);
        rule.LowerBoundOf(parts[0], null).ShouldBeNull();
    }

    [Fact]
    public void Each_factor_says_something_of_those_it_is_meant_for_and_nothing_of_others()
    {
        var region = new RegionScores(1, 2, 3, 4, 5, 6, 1.5m);
        var recipient = new Recipient(Guid.Empty, "R", "R", default, null, null, null, 7, 0.8m, 2.5m, region, new(10, 20, 30));
        decimal? Score(AllocationFactor factor, AllocationDimension dimension) => FactorScore.Of(factor, dimension, recipient, 99);

        Enum.GetValues<AllocationFactor>().Select(f => Score(f, AllocationDimension.Region)).ShouldBe([1, 2, 3, 4, 5, 6, 99, null, null, null, null, 1.5m, 1]);
        Enum.GetValues<AllocationFactor>().Select(f => Score(f, AllocationDimension.Customer)).ShouldBe([null, null, null, null, null, null, 99, 10, 20, 30, null, 1.5m, 1]);
        Enum.GetValues<AllocationFactor>().Select(f => Score(f, AllocationDimension.Position)).ShouldBe([null, null, null, null, null, null, 99, 2.5m, null, null, 0.8m, 1.5m, 1]);
        Enum.GetValues<AllocationFactor>().Select(f => Score(f, AllocationDimension.Person)).ShouldBe([null, null, null, null, null, null, 99, 2.5m, null, null, 0.8m, 1.5m, 1]);
        Enum.GetValues<AllocationFactor>().Select(f => Score(f, AllocationDimension.Unit)).ShouldBe([1, 2, 3, 4, 5, 7, 99, null, null, null, 2.5m, 1.5m, 1]);
        FactorScore.Of(AllocationFactor.History, AllocationDimension.Unit, recipient, -3).ShouldBe(0);
    }

    [Fact]
    public void What_was_reached_before_is_made_up_by_the_aggregation()
    {
        PreviousActual.Month[] months = [new(new(2026, 1, 1), 90, 9, 10), new(new(2026, 2, 1), 50, 15, 30)];
        decimal? Of(Aggregation aggregation) => PreviousActual.Of(aggregation, 1, months);
        Enum.GetValues<Aggregation>().Select(Of).ShouldBe([140, 70, 70, 60, 50, 50, 90, 50]);
        PreviousActual.Of(Aggregation.Sum, 1, []).ShouldBeNull();
    }

    private static Measure Summed() => Measure.Create("M", "M", "M", MeasureDirection.Increase, Aggregation.Sum, 0);

    private static AllocationCandidate Of(string name, params decimal[] scores) => new(Guid.NewGuid(), name, scores, null);

    private static IEnumerable<decimal> Values(Result<IReadOnlyList<AllocatedPart>> split) => split.Value.Select(p => p.Value);

    internal sealed record Case(Measure Measure, decimal Total, decimal[] Weights, IReadOnlyList<AllocationCandidate> Candidates)
    {
        public IReadOnlyList<AllocatedPart> Split() => new AllocationRule(Measure, Total, 0).Split(Candidates, Weights).Value;
    }
}
