using Objectives.Contracts.Planning;
using Objectives.Planning.Features.Objectives;
using Objectives.Planning.Features.Phasing;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Time;

namespace Objectives.Planning.Api;

internal static class PhasingApi
{
    /// <param name="objective">Planning's own type, which the objective's API has bound.</param>
    public static void Bind(ApiBuilder api, TypeBinder<ObjectiveModel> objective)
    {
        objective.Batch<PhasedTargetsOf.Key, IReadOnlyList<PhasedTargetModel>>(
            "phasedTargets", (o, args) => new(o.At, args.Get<PeriodGranularity?>("granularity") ?? PeriodGranularity.Month), keys => new PhasedTargetsOf.Query(keys), []);
        objective.Field("phasedBy", o => o.AsAncestorOnly ? null : o.PhasedBy);
        api.Type<PhasedTargetModel>("PhasedTarget");
        api.Query("phasingPreview", call => call.Args.To<PreviewPhasing.Query>());
        api.Mutation<PhaseObjective.Command, ObjectiveId>("phaseObjective", "objective");
    }
}
