using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Features.Scorecards;

/// <inheritdoc cref="SheetReader"/>
internal static class SheetsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ScorecardId> Ids) : IQuery<IReadOnlyDictionary<ScorecardId, CardSheet>>;

    public sealed class Handler(SheetReader sheets) : IQueryHandler<Query, IReadOnlyDictionary<ScorecardId, CardSheet>>
    {
        public Task<IReadOnlyDictionary<ScorecardId, CardSheet>> Handle(Query request, CancellationToken cancellationToken) => sheets.ReadAsync(request.Ids, cancellationToken);
    }
}

internal static class ScorecardItemsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, ScorecardItemModel>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, SheetReader sheets) : IQueryHandler<Query, IReadOnlyDictionary<Guid, ScorecardItemModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, ScorecardItemModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new ScorecardItemId(id)).ToList();
            var cards = await db.ScorecardItems.Where(i => EF.Parameter(ids).Contains(i.Id)).Select(i => i.ScorecardId).Distinct().ToListAsync(cancellationToken);
            return (await sheets.ReadAsync(cards, cancellationToken)).Values.SelectMany(s => s.Items).Where(i => request.Ids.Contains(i.Id)).ToDictionary(i => i.Id);
        }
    }
}

/// <summary>The items of objectives that the caller may read.</summary>
internal static class ScorecardItemsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveId> Objectives) : IQuery<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<ScorecardItemModel>>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, SheetReader sheets) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveId, IReadOnlyList<ScorecardItemModel>>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveId, IReadOnlyList<ScorecardItemModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Objectives;
            var cards = await db.ScorecardItems.Where(i => EF.Parameter(ids).Contains(i.ObjectiveId)).Select(i => i.ScorecardId).Distinct().ToListAsync(cancellationToken);
            var wanted = ids.ToHashSet();
            return (await sheets.ReadAsync(cards, cancellationToken)).Values.SelectMany(s => s.Items).Where(i => wanted.Contains(i.ObjectiveId))
                .GroupBy(i => i.ObjectiveId).ToDictionary(g => g.Key, g => (IReadOnlyList<ScorecardItemModel>)[.. g]);
        }
    }
}
