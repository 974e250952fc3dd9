using Objectives.Contracts.ExecutionMonitoring;
using Objectives.ExecutionMonitoring.Domain.Forecasting;
using Objectives.ExecutionMonitoring.Domain.Progress;
using Objectives.Platform.Numbers;
using Objectives.Platform.Time;

namespace Objectives.UnitTests.ExecutionMonitoring.Progress;

[Trait("Clause", "S7.3")]
public sealed class MonthFigureTests
{
    [Fact]
    public void The_months_of_a_longer_entry_come_to_it_exactly()
        => Gen.Select(Gen.Int[-1_000_000, 1_000_000], Gen.Int[0, 6], Gen.Int[0, 2], Gen.Int[-1000, 1000]).Sample((scaled, decimals, known, month) =>
        {
            var quarter = new decimal(Math.Abs(scaled), 0, 0, scaled < 0, (byte)decimals);
            var recorded = new Dictionary<Period, Figure> { [PeriodOf("2026-Q2")] = new(quarter, null, null, []) };
            if (known > 0)
                recorded[PeriodOf($"2026-0{3 + known}")] = new(month / 7m is var part ? Math.Round(part, 6) : 0, null, null, []);
            var months = MonthFigure.Of(recorded, PeriodRollUp.Sum);
            months.Sum(m => m.Value).ShouldBe(quarter);
            months.ShouldAllBe(m => Quantity.Fits(m.Value));
        });

    [Fact]
    public void What_was_recorded_for_a_month_stays_as_it_is()
    {
        var recorded = new Dictionary<Period, Figure> { [PeriodOf("2026-Q2")] = new(40, null, null, []), [PeriodOf("2026-05")] = new(10.000001m, null, null, []) };
        MonthFigure.Of(recorded, PeriodRollUp.Sum).Select(m => m.Value).ShouldBe([15m, 10.000001m, 14.999999m]);
    }

    private static Period PeriodOf(string text) => Period.TryParse(text, out var period) ? period : throw new ArgumentException(text, nameof(text));
}
