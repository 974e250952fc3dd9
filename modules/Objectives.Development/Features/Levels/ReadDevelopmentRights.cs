using Objectives.Contracts.Organization;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features.Levels;

internal enum DevelopmentAction
{
    AssessSelf,
    AssessAsLeader,

    /// <summary>Of tests and trainings elsewhere.</summary>
    RecordResults,
    AssessReadiness,
    WaiveReadiness,
    Plan,

    /// <summary>Says how what was planned ended.</summary>
    Complete,
}

/// <summary>What the caller can do about people's development.</summary>
internal static class MayDevelop
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<PersonId> People) : IQuery<IReadOnlyDictionary<PersonId, IReadOnlyList<DevelopmentAction>>>;

    public sealed class Handler(DevelopmentSight sight, CallContext call) : IQueryHandler<Query, IReadOnlyDictionary<PersonId, IReadOnlyList<DevelopmentAction>>>
    {
        public async Task<IReadOnlyDictionary<PersonId, IReadOnlyList<DevelopmentAction>>> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = new Dictionary<PersonId, IReadOnlyList<DevelopmentAction>>();
            if (call.Caller.ReadOnly)
                return found;
            foreach (var (person, relation) in await sight.RelationsToAsync(request.People, cancellationToken))
                found[person] = [.. ActionsOf(relation)];
            return found;
        }

        private static IEnumerable<DevelopmentAction> ActionsOf(Relation to)
        {
            if (to.IsSelf)
                yield return DevelopmentAction.AssessSelf;
            if (to.IsAbove)
                yield return DevelopmentAction.AssessAsLeader;
            if (to is { IsHr: true, IsSelf: false })
                yield return DevelopmentAction.RecordResults;
            if (to.MayJudge)
                yield return DevelopmentAction.AssessReadiness;
            if (to.IsHigher)
                yield return DevelopmentAction.WaiveReadiness;
            if (to.IsParty)
                yield return DevelopmentAction.Plan;
            if (to.MayJudge)
                yield return DevelopmentAction.Complete;
        }
    }
}
