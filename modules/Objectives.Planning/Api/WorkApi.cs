using Objectives.Contracts.Planning;
using Objectives.Planning.Features.Objectives;
using Objectives.Planning.Features.Projects;
using Objectives.Planning.Features.WorkItems;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Api;

internal static class WorkApi
{
    public static void Bind(ApiBuilder api)
    {
        // Whoever has work to do for an objective reads of it as much as of an ancestor of his own.
        api.Entity<WorkItemModel>("WorkItem", ids => new WorkItemsById.Query(ids)).History()
            .Reference("owner", "Person", w => w.OwnerId.Value)
            .Batch<ObjectiveAt, ObjectiveModel>("objective", w => new ObjectiveAt(w.ObjectiveId, null), keys => new ObjectivesById.Query(keys, AsAncestors: true));
        api.Entity<ProjectModel>("Project", ids => new ProjectsById.Query(ids)).History()
            .Reference("manager", "Person", p => p.ManagerId.Value)
            .Batch<ObjectiveAt, ObjectiveModel>("objective", p => new ObjectiveAt(p.ObjectiveId, null), keys => new ObjectivesById.Query(keys, AsAncestors: true));
        api.Entity<MilestoneModel>("Milestone", ids => new MilestonesById.Query(ids))
            .Reference("owner", "Person", m => m.OwnerId.Value)
            .Reference("project", "Project", m => m.ProjectId.Value)
            .Field("dependsOn", m => m.DependsOnIds.Select(id => GlobalId.Encode("Milestone", id)))
            .Field("overlaps", m => m.OverlapsIds.Select(id => GlobalId.Encode("Milestone", id)));
        api.Mutation<SaveWorkItem.Command, ObjectiveId>("saveWorkItem", "objective");
        api.Mutation<ReportWorkItem.Command, WorkItemId>("reportWorkItem", "workItem");
        api.Mutation<SaveMilestone.Command, ObjectiveId>("saveMilestone", "objective");
        api.Mutation<ReportMilestone.Command, MilestoneId>("reportMilestone", "milestone");
        api.Removable("WorkItem", (id, version, reason) => new RemoveWorkItem.Command(new(id), version, reason));
        api.Removable("Milestone", (id, version, reason) => new RemoveMilestone.Command(new(id), version, reason));
    }

    public static TypeBinder<ObjectiveModel> Work(this TypeBinder<ObjectiveModel> objective) => objective
        .Batch<ObjectiveId, IReadOnlyList<WorkItemModel>>("workPlan", o => o.ObjectiveId, ids => new WorkPlansOf.Query(ids), [])
        .Batch<ObjectiveId, ProjectModel?>("project", o => o.ObjectiveId, ids => new ProjectsOf.Query(ids))
        .Batch<ObjectiveId, bool>("viewerMayPlanWork", o => o.ObjectiveId, ids => new MayPlanWork.Query(ids));
}
