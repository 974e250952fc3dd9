using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Projects;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.WorkItems;

/// <param name="Late">Due before today, by the cycle's clock, and not done.</param>
internal sealed record WorkItemModel(
    Guid Id, long Version, ObjectiveId ObjectiveId, string Title, PersonId OwnerId, DateOnly? Start, DateOnly? Due, bool Done, DateTimeOffset? DoneAt, bool Late, bool ViewerMayReport) : IEntityModel;

/// <summary>Reads work items that the caller may read: those of objectives that he may read, and his own.</summary>
internal sealed class WorkItemReader(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, CallContext call, BusinessClock clock)
{
    public async Task<IReadOnlyList<WorkItemModel>> ReadAsync(Func<PlanningDb, IQueryable<WorkItem>> asked, CancellationToken cancellationToken)
    {
        var sight = await access.SightAsync(cancellationToken);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var (me, mayWrite, now) = (call.Caller.Id, !call.Caller.ReadOnly, clock.GetUtcNow());
        var readable = db.Objectives.Where(sight.MayRead<Objective>());
        var found = await asked(db).AsNoTracking().Where(w => w.RemovedAt == null && (w.OwnerId == me || readable.Any(o => o.ObjectiveId == w.ObjectiveId)))
            .Join(db.Objectives, w => w.ObjectiveId, o => o.ObjectiveId, (w, o) => new { Item = w, o.Level, o.OwnerId, o.UnitId, o.Status, o.CycleId })
            .Join(db.Cycles, x => x.CycleId, c => c.Id, (x, c) => new { x.Item, x.Level, x.OwnerId, x.UnitId, x.Status, Cycle = c.Status, c.TimeZone }).ToListAsync(cancellationToken);
        return [.. found.Select(f => new WorkItemModel(
            f.Item.Id.Value, f.Item.Version, f.Item.ObjectiveId, f.Item.Title, f.Item.OwnerId, f.Item.Start, f.Item.Due, f.Item.Done, f.Item.DoneAt,
            WorkDates.IsLate(f.Item.Due, f.Item.Done, BusinessClock.DayOf(now, f.TimeZone)),
            mayWrite && WorkState.IsOpen(f.Status, f.Cycle) && (f.Item.OwnerId == me || sight.MayPlanWork(f.Level, f.OwnerId, f.UnitId))))
            .OrderBy(w => w.Due ?? DateOnly.MaxValue).ThenBy(w => w.Start ?? DateOnly.MaxValue).ThenBy(w => w.Id)];
    }
}

internal static class WorkItemsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, WorkItemModel>>;

    public sealed class Handler(WorkItemReader reader) : IQueryHandler<Query, IReadOnlyDictionary<Guid, WorkItemModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, WorkItemModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var ids = request.Ids.Select(id => new WorkItemId(id)).ToList();
            return (await reader.ReadAsync(db => db.WorkItems.Where(w => EF.Parameter(ids).Contains(w.Id)), cancellationToken)).ToDictionary(w => w.Id);
        }
    }
}

/// <summary>The work plans of objectives, what is due first first.</summary>
internal static class WorkPlansOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Objectives) : IQuery<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<WorkItemModel>>>;

    public sealed class Handler(WorkItemReader reader) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, IReadOnlyList<WorkItemModel>>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<WorkItemModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var items = await reader.ReadAsync(db => db.WorkItems.Where(w => EF.Parameter(request.Objectives).Contains(w.ObjectiveId)), cancellationToken);
            return items.GroupBy(w => w.ObjectiveId).ToDictionary(g => g.Key, g => (IReadOnlyList<WorkItemModel>)[.. g]);
        }
    }
}
