using Objectives.Contracts.Planning;
using Objectives.Planning.Features.Revisions;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Api;

internal static class RevisionApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<TargetRevisionModel>("TargetRevision", ids => new RevisionsById.Query(ids))
            .Reference("objective", "Objective as ancestor", r => r.ObjectiveId.Value)
            .Reference("deviation", "Deviation", r => r.DeviationId.Value)
            .Reference("requestedBy", "Person", r => r.RequestedById.Value)
            .Reference("decidedBy", "Person", r => r.DecidedById?.Value)
            .Batch<TargetRevisionId, IReadOnlyList<RevisionAction>>("viewerMay", r => new TargetRevisionId(r.Id), ids => new MayDoAbout.Query(ids), []);
        api.Extend("Objective").Batch<ObjectiveId, IReadOnlyList<TargetRevisionModel>>("revisions", o => new ObjectiveId(o.Id), ids => new RevisionsOf.Query(ids), []);
        api.Mutation<RequestTargetRevision.Command, TargetRevisionId>("requestTargetRevision", "targetRevision");
        api.Mutation<DecideTargetRevision.Command, TargetRevisionId>("decideTargetRevision", "targetRevision");
        api.Mutation<WithdrawTargetRevision.Command, TargetRevisionId>("withdrawTargetRevision", "targetRevision");
        api.Mutation<UndoTargetRevision.Command, TargetRevisionId>("undoTargetRevision", "targetRevision");
    }
}
