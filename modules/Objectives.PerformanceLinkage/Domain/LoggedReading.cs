using Objectives.Contracts.Organization;

namespace Objectives.PerformanceLinkage.Domain;

/// <summary>An auditor has read an appraisal or an incentive.</summary>
internal sealed class LoggedReading
{
    public required Guid Id { get; init; }

    public required PersonId ById { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The entity's name in the API.</summary>
    public required string SubjectType { get; init; }

    public required Guid SubjectId { get; init; }
}
