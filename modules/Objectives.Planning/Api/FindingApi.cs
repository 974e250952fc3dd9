using Objectives.Contracts.Planning;
using Objectives.Planning.Features.Findings;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Api;

internal static class FindingApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<FindingModel>("Finding", ids => new FindingsById.Query(ids))
            .Reference("objective", "Objective", f => f.ObjectiveId.Value)
            .References("related", "Objective", f => f.RelatedIds);
        api.Type<WaiverModel>("Waiver").Reference("by", "Person", w => w.ById.Value);
        api.Type<ObjectiveModel>("Objective").Batch<ObjectiveId, IReadOnlyList<FindingModel>>(
            "findings", o => o.AsAncestorOnly || o.AsOf is not null ? null : o.ObjectiveId, ids => new FindingsOfObjectives.Query(ids), []);
        api.Type<WhatIf.Answer>("WhatIf").Reference("objective", "Objective", a => a.ObjectiveId.Value);
        api.Type<WhatIf.Effect>("WhatIfEffect").Reference("objective", "Objective", e => e.ObjectiveId.Value);
        api.Query("findings", call => new ListFindings.Query(call.Args.Get<CycleId>("cycleId"), call.Args.Get<ListFindings.Filter>("filter"), call.Page()));
        api.Query("whatIf", call => call.Args.To<WhatIf.Query>());
        api.Mutation<WaiveFinding.Command, FindingId>("waiveFinding", "finding");
        api.Mutation<RepairFinding.Command, FindingId>("repairFinding", "finding");
    }
}
