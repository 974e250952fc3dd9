using MediatR;
using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Planning;

/// <summary>A cycle's objectives as far as appraising their owners goes, in the bytewise order of their codes. Asks for no one's rights; one statement, however many.</summary>
/// <param name="Owners">Of these people alone, when given.</param>
/// <param name="Ids">These alone, when given.</param>
public sealed record AppraisableObjectives(CycleId CycleId, IReadOnlyCollection<PersonId>? Owners, IReadOnlyCollection<ObjectiveId>? Ids = null) : IRequest<IReadOnlyList<AppraisableObjective>>;

/// <param name="Important">Whether it must be on its owner's scorecard (S4.3).</param>
/// <param name="IsExempt">Whether it is exempt from appraisal (S7.5).</param>
public sealed record AppraisableObjective(ObjectiveId Id, string Code, string Title, PersonId OwnerId, CommitmentState State, bool Important, bool IsExempt);

/// <summary>How far an objective is bound.</summary>
public enum CommitmentState
{
    /// <summary>Drafted or negotiated.</summary>
    Open,
    Agreed,
    Committed,

    /// <summary>Withdrawn or settled.</summary>
    Ended,
}

/// <summary>What of cycles matters to appraisal; without those that do not exist. Asks for no one's rights.</summary>
public sealed record AppraisalCalendars(IReadOnlyCollection<CycleId> Ids) : IRequest<IReadOnlyDictionary<CycleId, AppraisalCalendar>>;

/// <param name="End">Its last day.</param>
/// <param name="Today">The day that it is in its time zone.</param>
/// <param name="RebalanceBound">The policy's: points by which a weight may be asked to differ from what is proposed (S7.6).</param>
public sealed record AppraisalCalendar(CycleId Id, string Name, CycleStage Stage, DateOnly End, DateOnly Today, decimal RebalanceBound)
{
    /// <summary>Whether people are appraised: in its appraisal, and in its execution when its last day is over.</summary>
    public bool Appraises => Stage == CycleStage.Appraisal || (Stage == CycleStage.Execution && Today > End);
}

public enum CycleStage
{
    Preparation,
    Setting,
    Execution,
    Appraisal,
    Closed,
}
