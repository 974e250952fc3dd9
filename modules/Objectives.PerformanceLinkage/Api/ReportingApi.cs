using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.PerformanceLinkage.Features.Reporting;
using Objectives.Platform.GraphQl;

namespace Objectives.PerformanceLinkage.Api;

internal static class ReportingApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Type<DistributionRowModel>("DistributionRow");
        api.Extend(Reports.TypeName).Query("appraisalDistribution", (_, call) => new ReadDistribution.Query(call.Args.Get<CycleId>("cycleId"), call.Args.Get<UnitId?>("unitId")));
        api.Report(ExportDistribution.File);
    }
}
