using Objectives.Contracts.Planning;
using Objectives.Planning.Features.Measures;
using Objectives.Planning.Features.Objectives;
using Objectives.Planning.Features.Strategy;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Api;

internal static class StrategyApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<MeasureModel>("Measure", ids => new MeasuresById.Query(ids));
        api.Entity<StrategyElementModel>("StrategyElement", ids => new StrategyElementsById.Query(ids))
            .History()
            .Reference("measure", "Measure", s => s.MeasureId?.Value)
            .Reference("parent", "StrategyElement", s => s.ParentId?.Value)
            .Batch<StrategyElementId, IReadOnlyList<StrategyElementModel>>("children", s => s.StrategyElementId, parents => new ChildrenOfStrategy.Query(parents), [])
            .Batch<StrategyElementId, IReadOnlyList<ObjectiveModel>>("objectives", s => s.StrategyElementId, elements => new ObjectivesOfStrategy.Query(elements), []);
        api.Query("strategy", _ => new AllStrategy.Query());
        api.Query("measures", _ => new AllMeasures.Query());
        api.Mutation<SaveStrategyElement.Command, StrategyElementId>("saveStrategyElement", "strategyElement");
        api.Mutation<SaveMeasure.Command, MeasureId>("saveMeasure", "measure");
    }
}
