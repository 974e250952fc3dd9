using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Features.Scorecards;

/// <param name="Weighed">Of all items, in basis points.</param>
internal sealed record ScorecardModel(Guid Id, long Version, CycleId CycleId, PersonId PersonId, ScorecardStatus Status, int Weighed) : IEntityModel
{
    public ScorecardId ScorecardId => new(Id);

    public decimal TotalWeight => (decimal)Weighed / ItemWeights.PerPoint;
}

internal static class ScorecardReading
{
    public static IQueryable<ScorecardModel> ToModels(this IQueryable<Scorecard> cards)
        => cards.Select(s => new ScorecardModel((Guid)(object)s.Id, s.Version, s.CycleId, s.PersonId, s.Status, s.Items.Sum(i => i.Weight)));
}

internal static class ScorecardsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, ScorecardModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, ScorecardSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Guid, ScorecardModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, ScorecardModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new ScorecardId(id)).ToList();
            return await db.Scorecards.Where(await sight.MayReadAsync(cancellationToken)).Where(s => EF.Parameter(ids).Contains(s.Id)).ToModels().ToDictionaryAsync(s => s.Id, cancellationToken);
        }
    }
}

/// <summary>People's scorecards of cycles.</summary>
internal static class ScorecardsOfPeople
{
    public readonly record struct Key(CycleId CycleId, PersonId PersonId);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, ScorecardModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, ScorecardSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Key, ScorecardModel>>
    {
        public async Task<IReadOnlyDictionary<Key, ScorecardModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var (cycles, people) = (request.Keys.Select(k => k.CycleId).Distinct().ToList(), request.Keys.Select(k => k.PersonId).Distinct().ToList());
            var found = await db.Scorecards.Where(await sight.MayReadAsync(cancellationToken)).Where(s => EF.Parameter(cycles).Contains(s.CycleId) && EF.Parameter(people).Contains(s.PersonId)).ToModels().ToListAsync(cancellationToken);
            return found.ToDictionary(s => new Key(s.CycleId, s.PersonId));
        }
    }
}

/// <summary>A person's scorecard of a cycle; null where there is none, or not for the caller.</summary>
internal static class ScorecardOfPerson
{
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, PersonId PersonId) : IQuery<ScorecardModel?>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, ScorecardSight sight) : IQueryHandler<Query, ScorecardModel?>
    {
        public async Task<ScorecardModel?> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await db.Scorecards.Where(await sight.MayReadAsync(cancellationToken)).Where(s => s.CycleId == request.CycleId && s.PersonId == request.PersonId).ToModels().SingleOrDefaultAsync(cancellationToken);
        }
    }
}

/// <summary>A cycle's scorecards that the caller may read, as they were made.</summary>
internal static class ListScorecards
{
    /// <param name="UnitId">Of those who work in it.</param>
    /// <param name="Text">Of people whose name, number or e-mail address holds it.</param>
    public sealed record Filter(UnitId? UnitId, bool? IncludeSubunits, IReadOnlyList<ScorecardStatus>? Status, string? Text = null);

    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, Filter? Filter, PageRequest Page) : IQuery<Page<ScorecardModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, ScorecardSight sight, IMediator mediator) : IQueryHandler<Query, Page<ScorecardModel>>
    {
        public async Task<Page<ScorecardModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var cards = db.Scorecards.Where(s => s.CycleId == request.CycleId).Where(await sight.MayReadAsync(cancellationToken));
            if (request.Filter?.Status is { Count: > 0 } statuses)
                cards = cards.Where(s => statuses.Contains(s.Status));
            if (request.Filter?.UnitId is { } unit)
            {
                var units = request.Filter.IncludeSubunits == true ? await mediator.Send(new UnitsUnder(unit), cancellationToken) : [unit];
                var people = (await mediator.Send(new MembersOf(units), cancellationToken)).Select(m => m.PersonId).ToList();
                cards = cards.Where(s => EF.Parameter(people).Contains(s.PersonId));
            }
            if (!string.IsNullOrWhiteSpace(request.Filter?.Text))
            {
                var people = await mediator.Send(new PeopleFound(request.Filter.Text), cancellationToken);
                cards = cards.Where(s => EF.Parameter(people).Contains(s.PersonId));
            }
            return await new Keyset<ScorecardModel>().By(s => s.Id).PageAsync(cards.ToModels(), request.Page, cancellationToken);
        }
    }
}
