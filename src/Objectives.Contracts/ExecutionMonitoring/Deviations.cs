using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.ExecutionMonitoring;

/// <summary>What a deviation endangers (S7.4).</summary>
public enum DeviationSeverity
{
    /// <summary>Only the objective itself.</summary>
    Individual,

    /// <summary>A unit's objective.</summary>
    Department,

    /// <summary>The company's.</summary>
    Company,
}

/// <summary>How a deviation is handled (S7.4, S7.5).</summary>
public enum DeviationRoute
{
    /// <summary>Owner and superior settle it.</summary>
    SettleTogether,

    /// <summary>The superior brings the units concerned together.</summary>
    Coordinate,

    /// <summary>The department's or company's office meeting resolves it.</summary>
    OfficeMeeting,

    /// <summary>Its cause is external and cannot be solved.</summary>
    TargetRevision,
}

/// <summary>What other modules must know of deviations; without those that do not exist. Asks for no one's rights.</summary>
public sealed record DeviationFactsOf(IReadOnlyCollection<DeviationId> Ids) : IRequest<IReadOnlyDictionary<DeviationId, DeviationFacts>>;

/// <param name="UnitId">The objective's.</param>
/// <param name="OwnerId">The objective's.</param>
/// <param name="SupervisorId">Whom the direct superior named to settle it in his place (S7.2).</param>
/// <param name="Description">Null of what the rule opened.</param>
/// <param name="ExternalCause">Whether its cause is held to lie outside the company.</param>
/// <param name="IsClosed">Whether it is over.</param>
public sealed record DeviationFacts(
    DeviationId Id, ObjectiveId ObjectiveId, CycleId CycleId, UnitId UnitId, PersonId OwnerId, PersonId? SupervisorId, string? Description, bool ExternalCause, bool IsClosed);

/// <summary>The deviations that concern a person beside those of his own, his units' and of those below him: that he supervises, for which the help of a unit is coordinated that he leads, or of which he has a resolution to carry out.</summary>
public sealed record DeviationsConcerning(PersonId PersonId) : IRequest<IReadOnlyList<DeviationId>>;
