using CsCheck;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.Time;

namespace Objectives.UnitTests.ExecutionMonitoring;

[Trait("Clause", "S7.1")]
public sealed class ControlTests
{
    private static readonly Gen<DateOnly> Day = Gen.Int[new DateOnly(2024, 1, 1).DayNumber, new DateOnly(2030, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    [Fact]
    public void A_cycle_has_a_control_day_in_each_month_that_it_touches_the_last_of_it_that_it_holds()
        => Gen.Select(Day, Gen.Int[0, 730]).Sample((start, length) =>
        {
            var end = start.AddDays(length);
            var days = ControlCalendar.DaysOf(start, end);
            days.Select(d => d.Number).ShouldBe(Enumerable.Range(0, days.Count));
            days.Count.ShouldBeLessThanOrEqualTo(CalendarPointId.MaxNumber + 1);
            days[^1].Date.ShouldBe(end);
            days.ShouldAllBe(d => d.Date >= start && (d.Date == end || d.Date.AddDays(1).Day == 1));
            days.Select(d => Period.Of(d.Date, PeriodGranularity.Month)).Distinct().Count().ShouldBe(((end.Year - start.Year) * 12) + end.Month - start.Month + 1);
        });

    [Fact]
    public void The_id_of_a_point_tells_its_objective_and_month_and_no_other_id_does()
        => Gen.Select(Gen.Guid, Gen.Int[0, CalendarPointId.MaxNumber]).Sample((random, number) =>
        {
            var bytes = random.ToByteArray(bigEndian: true);
            (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x70), (byte)((bytes[8] & 0x3F) | 0x80));
            var objective = new ObjectiveId(new(bytes, bigEndian: true));
            CalendarPointId.TryRead(CalendarPointId.Of(objective, number), out var read, out var month).ShouldBeTrue();
            (read, month).ShouldBe((objective, number));
            CalendarPointId.TryRead(new(objective.Value), out _, out _).ShouldBeFalse();
            CalendarPointId.TryRead(ControlPointId.New(), out _, out _).ShouldBeFalse();
        });

    [Fact]
    public void Time_takes_an_unreported_point_from_scheduled_over_due_to_missed_and_never_back()
        => Gen.Select(Day, Gen.Int[0, 60], Gen.Int[-100, 100]).Sample((due, grace, offset) =>
        {
            var today = due.AddDays(offset);
            var status = ControlStatus.Unreported(due, today, grace);
            status.ShouldBe(offset < 0 ? ControlPointStatus.Scheduled : offset <= grace ? ControlPointStatus.Due : ControlPointStatus.Missed);
            Rank(ControlStatus.Unreported(due, today.AddDays(1), grace)).ShouldBeGreaterThanOrEqualTo(Rank(status));
            ControlStatus.Of(due, today, grace, isReported: true, isFollowedUp: false).ShouldBe(ControlPointStatus.Reported);
            ControlStatus.Of(due, today, grace, isReported: true, isFollowedUp: true).ShouldBe(ControlPointStatus.Reviewed);
        });

    [Fact]
    public void Nobody_is_late_before_he_could_report()
        => Gen.Select(Day, Day, Day).Sample((date, drafted, carriedOut) =>
        {
            var due = ControlCalendar.DueFrom(date, drafted, carriedOut);
            due.ShouldBe(new[] { date, drafted, carriedOut }.Max());
        });

    [Fact]
    public void What_is_expected_grows_by_days_within_a_month_and_is_the_target_to_date_at_its_end()
    {
        var (start, end) = (new DateOnly(2027, 1, 1), new DateOnly(2027, 12, 31));
        var months = Enumerable.Range(1, 12).Select(m => new MonthTarget(new(2027, m, 1), 10, m * 10)).ToList();
        foreach (var day in ControlCalendar.DaysOf(start, end))
        {
            ExpectedValue.At(day.Date, months, start, end, Aggregation.Sum, 2).ShouldBe((day.Number + 1) * 10);
            ExpectedValue.At(day.Date, months, start, end, Aggregation.Last, 2).ShouldBe((day.Number + 1) * 10);
        }
        ExpectedValue.At(new(2027, 12, 10), months, start, end, Aggregation.Sum, 2).ShouldBe(113.23m);
        ExpectedValue.At(new(2027, 12, 10), months, start, end, Aggregation.Average, 2).ShouldBe(120);
        ExpectedValue.At(new(2026, 12, 31), months, start, end, Aggregation.Sum, 2).ShouldBeNull();
        ExpectedValue.At(new(2027, 1, 20), months, new(2027, 1, 11), end, Aggregation.Sum, 2).ShouldBe(4.76m);
    }

    [Theory, Trait("Clause", "S7.2")]
    [InlineData("2026-11-26", "2026-11-26", 0, true)]
    [InlineData("2026-11-26", "2026-11-27", 0, false)]
    [InlineData("2026-11-26", "2026-11-27", 1, true)]
    [InlineData("2026-11-26", "2026-11-28", 1, false)]
    [InlineData("2026-11-27", "2026-11-30", 1, true)]
    [InlineData("2026-11-27", "2026-12-01", 1, false)]
    [InlineData("2026-11-26", "2026-12-01", 3, true)]
    [InlineData("2026-11-26", "2026-12-02", 3, false)]
    public void A_follow_up_is_in_time_until_the_end_of_the_last_of_the_policys_working_days(string reported, string followedUp, int days, bool isWithin)
    {
        var (from, until) = (DateOnly.Parse(reported, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(followedUp, System.Globalization.CultureInfo.InvariantCulture));
        var working = Enumerable.Range(0, 40).Select(from.AddDays).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
        FollowUpTime.IsWithin(from, until, working, days).ShouldBe(isWithin);
        (until <= FollowUpTime.LastDay(from, working, days)).ShouldBe(isWithin);
    }

    private static int Rank(ControlPointStatus status) => status switch { ControlPointStatus.Scheduled => 0, ControlPointStatus.Due => 1, _ => 2 };
}
