using Objectives.Contracts.ExecutionMonitoring;
using Objectives.ExecutionMonitoring.Domain;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.UnitTests.ExecutionMonitoring;

public sealed class ActualTests
{
    [Theory, Trait("Clause", "S7.3")]
    [InlineData("2027-02", true)]
    [InlineData("2027-03", false)]
    [InlineData("2027-Q1", true)]
    [InlineData("2027-Q2", false)]
    [InlineData("2027", true)]
    public void A_closed_month_takes_only_corrections(string text, bool isClosed)
    {
        Period.TryParse(text, out var period).ShouldBeTrue();
        var closed = new HashSet<DateOnly> { new(2027, 2, 1) };
        (Actual.CheckOpen(period, closed, null)?.Code).ShouldBe(isClosed ? ErrorCode.PeriodClosed : null);
        Actual.CheckOpen(period, closed, new(ActualId.New(), "漏报两单")).ShouldBeNull();
    }
}
