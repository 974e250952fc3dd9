using MediatR;

namespace Objectives.Contracts.Planning;

/// <summary>What holds for recording what was reached of objectives (S7.3); without those that the caller may not read.</summary>
public sealed record ReportingTermsOf(IReadOnlyCollection<ObjectiveId> Ids) : IRequest<IReadOnlyDictionary<ObjectiveId, ReportingTerms>>;

/// <param name="MayReport">Whether the caller may: its owner, and whoever leads its unit or stands above its owner.</param>
/// <param name="IsOpen">Whether the objective counts and its cycle is in execution or appraisal.</param>
/// <param name="Decimals">Digits after the point, 0–6, of its measure's values.</param>
/// <param name="Start">The cycle's first day.</param>
/// <param name="End">Its last day.</param>
/// <param name="Today">The day that it is in the cycle's time zone.</param>
public sealed record ReportingTerms(
    ObjectiveId Id, string Code, CycleId CycleId, bool MayReport, bool IsOpen, MeasureDirection Direction, Aggregation Aggregation, string UnitOfMeasure, int Decimals, DateOnly Start, DateOnly End, DateOnly Today);
