using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Levels;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features.Gaps;

internal sealed record GapModel(PersonId PersonId, ObjectiveId ObjectiveId, CompetencyId CompetencyId, int Required, int Current, bool Planned)
{
    public static GapModel Of(Gap gap) => new(gap.Need.OwnerId, gap.Need.ObjectiveId, gap.Need.CompetencyId, gap.Need.Level, gap.Current, gap.Planned);
}

/// <summary>What people lack for their objectives of a cycle, of those whose development the caller may read; by the objectives' codes, then the competencies'.</summary>
internal static class GapsOf
{
    public readonly record struct Key(PersonId PersonId, CycleId CycleId);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, IReadOnlyList<GapModel>>>;

    public sealed class Handler(CycleGaps gaps) : IQueryHandler<Query, IReadOnlyDictionary<Key, IReadOnlyList<GapModel>>>
    {
        public async Task<IReadOnlyDictionary<Key, IReadOnlyList<GapModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = new Dictionary<Key, IReadOnlyList<GapModel>>();
            foreach (var ofCycle in request.Keys.ToLookup(k => k.CycleId, k => k.PersonId))
            {
                var people = ofCycle.ToList();
                foreach (var ofPerson in (await gaps.ReadAsync(new(ofCycle.Key, people, null, false), cancellationToken)).ToLookup(g => g.PersonId))
                    found[new(ofPerson.Key, ofCycle.Key)] = [.. ofPerson];
            }
            return found;
        }
    }
}

/// <summary>What the objectives of a unit need and their owners have not.</summary>
internal static class GapsOfUnit
{
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, UnitId UnitId, bool IncludeSubunits = true) : IQuery<IReadOnlyList<GapModel>>;

    public sealed class Handler(CycleGaps gaps) : IQueryHandler<Query, IReadOnlyList<GapModel>>
    {
        public Task<IReadOnlyList<GapModel>> Handle(Query request, CancellationToken cancellationToken)
            => gaps.ReadAsync(new(request.CycleId, null, request.UnitId, request.IncludeSubunits), cancellationToken);
    }
}

/// <summary>The gaps of objectives that the caller may read, of people whose development he may read.</summary>
internal sealed class CycleGaps(IDbContextFactory<DevelopmentDb> dbs, DevelopmentSight sight, IMediator mediator)
{
    public async Task<IReadOnlyList<GapModel>> ReadAsync(ObjectivesCarriedOut wanted, CancellationToken cancellationToken)
    {
        if (!(await mediator.Send(new CycleCalendars([wanted.CycleId]), cancellationToken)).TryGetValue(wanted.CycleId, out var cycle))
            return [];
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var needy = await db.ObjectiveNeeds.Where(n => n.CycleId == wanted.CycleId).Select(n => n.ObjectiveId).ToListAsync(cancellationToken);
        if (needy.Count == 0)
            return [];
        var objectives = await mediator.Send(wanted with { Ids = needy }, cancellationToken);
        var people = (await sight.ReadableAsync(objectives.Select(o => o.OwnerId), cancellationToken)).ToHashSet();
        var gaps = (await db.GapsAsync(objectives.Where(o => people.Contains(o.OwnerId)).ToDictionary(o => o.Id, o => o.OwnerId), _ => cycle.End, cancellationToken)).ToLookup(g => g.Need.ObjectiveId);
        return [.. objectives.SelectMany(o => gaps[o.Id]).Select(GapModel.Of)];
    }
}
