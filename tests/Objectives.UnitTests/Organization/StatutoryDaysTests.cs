using System.Globalization;
using Objectives.Organization.Domain;

namespace Objectives.UnitTests.Organization;

[Trait("Clause", "S6.9")]
public sealed class StatutoryDaysTests
{
    [Fact]
    public void Those_of_2026_are_as_published()
    {
        var days = StatutoryDays.Of(2026);
        days.Where(d => d.Working).Select(d => d.Date).ShouldBe([new(2026, 1, 4), new(2026, 2, 14), new(2026, 2, 28), new(2026, 5, 9), new(2026, 9, 20), new(2026, 10, 10)]);
        days.Count(d => !d.Working).ShouldBe(33);
        days.Where(d => d.Working).ShouldAllBe(d => StatutoryDays.IsWeekend(d.Date));
    }

    [Fact]
    public void Those_of_2027_are_the_regulations_thirteen_and_what_is_owed_for_weekends()
    {
        var days = StatutoryDays.Of(2027);
        days.Select(d => (d.Date.Month, d.Date.Day)).ShouldBe(
            [(1, 1), (2, 5), (2, 6), (2, 7), (2, 8), (2, 9), (2, 10), (4, 5), (5, 1), (5, 2), (5, 3), (5, 4), (6, 9), (9, 15), (10, 1), (10, 2), (10, 3), (10, 4), (10, 5)]);
        days.ShouldAllBe(d => !d.Working);
    }

    [Fact]
    public void Each_year_has_thirteen_weekdays_off()
    {
        for (var year = StatutoryDays.FirstYear; year <= StatutoryDays.LastYear; year++)
        {
            if (year != 2026)
                StatutoryDays.Of(year).Count(d => !StatutoryDays.IsWeekend(d.Date)).ShouldBe(13, $"{year}");
        }
        StatutoryDays.Of(2024).ShouldBeEmpty();
        StatutoryDays.Of(2101).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(2025, "2025-01-29", "2025-05-31", "2025-10-06")]
    [InlineData(2028, "2028-01-26", "2028-05-28", "2028-10-03")]
    [InlineData(2033, "2033-01-31", "2033-06-01", "2033-09-08")]
    public void Lunar_feasts_are_found_before_and_after_leap_months(int year, string springFestival, string dragonBoat, string midAutumn)
    {
        var days = StatutoryDays.Of(year).ToLookup(d => d.Name, d => d.Date);
        days["春节"].ShouldContain(DateOnly.ParseExact(springFestival, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        days["端午节"].First().ShouldBe(DateOnly.ParseExact(dragonBoat, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        (days["中秋节"].Concat(days["国庆节"])).ShouldContain(DateOnly.ParseExact(midAutumn, "yyyy-MM-dd", CultureInfo.InvariantCulture));
    }
}
