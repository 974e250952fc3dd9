using Objectives.Development.Features.Effect;
using Objectives.Platform.GraphQl;

namespace Objectives.Development.Api;

internal static class EffectApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Type<TrainingEffectModel>("TrainingEffect")
            .Reference("cycle", "Cycle", e => e.CycleId.Value)
            .Reference("competency", "Competency", e => e.CompetencyId.Value);
        api.Query("trainingEffect", call => call.Args.To<ReadTrainingEffect.Query>());
    }
}
