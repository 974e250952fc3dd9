using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;

namespace Objectives.PerformanceLinkage.Features.Scoring;

internal sealed class ReadScores(IDbContextFactory<PerformanceLinkageDb> dbs, IMediator mediator) : IRequestHandler<ScoresOf, IReadOnlyDictionary<Contracts.Organization.PersonId, PersonScore>>
{
    public async Task<IReadOnlyDictionary<Contracts.Organization.PersonId, PersonScore>> Handle(ScoresOf request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var cards = await db.Scorecards.Where(s => s.CycleId == request.CycleId && s.Status != ScorecardStatus.Draft && EF.Parameter(request.People).Contains(s.PersonId))
            .Select(s => new { s.Id, s.PersonId, s.Status, IsFrozen = s.FrozenAt != null, FinalScore = db.Appraisals.Where(a => a.ScorecardId == s.Id).Select(a => a.FinalScore).FirstOrDefault() }).ToListAsync(cancellationToken);
        var open = cards.Where(c => c.FinalScore is null).Select(c => c.Id).ToList();
        var items = await db.ScorecardItems.AsNoTracking().Where(i => EF.Parameter(open).Contains(i.ScorecardId)).ToListAsync(cancellationToken);
        var rules = await db.ScoringRules.AsNoTracking().ToDictionaryAsync(r => r.Id, r => r.Terms, cancellationToken);
        var points = await db.ScoreAdjustments.Join(db.Appraisals.Where(a => EF.Parameter(open).Contains(a.ScorecardId)), d => d.AppraisalId, a => a.Id, (d, _) => new { d.ItemId, d.Points })
            .ToDictionaryAsync(d => d.ItemId, d => d.Points, cancellationToken);
        var frozen = cards.Where(c => c.IsFrozen).Select(c => c.Id).ToHashSet();
        var live = items.Where(i => !frozen.Contains(i.ScorecardId)).Select(i => i.ObjectiveId).Distinct().ToList();
        var attainments = live.Count == 0 ? new Dictionary<ObjectiveId, decimal>() : await mediator.Send(new AttainmentsOf(live, request.WithinCommand), cancellationToken);
        var sheets = items.GroupBy(i => i.ScorecardId).ToDictionary(g => g.Key, g => ScoreSheet.Of([.. g.Select(i => new ItemFigures(
            i.Id, i.Weight, i.IsActive, AttainmentOf(i) is { } attainment ? rules[i.RuleId].ScoreOf(attainment) : null, points.GetValueOrDefault(i.Id)))]).Score);
        return cards.ToDictionary(c => c.PersonId, c => new PersonScore(c.FinalScore ?? sheets.GetValueOrDefault(c.Id), c.Status == ScorecardStatus.Signed));

        decimal? AttainmentOf(ScorecardItem item) => frozen.Contains(item.ScorecardId) ? item.KeptAttainment : attainments.TryGetValue(item.ObjectiveId, out var known) ? known : null;
    }
}
