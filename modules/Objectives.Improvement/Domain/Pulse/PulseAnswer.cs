using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Time;

namespace Objectives.Improvement.Domain.Pulse;

/// <summary>What one person answered, without who it was (S5.7): it has a random id, no moment and no history, so that nothing leads from it to a <see cref="PulseReceipt"/>.</summary>
internal sealed class PulseAnswer
{
    public const int Worst = 1;
    public const int Best = 5;
    public const int MaxCommentLength = 1000;

    public required Guid Id { get; init; }

    public required CycleId CycleId { get; init; }

    /// <summary>The quarter that it is about.</summary>
    public required Period Period { get; init; }

    /// <summary>Where the person worked then.</summary>
    public required UnitId UnitId { get; init; }

    /// <summary>Are your targets attainable? Each 1 (no) to 5 (yes).</summary>
    public required int Attainable { get; init; }

    /// <summary>Do the executives support it?</summary>
    public required int ExecutiveSupport { get; init; }

    /// <summary>Do you trust your leader?</summary>
    public required int TrustInLeader { get; init; }

    /// <summary>Is appraisal fair?</summary>
    public required int Fairness { get; init; }

    /// <summary>Are you encouraged?</summary>
    public required int Encouragement { get; init; }

    /// <summary>Is the paperwork bearable?</summary>
    public required int Paperwork { get; init; }

    public required string? Comment { get; init; }

    /// <summary>A quarter is asked about in its last month, and can be answered from its first day on.</summary>
    public static Period QuarterOf(DateOnly day) => Period.Of(day, PeriodGranularity.Quarter);

    /// <summary>While the cycle is carried out, in its own days.</summary>
    public static bool IsOpen(CycleCalendar calendar) => calendar.IsOpen && calendar.Today >= calendar.Start && calendar.Today <= calendar.End;

    /// <summary>From which day on everyone is asked.</summary>
    public static DateOnly AskedFrom(Period quarter) => quarter.End.AddMonths(-1);
}

/// <summary>That a person has answered for a quarter, not what.</summary>
internal sealed class PulseReceipt
{
    public required PersonId PersonId { get; init; }

    public required CycleId CycleId { get; init; }

    public required Period Period { get; init; }
}
