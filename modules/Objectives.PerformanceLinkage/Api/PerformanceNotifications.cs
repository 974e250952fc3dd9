using Objectives.PerformanceLinkage.Features.Notifications;
using Objectives.Platform.GraphQl;

namespace Objectives.PerformanceLinkage.Api;

internal static class PerformanceNotifications
{
    public static void Bind(ApiBuilder api) => api.Notifiable(
        TellOfActivation.Activated, TellOfRebalance.Proposed, TellOfRebalance.Requested, TellOfRebalance.ToDecide, TellOfRebalance.Decided,
        TellOfAppraisal.SelfAppraised, TellOfAppraisal.Released, TellOfAppraisal.Disputed, TellOfAppraisal.Resolved);
}
