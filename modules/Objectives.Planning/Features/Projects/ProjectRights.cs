using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain.Projects;
using Objectives.Planning.Features.WorkItems;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Projects;

/// <summary>For access rules: who may plan a project. Whoever may plan the objective's work, and its manager; its milestones' owners read it.</summary>
internal sealed class ProjectRights(PlanningDb db, WorkRights rights)
{
    public async Task<ProjectAccess> OfAsync(ObjectiveId id, Caller caller, CancellationToken cancellationToken)
    {
        var plans = await rights.MayPlanAsync(id, cancellationToken);
        var project = await db.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.ObjectiveId == id, cancellationToken);
        if (plans == Access.Granted || project is null)
            return new(plans, project, AsManagerOnly: false);
        if (project.ManagerId == caller.Id)
            return new(Access.Granted, project, AsManagerOnly: true);
        project.With(await db.Milestones.AsNoTracking().Where(m => m.ProjectId == project.Id && m.OwnerId == caller.Id).ToListAsync(cancellationToken));
        return new(project.Milestones.Count > 0 ? Access.Forbidden : plans, project, AsManagerOnly: false);
    }

    public async Task<ProjectAccess> OfAsync(MilestoneId id, Caller caller, CancellationToken cancellationToken)
        => await db.Milestones.Where(m => m.Id == id).Select(m => (ObjectiveId?)m.ObjectiveId).SingleOrDefaultAsync(cancellationToken) is { } objective
            ? await OfAsync(objective, caller, cancellationToken)
            : new(Access.NotFound, null, AsManagerOnly: false);
}

/// <param name="Project">Null while it has none; with the caller's own milestones where he may not plan.</param>
/// <param name="AsManagerOnly">He may plan it, but not hand it to another manager.</param>
internal sealed record ProjectAccess(Access Plans, Project? Project, bool AsManagerOnly);
