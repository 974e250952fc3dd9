using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Improvement.Data;
using Objectives.Improvement.Domain;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Improvement.Features.Agenda;

/// <summary>
/// Improvement cases that wait for the caller (S7.7–S7.10): for the owner while causes and countermeasures are to be found; for who leads him when all is compared and can be decided, and when it can be verified, unless he has carried it out
/// himself: then for who leads that one. Of cycles that are not closed; what is carried out is followed to its end.
/// </summary>
internal sealed class CasesToWorkOn(IDbContextFactory<ImprovementDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        if (caller.ReadOnly)
            return [];
        var (me, led) = (caller.Id, await mediator.Send(new DirectlyLed(caller.Id, caller.Is(Role.Executive)), cancellationToken));
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = await db.Cases.AsNoTracking().Include(c => c.Criteria).Include(c => c.Countermeasures).AsSplitQuery()
            .Where(c => ((c.Status == ImprovementStatus.Analysis || c.Status == ImprovementStatus.Countermeasures) && c.OwnerId == me)
                || ((c.Status == ImprovementStatus.Countermeasures || c.Status == ImprovementStatus.Verifying) && EF.Parameter(led).Contains(c.OwnerId))
                || (c.Status == ImprovementStatus.Verifying && EF.Parameter(led).Contains(c.ResponsibleId!.Value)))
            .ToListAsync(cancellationToken);
        if (found.Count == 0)
            return [];
        var calendars = await mediator.Send(new CycleCalendars([.. found.Select(c => c.CycleId).Distinct()]), cancellationToken);
        var superiors = await mediator.Send(new Superiors([.. found.Where(c => c.Status == ImprovementStatus.Verifying).Select(c => c.OwnerId).Distinct()]), cancellationToken);
        return [.. found.Select(c => (Case: c, Waits: Waiting(c, me, led.Contains(c.OwnerId), calendars[c.CycleId], superiors.GetValueOrDefault(c.OwnerId) is [var first, ..] && first == c.ResponsibleId)))
            .Where(c => c.Waits is not null).Select(c => AgendaItem.Of(c.Waits!.Value.Kind, c.Case.Id, c.Waits.Value.Title))];
    }

    /// <param name="isSuperiors">Whether the owner's direct superior carried it out.</param>
    private static (AgendaKind Kind, Text Title)? Waiting(ImprovementCase known, PersonId me, bool leads, CycleCalendar calendar, bool isSuperiors) => known.Status switch
    {
        ImprovementStatus.Verifying => (leads || isSuperiors) && me != known.OwnerId && me != known.ResponsibleId && calendar.Today >= known.VerifiableFrom
            ? (AgendaKind.VerifyImprovement, new($"Verify whether it helped: {known.Title}", $"验证改善成效：{known.Title}"))
            : null,
        _ when calendar.IsClosed => null,
        ImprovementStatus.Analysis => (AgendaKind.AnalyseCause, new($"Find and confirm the root cause: {known.Title}", $"查找并确认根本原因：{known.Title}")),
        _ when me != known.OwnerId => known.CheckDecidable(me) is null ? (AgendaKind.DecideCountermeasure, new($"Decide on a countermeasure: {known.Title}", $"决定改善对策：{known.Title}")) : null,
        _ => known.CheckComparable() is null ? null : (AgendaKind.DecideCountermeasure, new($"Find and compare countermeasures: {known.Title}", $"研究并比较改善对策：{known.Title}")),
    };
}
