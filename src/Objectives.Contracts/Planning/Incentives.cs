using MediatR;
using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Planning;

/// <summary>What of cycles matters to incentive schemes; without those that do not exist. Asks for no one's rights.</summary>
public sealed record IncentiveTerms(IReadOnlyCollection<CycleId> Ids) : IRequest<IReadOnlyDictionary<CycleId, CycleIncentives>>;

/// <param name="IsClosed">Then its schemes stay as they are.</param>
/// <param name="IsAppraised">Whether it is in its appraisal or after it, when awards can become final.</param>
/// <param name="IndividualShareLimit">The policy's, in per cent, 0–100 (S5.5).</param>
public sealed record CycleIncentives(CycleId Id, string Name, bool IsClosed, bool IsAppraised, decimal IndividualShareLimit);

/// <summary>
/// What people answer for together: of a cycle the company's objectives, and those that units have as units, of these units; without those withdrawn, and those exempt from appraisal (S7.5). Asks for no one's rights; one
/// statement.
/// </summary>
public sealed record JointObjectives(CycleId CycleId, IReadOnlyCollection<UnitId> Units) : IRequest<IReadOnlyList<JointObjective>>;

/// <param name="IsCompanys">Else it is its unit's.</param>
public readonly record struct JointObjective(ObjectiveId Id, UnitId UnitId, bool IsCompanys);
