using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Features.Readings;
using Objectives.PerformanceLinkage.Features.Scoring;
using Objectives.Platform.GraphQl;

namespace Objectives.PerformanceLinkage.Features.Scorecards;

internal sealed record ScorecardItemModel(
    Guid Id, ScorecardId ScorecardId, ObjectiveId ObjectiveId, decimal Weight, ScorecardItemStatus Status, ScoringRuleModel Rule, decimal? Attainment, decimal? RuleScore, ScoreAdjustmentModel? Adjustment, decimal? Score,
    decimal? Contribution, TargetRevisionId? ExemptedById) : IEntityModel;

internal sealed record ScoreAdjustmentModel(PersonId ById, decimal Points, string Reason, DateTimeOffset At);

/// <param name="Items">In their order on the card.</param>
internal sealed record CardSheet(decimal? Score, decimal? EvidenceShare, IReadOnlyList<ScorecardItemModel> Items);

/// <summary>
/// How the scores of scorecards come about, as far as the caller may see them: until it is released to him a person sees his own without what his leader has adjusted. The number of statements does not depend on how many
/// cards; what one request has worked out once it is not worked out again.
/// </summary>
internal sealed class SheetReader(IDbContextFactory<PerformanceLinkageDb> dbs, ScorecardSight sight, ReadingLog log, IMediator mediator) : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<(ScorecardId, long), CardSheet> _known = [];

    /// <summary>Without those that the caller may not read.</summary>
    public async Task<IReadOnlyDictionary<ScorecardId, CardSheet>> ReadAsync(IReadOnlyCollection<ScorecardId> ids, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var cards = await db.Scorecards.Where(await sight.MayReadAsync(cancellationToken)).Where(s => EF.Parameter(ids).Contains(s.Id))
                .Select(s => new Card(s.Id, s.Version, s.PersonId, s.Status, s.FrozenAt != null)).ToListAsync(cancellationToken);
            if (cards.FindAll(c => !_known.ContainsKey((c.Id, c.Version))) is { Count: > 0 } unknown)
                await AddAsync(db, unknown, cancellationToken);
            await log.KeepAsync("Scorecard", cards.Select(c => c.Id.Value), cancellationToken);
            return cards.ToDictionary(c => c.Id, c => _known[(c.Id, c.Version)]);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task AddAsync(PerformanceLinkageDb db, List<Card> cards, CancellationToken cancellationToken)
    {
        var ids = cards.ConvertAll(c => c.Id);
        var items = (await db.ScorecardItems.AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.ScorecardId)).OrderBy(i => i.Ordinal).ToListAsync(cancellationToken)).ToLookup(i => i.ScorecardId);
        var rules = (await db.ScoringRules.Where(r => db.ScorecardItems.Any(i => i.RuleId == r.Id && EF.Parameter(ids).Contains(i.ScorecardId))).Select(ScoringRuleModel.Of).ToListAsync(cancellationToken)).ToDictionary(r => r.ScoringRuleId);
        var adjustments = await db.ScoreAdjustments.AsNoTracking().Join(db.Appraisals.Where(a => EF.Parameter(ids).Contains(a.ScorecardId)), d => d.AppraisalId, a => a.Id, (d, _) => d)
            .ToDictionaryAsync(d => d.ItemId, d => new ScoreAdjustmentModel(d.ById, d.Points, d.Reason, d.At), cancellationToken);
        var live = cards.Where(c => !c.IsFrozen).SelectMany(c => items[c.Id]).Select(i => i.ObjectiveId).Distinct().ToList();
        var attainments = live.Count == 0 ? new Dictionary<ObjectiveId, decimal>() : await mediator.Send(new AttainmentsOf(live, WithinCommand: false), cancellationToken);
        foreach (var card in cards)
        {
            var judged = sight.SeesJudgement(card.PersonId, card.Status);
            _known[(card.Id, card.Version)] = SheetOf([.. items[card.Id].Select(i => RowOf(
                i, card.IsFrozen ? i.KeptAttainment : attainments.TryGetValue(i.ObjectiveId, out var attainment) ? attainment : null, rules[i.RuleId], judged ? adjustments.GetValueOrDefault(i.Id) : null))]);
        }
    }

    private static Row RowOf(ScorecardItem item, decimal? attainment, ScoringRuleModel rule, ScoreAdjustmentModel? adjustment)
        => new(item, attainment, attainment is { } known ? rule.Terms.ScoreOf(known) : null, rule, adjustment);

    private static CardSheet SheetOf(IReadOnlyList<Row> rows)
    {
        var sheet = ScoreSheet.Of([.. rows.Select(r => new ItemFigures(r.Item.Id, r.Item.Weight, r.Item.IsActive, r.RuleScore, r.Adjustment?.Points ?? 0))]);
        return new(sheet.Score, sheet.EvidenceShare, [.. rows.Zip(sheet.Items, (r, score) => new ScorecardItemModel(
            r.Item.Id.Value, r.Item.ScorecardId, r.Item.ObjectiveId, (decimal)r.Item.Weight / ItemWeights.PerPoint, r.Item.Status, r.Rule, r.Attainment, r.RuleScore, r.Adjustment, score.Score, score.Contribution,
            r.Item.ExemptedById))]);
    }

    private sealed record Card(ScorecardId Id, long Version, PersonId PersonId, ScorecardStatus Status, bool IsFrozen);

    private sealed record Row(ScorecardItem Item, decimal? Attainment, decimal? RuleScore, ScoringRuleModel Rule, ScoreAdjustmentModel? Adjustment);
}
