using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Features.Control;
using Objectives.Platform.GraphQl;

namespace Objectives.ExecutionMonitoring.Api;

internal static class ControlApi
{
    public static void Bind(ApiBuilder api)
    {
        api.Entity<ControlPointModel>("ControlPoint", ids => new ControlPointsById.Query(ids))
            .Reference("objective", "Objective", p => p.ObjectiveId.Value)
            .Batch<ExpectedAt.Key, decimal?>("expected", p => new ExpectedAt.Key(p.ObjectiveId, p.Date), keys => new ExpectedAt.Query(keys))
            .Reference("report", "ProgressReport", p => p.ReportId?.Value)
            .Batch<MayReportAt.Key, bool>("viewerMayReport", p => new MayReportAt.Key(p.ObjectiveId, p.Date, p.ReportId is not null), keys => new MayReportAt.Query(keys));
        api.Entity<ProgressReportModel>("ProgressReport", ids => new ProgressReportsById.Query(ids))
            .Reference("controlPoint", "ControlPoint", r => r.ControlPointId.Value)
            .Reference("by", "Person", r => r.ById.Value)
            .Batch<ProgressReportId, bool>("viewerMayFollowUp", r => new ProgressReportId(r.Id), ids => new MayFollowUp.Query(ids));
        api.Type<FollowUpModel>("FollowUp").Reference("by", "Person", f => f.ById.Value);
        api.Extend("Objective").Batch<ObjectiveId, IReadOnlyList<ControlPointModel>>("controlPoints", o => new ObjectiveId(o.Id), ids => new ControlPointsOf.Query(ids), [])
            .Batch<ObjectiveId, bool>("viewerMaySchedule", o => new ObjectiveId(o.Id), ids => new MaySchedule.Query(ids));
        api.Query("controlPoints", call => new ListControlPoints.Query(call.Args.Get<CycleId>("cycleId"), call.Args.Get<ListControlPoints.Filter>("filter"), call.Page()));
        api.Mutation<ScheduleControlPoint.Command, ControlPointId>("scheduleControlPoint", "controlPoint");
        api.Mutation<ReportProgress.Command, ProgressReportId>("reportProgress", "progressReport");
        api.Mutation<FollowUp.Command, ProgressReportId>("followUp", "progressReport");
    }
}
