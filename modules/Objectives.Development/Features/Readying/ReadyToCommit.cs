using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Readying;
using Objectives.Platform.GraphQl;

namespace Objectives.Development.Features.Readying;

/// <summary>
/// S4.1: nobody commits, as owner or as a member of the team who signs for himself, who was found not ready and has neither been trained since nor been let by a higher leader. Who was not assessed yet is not held up.
/// </summary>
internal sealed class ReadyToCommit(IDbContextFactory<DevelopmentDb> dbs, DevelopmentSight sight, IMediator mediator) : ICommitmentGuard
{
    public async Task<IReadOnlyList<CommitmentObstacle>> FindAsync(CommitmentAttempt attempt, CancellationToken cancellationToken)
    {
        List<PersonId> committing = [attempt.OwnerId];
        if (attempt.SignerId != attempt.OwnerId && !(await sight.RelationToAsync(attempt.OwnerId, cancellationToken)).IsAbove)
            committing.Add(attempt.SignerId);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var assessed = await db.Readiness.AsNoTracking().Where(r => EF.Parameter(committing).Contains(r.PersonId)).ToListAsync(cancellationToken);
        if (assessed.Count == 0)
            return [];
        var threshold = (await mediator.Send(new ReadinessThresholds(), cancellationToken)).Single(c => c.CycleId == attempt.CycleId).Threshold;
        return [.. assessed.Where(r => !r.IsReady(threshold)).Select(r => Obstacle(r, r.PersonId == attempt.OwnerId, threshold))];
    }

    private static CommitmentObstacle Obstacle(Readiness readiness, bool isOwner, decimal threshold) => new(
        "ReadinessTooLow",
        $"The {(isOwner ? "owner" : "member")} is not ready to commit: management knowledge {readiness.ManagementKnowledge}, self-management {readiness.SelfManagement}, needed {threshold:0.##} each. A basics course helps, or a higher leader waives it.",
        $"{(isOwner ? "负责人" : "成员")}尚不具备承诺条件：管理知识 {readiness.ManagementKnowledge}，自我管理 {readiness.SelfManagement}，均应达到 {threshold:0.##}。请完成基础培训，或由更高一级领导豁免。",
        new Dictionary<string, object?>
        {
            ["personId"] = GlobalId.Encode("Person", readiness.PersonId.Value),
            ["managementKnowledge"] = readiness.ManagementKnowledge,
            ["selfManagement"] = readiness.SelfManagement,
            ["threshold"] = threshold,
        });
}
