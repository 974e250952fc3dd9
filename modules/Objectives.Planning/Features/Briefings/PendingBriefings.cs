using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Briefings;

/// <summary>What each person has not yet acknowledged of a cycle's briefings that are addressed to him, as far as the caller may read them (S4.2).</summary>
internal static class PendingBriefings
{
    public readonly record struct Asked(PersonId Person, CycleId Cycle);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Asked> People) : IQuery<IReadOnlyDictionary<Asked, IReadOnlyList<BriefingModel>>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, BriefingAccess access, IMediator mediator) : IQueryHandler<Query, IReadOnlyDictionary<Asked, IReadOnlyList<BriefingModel>>>
    {
        public async Task<IReadOnlyDictionary<Asked, IReadOnlyList<BriefingModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var people = request.People.Select(p => p.Person).Distinct().ToList();
            var cycles = request.People.Select(p => p.Cycle).Distinct().ToList();
            var units = await mediator.Send(new UnitsOfPeople(people), cancellationToken);
            var above = await mediator.Send(new UnitsAbove([.. units.Values]), cancellationToken);
            var addressed = above.Values.SelectMany(u => u).Distinct().ToList();
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var briefings = await db.Briefings.Where(b => cycles.Contains(b.CycleId) && addressed.Contains(b.UnitId)).Where(sight.MayRead).OrderBy(b => b.PublishedAt).Select(BriefingModel.Of).ToListAsync(cancellationToken);
            var ids = briefings.ConvertAll(b => new BriefingId(b.Id));
            var given = await db.Acknowledgements.Where(a => people.Contains(a.PersonId) && ids.Contains(a.BriefingId)).Select(a => new { a.PersonId, Briefing = a.BriefingId }).ToListAsync(cancellationToken);
            var read = given.Select(g => (g.PersonId, g.Briefing.Value)).ToHashSet();
            return request.People.ToDictionary(p => p, p =>
            {
                var reach = units.TryGetValue(p.Person, out var unit) ? above.GetValueOrDefault(unit) ?? [] : [];
                return (IReadOnlyList<BriefingModel>)briefings.FindAll(b => b.CycleId == p.Cycle && b.PublishedById != p.Person && reach.Contains(b.UnitId) && !read.Contains((p.Person, b.Id)));
            });
        }
    }
}
