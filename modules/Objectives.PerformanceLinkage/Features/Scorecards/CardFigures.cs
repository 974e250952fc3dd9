using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;

namespace Objectives.PerformanceLinkage.Features.Scorecards;

/// <summary>What a command must know of a scorecard's figures, within its transaction.</summary>
internal sealed class CardFigures(PerformanceLinkageDb db, IMediator mediator)
{
    public Task<Scorecard?> FindAsync(ScorecardId id, CancellationToken cancellationToken) => Whole.SingleOrDefaultAsync(s => s.Id == id, cancellationToken);

    public Task<Scorecard> OfRebalanceAsync(RebalanceId id, CancellationToken cancellationToken) => Whole.SingleAsync(s => s.Rebalances.Any(r => r.Id == id), cancellationToken);

    public IQueryable<Scorecard> Whole => db.Scorecards.Include(s => s.Items).Include(s => s.Rebalances).AsSplitQuery();

    public Task<IReadOnlyDictionary<ObjectiveId, decimal>> AttainmentsAsync(IEnumerable<Scorecard> cards, CancellationToken cancellationToken)
        => mediator.Send(new AttainmentsOf([.. cards.SelectMany(c => c.Items).Select(i => i.ObjectiveId).Distinct()], WithinCommand: true), cancellationToken);

    /// <summary>What the items' attainments are worth by their rules; without those of which nothing is on record.</summary>
    public async Task<IReadOnlyDictionary<ScorecardItemId, decimal>> RuleScoresAsync(Scorecard card, CancellationToken cancellationToken)
    {
        var attainments = card.FrozenAt is null
            ? await AttainmentsAsync([card], cancellationToken)
            : card.Items.Where(i => i.KeptAttainment is not null).ToDictionary(i => i.ObjectiveId, i => i.KeptAttainment!.Value);
        var ids = card.Items.Select(i => i.RuleId).Distinct().ToList();
        var rules = await db.ScoringRules.AsNoTracking().Where(r => EF.Parameter(ids).Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Terms, cancellationToken);
        return card.Items.Where(i => attainments.ContainsKey(i.ObjectiveId)).ToDictionary(i => i.Id, i => rules[i.RuleId].ScoreOf(attainments[i.ObjectiveId]));
    }
}
