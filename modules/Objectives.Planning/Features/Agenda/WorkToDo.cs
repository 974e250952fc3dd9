using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Agenda;

/// <summary>The caller's own work items and milestones that are not done, of objectives whose work can still be reported.</summary>
internal sealed class WorkToDo(IDbContextFactory<PlanningDb> dbs, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        if (call.Caller.ReadOnly)
            return [];
        var me = call.Caller.Id;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var items = await db.WorkItems.Where(w => w.OwnerId == me && w.DoneAt == null && w.RemovedAt == null)
            .Join(Carried(db), w => w.ObjectiveId, o => o.ObjectiveId, (w, o) => new { w.Id, w.Title, w.Due, Objective = o.Title }).ToListAsync(cancellationToken);
        var milestones = await db.Milestones.Where(m => m.OwnerId == me && m.PercentComplete < Domain.Projects.Milestone.Complete)
            .Join(Carried(db), m => m.ObjectiveId, o => o.ObjectiveId, (m, o) => new { m.Id, m.Name, m.Due, Objective = o.Title }).ToListAsync(cancellationToken);
        return
        [
            .. items.Select(w => AgendaItem.Of(AgendaKind.DoWorkItem, w.Id, new($"Do: {w.Title} (for {w.Objective})", $"完成工作：{w.Title}（目标：{w.Objective}）"), w.Due)),
            .. milestones.Select(m => AgendaItem.Of(AgendaKind.DoWorkItem, m.Id, new($"Reach the milestone: {m.Name} (for {m.Objective})", $"达成里程碑：{m.Name}（目标：{m.Objective}）"), m.Due)),
        ];
    }

    /// <summary>As <see cref="WorkItems.WorkState"/> has it.</summary>
    private static IQueryable<Objective> Carried(PlanningDb db)
        => from o in db.Objectives
           join c in db.Cycles on o.CycleId equals c.Id
           where o.Status != ObjectiveStatus.Withdrawn && o.Status != ObjectiveStatus.Achieved && o.Status != ObjectiveStatus.Missed
           where c.Status == CycleStatus.Preparation || c.Status == CycleStatus.Setting || c.Status == CycleStatus.Execution
           select o;
}
