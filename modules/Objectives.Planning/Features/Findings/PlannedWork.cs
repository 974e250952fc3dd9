using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;

namespace Objectives.Planning.Features.Findings;

/// <summary>Which objectives have their work planned, as far as findings go.</summary>
/// <param name="Plans">With work items or milestones.</param>
/// <param name="Projects">With milestones.</param>
internal sealed record PlannedWork(IReadOnlySet<ObjectiveId> Plans, IReadOnlySet<ObjectiveId> Projects);

internal static class PlannedWorkReading
{
    public static async Task<PlannedWork> PlannedWorkAsync(this PlanningDb db, IReadOnlyList<ObjectiveId> ids, CancellationToken cancellationToken)
    {
        var projects = await db.Milestones.Where(m => EF.Parameter(ids).Contains(m.ObjectiveId)).Select(m => m.ObjectiveId).Distinct().ToHashSetAsync(cancellationToken);
        var items = await db.WorkItems.Where(w => EF.Parameter(ids).Contains(w.ObjectiveId) && w.RemovedAt == null).Select(w => w.ObjectiveId).Distinct().ToHashSetAsync(cancellationToken);
        return new(items.Union(projects).ToHashSet(), projects);
    }
}
