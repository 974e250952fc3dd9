using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.ExecutionMonitoring.Domain.Meetings;
using Objectives.ExecutionMonitoring.Features.Meetings;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;
using Objectives.Platform.Texts;

namespace Objectives.ExecutionMonitoring.Features.Agenda;

/// <summary>
/// Office meetings that the caller is to hold, as leader of their unit, by their day; and deviations that are taken to a meeting which nobody has called yet: the company's meeting is its leader's to call, a department's that of who
/// leads the unit above the deviation's (S7.4).
/// </summary>
internal sealed class MeetingsToHold(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        var units = caller.ReadOnly ? [] : (await mediator.Send(new SightOf(caller.Id), cancellationToken)).LedUnitIds;
        if (units.Count == 0)
            return [];
        var leads = (await mediator.Send(new LeadersOf(units), cancellationToken)).Where(l => l.Value == caller.Id).Select(l => l.Key).ToHashSet();
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var called = await db.OfficeMeetings.AsNoTracking().Where(m => !m.Held).ToListAsync(cancellationToken);
        var waiting = await db.Deviations.AsNoTracking()
            .Where(d => EF.Parameter(units).Contains(d.UnitId)).Where(Deviation.AwaitingMeeting).ToListAsync(cancellationToken);
        var above = waiting.Count == 0 ? new Dictionary<UnitId, IReadOnlyList<UnitId>>() : await mediator.Send(new UnitsAbove([.. waiting.Select(d => d.UnitId).Distinct()]), cancellationToken);
        var uncalled = waiting.FindAll(d => !called.Exists(m => MeetingAgenda.IsFor(m.Level, m.UnitId, d.Severity, above[d.UnitId])) && leads.Contains(CallerOf(d, above[d.UnitId])));
        var names = uncalled.Count == 0 ? null : await mediator.Send(new Contracts.Planning.ObjectiveNamesOf([.. uncalled.Select(d => d.ObjectiveId).Distinct()]), cancellationToken);
        return [.. called.Where(m => leads.Contains(m.UnitId))
            .Select(m => AgendaItem.Of(AgendaKind.HoldOfficeMeeting, m.Id, new($"Hold the office meeting of {m.Date.InEnglish()}", $"召开 {m.Date.InChinese()} 的办公会议"), m.Date))
            .Concat(uncalled.Where(d => names!.ContainsKey(d.ObjectiveId)).Select(d => AgendaItem.Of(
                AgendaKind.HoldOfficeMeeting, d.Id, new($"Call the office meeting: {names![d.ObjectiveId].Title}", $"召集办公会议：{names[d.ObjectiveId].Title}"))))];
    }

    private static UnitId CallerOf(Deviation deviation, IReadOnlyList<UnitId> above)
        => MeetingAgenda.LevelOf(deviation.Severity) == OfficeLevel.Company || above.Count == 1 ? above[^1] : above[1];
}

/// <summary>What meetings resolved and the caller is responsible for (S7.4), by its day.</summary>
internal sealed class ResolutionsToDo(IDbContextFactory<ExecutionMonitoringDb> dbs, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        if (call.Caller.ReadOnly)
            return [];
        var me = call.Caller.Id;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var mine = await db.Resolutions.Where(r => r.ResponsibleId == me && r.DoneAt == null).Select(r => new { r.Id, r.Text, r.Due }).ToListAsync(cancellationToken);
        return mine.ConvertAll(r => AgendaItem.Of(AgendaKind.DoResolution, r.Id, new($"Carry out the resolution: {r.Text}", $"落实会议决议：{r.Text}"), r.Due));
    }
}
