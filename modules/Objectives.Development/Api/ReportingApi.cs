using Objectives.Contracts.Planning;
using Objectives.Development.Features.Reporting;
using Objectives.Platform.GraphQl;

namespace Objectives.Development.Api;

internal static class ReportingApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Type<TrainingEffectRowModel>("TrainingEffectRow").Reference("course", "Course", r => r.CourseId.Value);
        api.Extend(Reports.TypeName).Query("trainingEffect", (_, call) => new ReadCourseEffects.Query(call.Args.Get<CycleId>("cycleId")));
        api.Report(ExportCourseEffects.File);
    }
}
