using CsCheck;
using Objectives.Improvement.Domain;

namespace Objectives.UnitTests.Improvement;

/// <summary>What later actuals show, and on which days reports are due.</summary>
[Trait("Clause", "S7.10")]
public sealed class VerificationRuleTests
{
    private static readonly DateOnly Opened = new(2026, 5, 10);
    private static readonly DateOnly Completed = new(2026, 7, 15);

    [Fact]
    public void The_newest_months_that_began_afterwards_and_are_over_are_held_against_as_many_before()
    {
        var found = Look(Months(9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1, -2), today: new(2026, 12, 5));
        found.Periods.Select(p => $"{p}").ShouldBe(["2026-09", "2026-10", "2026-11"]);
        (found.GapBefore, found.GapAfter, found.IsClosed).ShouldBe((6, 0, true));
        Look(Months(9, 8, 7, 6, 5, 4, 3, 2), today: new(2026, 9, 1)).ShouldSatisfyAllConditions(
            e => e.Periods.ShouldHaveSingleItem().ToString().ShouldBe("2026-08"), e => e.GapBefore.ShouldBe(5), e => e.GapAfter.ShouldBe(2), e => e.IsClosed.ShouldBe(true));
    }

    [Fact]
    public void A_month_that_is_not_over_or_not_on_record_shows_nothing()
    {
        Look(Months(9, 8, 7, 6, 5, 4, 3, 0), today: new(2026, 8, 31)).IsClosed.ShouldBeNull();
        var nothing = Look(Months(9, 8, 7, 6, 5), today: new(2026, 12, 5));
        (nothing.IsClosed, nothing.GapBefore, nothing.GapAfter, nothing.Periods.Count).ShouldBe((null, 5, 5, 0));
        Look([], today: new(2026, 12, 5)).ShouldSatisfyAllConditions(e => e.GapBefore.ShouldBe(0), e => e.GapAfter.ShouldBe(0), e => e.IsClosed.ShouldBeNull());
    }

    [Fact]
    public void The_month_on_whose_first_day_it_was_done_counts() => VerificationRule.Look(Months(9, 9, 9, 9, 9, 9, 1), Opened, new(2026, 7, 1), new(2026, 8, 1), 5).Periods.ShouldHaveSingleItem().ToString().ShouldBe("2026-07");

    /// <summary>Targets are 100: five per cent of them are tolerated.</summary>
    [Theory]
    [InlineData("5", true)]
    [InlineData("5.000001", false)]
    [InlineData("-20", true)]
    public void The_gap_is_closed_within_tolerance(string gap, bool closed)
        => Look(Months(9, 9, 9, 9, 9, 9, 9, decimal.Parse(gap, System.Globalization.CultureInfo.InvariantCulture)), today: new(2026, 9, 5)).IsClosed.ShouldBe(closed);

    [Fact]
    public void One_better_month_does_not_make_up_for_two_worse_ones() => Look(Months(9, 9, 9, 9, 9, 9, 9, 20, 20, -10), today: new(2026, 11, 5)).ShouldSatisfyAllConditions(e => e.GapAfter.ShouldBe(10), e => e.IsClosed.ShouldBe(false));

    [Fact]
    public void A_smaller_gap_afterwards_never_opens_what_was_closed()
        => Gen.Decimal[-50, 50].Array[12].Select(Gen.Decimal[0, 20]).Sample((gaps, less) =>
        {
            var closed = Look(Months(gaps), today: new(2027, 1, 1)).IsClosed;
            return closed != true || Look(Months([.. gaps.Select((g, i) => i < 7 ? g : g - less)]), today: new(2027, 1, 1)).IsClosed == true;
        });

    [Fact]
    public void Reports_are_due_in_a_rhythm_and_on_the_deadline()
    {
        DateOnly decided = new(2026, 5, 1), due = new(2026, 5, 18);
        ReportRhythm.First(decided, 7, due).ShouldBe(new(2026, 5, 8));
        ReportRhythm.First(decided, 30, due).ShouldBe(due);
        ReportRhythm.First(decided, 7, decided).ShouldBe(new(2026, 5, 8));
        ReportRhythm.After(new(2026, 5, 1), new(2026, 5, 8), 7, due).ShouldBe(new(2026, 5, 8)); // On the day of the decision: one more.
        ReportRhythm.After(new(2026, 5, 2), new(2026, 5, 8), 7, due).ShouldBe(new(2026, 5, 15));
        ReportRhythm.After(new(2026, 5, 10), new(2026, 5, 8), 7, due).ShouldBe(new(2026, 5, 15));
        ReportRhythm.After(new(2026, 5, 15), new(2026, 5, 15), 7, due).ShouldBe(due);
        ReportRhythm.After(new(2026, 6, 3), due, 7, due).ShouldBe(new(2026, 6, 8));
    }

    [Fact]
    public void The_next_report_is_always_still_to_come()
        => Gen.Select(Gen.Int[0, 200], Gen.Int[1, 92], Gen.Int[0, 366], Gen.Int[1, 92]).Sample((reported, every, due, first) =>
        {
            var start = new DateOnly(2026, 1, 1);
            var awaited = start.AddDays(first);
            var next = ReportRhythm.After(start.AddDays(reported), awaited, every, start.AddDays(due));
            return next >= awaited && next > start.AddDays(reported) && (next == awaited || next <= Later(awaited, start.AddDays(reported)).AddDays(every));
        });

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static Evidence Look(IEnumerable<MonthGap> months, DateOnly today) => VerificationRule.Look(months, Opened, Completed, today, tolerance: 5);

    /// <summary>From January on, with targets of 100.</summary>
    private static IReadOnlyList<MonthGap> Months(params decimal[] gaps) => [.. gaps.Select((g, i) => new MonthGap(new(2026, i + 1, 1), 100, g))];
}
