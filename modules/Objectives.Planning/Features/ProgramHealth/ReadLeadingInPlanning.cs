using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.ProgramHealth;

internal sealed class ReadLeadingInPlanning(IDbContextFactory<PlanningDb> dbs, IMediator mediator, BusinessClock clock) : IRequestHandler<LeadingInPlanning, PlanningLeading>
{
    public async Task<PlanningLeading> Handle(LeadingInPlanning request, CancellationToken cancellationToken)
    {
        var people = request.People;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var cycle = await db.Cycles.Where(c => c.Id == request.CycleId).Select(c => new { c.TimeZone, c.End }).SingleAsync(cancellationToken);
        var (today, end) = (clock.TodayIn(cycle.TimeZone), cycle.End);
        var day = today < end ? today : end;
        var objectives = db.Objectives.Where(o => o.CycleId == request.CycleId && o.Status != ObjectiveStatus.Withdrawn && EF.Parameter(people).Contains(o.OwnerId));
        var rows = await objectives.Select(o => new
        {
            o.OwnerId,
            Empowered = db.AuthorityGrants.Any(g => g.ObjectiveId == o.ObjectiveId && g.ToId == o.OwnerId && g.RemovedAt == null && (g.Until == null || g.Until >= day)),
            Shared = db.NegotiationEntries.Any(e => e.ObjectiveId == o.ObjectiveId && e.Kind == NegotiationKind.SharedContext),
        }).ToListAsync(cancellationToken);
        var help = await (
            from r in db.SupportRequests
            join o in objectives on r.ObjectiveId equals o.ObjectiveId
            group r by new { o.OwnerId, r.Status } into g
            select new { g.Key.OwnerId, g.Key.Status, Count = g.Count() }).ToListAsync(cancellationToken);
        var byOwner = rows.GroupBy(r => r.OwnerId).ToList();
        return new(
            [.. byOwner.Select(g => new PersonShare(g.Key, g.Count(r => r.Empowered), g.Count()))],
            [.. byOwner.Select(g => new PersonShare(g.Key, g.Count(r => r.Shared), g.Count())), .. await BriefedAsync(db, request, cancellationToken)],
            [.. help.GroupBy(h => h.OwnerId).Select(g => new PersonShare(g.Key, g.Where(h => h.Status is SupportStatus.Agreed or SupportStatus.Fulfilled).Sum(h => h.Count), g.Sum(h => h.Count)))]);
    }

    private async Task<IReadOnlyList<PersonShare>> BriefedAsync(PlanningDb db, LeadingInPlanning request, CancellationToken cancellationToken)
    {
        var people = request.People;
        var units = await mediator.Send(new UnitsOfPeople([.. people]), cancellationToken);
        var above = await mediator.Send(new UnitsAbove([.. units.Values.Distinct()]), cancellationToken);
        var published = (await db.Briefings.Where(b => b.CycleId == request.CycleId && b.RemovedAt == null).Select(b => new { b.Id, b.UnitId, b.PublishedById }).ToListAsync(cancellationToken)).ToLookup(b => b.UnitId);
        var read = (await (
            from a in db.Acknowledgements.Where(a => EF.Parameter(people).Contains(a.PersonId))
            join b in db.Briefings.Where(b => b.CycleId == request.CycleId && b.RemovedAt == null) on a.BriefingId equals b.Id
            select new { a.PersonId, a.BriefingId }).ToListAsync(cancellationToken)).Select(a => (a.PersonId, a.BriefingId)).ToHashSet();
        return
        [
            .. units.Select(p => (PersonId: p.Key, Reached: above[p.Value].SelectMany(u => published[u]).ToList()))
                .Select(p => new PersonShare(p.PersonId, p.Reached.Count(b => b.PublishedById == p.PersonId || read.Contains((p.PersonId, b.Id))), p.Reached.Count)),
        ];
    }
}
