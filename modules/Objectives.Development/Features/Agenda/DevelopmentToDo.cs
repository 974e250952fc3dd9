using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Plans;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features.Agenda;

/// <summary>What the caller is to do for his own development (S5.4), of cycles that are not closed.</summary>
internal sealed class DevelopmentToDo(IDbContextFactory<DevelopmentDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        var me = call.Caller.Id;
        if (call.Caller.ReadOnly)
            return [];
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var open = await (
            from i in db.DevelopmentItems.Where(i => i.PersonId == me && (i.Status == DevelopmentItemStatus.Planned || i.Status == DevelopmentItemStatus.InProgress))
            join p in db.DevelopmentPlans on i.PlanId equals p.Id
            select new { i.Id, i.Title, i.Due, p.CycleId }).ToListAsync(cancellationToken);
        if (open.Count == 0)
            return [];
        var cycles = await mediator.Send(new CycleCalendars([.. open.Select(i => i.CycleId).Distinct()]), cancellationToken);
        return [.. open.Where(i => !cycles[i.CycleId].IsClosed).Select(i => AgendaItem.Of(AgendaKind.Train, i.Id, new($"For your development: {i.Title}", $"个人发展：{i.Title}"), i.Due))];
    }
}
