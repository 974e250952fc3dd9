using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Findings;
using Objectives.Planning.Domain.Revisions;

namespace Objectives.Planning.Features.ProgramHealth;

internal sealed class ReadHealthOfPlanning(IDbContextFactory<PlanningDb> dbs) : IRequestHandler<HealthOfPlanning, PlanningHealth>
{
    public async Task<PlanningHealth> Handle(HealthOfPlanning request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var cycle = await db.Cycles.Where(c => c.Id == request.CycleId).Select(c => new { c.Year, c.Policy.PaperworkMinutesPerMonth }).SingleAsync(cancellationToken);
        var committed = (await CommittedIn(db, request).OrderBy(o => o.DraftedAt).Select(o => new { o.ObjectiveId, o.DraftedAt }).ToListAsync(cancellationToken)).ConvertAll(o => (Id: o.ObjectiveId, Month: request.Months.Of(o.DraftedAt)));
        return new(
            committed,
            await FirstCommitmentsAsync(db, request, cancellationToken),
            request.Units is null ? await StrategyAsync(db, request, cycle.Year, cancellationToken) : null,
            await BriefedAsync(db, request, cancellationToken),
            await CalibratedAsync(db, request, committed, cancellationToken),
            await UnrevisedAsync(db, request, committed, cancellationToken),
            await PlannedAsync(db, request, committed, cancellationToken),
            await SettledSoonAsync(db, request, cancellationToken),
            cycle.PaperworkMinutesPerMonth);
    }

    private static IQueryable<Objective> In(PlanningDb db, HealthOfPlanning request)
    {
        var objectives = db.Objectives.Where(o => o.CycleId == request.CycleId && o.Status != ObjectiveStatus.Withdrawn);
        return request.Units is { } units ? objectives.Where(o => EF.Parameter(units).Contains(o.UnitId)) : objectives;
    }

    private static IQueryable<Objective> CommittedIn(PlanningDb db, HealthOfPlanning request)
        => In(db, request).Where(o => o.Status == ObjectiveStatus.Committed || o.Status == ObjectiveStatus.Achieved || o.Status == ObjectiveStatus.Missed);

    private static RecordRef Of(ObjectiveId id) => new(nameof(Objective), id.Value);

    private static async Task<IReadOnlyDictionary<PersonId, DateTimeOffset>> FirstCommitmentsAsync(PlanningDb db, HealthOfPlanning request, CancellationToken cancellationToken)
    {
        var signed = from s in db.Signatures.Where(s => s.Role == SignatureRole.Owner)
                     join o in In(db, request) on s.ObjectiveId equals o.ObjectiveId
                     group s by s.ById into g
                     select new { PersonId = g.Key, At = g.Min(s => s.At) };
        return await signed.ToDictionaryAsync(s => s.PersonId, s => s.At, cancellationToken);
    }

    private static async Task<MonthlyShare> StrategyAsync(PlanningDb db, HealthOfPlanning request, int year, CancellationToken cancellationToken)
    {
        var executives = request.Executives.Keys.ToList();
        var changes = await (
            from e in db.StrategyElements.Where(e => e.From <= year && e.Until >= year)
            join c in db.Changes on (Guid)(object)e.Id equals c.SubjectId
            orderby c.At
            select new { e.Id, c.At, c.By }).ToListAsync(cancellationToken);
        var elements = changes.GroupBy(c => c.Id).Select(g => (Id: g.Key, Since: g.First().At, Hand: g.FirstOrDefault(c => c.By is { } by && executives.Contains(by))?.At)).ToList();
        return MonthlyShare.UpTo(
            request.Months, elements.Select(e => (request.Months.Of(e.Since), e.Hand is { } at ? request.Months.Of(at) : (int?)null)), elements.Where(e => e.Hand is null).Select(e => new RecordRef(nameof(StrategyElement), e.Id.Value)));
    }

    private static async Task<MonthlyShare> BriefedAsync(PlanningDb db, HealthOfPlanning request, CancellationToken cancellationToken)
    {
        var executives = request.Executives.Keys.ToList();
        var briefings = await db.Briefings.Where(b => b.CycleId == request.CycleId && b.RemovedAt == null).OrderBy(b => b.PublishedAt)
            .Select(b => new { b.Id, b.UnitId, b.PublishedById, b.PublishedAt }).ToListAsync(cancellationToken);
        var read = (await (
            from a in db.Acknowledgements.Where(a => EF.Parameter(executives).Contains(a.PersonId))
            join b in db.Briefings.Where(b => b.CycleId == request.CycleId) on a.BriefingId equals b.Id
            select new { a.BriefingId, a.PersonId, a.At }).ToListAsync(cancellationToken)).ToDictionary(a => (a.BriefingId, a.PersonId), a => a.At);
        var reached = (
            from b in briefings
            from e in request.Executives
            where e.Value.Contains(b.UnitId)
            select (Briefing: b, Read: b.PublishedById == e.Key ? b.PublishedAt : read.TryGetValue((b.Id, e.Key), out var at) ? at : (DateTimeOffset?)null)).ToList();
        return MonthlyShare.UpTo(
            request.Months,
            reached.Select(r => (request.Months.Of(r.Briefing.PublishedAt), r.Read is { } at ? request.Months.Of(at) : (int?)null)),
            reached.Where(r => r.Read is null).Select(r => new RecordRef(nameof(Briefing), r.Briefing.Id.Value)).Distinct());
    }

    private static async Task<MonthlyShare> CalibratedAsync(PlanningDb db, HealthOfPlanning request, List<(ObjectiveId Id, int Month)> committed, CancellationToken cancellationToken)
    {
        var found = await (
            from f in db.Findings.Where(f => !f.Waived && (f.Kind == FindingKind.TargetTooLow || f.Kind == FindingKind.TargetTooHigh))
            join o in CommittedIn(db, request) on f.ObjectiveId equals o.ObjectiveId
            orderby o.Important descending, o.Depth, o.Code
            select f.ObjectiveId).ToListAsync(cancellationToken);
        var missed = found.ToHashSet();
        return MonthlyShare.UpTo(request.Months, committed.Select(o => (o.Month, missed.Contains(o.Id) ? (int?)null : o.Month)), found.Select(Of));
    }

    private static async Task<MonthlyShare> UnrevisedAsync(PlanningDb db, HealthOfPlanning request, List<(ObjectiveId Id, int Month)> committed, CancellationToken cancellationToken)
    {
        var objectives = db.Objectives.Where(o => o.CycleId == request.CycleId);
        if (request.Units is { } units)
            objectives = objectives.Where(o => EF.Parameter(units).Contains(o.UnitId));
        var revisions = await (
            from r in db.TargetRevisions.Where(r => r.CycleId == request.CycleId && r.Status == RevisionStatus.Approved)
            join o in objectives on r.ObjectiveId equals o.ObjectiveId
            orderby r.DecidedAt
            select new { r.Id, r.ObjectiveId, r.DecidedAt }).ToListAsync(cancellationToken);
        var first = revisions.DistinctBy(r => r.ObjectiveId).ToDictionary(r => r.ObjectiveId, r => request.Months.Of(r.DecidedAt!.Value));
        var known = committed.Select(o => o.Id).ToHashSet();
        var all = committed.Concat(first.Keys.Where(o => !known.Contains(o)).Select(o => (Id: o, Month: 0))).ToList(); // What was given up counts too.
        var (good, total) = (new int[request.Months.Last + 1], new int[request.Months.Last + 1]);
        foreach (var (id, month) in all)
        {
            for (var i = month; i <= request.Months.Last; i++)
            {
                total[i]++;
                if (!first.TryGetValue(id, out var revised) || i < revised)
                    good[i]++;
            }
        }
        return new(good, total, [.. revisions.AsEnumerable().Reverse().Take(MonthlyShare.MostRecords).Select(r => new RecordRef(nameof(TargetRevision), r.Id.Value))]);
    }

    private static async Task<MonthlyShare> PlannedAsync(PlanningDb db, HealthOfPlanning request, List<(ObjectiveId Id, int Month)> committed, CancellationToken cancellationToken)
    {
        var planned = new Dictionary<ObjectiveId, int>();
        var work = from w in db.WorkItems.Where(w => w.RemovedAt == null)
                   join o in CommittedIn(db, request) on w.ObjectiveId equals o.ObjectiveId
                   join c in db.Changes.Where(c => c.Sequence == 1) on (Guid)(object)w.Id equals c.SubjectId
                   group c by w.ObjectiveId into g
                   select new { ObjectiveId = g.Key, At = g.Min(c => c.At) };
        foreach (var one in await work.ToListAsync(cancellationToken))
            Note(one.ObjectiveId, one.At);
        var projects = from p in db.Projects
                       join o in CommittedIn(db, request) on p.ObjectiveId equals o.ObjectiveId
                       join c in db.Changes.Where(c => c.Sequence == 1) on (Guid)(object)p.Id equals c.SubjectId
                       select new { p.ObjectiveId, c.At };
        foreach (var one in await projects.ToListAsync(cancellationToken))
            Note(one.ObjectiveId, one.At);
        var below = from child in db.Objectives.Where(c => c.CycleId == request.CycleId && c.Status != ObjectiveStatus.Withdrawn)
                    join o in CommittedIn(db, request) on child.ParentId equals o.ObjectiveId
                    group child by o.ObjectiveId into g
                    select new { ObjectiveId = g.Key, At = g.Min(c => c.DraftedAt) };
        foreach (var one in await below.ToListAsync(cancellationToken))
            Note(one.ObjectiveId, one.At);
        return MonthlyShare.UpTo(request.Months, committed.Select(o => (o.Month, planned.TryGetValue(o.Id, out var from) ? from : (int?)null)), committed.Where(o => !planned.ContainsKey(o.Id)).Select(o => Of(o.Id)));

        void Note(ObjectiveId id, DateTimeOffset at) => planned[id] = Math.Min(request.Months.Of(at), planned.GetValueOrDefault(id, int.MaxValue));
    }

    private static async Task<MonthlyShare> SettledSoonAsync(PlanningDb db, HealthOfPlanning request, CancellationToken cancellationToken)
    {
        var proposals = await (
            from e in db.NegotiationEntries.Where(e => e.Kind == NegotiationKind.Proposal || e.Kind == NegotiationKind.CounterProposal)
            join o in In(db, request) on e.ObjectiveId equals o.ObjectiveId
            orderby e.At
            select new { e.ObjectiveId, e.At }).ToListAsync(cancellationToken);
        var talks = proposals.GroupBy(p => p.ObjectiveId).Select(g => (Id: g.Key, Months: g.Select(p => request.Months.Of(p.At)).ToList())).ToList();
        var (good, all) = (new int[request.Months.Last + 1], new int[request.Months.Last + 1]);
        foreach (var (_, months) in talks)
        {
            for (var i = months[0]; i <= request.Months.Last; i++)
            {
                all[i]++;
                if (months.Count <= PlanningHealth.MostRounds || months[PlanningHealth.MostRounds] > i)
                    good[i]++;
            }
        }
        return new(good, all, [.. talks.Where(t => t.Months.Count > PlanningHealth.MostRounds).OrderByDescending(t => t.Months.Count).Take(MonthlyShare.MostRecords).Select(t => Of(t.Id))]);
    }
}
