using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Incentives;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Features.Incentives;

/// <summary>Finds what is unbalanced or unusual about schemes (S5.5), in as many statements however many they are.</summary>
internal sealed class SchemeInspector(IMediator mediator)
{
    public async Task<IReadOnlyDictionary<IncentiveSchemeId, IReadOnlyList<SchemeFinding>>> FindAsync(PerformanceLinkageDb db, IReadOnlyCollection<IncentiveScheme> schemes, CancellationToken cancellationToken)
    {
        if (schemes.Count == 0)
            return new Dictionary<IncentiveSchemeId, IReadOnlyList<SchemeFinding>>();
        var (ids, cycles) = (schemes.Select(s => s.Id).ToList(), schemes.Select(s => s.CycleId).Distinct().ToList());
        var all = await db.Participants.AsNoTracking()
            .Join(db.IncentiveSchemes.Where(s => EF.Parameter(cycles).Contains(s.CycleId)), p => p.SchemeId, s => s.Id, (p, s) => new { p.SchemeId, p.PersonId, p.TargetMinor, s.CycleId }).ToListAsync(cancellationToken);
        var bySchemes = all.Where(p => ids.Contains(p.SchemeId)).ToLookup(p => p.SchemeId);
        var inCycles = all.GroupBy(p => (p.CycleId, p.PersonId)).ToDictionary(g => g.Key, g => g.Count());
        var people = bySchemes.SelectMany(g => g).Select(p => p.PersonId).Distinct().ToList();
        var here = (await mediator.Send(new Whereabouts(people, [], [], [], [], []), cancellationToken)).SuperiorOf;
        var units = await mediator.Send(new UnitsOfPeople(people), cancellationToken);
        var above = await mediator.Send(new UnitsAbove([.. units.Values.Distinct()]), cancellationToken);
        var limits = await mediator.Send(new IncentiveTerms(cycles), cancellationToken);
        return schemes.ToDictionary(s => s.Id, s =>
        {
            var mine = bySchemes[s.Id].ToList();
            var facts = new ParticipantFacts(
                mine.Count, mine.Sum(p => (decimal)p.TargetMinor), mine.Count(p => p.TargetMinor == 0), mine.Count(p => !here.ContainsKey(p.PersonId)),
                mine.Count(p => here.ContainsKey(p.PersonId) && !above[units[p.PersonId]].Contains(s.UnitId)), mine.Count(p => inCycles[(s.CycleId, p.PersonId)] > 1), mine.Exists(p => p.PersonId == s.SavedById));
            return SchemeFindings.Of(s.Shares, s.RanksPeople, s.Budget, s.Curve, facts, limits[s.CycleId].IndividualShareLimit);
        });
    }
}

internal static class FindingsOfSchemes
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<IncentiveSchemeId> Ids) : IQuery<IReadOnlyDictionary<IncentiveSchemeId, IReadOnlyList<SchemeFinding>>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, SchemeInspector inspector, SchemeSight sight) : IQueryHandler<Query, IReadOnlyDictionary<IncentiveSchemeId, IReadOnlyList<SchemeFinding>>>
    {
        public async Task<IReadOnlyDictionary<IncentiveSchemeId, IReadOnlyList<SchemeFinding>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids;
            var schemes = sight.SeesAll ? await db.IncentiveSchemes.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.Id)).ToListAsync(cancellationToken) : [];
            return await inspector.FindAsync(db, schemes, cancellationToken);
        }
    }
}
