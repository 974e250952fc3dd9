using MediatR;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Domain.Control;

namespace Objectives.ExecutionMonitoring.Features.ProgramHealth;

/// <summary>Until when reports must have been answered by now (S7.2).</summary>
internal sealed class FollowUpWindow(IMediator mediator)
{
    /// <summary>Of reports of earlier days the policy's time is over.</summary>
    public async Task<DateOnly> OverBeforeAsync(CycleCalendar calendar, CancellationToken cancellationToken)
    {
        var (days, today) = (calendar.FollowUpWorkingDays, calendar.Today);
        var earliest = today.AddDays(today.DayNumber - FollowUpTime.LatestFor(today, days).DayNumber);
        var working = await mediator.Send(new WorkingDays(earliest, today), cancellationToken);
        var day = today;
        while (day > earliest && FollowUpTime.LastDay(day, working, days) >= today)
            day = day.AddDays(-1);
        return day.AddDays(1);
    }
}
