using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Data;
using Objectives.Platform.Requests;

namespace Objectives.PerformanceLinkage.Features.Scorecards;

/// <summary>The access rule of requests that name a scorecard, or a rebalance of one: what cannot be read does not exist.</summary>
internal sealed class ScorecardRule(PerformanceLinkageDb db, ScorecardSight sight)
{
    public async Task<Access> CheckAsync(ScorecardId id, IReadOnlyList<ScorecardParty> parties, CancellationToken cancellationToken)
        => await OfAsync(await db.Scorecards.Where(await sight.MayReadAsync(cancellationToken)).Where(s => s.Id == id).Select(s => (PersonId?)s.PersonId).SingleOrDefaultAsync(cancellationToken), parties, cancellationToken);

    public async Task<Access> CheckAsync(RebalanceId id, IReadOnlyList<ScorecardParty> parties, CancellationToken cancellationToken)
        => await OfAsync(
            await db.Scorecards.Where(await sight.MayReadAsync(cancellationToken)).Where(s => s.Rebalances.Any(r => r.Id == id)).Select(s => (PersonId?)s.PersonId).SingleOrDefaultAsync(cancellationToken), parties, cancellationToken);

    private async Task<Access> OfAsync(PersonId? person, IReadOnlyList<ScorecardParty> parties, CancellationToken cancellationToken)
    {
        if (person is not { } appraised)
            return Access.NotFound;
        return parties.Contains(await sight.PartyAsync(appraised, cancellationToken)) ? Access.Granted : Access.Forbidden;
    }
}
