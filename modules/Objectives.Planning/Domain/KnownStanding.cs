using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;

namespace Objectives.Planning.Domain;

/// <summary>Where an objective stands, as monitoring tells it, so that lists are filtered and ordered by it.</summary>
internal sealed class KnownStanding
{
    public required ObjectiveId ObjectiveId { get; init; }

    public required Health Health { get; set; }

    /// <summary>To date; null where nothing is known or no ratio has a meaning.</summary>
    public required decimal? Attainment { get; set; }
}
