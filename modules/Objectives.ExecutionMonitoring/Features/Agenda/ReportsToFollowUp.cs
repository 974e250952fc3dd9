using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;
using Objectives.Platform.Texts;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Agenda;

/// <summary>Reports of those whom the caller leads that wait for his answer (S7.2); due at the end of the policy's working days.</summary>
internal sealed class ReportsToFollowUp(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        if (caller.ReadOnly)
            return [];
        var led = await mediator.Send(new DirectlyLed(caller.Id, caller.Is(Role.Executive)), cancellationToken);
        var objectives = (await mediator.Send(new ObjectivesOwnedBy(led), cancellationToken)).ToDictionary(o => o.Id);
        if (objectives.Count == 0)
            return [];
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var ids = objectives.Keys.ToList();
        var waiting = await db.ProgressReports.Where(r => r.FollowedUpAt == null && r.ById != caller.Id && EF.Parameter(ids).Contains(r.ObjectiveId))
            .Select(r => new { r.Id, r.ObjectiveId, r.CycleId, r.Date, r.At }).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
            return [];
        var calendars = await mediator.Send(new CycleCalendars([.. waiting.Select(r => r.CycleId).Distinct()]), cancellationToken);
        var asked = waiting.ConvertAll(r => (Report: r, On: BusinessClock.DayOf(r.At, calendars[r.CycleId].TimeZone), Days: calendars[r.CycleId].FollowUpWorkingDays));
        var working = await mediator.Send(new WorkingDays(asked.Min(r => r.On), asked.Max(r => FollowUpTime.LatestFor(r.On, r.Days))), cancellationToken);
        return asked.ConvertAll(r => AgendaItem.Of(
            AgendaKind.FollowUpReport, r.Report.Id, TitleOf(r.Report.Date, objectives[r.Report.ObjectiveId].Title), FollowUpTime.LastDay(r.On, working, r.Days)));
    }

    private static Platform.Results.Text TitleOf(DateOnly date, string objective) => new($"Follow up the report of {date.InEnglish()}: {objective}", $"跟进 {date.InChinese()} 的报告：{objective}");
}
