using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Cycles;
using Objectives.Planning.Features.Setting;
using Objectives.Platform.Features;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Api;

internal static class CycleApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<CycleModel>("Cycle", ids => new CyclesById.Query(ids))
            .History()
            .Query("settingProgress", (c, call) => new ReadSettingProgress.Query(c.CycleId, c.Year, call.Args.Get<UnitId?>("unitId")));
        api.Type<CyclePolicy>("CyclePolicy");
        api.ById("cycle", "Cycle");
        api.Query("cycles", _ => new AllCycles.Query());
        api.Query("currentCycle", _ => new CurrentCycle.Query());
        api.Mutation<OpenCycle.Command, CycleId>("openCycle", "cycle");
        api.Mutation<MoveCycle.Command, CycleId>("moveCycle", "cycle");
        api.Mutation<ClosePeriod.Command, CycleId>("closePeriod", "cycle");
        api.Mutation<ReopenPeriod.Command, CycleId>("reopenPeriod", "cycle");
        api.Mutation<SetCyclePolicy.Command, CycleId>("setCyclePolicy", "cycle");
    }
}
