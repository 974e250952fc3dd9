using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Development.Data;
using Objectives.Development.Domain.Plans;
using Objectives.Platform.Time;

namespace Objectives.Development.Features.ProgramHealth;

internal sealed class ReadHealthOfDevelopment(IDbContextFactory<DevelopmentDb> dbs) : IRequestHandler<HealthOfDevelopment, DevelopmentHealth>
{
    public async Task<DevelopmentHealth> Handle(HealthOfDevelopment request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return new(await ReadiedAsync(db, request, cancellationToken), await TrainedAsync(db, request, cancellationToken));
    }

    private static async Task<MonthlyShare> ReadiedAsync(DevelopmentDb db, HealthOfDevelopment request, CancellationToken cancellationToken)
    {
        List<PersonId> people = [.. request.Commitments.Keys];
        var assessed = await (
            from r in db.Readiness.Where(r => EF.Parameter(people).Contains(r.PersonId))
            join c in db.Changes.Where(c => c.Sequence == 1) on (Guid)(object)r.Id equals c.SubjectId
            select new { r.PersonId, c.At, r.WaivedAt, r.TrainedAt }).ToDictionaryAsync(r => r.PersonId, cancellationToken);
        var committed = request.Commitments.OrderBy(c => c.Value).Select(c => (PersonId: c.Key, c.Value, Month: request.Months.Of(c.Value), Ready: IsReady(c.Key, c.Value))).ToList();
        return MonthlyShare.UpTo(request.Months, committed.Select(c => (c.Month, c.Ready ? c.Month : (int?)null)), committed.Where(c => !c.Ready).Select(c => new RecordRef("Person", c.PersonId.Value)));

        bool IsReady(PersonId person, DateTimeOffset at) => assessed.GetValueOrDefault(person) is { } known && known.At <= at && (known.WaivedAt is not { } waived || waived > at || known.TrainedAt <= at);
    }

    private static async Task<MonthlyShare> TrainedAsync(DevelopmentDb db, HealthOfDevelopment request, CancellationToken cancellationToken)
    {
        var (people, today) = (request.People, request.Today);
        var items = await (
            from i in db.DevelopmentItems.Where(i => i.Due < today && i.Status != DevelopmentItemStatus.Cancelled && EF.Parameter(people).Contains(i.PersonId))
            join p in db.DevelopmentPlans.Where(p => p.CycleId == request.CycleId) on i.PlanId equals p.Id
            orderby i.Due
            select new { i.Id, i.Due, i.Status, i.EndedAt }).ToListAsync(cancellationToken);
        var due = items.ConvertAll(i => (i.Id, Month: request.Months.Of(i.Due), InTime: i.Status == DevelopmentItemStatus.Completed && BusinessClock.DayOf(i.EndedAt!.Value, request.TimeZone) <= i.Due));
        return MonthlyShare.UpTo(request.Months, due.Select(i => (i.Month, i.InTime ? i.Month : (int?)null)), due.Where(i => !i.InTime).Select(i => new RecordRef(nameof(DevelopmentItem), i.Id.Value)));
    }
}
