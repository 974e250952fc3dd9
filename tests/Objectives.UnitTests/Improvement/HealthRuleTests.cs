using CsCheck;
using Objectives.Contracts;
using Objectives.Improvement.Domain.Health;
using Objectives.Platform.Results;

namespace Objectives.UnitTests.Improvement;

/// <summary>The arithmetic of program health: shares, the weakest part, states, months.</summary>
public sealed class HealthRuleTests
{
    private static readonly CountedMonths Months = new(new(2026, 1, 1), [.. Enumerable.Range(1, 4).Select(i => new DateTimeOffset(2026, 1 + i, 1, 0, 0, 0, TimeSpan.Zero))]);

    [Fact]
    public void Fewer_than_three_records_say_nothing()
    {
        HealthRule.Share(2, 2).ShouldBeNull();
        (HealthRule.Share(2, 3), HealthRule.Share(0, 3), HealthRule.Share(3, 3)).ShouldBe((66.7m, 0m, 100m));
        (HealthRule.Share(9, 10, weight: 3), HealthRule.Share(1, 10, weight: 3)).ShouldBe((70m, 0m));
        (HealthRule.ShareOfMean(3), HealthRule.ShareOfMean(4), HealthRule.ShareOfMean(null)).ShouldBe((50m, 75m, null));
    }

    [Fact]
    public void The_weakest_known_part_decides_and_what_was_known_last_holds()
    {
        var indicator = Indicator.OfShares(FailureCause.Slogans, 75, 2, [Part(null, 80, null, 10), Part(90, null, 60, 10), Part(null, null, null, null)]);
        (indicator.Value, indicator.State).ShouldBe((60m, IndicatorState.Amber));
        indicator.Months.ShouldBe([90m, 80m, 60m]);
        (indicator.Formula.English.Contains("80 %"), indicator.Formula.Chinese.Contains("数据不足")).ShouldBe((true, true));
        Indicator.OfShares(FailureCause.Slogans, 75, 2, [Part(null, null, null, 100)]).ShouldSatisfyAllConditions(i => i.Value.ShouldBeNull(), i => i.State.ShouldBe(IndicatorState.Unknown));
    }

    [Fact]
    public void The_records_of_the_weakest_part_come_first()
    {
        var (good, bad) = (new RecordRef("Objective", Guid.CreateVersion7()), new RecordRef("Person", Guid.CreateVersion7()));
        Indicator.OfShares(FailureCause.Slogans, 75, 0, [Part(90) with { Worst = [good] }, Part(10) with { Worst = [bad, good] }]).Evidence.ShouldBe([bad, good]);
    }

    [Theory]
    [InlineData("75", IndicatorState.Green)]
    [InlineData("74.9", IndicatorState.Amber)]
    [InlineData("50", IndicatorState.Amber)]
    [InlineData("49.9", IndicatorState.Red)]
    [InlineData(null, IndicatorState.Unknown)]
    public void A_share_is_green_from_the_threshold_and_red_a_quarter_below(string? value, object state) => HealthRule.StateOfShare(value is null ? null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), 75).ShouldBe(state);

    [Theory, Trait("Clause", "S5.7.8")]
    [InlineData(120, null, IndicatorState.Green)]
    [InlineData(120, 2.9, IndicatorState.Amber)]
    [InlineData(180, 3.0, IndicatorState.Amber)]
    [InlineData(180, 2.9, IndicatorState.Red)]
    [InlineData(181, 5.0, IndicatorState.Red)]
    [InlineData(null, 1.0, IndicatorState.Unknown)]
    public void Too_much_paperwork_is_red_and_the_survey_makes_it_worse_by_a_step(int? minutes, double? bearable, object state) => HealthRule.StateOfLoad(minutes, 120, (decimal?)bearable).ShouldBe(state);

    [Fact, Trait("Clause", "S5.7.8")]
    public void Paperwork_is_told_of_months_that_are_over()
    {
        PaperworkMonth[] load = [new(60, 2, 40), new(0, 0, 0), new(900, 9, 0), default];
        var running = Indicator.OfPaperwork(120, 4, load, 2, isOver: false, null, []);
        (running.Value, running.State).ShouldBe((20m, IndicatorState.Green));
        running.Months.ShouldBe([20m, null, null]);
        Indicator.OfPaperwork(120, 4, load, 2, isOver: true, null, []).Value.ShouldBe(225m);
        Indicator.OfPaperwork(120, 0, load, 2, isOver: true, null, []).State.ShouldBe(IndicatorState.Unknown);
    }

    [Fact]
    public void The_score_is_of_what_is_known()
    {
        HealthRule.Score([IndicatorState.Green, IndicatorState.Amber, IndicatorState.Red, IndicatorState.Unknown]).ShouldBe(50);
        HealthRule.Score([IndicatorState.Unknown]).ShouldBeNull();
    }

    /// <summary>Each month tells what a count of that day would have told.</summary>
    [Fact]
    public void Records_that_add_up_are_counted_as_of_each_month()
        => Gen.Select(Gen.Int[0, 3], Gen.Int[-1, 3]).Array[0, 20].Sample(records =>
        {
            var share = MonthlyShare.UpTo(Months, records.Select(r => (r.Item1, r.Item2 < 0 ? (int?)null : r.Item2)), []);
            for (var month = 0; month < 4; month++)
            {
                share.All[month].ShouldBe(records.Count(r => r.Item1 <= month));
                share.Good[month].ShouldBe(records.Count(r => r.Item1 <= month && r.Item2 >= 0 && r.Item2 <= month));
            }
        });

    [Fact]
    public void What_is_before_or_after_the_cycle_counts_with_its_first_or_last_month()
    {
        (Months.Of(new DateOnly(2025, 11, 3)), Months.Of(new DateOnly(2026, 2, 28)), Months.Of(new DateOnly(2027, 1, 1))).ShouldBe((0, 1, 3));
        (Months.Of(Months.Ends[0].AddTicks(-1)), Months.Of(Months.Ends[0]), Months.Of(Months.Ends[3].AddDays(9)), Months.Of(Months.Ends[0].AddYears(-1))).ShouldBe((0, 1, 3, 0));
    }

    /// <summary>Every remedy is the source's: in both languages, each another.</summary>
    [Fact]
    public void Each_cause_has_a_remedy_in_both_languages()
    {
        var remedies = Enum.GetValues<FailureCause>().Select(Remedies.Of).ToList();
        (remedies.Select(r => r.English).Distinct().Count(), remedies.Select(r => r.Chinese).Distinct().Count()).ShouldBe((8, 8));
        remedies.ShouldAllBe(r => !r.Chinese.Contains(',') && r.English.All(c => c < 0x3000));
    }

    private static HealthPart Part(params decimal?[] months) => new(new("part", "部分"), months, [.. months.Select(m => new Text($"{m}", $"{m}"))], []);
}
