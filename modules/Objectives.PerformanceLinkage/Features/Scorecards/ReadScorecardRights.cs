using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Appraisals;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Features.Scorecards;

internal enum ScorecardAction
{
    /// <summary>Set its items and weights.</summary>
    Edit,
    Activate,
    SelfAppraise,
    Appraise,
    Calibrate,
    Sign,
    Dispute,
    Resolve,
}

/// <summary>What the caller can do about scorecards now, by the rules that decide when he does it.</summary>
internal static class MayDoAboutScorecards
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ScorecardId> Ids) : IQuery<IReadOnlyDictionary<ScorecardId, IReadOnlyList<ScorecardAction>>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, ScorecardSight sight, IMediator mediator, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<ScorecardId, IReadOnlyList<ScorecardAction>>>
    {
        public async Task<IReadOnlyDictionary<ScorecardId, IReadOnlyList<ScorecardAction>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (call.Caller.ReadOnly)
                return new Dictionary<ScorecardId, IReadOnlyList<ScorecardAction>>();
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids;
            var cards = await db.Scorecards.AsNoTracking().Include(s => s.Rebalances).Where(await sight.MayReadAsync(cancellationToken)).Where(s => EF.Parameter(ids).Contains(s.Id)).ToListAsync(cancellationToken);
            var appraisals = await db.Appraisals.AsNoTracking().Where(a => EF.Parameter(ids).Contains(a.ScorecardId)).ToDictionaryAsync(a => a.ScorecardId, cancellationToken);
            var calendars = await mediator.Send(new AppraisalCalendars([.. cards.Select(c => c.CycleId).Distinct()]), cancellationToken);
            var parties = await sight.PartiesAsync([.. cards.Select(c => c.PersonId)], cancellationToken);
            IReadOnlyList<PersonId> hr = call.Caller.Is(Role.Executive) ? await mediator.Send(new HoldersOf(Role.Hr), cancellationToken) : [];
            return cards.ToDictionary(c => c.Id, c => (IReadOnlyList<ScorecardAction>)[.. ActionsOf(c, appraisals.GetValueOrDefault(c.Id), calendars[c.CycleId], parties[c.PersonId], hr.Contains(c.PersonId))]);
        }

        private IEnumerable<ScorecardAction> ActionsOf(Scorecard card, Appraisal? appraisal, AppraisalCalendar cycle, ScorecardParty party, bool isOfHr)
        {
            var (isHr, isSelf) = (call.Caller.Is(Role.Hr), party == ScorecardParty.Self);
            if (isHr && cycle.Stage != CycleStage.Closed)
            {
                if (card.Status is ScorecardStatus.Draft or ScorecardStatus.Active)
                    yield return ScorecardAction.Edit;
                if (card.Status == ScorecardStatus.Draft)
                    yield return ScorecardAction.Activate;
            }
            if (cycle.Appraises)
            {
                if (isSelf && card.CheckSelfAppraisable() is null)
                    yield return ScorecardAction.SelfAppraise;
                if (party == ScorecardParty.Leader && card.CheckAppraisable() is null)
                    yield return ScorecardAction.Appraise;
                if (!isSelf && (isHr || isOfHr) && card.CheckCalibratable(appraisal?.IsAnswered == true) is null)
                    yield return ScorecardAction.Calibrate;
                if (!isSelf && (isHr || party == ScorecardParty.Above) && card.CheckDisputed() is null && appraisal?.AppraisedById != call.Caller.Id)
                    yield return ScorecardAction.Resolve;
            }
            if (card.CheckSignable() is not null)
                yield break;
            if (isSelf ? appraisal?.OwnerSignedAt is null : party == ScorecardParty.Leader && appraisal?.LeaderSignedAt is null)
                yield return ScorecardAction.Sign;
            if (isSelf && cycle.Appraises && appraisal is { OwnerSignedAt: null, DisputeResolution: null })
                yield return ScorecardAction.Dispute;
        }
    }
}
