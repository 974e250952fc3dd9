using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Planning.Data;
using Objectives.Planning.Domain.Revisions;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Agenda;

/// <summary>Target revisions that those whom the caller leads have asked for (S7.5).</summary>
internal sealed class RevisionsToDecide(IDbContextFactory<PlanningDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        if (caller.ReadOnly)
            return [];
        var led = await mediator.Send(new DirectlyLed(caller.Id, caller.Is(Role.Executive)), cancellationToken);
        if (led.Count == 0)
            return [];
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var me = caller.Id;
        var waiting = await db.TargetRevisions.Where(r => r.Status == RevisionStatus.Requested && EF.Parameter(led).Contains(r.RequestedById))
            .Join(db.Objectives.Where(o => o.OwnerId != me), r => r.ObjectiveId, o => o.ObjectiveId, (r, o) => new { r.Id, o.Title }).ToListAsync(cancellationToken);
        return waiting.ConvertAll(r => AgendaItem.Of(AgendaKind.DecideRevision, r.Id, new($"Decide the target revision: {r.Title}", $"审批目标修订：{r.Title}")));
    }
}
