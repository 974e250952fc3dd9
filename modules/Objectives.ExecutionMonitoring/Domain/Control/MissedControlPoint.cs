using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Data;

namespace Objectives.ExecutionMonitoring.Domain.Control;

/// <summary>That a control point was missed (S7.1), whatever is reported later: so it is told once, and known from when on it escalates.</summary>
internal sealed class MissedControlPoint : Aggregate
{
    private MissedControlPoint()
    {
    }

    /// <summary>The control point's.</summary>
    public ControlPointId Id { get; private init; }

    public override Guid Key => Id.Value;

    public ObjectiveId ObjectiveId { get; private init; }

    public CycleId CycleId { get; private init; }

    /// <summary>Whose report was missing.</summary>
    public PersonId OwnerId { get; private init; }

    /// <summary>Of the control point.</summary>
    public DateOnly Date { get; private init; }

    /// <summary>The first day after its grace.</summary>
    public DateOnly MissedOn { get; private init; }

    /// <inheritdoc cref="Escalation"/>
    public int EscalatedTo { get; private set; }

    public static MissedControlPoint Tell(ControlPointId point, ObjectiveId objective, CycleId cycle, PersonId owner, DateOnly date, DateOnly missedOn)
    {
        var missed = new MissedControlPoint
        {
            Id = point,
            ObjectiveId = objective,
            CycleId = cycle,
            OwnerId = owner,
            Date = date,
            MissedOn = missedOn,
        };
        missed.Raise(new ControlPointMissed(point, objective, cycle, owner, date));
        return missed;
    }

    /// <summary>That it has been told so far up.</summary>
    public MissedControlPoint ToldTo(int level)
    {
        EscalatedTo = level;
        return this;
    }
}

/// <summary>How far a cycle's control points have been looked at for what was missed.</summary>
internal sealed class CycleControl
{
    public required CycleId CycleId { get; init; }

    /// <summary>Of the points that were due by this day, those that were missed have been told.</summary>
    public required DateOnly MissedUntil { get; set; }
}
