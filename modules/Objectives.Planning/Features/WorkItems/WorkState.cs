using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.WorkItems;

internal static class WorkState
{
    /// <summary>Whether an objective's work can still be planned and reported: as <see cref="Objective.CheckChangeable"/> has it.</summary>
    public static bool IsOpen(ObjectiveStatus objective, CycleStatus cycle)
        => objective is not (ObjectiveStatus.Withdrawn or ObjectiveStatus.Achieved or ObjectiveStatus.Missed) && cycle is CycleStatus.Preparation or CycleStatus.Setting or CycleStatus.Execution;
}

/// <summary>Whether the viewer can now change the work plans of objectives, and plan their projects.</summary>
internal static class MayPlanWork
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Objectives) : IQuery<IReadOnlyDictionary<ObjectiveId, bool>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, bool>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveId, bool>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var found = await db.Objectives.Where(o => EF.Parameter(request.Objectives).Contains(o.ObjectiveId))
                .Join(db.Cycles, o => o.CycleId, c => c.Id, (o, c) => new { o.ObjectiveId, o.Level, o.OwnerId, o.UnitId, o.Status, Cycle = c.Status }).ToListAsync(cancellationToken);
            return found.ToDictionary(o => o.ObjectiveId, o => !call.Caller.ReadOnly && WorkState.IsOpen(o.Status, o.Cycle) && sight.MayPlanWork(o.Level, o.OwnerId, o.UnitId));
        }
    }
}
