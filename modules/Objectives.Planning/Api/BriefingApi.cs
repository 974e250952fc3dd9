using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Briefings;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Api;

internal static class BriefingApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<BriefingModel>("Briefing", ids => new BriefingsById.Query(ids))
            .History()
            .Reference("cycle", "Cycle", b => b.CycleId.Value)
            .Reference("unit", "Unit", b => b.UnitId.Value)
            .Reference("publishedBy", "Person", b => b.PublishedById.Value)
            .References("objectives", "Objective", b => b.ObjectiveIds)
            .Pages("acknowledgements", "Person", ReceiptsAsked.Of, asked => new AcknowledgedBy.Query(asked))
            .Pages("pending", "Person", ReceiptsAsked.Of, asked => new PendingFor.Query(asked))
            .Batch<BriefingId, DateTimeOffset?>("acknowledgedAt", b => new BriefingId(b.Id), ids => new AcknowledgedByMe.Query(ids))
            .Batch<AwaitedOfMe.Asked, bool>("awaitsViewer", b => new(new(b.Id), b.UnitId, b.PublishedById), asked => new AwaitedOfMe.Query(asked));
        api.Extend("Person").Batch<PendingBriefings.Asked, IReadOnlyList<BriefingModel>>(
            "pendingBriefings", (p, args) => new PendingBriefings.Asked(new(p.Id), args.Get<CycleId>("cycleId")), asked => new PendingBriefings.Query(asked), []);
        api.Query("briefings", call => new ListBriefings.Query(call.Args.Get<CycleId>("cycleId"), call.Args.Get<Contracts.Organization.UnitId?>("unitId"), call.Args.Get<BriefingKind?>("kind"), call.Page()));
        api.Mutation<PublishBriefing.Command, BriefingId>("publishBriefing", "briefing");
        api.Mutation<AcknowledgeBriefing.Command, BriefingId>("acknowledgeBriefing", "briefing");
        api.Removable("Briefing", (id, version, reason) => new RemoveBriefing.Command(new(id), version, reason));
    }
}
