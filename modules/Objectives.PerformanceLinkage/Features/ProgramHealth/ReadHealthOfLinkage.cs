using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;

namespace Objectives.PerformanceLinkage.Features.ProgramHealth;

internal sealed class ReadHealthOfLinkage(IDbContextFactory<PerformanceLinkageDb> dbs) : IRequestHandler<HealthOfLinkage, LinkageHealth>
{
    public async Task<LinkageHealth> Handle(HealthOfLinkage request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var people = request.People;
        var appraised = await (
            from a in db.Appraisals
            join s in db.Scorecards.Where(s => s.CycleId == request.CycleId && EF.Parameter(people).Contains(s.PersonId)) on a.ScorecardId equals s.Id
            select new { s.Id, a.AppraisedAt, a.CalibratedAt, a.DisputedAt, Items = s.Items.Count(i => i.Status == ScorecardItemStatus.Active), Adjusted = db.ScoreAdjustments.Count(x => x.AppraisalId == a.Id) }).ToListAsync(cancellationToken);
        var byLeaders = appraised.FindAll(a => a.AppraisedAt is not null);
        var told = appraised.FindAll(a => a.CalibratedAt is not null);
        return new(
            await TiedAsync(db, request, cancellationToken),
            MonthlyShare.UpTo(
                request.Months,
                byLeaders.SelectMany(a => Enumerable.Range(0, a.Items).Select(i => (request.Months.Of(a.AppraisedAt!.Value), i < a.Adjusted ? (int?)null : 0))),
                byLeaders.Where(a => a.Adjusted > 0).OrderByDescending(a => a.Adjusted).Select(a => new RecordRef(nameof(Scorecard), a.Id.Value))),
            MonthlyShare.UpTo(
                request.Months, told.Select(a => (request.Months.Of(a.CalibratedAt!.Value), a.DisputedAt is null ? 0 : (int?)null)), told.Where(a => a.DisputedAt is not null).OrderByDescending(a => a.DisputedAt).Select(a => new RecordRef(nameof(Scorecard), a.Id.Value))),
            await EncouragedAsync(db, request, cancellationToken));
    }

    private static async Task<MonthlyShare> TiedAsync(PerformanceLinkageDb db, HealthOfLinkage request, CancellationToken cancellationToken)
    {
        var tied = await (
            from i in db.ScorecardItems
            join s in db.Scorecards.Where(s => s.CycleId == request.CycleId) on i.ScorecardId equals s.Id
            join c in db.Changes.Where(c => c.Sequence == 1) on (Guid)(object)s.Id equals c.SubjectId
            select new { i.ObjectiveId, c.At }).ToListAsync(cancellationToken);
        var since = tied.GroupBy(t => t.ObjectiveId).ToDictionary(g => g.Key, g => request.Months.Of(g.Min(t => t.At)));
        return MonthlyShare.UpTo(
            request.Months, request.Objectives.Select(o => (o.Month, since.TryGetValue(o.Id, out var from) ? from : (int?)null)), request.Objectives.Where(o => !since.ContainsKey(o.Id)).Select(o => new RecordRef("Objective", o.Id.Value)));
    }

    private static async Task<MonthlyShare> EncouragedAsync(PerformanceLinkageDb db, HealthOfLinkage request, CancellationToken cancellationToken)
    {
        var (people, within, months) = (request.People, LinkageHealth.EncouragedWithinMonths, request.Months);
        var (from, until) = (months.Ends[0].AddMonths(-1), months.Ends[^1]);
        var given = (await db.Recognitions.Where(r => r.At >= from && r.At < until && EF.Parameter(people).Contains(r.ToId)).Select(r => new { r.ToId, r.At }).ToListAsync(cancellationToken)).ConvertAll(r => (r.ToId, Month: months.Of(r.At)));
        var last = given.GroupBy(g => g.ToId).ToDictionary(g => g.Key, g => g.Max(r => r.Month));
        var counts = Enumerable.Range(within - 1, Math.Max(0, months.Last - within + 2))
            .Select(i => (i, given.Where(g => g.Month <= i && g.Month > i - within).Select(g => g.ToId).Distinct().Count(), people.Count));
        return MonthlyShare.Within(months, counts, people.Where(p => last.GetValueOrDefault(p, -1) < request.Current - within + 1).OrderBy(p => last.GetValueOrDefault(p, -1)).Select(p => new RecordRef("Person", p.Value)));
    }
}
