using MediatR;
using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Planning;

/// <summary>What holds for reporting on objectives: what was reached (S7.3), and at control points (S7.1, S7.2); without those of which the caller may not read all. One statement for all of them.</summary>
public sealed record ReportingTermsOf(IReadOnlyCollection<ObjectiveId> Ids) : IRequest<IReadOnlyDictionary<ObjectiveId, ReportingTerms>>;

/// <param name="DraftedOn">Where its cycle is.</param>
/// <param name="IsOpen">Whether the objective counts and its cycle is in execution or appraisal.</param>
/// <param name="MayReport">Whether the caller may record actuals: its owner, and whoever leads its unit or stands above its owner.</param>
/// <param name="MayReadReports">Whether he may read how it is reported on and followed up: its owner, its unit, those above them, and who reads all.</param>
/// <param name="MaySchedule">Whether he may set days at which it is controlled: who may change it, and its owner.</param>
/// <param name="Decimals">Digits after the point, 0–6, of its measure's values.</param>
/// <param name="Start">The cycle's first day.</param>
/// <param name="End">Its last day.</param>
/// <param name="Today">The day that it is in the cycle's time zone.</param>
/// <param name="ClosedMonths">The first days of the months that take no more entries but corrections.</param>
public sealed record ReportingTerms(
    ObjectiveId Id, string Code, CycleId CycleId, PersonId OwnerId, DateOnly DraftedOn, bool IsWithdrawn, bool IsOpen, bool MayReport, bool MayReadReports, bool MaySchedule, MeasureDirection Direction, Aggregation Aggregation,
    string UnitOfMeasure, int Decimals, DateOnly Start, DateOnly End, DateOnly Today, IReadOnlySet<DateOnly> ClosedMonths);
