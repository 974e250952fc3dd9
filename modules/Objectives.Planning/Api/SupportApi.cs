using Objectives.Contracts.Planning;
using Objectives.Planning.Features.Objectives;
using Objectives.Planning.Features.Support;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Api;

internal static class SupportApi
{
    public static void Bind(ApiBuilder api)
    {
        // Whoever is asked for help reads of the objective as much as of an ancestor of his own.
        api.Entity<SupportRequestModel>("SupportRequest", ids => new SupportRequestsById.Query(ids))
            .Batch<ObjectiveAt, ObjectiveModel>("objective", r => new ObjectiveAt(r.ObjectiveId, null), keys => new ObjectivesById.Query(keys, AsAncestors: true))
            .Reference("fromUnit", "Unit", r => r.FromUnitId?.Value)
            .Reference("fromPerson", "Person", r => r.FromPersonId?.Value)
            .Reference("answeredBy", "Person", r => r.AnsweredById?.Value)
            .Reference("requestedBy", "Person", r => r.RequestedById.Value)
            .Reference("receiver", "Person", r => r.ReceiverId?.Value);
        api.Query("supportAwaited", call => new SupportAwaited.Query(call.Args.Get<CycleId>("cycleId")));
        api.Mutation<RequestSupport.Command, SupportRequestId>("requestSupport", "supportRequest");
        api.Mutation<AnswerSupport.Command, SupportRequestId>("answerSupport", "supportRequest");
    }

    public static TypeBinder<ObjectiveModel> Support(this TypeBinder<ObjectiveModel> objective)
        => objective.Batch<ObjectiveId, IReadOnlyList<SupportRequestModel>>("supportRequests", o => o.ObjectiveId, ids => new SupportRequestsOf.Query(ids), []);
}
