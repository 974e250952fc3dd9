using Objectives.ExecutionMonitoring.Features.Notifications;
using Objectives.Platform.GraphQl;

namespace Objectives.ExecutionMonitoring.Api;

internal static class MonitoringNotifications
{
    public static void Bind(ApiBuilder api) => api.Notifiable(TellOfReport.Reported, TellOfFollowUp.FollowedUp, TellOfMissedPoint.Missed, TellOfMissedPoint.Escalated,
        TellOfDeviation.Opened, TellOfWorse.Worsened, TellOfRoute.Routed, TellOfSettlement.Settled, TellOfMeeting.Called, TellOfResolutions.Resolved,
        TellOfEscalatedPoint.StillMissing, TellOfEscalatedDeviation.Escalated, TellOfMissedFollowUp.Missed, TellOfMissedFollowUp.Escalated, TellOfOverdueResolution.Overdue, TellOfOverdueResolution.Escalated);
}
