using Objectives.Contracts.Planning;

namespace Objectives.Planning.Domain.Findings;

/// <summary>A record by which findings on an objective arise or go: a part of it, or an aggregate about it.</summary>
internal interface IConcernsObjective
{
    ObjectiveId ObjectiveId { get; }

    /// <summary>The properties by which it does, besides that it is there; null for all of them.</summary>
    IReadOnlyList<string>? ConcernsBy => null;
}
