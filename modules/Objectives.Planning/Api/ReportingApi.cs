using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Features.Reporting;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Api;

internal static class ReportingApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Type<CoverageRowModel>("CoverageRow");
        api.Extend(Reports.TypeName).Query(
            "coverage", (_, call) => new ReadCoverage.Query(call.Args.Get<CycleId>("cycleId"), call.Args.Get<UnitId?>("unitId"), call.Args.Get<DateOnly?>("asOf"), Reports.PageOf(call)));
        api.Report(ExportCoverage.File);
    }
}
