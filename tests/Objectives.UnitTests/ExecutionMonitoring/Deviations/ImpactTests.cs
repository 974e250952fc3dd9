using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Deviations;

namespace Objectives.UnitTests.ExecutionMonitoring.Deviations;

[Trait("Clause", "S7.4")]
public sealed class ImpactTests
{
    private static readonly ObjectiveId Lagging = ObjectiveId.New();

    private static readonly Gen<(int Target, int Projected, (int Target, int Projected)[] Others)> Family =
        Gen.Select(Gen.Int[1, 500], Gen.Int[0, 500], Gen.Select(Gen.Int[1, 500], Gen.Int[0, 500]).Array[0, 6]);

    [Fact]
    public void Of_a_sum_what_is_missing_below_is_missing_above()
    {
        var effect = Impact.Of(Lagging, 12, 60, [Above(Aggregation.Sum, 120, 72, Part(Lagging, 60, 12), Part(ObjectiveId.New(), 60, 60))]).ShouldHaveSingleItem();
        (effect.Before, effect.After, effect.Endangered, effect.Level).ShouldBe((1, 0.6m, true, 0));
    }

    [Theory]
    [InlineData(Aggregation.Average, 0.6, 1)]
    [InlineData(Aggregation.Min, 0.2, 1)]
    [InlineData(Aggregation.Max, 1, 1)]
    public void Each_aggregation_carries_the_lag_by_its_own_rule(Aggregation aggregation, double after, double before)
    {
        var projected = 60 * (decimal)after;
        var effect = Impact.Of(Lagging, 12, 60, [Above(aggregation, 60, projected, Part(Lagging, 60, 12), Part(ObjectiveId.New(), 60, 60))]).ShouldHaveSingleItem();
        (effect.Before, effect.After).ShouldBe(((decimal)before, (decimal)after));
    }

    [Fact]
    public void Of_a_ratio_the_lag_counts_by_its_denominator()
    {
        var parts = new[] { new ProjectedPart(Lagging, 90, 1, 50, 10), new ProjectedPart(ObjectiveId.New(), 90, 1, 90, 30) };
        var effect = Impact.Of(Lagging, 50, 90, [Above(Aggregation.Ratio, 90, 80, parts)]).ShouldHaveSingleItem();
        effect.Before.ShouldBe(1);
        effect.After.ShouldBe(decimal.Round(80m / 90, 6));
    }

    [Fact]
    public void A_small_lag_does_not_endanger_whom_others_endanger()
    {
        var others = ObjectiveId.New();
        Impact.Of(Lagging, 0, 1, [Above(Aggregation.Sum, 100, 50, Part(Lagging, 1, 0), Part(others, 99, 50))])[0].Endangered.ShouldBeFalse();
        Impact.Of(Lagging, 0, 10, [Above(Aggregation.Sum, 100, 50, Part(Lagging, 10, 0), Part(others, 90, 50))])[0].Endangered.ShouldBeTrue();
    }

    /// <summary>Under a policy without tolerance whatever is missing is too much, but only what the lag takes away is its doing.</summary>
    [Fact]
    public void What_takes_nothing_away_endangers_nobody()
    {
        var above = Above(Aggregation.Sum, 100, 50, Part(Lagging, 10, 10), Part(ObjectiveId.New(), 90, 40)) with { Tolerance = 0 };
        Impact.Of(Lagging, 10, 10, [above])[0].Endangered.ShouldBeFalse();
        Impact.Of(Lagging, 10, 11, [above])[0].Endangered.ShouldBeTrue();
    }

    [Fact]
    public void Severity_is_that_of_the_highest_in_danger()
    {
        static Effect On(ObjectiveReach reach, bool endangered) => new(ObjectiveId.New(), reach, 0, 1, 0.5m, endangered);
        Severity.Of(ObjectiveReach.Individual, lags: true, [On(ObjectiveReach.Unit, false), On(ObjectiveReach.Company, false)]).ShouldBe(DeviationSeverity.Individual);
        Severity.Of(ObjectiveReach.Individual, lags: true, [On(ObjectiveReach.Unit, true), On(ObjectiveReach.Company, false)]).ShouldBe(DeviationSeverity.Department);
        Severity.Of(ObjectiveReach.Individual, lags: true, [On(ObjectiveReach.Unit, false), On(ObjectiveReach.Company, true)]).ShouldBe(DeviationSeverity.Company);
        Severity.Of(ObjectiveReach.Unit, lags: true, []).ShouldBe(DeviationSeverity.Department);
        Severity.Of(ObjectiveReach.Unit, lags: false, []).ShouldBe(DeviationSeverity.Individual);
    }

    [Fact]
    public void Without_a_lag_nothing_changes_and_a_greater_one_never_does_less_harm()
        => Family.Sample(f =>
        {
            Effect EffectOf(int projected)
            {
                var others = f.Others.Select(o => Part(ObjectiveId.New(), o.Target, o.Projected)).ToList();
                var (target, sum) = (f.Target + f.Others.Sum(o => o.Target), projected + f.Others.Sum(o => o.Projected));
                return Impact.Of(Lagging, projected, Projection.WithoutLag(MeasureDirection.Increase, projected, f.Target, null), [Above(Aggregation.Sum, target, sum, [Part(Lagging, f.Target, projected), .. others])])[0];
            }
            var (one, worse) = (EffectOf(f.Projected), EffectOf(f.Projected / 2));
            one.Before!.Value.ShouldBeGreaterThanOrEqualTo(one.After!.Value);
            if (f.Projected >= f.Target)
                (one.Before, one.Endangered).ShouldBe((one.After, false));
            (worse.Before - worse.After)!.Value.ShouldBeGreaterThanOrEqualTo((one.Before - one.After)!.Value - 0.000001m);
        });

    [Fact]
    public void What_does_not_fall_below_the_bounds_of_the_policy_endangers_nobody()
        => Family.Sample(f =>
        {
            var sum = f.Projected + f.Others.Sum(o => o.Projected);
            var effect = Impact.Of(Lagging, f.Projected, f.Target, [Above(Aggregation.Sum, 100, sum, [Part(Lagging, f.Target, f.Projected), .. f.Others.Select(o => Part(ObjectiveId.New(), o.Target, o.Projected))])])[0];
            if (effect.After >= 0.9m)
                effect.Endangered.ShouldBeFalse();
        });

    private static ProjectedPart Part(ObjectiveId id, decimal target, decimal projected) => new(id, target, 1, projected, null);

    private static Ancestor Above(Aggregation aggregation, decimal target, decimal projected, params ProjectedPart[] parts)
        => new(ObjectiveId.New(), ObjectiveReach.Unit, MeasureDirection.Increase, aggregation, target, null, 10, projected, parts);
}
