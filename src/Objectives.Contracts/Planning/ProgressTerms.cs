using MediatR;
using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Planning;

/// <summary>What the progress of objectives is held against (S7.3), now or as it was at a moment; without those that do not exist. Asks for no one's rights.</summary>
public sealed record ProgressTermsOf(IReadOnlyCollection<ObjectiveId> Ids, DateTimeOffset? AsOf) : IRequest<IReadOnlyDictionary<ObjectiveId, ObjectiveTerms>>;

/// <param name="Decimals">Digits after the point, 0–6, of the measure's values.</param>
/// <param name="Target">Of the cycle, in the measure's unit; for KEEP_WITHIN the upper bound.</param>
/// <param name="Months">The targets of the months that the cycle touches, in their order: those that were settled, else what an even phasing would give.</param>
/// <param name="Tolerance">The policy's, in per cent, 0–100.</param>
/// <param name="AtRiskProbability">The policy's, 0–1.</param>
/// <param name="Today">The day that it is in the cycle's time zone; at a past moment the day that it was.</param>
/// <param name="Reach">Whose objective it is, as far as a deviation's severity goes (S7.4).</param>
/// <param name="IsOpen">Whether the objective counts and its cycle is in execution or appraisal.</param>
/// <param name="IsExempt">Whether it is exempt from appraisal (S7.5).</param>
/// <param name="History">Objectives of earlier cycles in the same scope (S5.1), the newest first.</param>
public sealed record ObjectiveTerms(
    ObjectiveId Id, CycleId CycleId, ObjectiveReach Reach, ObjectiveLevel Level, MeasureId MeasureId, PersonId OwnerId, UnitId UnitId, RegionId? RegionId, CustomerId? CustomerId, bool IsOpen, bool IsExempt, MeasureDirection Direction, Aggregation Aggregation, int Decimals, decimal Target, decimal? LowerBound, IReadOnlyList<MonthTarget> Months,
    DateOnly Start, DateOnly End, DateOnly Today, decimal Tolerance, decimal AtRiskProbability, IReadOnlyList<ObjectiveId> History);

public enum ObjectiveReach
{
    /// <summary>Of a region, customer, position or person within a unit.</summary>
    Individual,
    Unit,
    Company,
}
