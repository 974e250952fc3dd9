using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.Platform.Features.Agenda;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Agenda;

/// <summary>
/// Deviations that wait for the caller (S7.4): to be settled, by the owner and by who leads him or was named; to be handled, where a unit's or the company's objective is in danger, by who leads the owner; to be helped with, by the
/// leaders of the units that are coordinated; and those that nobody below has taken in hand and that have come up to him. What nobody has decided about is due before it goes further up.
/// </summary>
internal sealed class DeviationsToHandle(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator, CallContext call) : IAgendaSource
{
    public async Task<IReadOnlyList<AgendaItem>> FindAsync(CancellationToken cancellationToken)
    {
        var caller = call.Caller;
        if (caller.ReadOnly)
            return [];
        var led = await mediator.Send(new DirectlyLed(caller.Id, caller.Is(Role.Executive)), cancellationToken);
        var sight = await mediator.Send(new SightOf(caller.Id), cancellationToken);
        var units = sight.LedUnitIds;
        var leads = units.Count == 0 ? [] : (await mediator.Send(new LeadersOf(units), cancellationToken)).Where(l => l.Value == caller.Id).Select(l => l.Key).ToList();
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var (me, people) = (caller.Id, led);
        var below = sight.SubordinateIds;
        var waiting = await db.Deviations.AsNoTracking().Where(Deviation.AwaitingDecision).Where(d => d.EscalatedTo > 0 && EF.Parameter(below).Contains(d.OwnerId)).ToListAsync(cancellationToken);
        var chains = waiting.Count == 0 ? new Dictionary<PersonId, IReadOnlyList<PersonId>>() : await mediator.Send(new Superiors([.. waiting.Select(d => d.OwnerId).Distinct()]), cancellationToken);
        var levels = waiting.Select(d => (d.Id, Level: chains[d.OwnerId].ToList().IndexOf(me), d.EscalatedTo)).Where(d => d.Level > 0 && d.Level <= d.EscalatedTo).ToDictionary(d => d.Id, d => d.Level);
        var open = await db.Deviations.AsNoTracking().Where(d => d.Status == DeviationStatus.Open || d.Status == DeviationStatus.InHand)
            .Where(d => d.OwnerId == me || d.SupervisorId == me || EF.Parameter(people).Contains(d.OwnerId) || db.CoordinatedUnits.Any(u => u.DeviationId == d.Id && EF.Parameter(leads).Contains(u.UnitId)))
            .ToListAsync(cancellationToken);
        open.AddRange(waiting.Where(w => levels.ContainsKey(w.Id) && !open.Exists(d => d.Id == w.Id)));
        if (open.Count == 0)
            return [];
        var ids = open.ConvertAll(d => d.Id);
        var signed = (await db.Settlements.AsNoTracking().Where(s => EF.Parameter(ids).Contains(s.DeviationId)).ToListAsync(cancellationToken)).ToLookup(s => s.DeviationId);
        var coordinated = (await db.CoordinatedUnits.Where(u => EF.Parameter(ids).Contains(u.DeviationId) && EF.Parameter(leads).Contains(u.UnitId)).Select(u => u.DeviationId).ToListAsync(cancellationToken)).ToHashSet();
        var names = await mediator.Send(new ObjectiveNamesOf([.. open.Select(d => d.ObjectiveId).Distinct()]), cancellationToken);
        var calendars = await mediator.Send(new CycleCalendars([.. open.Select(d => d.CycleId).Distinct()]), cancellationToken);
        return [.. open.Select(d => (Deviation: d, Kind: KindOf(d, me == d.OwnerId, me == d.SupervisorId || led.Contains(d.OwnerId), signed[d.Id], coordinated.Contains(d.Id), levels.ContainsKey(d.Id))))
            .Where(d => d.Kind is not null && names.ContainsKey(d.Deviation.ObjectiveId))
            .Select(d => AgendaItem.Of(d.Kind!.Value, d.Deviation.Id, TitleOf(d.Kind.Value, d.Deviation, names[d.Deviation.ObjectiveId].Title), DueOf(d.Deviation, levels.GetValueOrDefault(d.Deviation.Id), calendars[d.Deviation.CycleId])))];
    }

    /// <param name="level">On which it has come up to the caller.</param>
    private static DateOnly? DueOf(Deviation deviation, int level, CycleCalendar calendar)
        => deviation.AwaitsDecision ? Escalation.LastDay(BusinessClock.DayOf(deviation.WaitsSince, calendar.TimeZone), calendar.EscalationDays, level) : null;

    private static AgendaKind? KindOf(Deviation deviation, bool owns, bool leads, IEnumerable<Settlement> signed, bool helps, bool isReached)
    {
        if (isReached || (leads && !deviation.IsRouted && deviation.Route != DeviationRoute.SettleTogether))
            return AgendaKind.Coordinate;
        var isForBoth = deviation.Route is DeviationRoute.SettleTogether or DeviationRoute.Coordinate;
        if (isForBoth && (owns || leads) && !signed.Any(s => s.Round == deviation.Round && s.ByOwner == owns))
            return AgendaKind.SettleDeviation;
        return helps && !owns ? AgendaKind.Coordinate : null;
    }

    private static Text TitleOf(AgendaKind kind, Deviation deviation, string objective) => (kind, deviation.IsRouted) switch
    {
        (AgendaKind.SettleDeviation, _) => new($"Settle the deviation: {objective}", $"协商解决偏差：{objective}"),
        (_, false) => new($"Decide how the deviation is handled: {objective}", $"决定偏差的处理方式：{objective}"),
        _ => new($"Help with the deviation: {objective}", $"协助处理偏差：{objective}"),
    };
}
