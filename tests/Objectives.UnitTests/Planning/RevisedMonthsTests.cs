using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Revisions;
using Objectives.Platform.Time;

namespace Objectives.UnitTests.Planning;

[Trait("Clause", "S7.5")]
public sealed class RevisedMonthsTests
{
    private static readonly IReadOnlyList<Period> Year = CycleMonths.Of(new(2026, 1, 1), new(2026, 12, 31));

    private static readonly Gen<(int[] Months, int New, int From, int Decimals)> Sums = Gen.Select(Gen.Int[0, 400].Array[12], Gen.Int[1, 6000], Gen.Int[0, 11], Gen.Int[0, 2]);

    [Fact]
    public void Earlier_months_stay_and_the_later_ones_share_the_rest_in_their_shape()
    {
        var months = Months(10, 10, 10, 10, 10, 10, 10, 10, 5, 5, 5, 25);
        var revised = RevisedMonths.Of(Rule(120), Rule(100), months, Year[8], given: null);
        revised.Value.Select(m => m.Value).ShouldBe([10, 10, 10, 10, 10, 10, 10, 10, 2.5m, 2.5m, 2.5m, 12.5m]);
    }

    [Fact]
    public void A_target_that_the_earlier_months_exceed_is_refused()
        => RevisedMonths.Of(Rule(120), Rule(60), Months(10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10), Year[8], given: null).Errors[0].Field.ShouldBe("newTarget");

    [Theory]
    [InlineData(Aggregation.Last, 120, 150)]
    [InlineData(Aggregation.Average, 10, 8)]
    [InlineData(Aggregation.Min, 10, 8)]
    [InlineData(Aggregation.Max, 10, 8)]
    [InlineData(Aggregation.Ratio, 10, 8)]
    public void Of_every_aggregation_the_months_make_up_the_new_target(Aggregation aggregation, int before, int after)
    {
        var (old, made) = (Rule(before, aggregation), Rule(after, aggregation));
        var months = old.Spread(PhasingMethod.Even, Year, [.. Year.Select(_ => 1L)]);
        var revised = RevisedMonths.Of(old, made, months, Year[6], given: null);
        revised.IsSuccess.ShouldBeTrue();
        made.Check(revised.Value).ShouldBeNull();
    }

    [Fact]
    public void Of_a_sum_nothing_is_lost_and_nothing_earlier_is_touched() => Sums.Sample(s =>
    {
        var months = Months([.. s.Months.Select(m => (decimal)m)]);
        var made = Rule(s.New, decimals: s.Decimals);
        var revised = RevisedMonths.Of(Rule(s.Months.Sum(), decimals: s.Decimals), made, months, Year[s.From], given: null);
        if (s.Months.Take(s.From).Sum() > s.New)
        {
            revised.IsSuccess.ShouldBeFalse();
            return;
        }
        revised.IsSuccess.ShouldBeTrue();
        revised.Value.Sum(m => m.Value).ShouldBe(s.New);
        revised.Value.Take(s.From).ShouldBe(months.Take(s.From));
        revised.Value.ShouldAllBe(m => m.Value >= 0);
    });

    private static PhasingRule Rule(decimal target, Aggregation aggregation = Aggregation.Sum, int decimals = 2) => new(target, null, MeasureDirection.Increase, aggregation, decimals);

    private static List<PhasedValue> Months(params decimal[] values) => [.. Year.Zip(values, (m, v) => new PhasedValue(m, v))];
}
