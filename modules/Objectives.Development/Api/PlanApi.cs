using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Domain.Plans;
using Objectives.Development.Features.Plans;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Development.Api;

internal static class PlanApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<PlanModel>("DevelopmentPlan", ids => new PlansById.Query(ids))
            .History()
            .Reference("person", "Person", p => p.PersonId.Value)
            .Reference("cycle", "Cycle", p => p.CycleId.Value)
            .Batch<DevelopmentPlanId, IReadOnlyList<ItemModel>>("items", p => p.PlanId, ids => new ItemsOf.Query(ids), []);
        api.Entity<ItemModel>("DevelopmentItem", ids => new ItemsById.Query(ids))
            .Reference("plan", "DevelopmentPlan", i => i.PlanId.Value)
            .Reference("course", "Course", i => i.CourseId?.Value)
            .Reference("coach", "Person", i => i.CoachId?.Value)
            .Reference("competency", "Competency", i => i.CompetencyId.Value)
            .Reference("forObjective", "Objective", i => i.ForObjectiveId?.Value);
        api.Type<ItemTerms>("ProposedDevelopmentItem")
            .Reference("course", "Course", i => i.CourseId?.Value)
            .Reference("coach", "Person", i => i.CoachId?.Value)
            .Reference("competency", "Competency", i => i.CompetencyId.Value)
            .Reference("forObjective", "Objective", i => i.ForObjectiveId?.Value);
        api.Query("developmentProposal", call => call.Args.To<ReadDevelopmentProposal.Query>());
        api.Extend("Person").Batch<PlansOf.Key, PlanModel>("developmentPlan", (p, args) => new PlansOf.Key(new(p.Id), args.Get<CycleId>("cycleId")), keys => new PlansOf.Query(keys));
        api.Mutation<ProposeDevelopmentPlan.Command, DevelopmentPlanId>("proposeDevelopmentPlan", "developmentPlan");
        api.Mutation<SaveDevelopmentItem.Command, DevelopmentPlanId>("saveDevelopmentItem", "developmentPlan");
        api.Mutation<StartDevelopmentItem.Command, DevelopmentPlanId>("startDevelopmentItem", "developmentPlan");
        api.Mutation<CompleteDevelopmentItem.Command, DevelopmentPlanId>("completeDevelopmentItem", "developmentPlan");
        api.Removable("DevelopmentItem", (id, version, reason) => new CancelDevelopmentItem.Command(new(id), version, reason));
    }
}
