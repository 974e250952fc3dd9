using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Features.Agenda;

/// <summary>What the caller has to do about his own appraisal, and about those of whom he leads: appraise himself, appraise, sign.</summary>
internal sealed class AppraisalsToDo(IDbContextFactory<PerformanceLinkageDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    private static readonly ScorecardStatus[] ToDo = [ScorecardStatus.Active, ScorecardStatus.SelfAppraised, ScorecardStatus.Calibrated];

    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        if (caller.ReadOnly)
            return [];
        var (me, led) = (caller.Id, await mediator.Send(new DirectlyLed(caller.Id, caller.Is(Role.Executive)), cancellationToken));
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var cards = await (
            from s in db.Scorecards.Where(s => ToDo.Contains(s.Status) && (s.PersonId == me || EF.Parameter(led).Contains(s.PersonId)))
            join a in db.Appraisals on s.Id equals a.ScorecardId into appraisals
            from a in appraisals.DefaultIfEmpty()
            select new Waiting(s.Id, s.CycleId, s.PersonId, s.Status, a != null && a.OwnerSignedAt != null, a != null && a.LeaderSignedAt != null)).ToListAsync(cancellationToken);
        if (cards.Count == 0)
            return [];
        var calendars = await mediator.Send(new AppraisalCalendars([.. cards.Select(c => c.CycleId).Distinct()]), cancellationToken);
        var names = await mediator.Send(new CorrespondentsOf([.. cards.Select(c => c.PersonId).Distinct()]), cancellationToken);
        return [.. cards.Select(c => c.PersonId == me ? Own(c, calendars[c.CycleId]) : Led(c, calendars[c.CycleId], names[c.PersonId].Name)).OfType<AgendaItem>()];
    }

    private static AgendaItem? Own(Waiting card, AppraisalCalendar cycle) => card.Status switch
    {
        ScorecardStatus.Active when cycle.Appraises => AgendaItem.Of(AgendaKind.SelfAppraise, card.Id, new Text($"Appraise yourself: {cycle.Name}", $"完成自评：{cycle.Name}")),
        ScorecardStatus.Calibrated when !card.OwnerSigned => AgendaItem.Of(AgendaKind.SignAppraisal, card.Id, new Text($"Sign or dispute your appraisal: {cycle.Name}", $"签字确认考核结果或提出异议：{cycle.Name}")),
        _ => null,
    };

    private static AgendaItem? Led(Waiting card, AppraisalCalendar cycle, string name) => card.Status switch
    {
        ScorecardStatus.SelfAppraised when cycle.Appraises => AgendaItem.Of(AgendaKind.Appraise, card.Id, new Text($"Appraise {name}: {cycle.Name}", $"考核{name}：{cycle.Name}")),
        ScorecardStatus.Calibrated when !card.LeaderSigned => AgendaItem.Of(AgendaKind.SignAppraisal, card.Id, new Text($"Sign the appraisal of {name}: {cycle.Name}", $"签字确认{name}的考核结果：{cycle.Name}")),
        _ => null,
    };

    private sealed record Waiting(ScorecardId Id, CycleId CycleId, PersonId PersonId, ScorecardStatus Status, bool OwnerSigned, bool LeaderSigned);
}
