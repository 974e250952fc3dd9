using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.PerformanceLinkage.Domain.Scorecards;
using Objectives.PerformanceLinkage.Features.Scorecards;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Features.Rebalances;

internal enum RebalanceAction
{
    Request,
    Confirm,
    Decide,
}

/// <summary>What the caller can do about rebalances now, by the rules that decide when he does it.</summary>
internal static class MayDoAboutRebalances
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<RebalanceId> Ids) : IQuery<IReadOnlyDictionary<RebalanceId, IReadOnlyList<RebalanceAction>>>;

    public sealed class Handler(IDbContextFactory<PerformanceLinkageDb> dbs, ScorecardSight sight, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<RebalanceId, IReadOnlyList<RebalanceAction>>>
    {
        public async Task<IReadOnlyDictionary<RebalanceId, IReadOnlyList<RebalanceAction>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (call.Caller.ReadOnly)
                return new Dictionary<RebalanceId, IReadOnlyList<RebalanceAction>>();
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids;
            var pending = await (
                from r in db.Rebalances.Where(r => EF.Parameter(ids).Contains(r.Id) && (r.Status == RebalanceStatus.Proposed || r.Status == RebalanceStatus.Requested || r.Status == RebalanceStatus.HrDecision))
                join s in db.Scorecards.Where(await sight.MayReadAsync(cancellationToken)) on r.ScorecardId equals s.Id
                select new { r.Id, r.Status, s.PersonId }).ToListAsync(cancellationToken);
            var parties = await sight.PartiesAsync([.. pending.Select(r => r.PersonId)], cancellationToken);
            return pending.ToDictionary(r => r.Id, r => (IReadOnlyList<RebalanceAction>)[.. ActionsOf(r.Status, parties[r.PersonId])]);
        }

        private IEnumerable<RebalanceAction> ActionsOf(RebalanceStatus status, ScorecardParty party)
        {
            if (status == RebalanceStatus.HrDecision)
            {
                if (call.Caller.Is(Role.Hr) && party != ScorecardParty.Self)
                    yield return RebalanceAction.Decide;
            }
            else if (party == ScorecardParty.Self)
                yield return RebalanceAction.Request;
            else if (party == ScorecardParty.Leader)
                yield return RebalanceAction.Confirm;
        }
    }
}
