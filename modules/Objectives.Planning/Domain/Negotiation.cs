using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Results;

namespace Objectives.Planning.Domain;

/// <summary>
/// How owner and leader come to one target (S4.5, S5.2, S6.6).
/// The target on the table is the last one proposed; before the first proposal, and after the draft's terms were changed, it is the draft's. Who proposes a target stands by it. A
/// proposal, a rejection, a reopening and a change of terms void what was accepted before; how the target is spread over the months, and the help that is asked for, do not. When both sides stand by the target on the table it becomes the objective's, which is then
/// agreed: so what only one side touched cannot be.
/// </summary>
/// <remarks>
/// The superior shares his own objectives and work plan first (SHARED_CONTEXT); where the owner has none, nothing is to be shared. How that binds depends on the unit's approach.
/// BOTH: until he has, nobody proposes or accepts; then either begins. TOP_DOWN: the same, and the leader begins: the owner can only answer what was drafted from above or proposed by the
/// leader. BOTTOM_UP: the owner may propose at once; the leader answers what came from below, and shares first.
/// </remarks>
internal sealed class Negotiation(Objective objective, string termsHash, IReadOnlyList<NegotiationEntry> past, SettingApproach approach, PersonId? leader)
{
    private IEnumerable<NegotiationEntry> Round => past.Reverse().TakeWhile(e => e.Kind != NegotiationKind.Reopened).Reverse();

    public bool IsContextShared => leader is null || past.Any(e => e.Kind == NegotiationKind.SharedContext);

    public decimal OnTheTable => Round.LastOrDefault(e => e.IsProposal) is { } last && last.ContentHash == termsHash ? last.Target!.Value : objective.Target;

    /// <summary>Whose rejection was the last word on the target, so that the other side is to propose another; null where it was none.</summary>
    public NegotiationSide? RejectedBy => Round.LastOrDefault(e => e.IsWordOnTarget) is { Kind: NegotiationKind.Rejected } last && last.ContentHash == termsHash ? last.Side : null;

    /// <summary>Whether a side stands by the target on the table.</summary>
    public bool Stands(NegotiationSide side)
    {
        var since = Round.Reverse().TakeWhile(e => e.Kind != NegotiationKind.Rejected && !(e.IsProposal && e.Side != side)).Where(e => e.Side == side && (e.IsProposal || e.Kind == NegotiationKind.Accepted));
        return since.FirstOrDefault() is { } word && word.ContentHash == termsHash && word.Target == OnTheTable && IsStill(word);
    }

    /// <summary>Which steps are a side's to take at all.</summary>
    public static bool IsFor(NegotiationKind kind, NegotiationSide side) => kind switch
    {
        NegotiationKind.SharedContext => side == NegotiationSide.Leader,
        NegotiationKind.Proposal or NegotiationKind.CounterProposal or NegotiationKind.Accepted or NegotiationKind.Rejected => side is NegotiationSide.Owner or NegotiationSide.Leader,
        NegotiationKind.Guidance or NegotiationKind.HelpPromised => side is NegotiationSide.Leader or NegotiationSide.Above,
        NegotiationKind.Reopened => side != NegotiationSide.Member,
        _ => true,
    };

    /// <summary>The steps that are worth offering to a side: those that can follow now, but no acceptance where it stands by the target already, and no rejection before its turn.</summary>
    public IEnumerable<NegotiationKind> Steps(NegotiationSide side, Cycle cycle)
        => objective.CheckChangeable(cycle) is null ? Enum.GetValues<NegotiationKind>().Where(k => k != NegotiationKind.AuthorityGranted && IsFor(k, side) && Check(k, side, target: null) is null && IsWorth(k, side, cycle)) : [];

    /// <summary>Whether a step can follow now.</summary>
    public Error? Check(NegotiationKind kind, NegotiationSide side, decimal? target)
    {
        var isSettled = objective.Status is ObjectiveStatus.Agreed or ObjectiveStatus.Committed;
        return kind switch
        {
            NegotiationKind.Reopened => isSettled ? null : NotNow("There is nothing to reopen: it is not agreed yet.", "尚未达成一致，无需重新协商。"),
            NegotiationKind.Proposal or NegotiationKind.CounterProposal or NegotiationKind.Rejected when isSettled => NotNow("It is agreed; reopen it first.", "目标已达成一致，请先重新协商。"),
            NegotiationKind.Accepted when objective.Status == ObjectiveStatus.Committed => NotNow("It is committed already.", "目标已承诺。"),
            NegotiationKind.Accepted or NegotiationKind.Rejected when target is { } named && named != OnTheTable => new Error(
                ErrorCode.Conflict,
                new("Another target is on the table now; read the negotiation again.", "当前提议的目标值已变化，请重新查看协商记录。"),
                "target",
                new Dictionary<string, object?> { ["onTheTable"] = Platform.Numbers.Quantity.Format(OnTheTable) }),
            NegotiationKind.Proposal or NegotiationKind.CounterProposal or NegotiationKind.Accepted => CheckTurn(side),
            _ => null,
        };
    }

    private bool IsWorth(NegotiationKind kind, NegotiationSide side, Cycle cycle) => kind switch
    {
        NegotiationKind.SharedContext => objective.Status is ObjectiveStatus.Draft or ObjectiveStatus.Negotiating,
        NegotiationKind.Accepted => objective.Status != ObjectiveStatus.Agreed && !Stands(side),
        NegotiationKind.Rejected => CheckTurn(side) is null,
        NegotiationKind.Reopened => objective.CheckTermsOpen(cycle, "kind") is null,
        _ => true,
    };

    private Error? CheckTurn(NegotiationSide side)
    {
        if (!IsContextShared && !(approach == SettingApproach.BottomUp && side == NegotiationSide.Owner))
            return NotNow("The superior shares his own objectives and work plan first (SHARED_CONTEXT).", "上级须先公开自己的目标和工作计划，之后才能提出或接受目标值。");
        return (approach, side) switch
        {
            (SettingApproach.TopDown, NegotiationSide.Owner) when leader is not null && !Began(NegotiationSide.Leader, ObjectiveOrigin.TopDown, ObjectiveOrigin.Allocated)
                => NotNow("This unit sets objectives from the top down: the superior proposes first.", "该单位采用自上而下方式，请等待上级先提出目标值。"),
            (SettingApproach.BottomUp, NegotiationSide.Leader) when !Began(NegotiationSide.Owner, ObjectiveOrigin.BottomUp)
                => NotNow("This unit sets objectives from the bottom up: the owner proposes first.", "该单位采用自下而上方式，请等待负责人先提出目标值。"),
            _ => null,
        };
    }

    private bool Began(NegotiationSide side, params ReadOnlySpan<ObjectiveOrigin> drafted) => drafted.Contains(objective.Origin) || past.Any(e => e.IsProposal && e.Side == side);

    /// <summary>Whoever has the side now must have said it himself; where there is no superior, any executive may have spoken.</summary>
    private bool IsStill(NegotiationEntry word) => word.Side == NegotiationSide.Owner ? word.ById == objective.OwnerId : (leader is null || word.ById == leader) && word.ById != objective.OwnerId;

    private static Error NotNow(string english, string chinese) => new(ErrorCode.ForbiddenByState, new(english, chinese), "kind");
}
