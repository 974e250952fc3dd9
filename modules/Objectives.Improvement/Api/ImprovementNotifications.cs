using Objectives.Improvement.Features.Notifications;
using Objectives.Platform.GraphQl;

namespace Objectives.Improvement.Api;

internal static class ImprovementNotifications
{
    public static void Bind(ApiBuilder api) => api.Notifiable(
        TellOfOpened.Opened, TellOfDecision.Assigned, TellOfDecision.Decided, TellOfReport.Reported, TellOfReport.Done, TellOfVerdict.Closed, TellOfVerdict.Reopened, TellOfDeadlines.Near, TellOfDeadlines.Passed,
        TellOfDeadlines.PassedOfMember, TellOfDeadlines.Missed, TellOfDeadlines.MissedOfMember);
}
