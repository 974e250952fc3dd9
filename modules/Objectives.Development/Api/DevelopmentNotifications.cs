using Objectives.Development.Features.Notifications;
using Objectives.Platform.GraphQl;

namespace Objectives.Development.Api;

internal static class DevelopmentNotifications
{
    public static void Bind(ApiBuilder api) => api.Notifiable(TellOfDue.Due, TellOfDue.Overdue, TellOfDue.OverdueOfMember, TellOfOutcome.Passed, TellOfOutcome.Failed);
}
