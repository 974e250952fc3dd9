using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;
using Objectives.Platform.Numbers;
using Objectives.Platform.Time;

namespace Objectives.UnitTests.Planning;

[Trait("Clause", "S6.9")]
public sealed class PhasingTests
{
    private static readonly Gen<Aggregation> Aggregations = Gen.Enum<Aggregation>();
    private static readonly Gen<PhasingRule> Rules = RulesOf(Gen.Enum<MeasureDirection>(), Aggregations);

    /// <summary>Those whose months are added up.</summary>
    private static readonly Gen<PhasingRule> AddedUp = RulesOf(Gen.Enum<MeasureDirection>().Where(d => d != MeasureDirection.Milestone), Gen.Const(Aggregation.Sum));

    private static Gen<PhasingRule> RulesOf(Gen<MeasureDirection> directions, Gen<Aggregation> aggregations) => Gen.Select(
        Gen.Long[-1_000_000_000, 1_000_000_000], Gen.Long[-1_000_000_000, 1_000_000_000].Nullable(), directions, aggregations, Gen.Int[0, 6])
        .Select((target, baseline, direction, aggregation, decimals) =>
        {
            var unit = Apportionment.UnitOf(decimals);
            return direction == MeasureDirection.Milestone ? new PhasingRule(Math.Abs(target) % 101, null, direction, aggregation, decimals) : new(target * unit, baseline * unit, direction, aggregation, decimals);
        });

    private static readonly Gen<(Period[] Months, long[] Weights)> Years = Gen.Select(Gen.Int[0, 23], Gen.Int[1, Cycle.MaxMonths]).SelectMany((from, count) =>
        Gen.Long[1, 1_000_000_000].Array[count].Select(weights => (Months(new DateOnly(2027, 1, 1).AddMonths(from), count), weights)));

    [Fact]
    public void Whatever_the_method_the_months_make_up_the_target()
        => Gen.Select(Rules, Years, Gen.Enum<PhasingMethod>()).Sample((rule, year, method) => rule.Check(rule.Spread(method, year.Months, year.Weights)) is null);

    [Fact]
    public void Quarters_and_years_make_up_what_their_months_do()
        => Gen.Select(AddedUp, Years).Sample((rule, year) =>
        {
            var months = rule.Spread(PhasingMethod.Even, year.Months, year.Weights);
            return rule.By(PeriodGranularity.Quarter, months).Sum(q => q.Value) == rule.Target && rule.By(PeriodGranularity.Year, months).Sum(y => y.Value) == rule.Target;
        });

    [Fact]
    public void With_another_target_the_months_either_make_it_up_or_there_are_none()
        => Gen.Select(Rules, Years, Gen.Enum<PhasingMethod>(), Gen.Long[-1_000_000_000, 1_000_000_000]).Sample((rule, year, method, units) =>
        {
            var target = rule.Direction == MeasureDirection.Milestone ? Math.Abs(units) % 101 : units * Apportionment.UnitOf(rule.Decimals);
            var changed = rule with { Target = target };
            return changed.Reshape(rule.Spread(method, year.Months, year.Weights), rule) is not { } months || changed.Check(months) is null;
        });

    [Fact]
    public void A_changed_target_keeps_the_shape()
    {
        var rule = new PhasingRule(100, null, MeasureDirection.Increase, Aggregation.Sum, 0);
        var months = rule.Complete([new(Of("2027-01"), 40), new(Of("2027-02"), 10)], Months(new(2027, 1, 1), 4), [1, 1, 1, 1]).Value;
        months.Select(m => m.Value).ShouldBe([40, 10, 25, 25]);
        (rule with { Target = 200 }).Reshape(months, rule)!.Select(m => m.Value).ShouldBe([80, 20, 50, 50]);
        (rule with { Target = -200 }).Reshape(months, rule).ShouldBeNull();
        rule.Reshape([.. months.Select(m => m with { Value = 0 })], rule with { Target = 0 }).ShouldBeNull();
    }

    [Fact]
    public void What_is_to_be_reached_by_the_end_goes_from_the_baseline_to_the_target()
    {
        var months = Months(new(2027, 1, 1), 4);
        Values(new(140, 100, MeasureDirection.Increase, Aggregation.Last, 0), PhasingMethod.Even).ShouldBe([110, 120, 130, 140]);
        Values(new(60, 100, MeasureDirection.Decrease, Aggregation.None, 0), PhasingMethod.Even).ShouldBe([90, 80, 70, 60]);
        Values(new(100, null, MeasureDirection.Milestone, Aggregation.Last, 0), PhasingMethod.Even).ShouldBe([25, 50, 75, 100]);
        Values(new(140, null, MeasureDirection.Increase, Aggregation.Last, 0), PhasingMethod.Even).ShouldBe([140, 140, 140, 140]);
        Values(new(30, 50, MeasureDirection.KeepWithin, Aggregation.Last, 0), PhasingMethod.Seasonal).ShouldBe([30, 30, 30, 30]);
        Values(new(95, null, MeasureDirection.Increase, Aggregation.Ratio, 2), PhasingMethod.Seasonal).ShouldBe([95, 95, 95, 95]);

        IEnumerable<decimal> Values(PhasingRule rule, PhasingMethod method) => rule.Spread(method, months, [1, 1, 1, 1]).Select(m => m.Value);
    }

    [Fact]
    public void The_season_shapes_a_mean_and_a_level_but_leaves_what_they_come_to()
    {
        var months = Months(new(2027, 1, 1), 4);
        new PhasingRule(10, null, MeasureDirection.Increase, Aggregation.Average, 1).Spread(PhasingMethod.Seasonal, months, [1, 2, 3, 4]).Select(m => m.Value).ShouldBe([4, 8, 12, 16]);
        new PhasingRule(10, null, MeasureDirection.Increase, Aggregation.Average, 1).Spread(PhasingMethod.WorkingDays, months, [1, 2, 3, 4]).Select(m => m.Value).ShouldBe([10, 10, 10, 10]);
        new PhasingRule(10, 0, MeasureDirection.Increase, Aggregation.Last, 1).Spread(PhasingMethod.Seasonal, months, [1, 2, 3, 2]).Select(m => m.Value).ShouldBe([5, 10, 15, 10]);
    }

    [Fact]
    public void By_hand_what_does_not_make_up_the_target_is_refused_with_the_difference()
    {
        var months = Months(new(2027, 1, 1), 3);
        string? Refused(Aggregation aggregation, params decimal[] values) => new PhasingRule(10, null, MeasureDirection.Increase, aggregation, 0)
            .Complete([.. values.Select((v, i) => new PhasedValue(months[i], v))], months, [1, 1, 1]).Errors is [{ Field: "values", Detail: { } detail }] ? (string?)detail["difference"] : null;

        Refused(Aggregation.Sum, 3, 3, 3).ShouldBe("1");
        Refused(Aggregation.Sum, 3, 3, 4).ShouldBeNull();
        Refused(Aggregation.Sum, 12).ShouldBe("-2");
        Refused(Aggregation.Average, 10, 10, 13).ShouldBe("-3");
        Refused(Aggregation.Ratio, 11, 12, 13).ShouldBe("-1");
        Refused(Aggregation.Ratio, 9, 12, 13).ShouldBeNull();
        Refused(Aggregation.Last, 10, 10, 9).ShouldBe("1");
        Refused(Aggregation.Min, 11, 12, 13).ShouldBe("-1");
        Refused(Aggregation.Max, 11, 9, 9).ShouldBe("-1");
    }

    [Fact]
    public void Quarters_given_by_hand_are_spread_over_their_months()
    {
        var rule = new PhasingRule(100, null, MeasureDirection.Increase, Aggregation.Sum, 0);
        var months = Months(new(2027, 4, 1), 6);
        rule.Complete([new(Of("2027-Q2"), 70), new(Of("2027-09"), 20)], months, [1, 1, 1, 1, 1, 1]).Value.Select(m => m.Value).ShouldBe([24, 23, 23, 5, 5, 20]);
        rule.Complete([new(Of("2027-Q2"), 70), new(Of("2027-05"), 20)], months, [1, 1, 1, 1, 1, 1]).Errors.Select(e => e.Field).ShouldBe(["values.1.period"]);
        rule.Complete([new(Of("2027-Q1"), 70), new(Of("2027-05"), 2.5m)], months, [1, 1, 1, 1, 1, 1]).Errors.Select(e => e.Field).ShouldBe(["values.0.period", "values.1.value"]);
    }

    [Fact]
    public void Months_read_back_as_they_were_written()
        => Gen.Select(Rules, Years).Sample((rule, year) =>
        {
            var months = rule.Spread(PhasingMethod.Even, year.Months, year.Weights);
            var text = PhasedMonths.Write(months);
            return text.Length <= PhasedMonths.MaxLength && PhasedMonths.Read(text).SequenceEqual(months);
        });

    [Fact]
    public void A_season_is_taken_from_up_to_three_whole_years_back_from_the_last_month()
    {
        var history = Enumerable.Range(0, 40).ToDictionary(i => new DateOnly(2026, 10, 1).AddMonths(-i), i => new DateOnly(2026, 10, 1).AddMonths(-i).Month == 7 ? 120m : 10m);
        var season = Season.Of(history)!;
        (season[6] / (double)season[0]).ShouldBe(12, 0.001);
        history.Remove(new(2026, 3, 1));
        Season.Of(history).ShouldBeNull();
        Season.Of(new Dictionary<DateOnly, decimal>()).ShouldBeNull();
    }

    private static Period Of(string text) => Period.TryParse(text, out var period) ? period : throw new FormatException(text);

    private static Period[] Months(DateOnly from, int count) => [.. Enumerable.Range(0, count).Select(i => Period.Of(from.AddMonths(i), PeriodGranularity.Month))];
}
