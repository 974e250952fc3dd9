using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Features.Dashboard;
using Objectives.Platform.GraphQl;

namespace Objectives.ExecutionMonitoring.Api;

internal static class DashboardApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Type<DashboardModel>("Dashboard");
        api.Type<DashboardRowModel>("DashboardRow")
            .Reference("unit", "Unit", r => r.KeyOf(DashboardDimension.Unit))
            .Reference("region", "Region", r => r.KeyOf(DashboardDimension.Region))
            .Reference("customer", "Customer", r => r.KeyOf(DashboardDimension.Customer))
            .Reference("person", "Person", r => r.KeyOf(DashboardDimension.Person));
        api.Type<DashboardPointModel>("DashboardPoint");
        api.Type<StandingModel>("Standing").Reference("objective", "Objective", s => s.ObjectiveId);
        api.Query("standings", call => new ListStandings.Query(call.Args.Get<CycleId>("cycleId"), call.Args.Get<ListStandings.Filter>("filter"), call.Args.Get<DateOnly?>("asOf"), call.Page()));
        api.Query("dashboard", call => new ReadDashboard.Query(
            call.Args.Get<CycleId>("cycleId"), call.Args.Get<DashboardDimension>("by"), call.Args.Get<UnitId?>("unitId"), call.Args.Get<PersonId?>("superiorId"), call.Args.Get<DateOnly?>("asOf"), call.Page(), call.Selected.On("DashboardRow")?.Contains("trend") != false));
    }
}
