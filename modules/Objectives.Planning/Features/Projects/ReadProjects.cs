using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Projects;
using Objectives.Planning.Features.Objectives;
using Objectives.Planning.Features.WorkItems;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Projects;

internal sealed record ProjectModel(Guid Id, long Version, ObjectiveId ObjectiveId, string Name, PersonId ManagerId, IReadOnlyList<MilestoneModel> Milestones, bool ViewerMayPlan) : IEntityModel
{
    public int PercentComplete => Project.PercentCompleteOf(Milestones.Select(m => (m.Start, m.Due, m.PercentComplete)));

    public DateOnly? Start => Milestones.Count == 0 ? null : Milestones.Min(m => m.Start);

    public DateOnly? Due => Milestones.Count == 0 ? null : Milestones.Max(m => m.Due);
}

/// <param name="Late">Due before today, by the cycle's clock, and not complete.</param>
/// <param name="OverlapsIds">Those that it depends on and that are due after it starts.</param>
internal sealed record MilestoneModel(
    Guid Id, long Version, ObjectiveId ObjectiveId, ProjectId ProjectId, string Name, PersonId OwnerId, DateOnly Start, DateOnly Due, IReadOnlyList<Guid> DependsOnIds, IReadOnlyList<Guid> OverlapsIds,
    int PercentComplete, bool Late, bool ViewerMayReport) : IEntityModel;

/// <summary>Reads projects that the caller may read: those of objectives that he may read, that he manages, or of which a milestone is his.</summary>
internal sealed class ProjectReader(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, CallContext call, BusinessClock clock)
{
    public async Task<IReadOnlyList<ProjectModel>> ReadAsync(Func<PlanningDb, IQueryable<Project>> asked, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var (me, mayWrite, now) = (call.Caller.Id, !call.Caller.ReadOnly, clock.GetUtcNow());
        var readable = db.Objectives.Where(sight.MayRead<Objective>());
        var found = await asked(db).Where(p => p.ManagerId == me || readable.Any(o => o.ObjectiveId == p.ObjectiveId) || db.Milestones.Any(m => m.ProjectId == p.Id && m.OwnerId == me))
            .Join(db.Objectives, p => p.ObjectiveId, o => o.ObjectiveId, (p, o) => new { p.Id, p.Version, p.ObjectiveId, p.Name, p.ManagerId, o.Level, o.OwnerId, o.UnitId, o.Status, o.CycleId })
            .Join(db.Cycles, x => x.CycleId, c => c.Id, (x, c) => new { Project = x, Cycle = c.Status, c.TimeZone }).ToListAsync(cancellationToken);
        var ids = found.ConvertAll(f => f.Project.Id);
        var milestones = (await db.Milestones.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.ProjectId)).ToListAsync(cancellationToken)).ToLookup(m => m.ProjectId);
        return [.. found.Select(f =>
        {
            var isOpen = mayWrite && WorkState.IsOpen(f.Project.Status, f.Cycle);
            var mayPlan = isOpen && (f.Project.ManagerId == me || sight.MayPlanWork(f.Project.Level, f.Project.OwnerId, f.Project.UnitId));
            return new ProjectModel(
                f.Project.Id.Value, f.Project.Version, f.Project.ObjectiveId, f.Project.Name, f.Project.ManagerId,
                ModelsOf([.. milestones[f.Project.Id]], BusinessClock.DayOf(now, f.TimeZone), m => mayPlan || (isOpen && m.OwnerId == me)), mayPlan);
        })];
    }

    private static List<MilestoneModel> ModelsOf(IReadOnlyList<Milestone> milestones, DateOnly today, Func<Milestone, bool> mayReport)
    {
        var due = milestones.ToDictionary(m => m.Id.Value, m => m.Due);
        return [.. milestones.OrderBy(m => m.Start).ThenBy(m => m.Due).ThenBy(m => m.Id.Value).Select(m => new MilestoneModel(
            m.Id.Value, m.Version, m.ObjectiveId, m.ProjectId, m.Name, m.OwnerId, m.Start, m.Due, m.DependsOn, [.. m.DependsOn.Where(d => due[d] > m.Start)], m.PercentComplete,
            WorkDates.IsLate(m.Due, m.IsComplete, today), mayReport(m)))];
    }
}

internal static class ProjectsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, ProjectModel>>;

    public sealed class Handler(ProjectReader reader) : IQueryHandler<Query, IReadOnlyDictionary<Guid, ProjectModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, ProjectModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var ids = request.Ids.Select(id => new ProjectId(id)).ToList();
            return (await reader.ReadAsync(db => db.Projects.Where(p => EF.Parameter(ids).Contains(p.Id)), cancellationToken)).ToDictionary(p => p.Id);
        }
    }
}

internal static class MilestonesById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, MilestoneModel>>;

    public sealed class Handler(ProjectReader reader) : IQueryHandler<Query, IReadOnlyDictionary<Guid, MilestoneModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, MilestoneModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var ids = request.Ids.Select(id => new MilestoneId(id)).ToList();
            var projects = await reader.ReadAsync(db => db.Projects.Where(p => db.Milestones.Where(m => EF.Parameter(ids).Contains(m.Id)).Select(m => m.ProjectId).Contains(p.Id)), cancellationToken);
            return projects.SelectMany(p => p.Milestones).Where(m => request.Ids.Contains(m.Id)).ToDictionary(m => m.Id);
        }
    }
}

internal static class ProjectsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Objectives) : IQuery<IReadOnlyDictionary<ObjectiveId, ProjectModel?>>;

    public sealed class Handler(ProjectReader reader) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, ProjectModel?>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveId, ProjectModel?>> Handle(Query request, CancellationToken cancellationToken)
            => (await reader.ReadAsync(db => db.Projects.Where(p => EF.Parameter(request.Objectives).Contains(p.ObjectiveId)), cancellationToken)).ToDictionary(p => p.ObjectiveId, p => (ProjectModel?)p);
    }
}
