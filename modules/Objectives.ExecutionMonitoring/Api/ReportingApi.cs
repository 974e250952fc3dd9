using Objectives.ExecutionMonitoring.Features.Reporting;
using Objectives.Platform.GraphQl;

namespace Objectives.ExecutionMonitoring.Api;

internal static class ReportingApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Type<AttainmentRowModel>("AttainmentRow")
            .Reference("unit", "Unit", r => r.UnitId)
            .Reference("region", "Region", r => r.RegionId)
            .Reference("customer", "Customer", r => r.CustomerId)
            .Reference("person", "Person", r => r.PersonId)
            .Reference("measure", "Measure", r => r.MeasureId);
        api.Extend(Reports.TypeName).Query("attainment", (_, call) => new ReadAttainment.Query(AttainmentQuestion.Of(call.Args), Reports.PageOf(call)));
        api.Report(ExportAttainment.File);
    }
}
