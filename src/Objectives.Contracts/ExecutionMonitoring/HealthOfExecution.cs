using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;

namespace Objectives.Contracts.ExecutionMonitoring;

/// <summary>What execution has to say of whether management by objectives works (S5.7). Asks for no one's rights; the same few statements, however much there is.</summary>
/// <param name="Objectives">Those that are looked at, each with the month from which on it counts.</param>
/// <param name="People">Whose reports are paperwork; null is everyone.</param>
/// <param name="Executives">Whose follow-up of those directly under them is measured.</param>
/// <param name="LedByExecutives">Those directly under them.</param>
public sealed record HealthOfExecution(
    CycleCalendar Calendar, CountedMonths Months, IReadOnlyList<(ObjectiveId Id, int Month)> Objectives, IReadOnlyCollection<PersonId>? People, IReadOnlyCollection<PersonId> Executives,
    IReadOnlyCollection<PersonId> LedByExecutives) : IRequest<ExecutionHealth>;

/// <param name="FollowedUp">Reports of those directly under executives that an executive answered; those that still may be answered in time are left out.</param>
/// <param name="Recorded">Objectives for which there is a figure of the month; a month counts once the days of grace after it are over.</param>
/// <param name="Reviewed">Control points at which the owner reviewed himself, beside those that were missed.</param>
/// <param name="Evidenced">Actuals that came with a note, a link to their evidence, or from a file.</param>
/// <param name="ReportMinutes">That people said their reports took.</param>
/// <param name="Reports">How many there were.</param>
/// <param name="LongestReports">Of the last month that is over.</param>
public sealed record ExecutionHealth(
    MonthlyShare FollowedUp, MonthlyShare Recorded, MonthlyShare Reviewed, MonthlyShare Evidenced, IReadOnlyList<int> ReportMinutes, IReadOnlyList<int> Reports, IReadOnlyList<RecordRef> LongestReports);

/// <summary>What execution shows of how people are led, by whose objectives they are (S7.2). Asks for no one's rights; a few statements.</summary>
public sealed record LeadingInExecution(CycleCalendar Calendar, IReadOnlyCollection<PersonId> People) : IRequest<ExecutionLeading>;

/// <param name="Unasked">Control points at which the owner reported before it was missed and he was asked.</param>
/// <param name="FollowedUp">Reports that were followed up in the policy's time; those whose time is not over are left out.</param>
/// <param name="Joined">Deviations settled by owner and superior, with both signatures, of those that they had to settle and that are over.</param>
/// <param name="Coordinated">Deviations for which help was coordinated, and that are resolved by now, of all those.</param>
public sealed record ExecutionLeading(IReadOnlyList<PersonShare> Unasked, IReadOnlyList<PersonShare> FollowedUp, IReadOnlyList<PersonShare> Joined, IReadOnlyList<PersonShare> Coordinated);
