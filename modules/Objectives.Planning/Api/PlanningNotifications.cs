using Objectives.Planning.Features.Notifications;
using Objectives.Platform.GraphQl;

namespace Objectives.Planning.Api;

internal static class PlanningNotifications
{
    public static void Bind(ApiBuilder api) => api.Notifiable(
        TellOfProposal.Proposed, TellOfRejection.Rejected, TellOfAgreement.Agreed, TellOfCommitment.Committed, TellOfVoiding.Voided, TellOfRequest.Requested, TellOfAnswer.Answered, TellOfAnswer.ToDecide,
        TellOfBriefing.Published, TellOfComment.Commented, TellOfComment.Mentioned, TellOfRevisionRequest.Requested, TellOfRevisionDecision.Decided);
}
