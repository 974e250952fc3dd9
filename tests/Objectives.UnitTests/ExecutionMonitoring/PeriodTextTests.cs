using Objectives.ExecutionMonitoring.Features.Import;
using Objectives.Platform.Time;

namespace Objectives.UnitTests.ExecutionMonitoring;

/// <summary>Periods as people and spreadsheets write them.</summary>
public sealed class PeriodTextTests
{
    [Theory]
    [InlineData("2026-03", "2026-03")]
    [InlineData("2026-3", "2026-03")]
    [InlineData("2026/03", "2026-03")]
    [InlineData("2026.3", "2026-03")]
    [InlineData("2026年3月", "2026-03")]
    [InlineData(" 2026 年 12 月 ", "2026-12")]
    [InlineData("２０２６－０３", "2026-03")]
    [InlineData("2026-03-01", "2026-03")]
    [InlineData("2026/3/1", "2026-03")]
    [InlineData("2026-03-01T00:00:00", "2026-03")]
    [InlineData("2026年3月1日", "2026-03")]
    [InlineData("2026-Q2", "2026-Q2")]
    [InlineData("2026q2", "2026-Q2")]
    [InlineData("2026年第二季度", "2026-Q2")]
    [InlineData("2026年4季度", "2026-Q4")]
    [InlineData("2026", "2026")]
    [InlineData("2026年", "2026")]
    public void Is_read(string text, string period)
    {
        PeriodText.TryParse(text, out var read).ShouldBeTrue();
        read.ToString().ShouldBe(period);
    }

    [Theory]
    [InlineData("")]
    [InlineData("20261")]
    [InlineData("2026-13")]
    [InlineData("2026-00")]
    [InlineData("2026-Q5")]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-31")]
    [InlineData("03/2026")]
    [InlineData("Mar-26")]
    [InlineData("1899-03")]
    [InlineData("2026第五季度")]
    [InlineData("2026-03-01T08:00:00")]
    public void Is_not_guessed(string text) => PeriodText.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void What_is_printed_is_read_again() => Gen.Select(Gen.Int[Period.MinYear, Period.MaxYear], Gen.Int[1, 12], Gen.Enum<PeriodGranularity>())
        .Select((year, month, granularity) => Period.Of(new(year, month, 1), granularity))
        .Sample(period => PeriodText.TryParse(period.ToString(), out var read) && read == period);
}
