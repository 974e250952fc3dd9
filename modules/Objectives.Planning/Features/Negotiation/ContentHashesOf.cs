using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Negotiation;

/// <summary>What would be signed of each objective, as it is or was.</summary>
internal static class ContentHashesOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<ObjectiveAt> Keys) : IQuery<IReadOnlyDictionary<ObjectiveAt, string>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<ObjectiveAt, string>>
    {
        public async Task<IReadOnlyDictionary<ObjectiveAt, string>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var hashes = new Dictionary<ObjectiveAt, string>();
            foreach (var moment in request.Keys.GroupBy(k => k.AsOf))
            {
                var ids = moment.Select(k => k.Id).ToList();
                var states = moment.Key is { } asOf
                    ? await States(db.ObjectiveVersions.HeldAt(asOf).Where(o => ids.Contains(o.ObjectiveId))).ToListAsync(cancellationToken)
                    : await States(db.Objectives.Where(o => ids.Contains(o.ObjectiveId))).ToListAsync(cancellationToken);
                var support = (await db.SupportRequests.AsNoTracking().Where(r => ids.Contains(r.ObjectiveId)).ToListAsync(cancellationToken)).ToLookup(r => r.ObjectiveId);
                foreach (var state in states)
                {
                    var content = state.Content with { Support = [.. support[state.Id].Where(r => r.WasCountedOn(moment.Key)).Select(r => r.AsSigned)] };
                    hashes[new(state.Id, moment.Key)] = content.Hash;
                }
            }
            return hashes;
        }

        private static IQueryable<State> States<T>(IQueryable<T> objectives)
            where T : class, IObjectiveState
            => objectives.Select(o => new State(o.ObjectiveId, new(o.Title, o.MeasureId, o.Target, o.LowerBound, o.Phasing, o.ParentId, new List<SignedSupport>())));

        private sealed record State(ObjectiveId Id, SignedContent Content);
    }
}
