using Objectives.Platform.Time;

namespace Objectives.UnitTests.Platform;

public sealed class PeriodTests
{
    private static readonly Gen<DateOnly> Days = Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2999, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);
    private static readonly Gen<Period> Periods = Gen.Select(Days, Gen.Enum<PeriodGranularity>(), Period.Of);

    [Fact]
    public void What_is_written_reads_back_as_the_same_period() => Periods.Sample(period => Period.TryParse(period.ToString(), out var read) && read == period);

    [Fact]
    public void A_day_lies_in_its_period_and_in_no_other_of_the_kind() => Gen.Select(Days, Periods).Sample((day, period) => period.Contains(day) == (Period.Of(day, period.Granularity) == period));

    [Fact]
    public void Periods_of_a_kind_follow_each_other_without_gap_or_overlap()
        => Periods.Where(p => p.End.Year < 3000).Sample(period => Period.Of(period.End, period.Granularity).Start == period.End && !period.Contains(period.End));

    [Fact]
    public void A_longer_period_is_made_up_of_its_parts()
        => Periods.Sample(period =>
        {
            var months = new HashSet<Period>();
            for (var day = period.Start; day < period.End; day = day.AddDays(1))
                months.Add(Period.Of(day, PeriodGranularity.Month));
            return months.Count == period.Granularity switch { PeriodGranularity.Year => 12, PeriodGranularity.Quarter => 3, _ => 1 };
        });

    [Fact]
    public void Periods_are_ordered_by_their_start_and_the_longer_first()
        => Gen.Select(Periods, Periods).Sample((a, b) =>
            Math.Sign(a.CompareTo(b)) == -Math.Sign(b.CompareTo(a)) && (a.CompareTo(b) == 0) == (a == b) && (a.Start == b.Start || a < b == a.Start < b.Start)
            && (a.Start != b.Start || a.End == b.End || a < b == a.End > b.End));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("27")]
    [InlineData("2027-")]
    [InlineData("2027-Q0")]
    [InlineData("2027-Q5")]
    [InlineData("2027-q1")]
    [InlineData("2027-00")]
    [InlineData("2027-13")]
    [InlineData("2027-1")]
    [InlineData("2027/01")]
    [InlineData("1899")]
    [InlineData("3000")]
    [InlineData("2027-+1")]
    [InlineData(" 2027")]
    [InlineData("2027-Q１")]
    public void Anything_else_is_no_period(string? text) => Period.TryParse(text, out _).ShouldBeFalse();
}
