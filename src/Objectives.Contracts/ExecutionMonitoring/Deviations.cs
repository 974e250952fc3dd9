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

/// <summary>What a request to revise a target (S7.5) must know of deviations; without those that do not exist. Asks for no one's rights.</summary>
public sealed record DeviationFactsOf(IReadOnlyCollection<DeviationId> Ids) : IRequest<IReadOnlyDictionary<DeviationId, DeviationFacts>>;

/// <param name="ExternalCause">Whether its cause is held to lie outside the company.</param>
/// <param name="IsClosed">Whether it is over.</param>
public sealed record DeviationFacts(DeviationId Id, ObjectiveId ObjectiveId, bool ExternalCause, bool IsClosed);
