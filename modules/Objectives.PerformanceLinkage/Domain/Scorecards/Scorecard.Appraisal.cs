using Objectives.Contracts.Organization;
using Objectives.Contracts.PerformanceLinkage;
using Objectives.Platform.Results;

namespace Objectives.PerformanceLinkage.Domain.Scorecards;

/// <summary>How far its appraisal has come.</summary>
internal sealed partial class Scorecard
{
    /// <summary>The person first (S4.6); as long as the leader has not spoken he may do it anew.</summary>
    public Error? CheckSelfAppraisable() => Status is ScorecardStatus.Active or ScorecardStatus.SelfAppraised
        ? null
        : WrongStep(Status == ScorecardStatus.Draft ? new("It is not in force.", "该考核表尚未生效。") : new("Your leader has appraised it.", "您的上级已经完成考核。"));

    /// <summary>Then the leader, who may do it anew until it is calibrated; not while weights are to be settled.</summary>
    public Error? CheckAppraisable() => Status switch
    {
        ScorecardStatus.SelfAppraised or ScorecardStatus.Appraised when _rebalances.Exists(r => r.IsPending) => WrongStep(new("A change of its weights waits for a decision first.", "尚有权重调整待确定，请先处理。")),
        ScorecardStatus.SelfAppraised or ScorecardStatus.Appraised => null,
        ScorecardStatus.Draft or ScorecardStatus.Active => WrongStep(new("The person appraises himself first.", "请等待本人先完成自评。")),
        _ => WrongStep(new("It is calibrated.", "该考核结果已经校准。")),
    };

    /// <summary>Then HR, who may do it anew until one has signed.</summary>
    public Error? CheckCalibratable(bool isSigned) => Status switch
    {
        ScorecardStatus.Appraised => null,
        ScorecardStatus.Calibrated when !isSigned => null,
        ScorecardStatus.Draft or ScorecardStatus.Active or ScorecardStatus.SelfAppraised => WrongStep(new("The leader appraises first.", "请等待上级先完成考核。")),
        _ => WrongStep(new("It is signed or disputed.", "该考核结果已签字或存在异议。")),
    };

    public Error? CheckSignable() => Status == ScorecardStatus.Calibrated ? null : WrongStep(new("Only what is calibrated, and not yet signed by both, is signed or disputed.", "只有已校准且尚未完成签字的考核结果才能签字或提出异议。"));

    public Error? CheckDisputed() => Status == ScorecardStatus.Disputed ? null : WrongStep(new("Nobody disputes it.", "该考核结果没有待处理的异议。"));

    public void Move(ScorecardStatus to, AppraisalStep step, PersonId by)
    {
        Status = to;
        Raise(new AppraisalMoved(Id, CycleId, PersonId, step, by));
    }

    private static Error WrongStep(Text message) => new(ErrorCode.ForbiddenByState, message, "scorecardId");
}
