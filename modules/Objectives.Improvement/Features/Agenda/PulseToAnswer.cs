using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain.Pulse;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;

namespace Objectives.Improvement.Features.Agenda;

/// <summary>The pulse survey of the quarter, in its last month, until the caller has answered (S5.7.5).</summary>
internal sealed class PulseToAnswer(IDbContextFactory<ImprovementDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        if (call.Caller.ReadOnly)
            return [];
        var carriedOut = await mediator.Send(new CyclesCarriedOut(), cancellationToken);
        if (carriedOut.Count == 0)
            return [];
        var asking = (await mediator.Send(new CycleCalendars(carriedOut), cancellationToken)).Values
            .Where(c => PulseAnswer.IsOpen(c) && c.Today >= PulseAnswer.AskedFrom(PulseAnswer.QuarterOf(c.Today))).ToList();
        if (asking.Count == 0)
            return [];
        var me = call.Caller.Id;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var answered = (await db.PulseReceipts.Where(r => r.PersonId == me).Select(r => new { r.CycleId, r.Period }).ToListAsync(cancellationToken)).ConvertAll(r => (r.CycleId, r.Period));
        return [.. asking.Select(c => (Cycle: c, Quarter: PulseAnswer.QuarterOf(c.Today))).Where(c => !answered.Contains((c.Cycle.Id, c.Quarter)))
            .Select(c => AgendaItem.Of(AgendaKind.AnswerPulse, c.Cycle.Id, new($"Answer the survey of {c.Quarter}; it is anonymous", $"填写 {c.Quarter} 匿名问卷"), c.Quarter.End.AddDays(-1)))];
    }
}
