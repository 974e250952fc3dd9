using MediatR;
using Objectives.Contracts.Organization;

namespace Objectives.Contracts.Planning;

/// <summary>By which days and by what policy the objectives of cycles are controlled (S7.1); without cycles that do not exist. Asks for no one's rights.</summary>
public sealed record CycleCalendars(IReadOnlyCollection<CycleId> Ids) : IRequest<IReadOnlyDictionary<CycleId, CycleCalendar>>;

/// <param name="Start">The cycle's first day.</param>
/// <param name="End">Its last day.</param>
/// <param name="CarriedOutFrom">The day on which it came into execution; null while it is in preparation or setting.</param>
/// <param name="IsOpen">Whether it is in execution or appraisal.</param>
/// <param name="TimeZone">In which its days are read, named as IANA does.</param>
/// <param name="Today">The day that it is there.</param>
/// <param name="Tolerance">The policy's, in per cent, 0–100.</param>
/// <param name="ReportGraceDays">After a control point's day before it is missed.</param>
/// <param name="FollowUpWorkingDays">Within which a report is followed up (S7.2).</param>
/// <param name="EscalationDays">That what was missed, or a deviation, waits on each level before the next is told (S7.1, S7.4).</param>
public sealed record CycleCalendar(
    CycleId Id, DateOnly Start, DateOnly End, DateOnly? CarriedOutFrom, bool IsOpen, string TimeZone, DateOnly Today, decimal Tolerance, int ReportGraceDays, int FollowUpWorkingDays,
    int EscalationDays)
{
    /// <summary>Whether nothing more happens in it.</summary>
    public bool IsClosed => CarriedOutFrom is not null && !IsOpen;
}

/// <summary>The objectives of a cycle that were not withdrawn and of which the caller may read all, in the bytewise order of their codes: one statement, however many.</summary>
/// <param name="OwnerIds">Of these people alone, when given.</param>
/// <param name="UnitId">Of this unit, with <paramref name="IncludeSubunits"/> also of those below it.</param>
public sealed record ObjectivesCarriedOut(CycleId CycleId, IReadOnlyCollection<PersonId>? OwnerIds, UnitId? UnitId, bool IncludeSubunits) : IRequest<IReadOnlyList<CarriedOutObjective>>
{
    /// <summary>These alone, when given.</summary>
    public IReadOnlyCollection<ObjectiveId>? Ids { get; init; }

    /// <summary>Those whose codes come after this one.</summary>
    public string? After { get; init; }

    /// <summary>Not more than so many.</summary>
    public int? First { get; init; }
}

/// <summary>How many <see cref="ObjectivesCarriedOut"/> gives.</summary>
public sealed record CountCarriedOut(ObjectivesCarriedOut Of) : IRequest<int>;

/// <param name="DraftedOn">Where the cycle is.</param>
public readonly record struct CarriedOutObjective(ObjectiveId Id, string Code, PersonId OwnerId, DateOnly DraftedOn);
