using Objectives.Planning.Domain;
using Objectives.Platform.Time;

namespace Objectives.UnitTests.Planning;

[Trait("Clause", "S7.3")]
public sealed class ClosedMonthsTests
{
    private static readonly DateOnly LongAfter = new(2040, 1, 1);

    private static readonly Gen<Period> Periods = Gen.OneOf(
        Gen.Int[2026, 2028].Select(year => new Period(year, PeriodGranularity.Year, 1)),
        Gen.Select(Gen.Int[2026, 2028], Gen.Int[1, 4]).Select((year, quarter) => new Period(year, PeriodGranularity.Quarter, quarter)),
        Gen.Select(Gen.Int[2026, 2028], Gen.Int[1, 12]).Select((year, month) => new Period(year, PeriodGranularity.Month, month)));

    private static readonly Gen<(DateOnly Start, DateOnly End)> Spans = Gen.Select(Gen.Int[0, 300], Gen.Int[0, 700]).Select((from, days) => (new DateOnly(2026, 6, 1).AddDays(from), new DateOnly(2026, 6, 1).AddDays(from + days)));

    [Fact]
    public void Whatever_is_closed_and_reopened_exactly_the_months_last_closed_are()
        => Gen.Select(Spans, Gen.Select(Gen.Bool, Periods).List[0, 12]).Sample((span, steps) =>
        {
            var cycle = CycleOf(span.Start, span.End);
            var expected = new HashSet<Period>();
            foreach (var (close, period) in steps)
            {
                var within = CycleMonths.Of(span.Start, span.End).Where(m => period.Contains(m.Start)).ToList();
                var does = within.Count > 0 && (close ? within.Exists(m => !expected.Contains(m)) : within.Exists(expected.Contains));
                if ((close ? cycle.ClosePeriod(period, LongAfter) : cycle.ReopenPeriod(period)).IsSuccess != does)
                    return false;
                if (close)
                    expected.UnionWith(within);
                else
                    expected.ExceptWith(within);
            }
            return CycleMonths.Read(cycle.ClosedMonths).SequenceEqual(expected.Order()) && (cycle.ClosedMonths?.Length ?? 0) <= CycleMonths.MaxLength;
        });

    [Fact]
    public void Nothing_is_closed_before_it_is_over()
        => Gen.Select(Spans, Periods, Gen.Int[-40, 1100]).Sample((span, period, day) =>
        {
            var (cycle, today) = (CycleOf(span.Start, span.End), new DateOnly(2026, 6, 1).AddDays(day));
            cycle.ClosePeriod(period, today);
            return CycleMonths.Read(cycle.ClosedMonths).All(m => today >= m.End || today > span.End);
        });

    [Theory]
    [InlineData("2027-03-31", false)]
    [InlineData("2027-04-01", true)]
    public void A_month_is_over_when_the_next_begins(string today, bool isOver) => CycleOf(new(2027, 1, 1), new(2027, 12, 31)).ClosePeriod(Of("2027-Q1"), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).IsSuccess.ShouldBe(isOver);

    [Theory]
    [InlineData("2027-03-15", false)]
    [InlineData("2027-03-16", true)]
    public void A_cycles_last_month_is_over_when_the_cycle_is(string today, bool isOver) => CycleOf(new(2027, 1, 1), new(2027, 3, 15)).ClosePeriod(Of("2027-03"), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)).IsSuccess.ShouldBe(isOver);

    private static Cycle CycleOf(DateOnly start, DateOnly end)
    {
        var cycle = Cycle.Open("2027", 2027, start, end, "2027", "Asia/Shanghai", CyclePolicy.Default);
        cycle.RestoreStatus(CycleStatus.Execution);
        return cycle;
    }

    private static Period Of(string text) => Period.TryParse(text, out var period) ? period : throw new FormatException(text);
}
