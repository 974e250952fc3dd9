using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Agenda;

/// <summary>Of each cycle how many appraisals HR has to calibrate, and what is disputed: for HR and those above the direct superior, but who appraised.</summary>
internal sealed class AppraisalsToDecide(IDbContextFactory<PerformanceLinkageDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        if (caller.ReadOnly)
            return [];
        var (me, isHr) = (caller.Id, caller.Is(Role.Hr));
        var below = isHr ? [] : await AboveTheirLeaderAsync(me, cancellationToken);
        if (!isHr && below.Count == 0)
            return [];
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var disputed = await db.Scorecards.Where(s => s.Status == ScorecardStatus.Disputed && s.PersonId != me && (isHr || EF.Parameter(below).Contains(s.PersonId)))
            .Join(db.Appraisals.Where(a => a.AppraisedById != me), s => s.Id, a => a.ScorecardId, (s, _) => new { s.Id, s.PersonId }).ToListAsync(cancellationToken);
        var names = disputed.Count == 0 ? new Dictionary<PersonId, Correspondent>() : await mediator.Send(new CorrespondentsOf([.. disputed.Select(d => d.PersonId).Distinct()]), cancellationToken);
        List<AgendaItem> items = [.. disputed.Select(d => AgendaItem.Of(AgendaKind.ResolveDispute, d.Id, new Text($"Resolve the dispute of {names[d.PersonId].Name}", $"处理{names[d.PersonId].Name}对考核结果的异议")))];
        if (!isHr)
            return items;
        var uncalibrated = await db.Scorecards.Where(s => s.Status == ScorecardStatus.Appraised && s.PersonId != me).GroupBy(s => s.CycleId).Select(g => new { Cycle = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var calendars = uncalibrated.Count == 0 ? new Dictionary<CycleId, AppraisalCalendar>() : await mediator.Send(new AppraisalCalendars([.. uncalibrated.Select(u => u.Cycle)]), cancellationToken);
        items.AddRange(uncalibrated.Where(u => calendars[u.Cycle].Appraises).Select(u => AgendaItem.Of(
            AgendaKind.CalibrateAppraisal, u.Cycle, new Text($"Calibrate {u.Count} appraisals: {calendars[u.Cycle].Name}", $"校准 {u.Count} 份考核：{calendars[u.Cycle].Name}"))));
        return items;
    }

    private async Task<IReadOnlyList<PersonId>> AboveTheirLeaderAsync(PersonId me, CancellationToken cancellationToken)
    {
        var below = (await mediator.Send(new SightOf(me), cancellationToken)).SubordinateIds;
        if (below.Count == 0)
            return below;
        var led = await mediator.Send(new DirectlyLed(me, AndWithoutSuperior: false), cancellationToken);
        return [.. below.Except(led)];
    }
}
