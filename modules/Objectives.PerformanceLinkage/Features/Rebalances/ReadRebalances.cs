using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Features.Rebalances;

internal sealed record ItemWeightModel(ScorecardItemId ItemId, decimal Weight);

internal sealed record RebalanceModel(
    Guid Id, ScorecardId ScorecardId, TargetRevisionId CauseId, RebalanceStatus Status, IReadOnlyList<ItemWeightModel> Before, IReadOnlyList<ItemWeightModel> Proposed, IReadOnlyList<ItemWeightModel> After, decimal? ScoreBefore, decimal? ScoreAfter,
    PersonId? RequestedById, PersonId? ConfirmedById, DateTimeOffset? ConfirmedAt, string? Reason) : IEntityModel;

/// <summary>The oldest first.</summary>
internal sealed class RebalanceReader(IDbContextFactory<PerformanceLinkageDb> dbs, ScorecardSight sight)
{
    public async Task<IReadOnlyList<RebalanceModel>> ReadAsync(Func<IQueryable<Rebalance>, IQueryable<Rebalance>> which, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var readable = db.Scorecards.Where(await sight.MayReadAsync(cancellationToken));
        var found = await which(db.Rebalances.AsNoTracking()).Where(r => readable.Any(s => s.Id == r.ScorecardId)).OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(cancellationToken);
        var cards = found.ConvertAll(r => r.ScorecardId);
        var items = await db.ScorecardItems.Where(i => EF.Parameter(cards).Contains(i.ScorecardId)).OrderBy(i => i.Ordinal).Select(i => i.Id).ToListAsync(cancellationToken);
        var places = items.Index().ToDictionary(i => i.Item, i => i.Index);
        return found.ConvertAll(r => new RebalanceModel(
            r.Id.Value, r.ScorecardId, r.CauseId, r.Status, WeightsOf(r.Before, places), WeightsOf(r.Proposed, places), WeightsOf(r.After, places), r.ScoreBefore, r.ScoreAfter, r.RequestedById, r.ConfirmedById, r.ConfirmedAt, r.Reason));
    }

    /// <summary>Without those that were since taken off the card.</summary>
    private static IReadOnlyList<ItemWeightModel> WeightsOf(string written, Dictionary<ScorecardItemId, int> places)
        => [.. ItemWeights.Read(written).Where(w => places.ContainsKey(w.Key)).OrderBy(w => places[w.Key]).Select(w => new ItemWeightModel(w.Key, (decimal)w.Value / ItemWeights.PerPoint))];
}

internal static class RebalancesById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, RebalanceModel>>;

    public sealed class Handler(RebalanceReader reader) : IQueryHandler<Query, IReadOnlyDictionary<Guid, RebalanceModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, RebalanceModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var ids = request.Ids.Select(id => new RebalanceId(id)).ToList();
            return (await reader.ReadAsync(all => all.Where(r => EF.Parameter(ids).Contains(r.Id)), cancellationToken)).ToDictionary(r => r.Id);
        }
    }
}

internal static class RebalancesOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ScorecardId> Cards) : IQuery<IReadOnlyDictionary<ScorecardId, IReadOnlyList<RebalanceModel>>>;

    public sealed class Handler(RebalanceReader reader) : IQueryHandler<Query, IReadOnlyDictionary<ScorecardId, IReadOnlyList<RebalanceModel>>>
    {
        public async Task<IReadOnlyDictionary<ScorecardId, IReadOnlyList<RebalanceModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var cards = request.Cards;
            return (await reader.ReadAsync(all => all.Where(r => EF.Parameter(cards).Contains(r.ScorecardId)), cancellationToken)).GroupBy(r => r.ScorecardId).ToDictionary(g => g.Key, g => (IReadOnlyList<RebalanceModel>)[.. g]);
        }
    }
}
