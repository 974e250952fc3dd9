using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Deviations;

internal enum DeviationAction
{
    Route,
    Settle,

    /// <summary>Ask for another target (S7.5).</summary>
    RequestRevision,
}

/// <summary>What the caller can do about deviations now, by the rules that decide when he does it.</summary>
internal static class MayDoAbout
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<DeviationId> Ids) : IQuery<IReadOnlyDictionary<DeviationId, IReadOnlyList<DeviationAction>>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, DeviationParties parties, IMediator mediator, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<DeviationId, IReadOnlyList<DeviationAction>>>
    {
        public async Task<IReadOnlyDictionary<DeviationId, IReadOnlyList<DeviationAction>>> Handle(Query request, CancellationToken cancellationToken)
        {
            if (call.Caller.ReadOnly)
                return new Dictionary<DeviationId, IReadOnlyList<DeviationAction>>();
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids;
            var deviations = await db.Deviations.AsNoTracking().Where(d => EF.Parameter(ids).Contains(d.Id) && d.Status != DeviationStatus.Closed).ToListAsync(cancellationToken);
            var signed = (await db.Settlements.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.DeviationId)).ToListAsync(cancellationToken)).ToLookup(s => s.DeviationId);
            var party = await parties.OfAsync(deviations, cancellationToken);
            var revisable = await mediator.Send(new RevisableByCaller([.. deviations.Where(d => d.ExternalCause).Select(d => d.ObjectiveId).Distinct()]), cancellationToken);
            return deviations.ToDictionary(d => d.Id, d => (IReadOnlyList<DeviationAction>)[.. Actions(d, party[d.Id], [.. signed[d.Id]], revisable)]);
        }

        private static IEnumerable<DeviationAction> Actions(Deviation deviation, DeviationParty party, IReadOnlyCollection<Settlement> signed, IReadOnlySet<ObjectiveId> revisable)
        {
            if (party is DeviationParty.Supervisor or DeviationParty.Above && deviation.IsUnresolved)
                yield return DeviationAction.Route;
            if (party is DeviationParty.Owner or DeviationParty.Supervisor && deviation.CheckSettle(party == DeviationParty.Owner, signed) is null)
                yield return DeviationAction.Settle;
            if (deviation.ExternalCause && revisable.Contains(deviation.ObjectiveId))
                yield return DeviationAction.RequestRevision;
        }
    }
}
