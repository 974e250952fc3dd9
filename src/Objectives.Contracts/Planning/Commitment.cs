using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Planning;

/// <summary>
/// What stands in the way of a signature beside what Planning itself asks for: blocking findings, readiness (S4.1), scorecard and incentive of important objectives (S4.3).
/// All that are registered are asked at each signature; any obstacle refuses it.
/// </summary>
public interface ICommitmentGuard
{
    Task<IReadOnlyList<CommitmentObstacle>> FindAsync(CommitmentAttempt attempt, CancellationToken cancellationToken);
}

public sealed record CommitmentAttempt(ObjectiveId ObjectiveId, CycleId CycleId, PersonId OwnerId, PersonId SignerId);

/// <param name="Code">The contract's UserErrorCode in C# case.</param>
/// <param name="Detail">What the rule saw, for programs.</param>
public sealed record CommitmentObstacle(string Code, string English, string Chinese, IReadOnlyDictionary<string, object?>? Detail = null);
