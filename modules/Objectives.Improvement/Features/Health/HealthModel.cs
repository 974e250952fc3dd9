using Objectives.Contracts;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Domain.Health;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Features.Health;

/// <param name="Score">Of the indicators that are known, 0–100: green counts 1, amber a half, red nothing.</param>
internal sealed record ProgramHealthModel(CycleId CycleId, UnitId UnitId, decimal? Score, IReadOnlyList<IndicatorModel> Indicators);

internal sealed record IndicatorModel(FailureCause Cause, IndicatorState State, decimal? Value, decimal Threshold, Text Formula, IReadOnlyList<PeriodValueModel> Trend, Text Remedy, IReadOnlyList<RecordRef> Evidence)
{
    /// <param name="months">Null while the cycle has not begun.</param>
    public static IndicatorModel Of(Indicator indicator, CountedMonths? months) => new(
        indicator.Cause, indicator.State, indicator.Value, indicator.Threshold, indicator.Formula,
        months is null ? [] : [.. indicator.Months.Select((value, i) => (Value: value, Month: Period.Of(months.First.AddMonths(i), PeriodGranularity.Month))).Where(m => m.Value is not null).Select(m => new PeriodValueModel(m.Month, m.Value!.Value))],
        Remedies.Of(indicator.Cause), indicator.Evidence);
}
