using Objectives.Contracts;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Platform.Features.Agenda;

/// <summary>The contract's AgendaKind: what someone owes, or what waits for him.</summary>
public enum AgendaKind
{
    AcknowledgeBriefing,
    AnswerProposal,
    SignCommitment,
    AnswerSupportRequest,
    ReportControlPoint,
    FollowUpReport,
    SettleDeviation,
    DecideRevision,
    ConfirmRebalance,
    SelfAppraise,
    Appraise,
    SignAppraisal,
    Train,
    AnalyseCause,
    DecideCountermeasure,
    FileImprovementReport,
    VerifyImprovement,
    HoldOfficeMeeting,
    DoResolution,
    DoWorkItem,
    ApproveScheme,
    CalibrateAppraisal,
    ResolveDispute,
    DecideRebalance,
    AnswerPulse,
    AssessReadiness,
    Coordinate,
}

/// <param name="SubjectType">The entity's name in the API.</param>
/// <param name="Title">What to do, and about what.</param>
/// <param name="Due">The last day on which it is in time; null when there is none.</param>
public sealed record AgendaItem(AgendaKind Kind, string SubjectType, Guid SubjectId, Text Title, DateOnly? Due)
{
    public static AgendaItem Of<TId>(AgendaKind kind, TId subject, Text title, DateOnly? due = null)
        where TId : struct, IEntityId<TId>
        => new(kind, GlobalId.TypeNameOf(typeof(TId))!, subject.Value, title, due);
}

/// <summary>A module's part of everyone's agenda. Found by its interface, as handlers are.</summary>
public interface IAgendaSource
{
    /// <summary>
    /// What the caller can do and has not done, about what he may read; in as many statements however much it is.
    /// </summary>
    Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken);
}
