using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Escalations;

/// <summary>
/// Tells once a day the next above of what has waited the policy's days on a level: control points at which nobody has reported (S7.1) and deviations about which nobody has decided (S7.4); and of follow-ups (S7.2) and resolutions
/// that are overdue. How far each was told is kept with it, so that neither days without a round nor another policy tell one twice or none.
/// </summary>
internal sealed class EscalationsOfTheDay(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator, BusinessClock clock) : IDailyWork
{
    private const int Portion = 500;

    public IDailyCommand CommandFor(DateOnly day) => new CheckEscalations.Command(day);

    public async Task PrepareAsync(bool isToday, CancellationToken cancellationToken)
    {
        if (!isToday)
            return;
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var calendars = await mediator.Send(new CycleCalendars(await mediator.Send(new CyclesCarriedOut(), cancellationToken)), cancellationToken);
        foreach (var calendar in calendars.Values.OrderBy(c => c.Start).ThenBy(c => c.Id.Value))
        {
            foreach (var portion in (await MissedAsync(db, calendar, cancellationToken)).Chunk(Portion))
                await mediator.Send(new EscalateMissed.Command(portion), cancellationToken);
            foreach (var portion in (await DeviationsAsync(db, calendar, cancellationToken)).Chunk(Portion))
                await mediator.Send(new EscalateDeviations.Command(portion), cancellationToken);
            foreach (var portion in (await UnansweredAsync(db, calendar, cancellationToken)).Chunk(Portion))
                await mediator.Send(new TellUnanswered.Command(portion), cancellationToken);
        }
        var today = clock.TodayIn(await mediator.Send(new CompanyTimeZone(), cancellationToken));
        var overdue = await db.Resolutions.Where(r => r.DoneAt == null && !r.OverdueTold && r.Due < today).OrderBy(r => r.Due).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellationToken);
        foreach (var portion in overdue.Chunk(Portion))
            await mediator.Send(new TellOverdueResolutions.Command(portion), cancellationToken);
    }

    /// <summary>Those that can still be reported.</summary>
    private async Task<IReadOnlyList<EscalationStep>> MissedAsync(ExecutionMonitoringDb db, CycleCalendar calendar, CancellationToken cancellationToken)
    {
        var latest = calendar.Today.AddDays(-calendar.EscalationDays);
        var waiting = await db.MissedControlPoints
            .Where(m => m.CycleId == calendar.Id && m.EscalatedTo < Escalation.Top && m.MissedOn <= latest && !db.ProgressReports.Any(r => r.ControlPointId == m.Id))
            .Select(m => new { m.Id, m.ObjectiveId, m.Date, m.MissedOn, m.EscalatedTo }).ToListAsync(cancellationToken);
        var objectives = await CarriedOutAsync(calendar, [.. waiting.Select(m => m.ObjectiveId).Distinct()], cancellationToken);
        var closed = await mediator.Send(new ClosedMonths([.. objectives.Keys]), cancellationToken);
        return await StepsAsync(
            calendar,
            [.. waiting.Where(m => objectives.ContainsKey(m.ObjectiveId) && !closed[m.ObjectiveId].Contains(Period.Of(m.Date, PeriodGranularity.Month).Start))
                .Select(m => (m.Id.Value, objectives[m.ObjectiveId].OwnerId, m.MissedOn, m.EscalatedTo))],
            cancellationToken);
    }

    private async Task<IReadOnlyList<EscalationStep>> DeviationsAsync(ExecutionMonitoringDb db, CycleCalendar calendar, CancellationToken cancellationToken)
    {
        var waiting = await db.Deviations.Where(d => d.CycleId == calendar.Id && d.EscalatedTo < Escalation.Top).Where(Deviation.AwaitingDecision)
            .Select(d => new { d.Id, d.OwnerId, d.WaitsSince, d.EscalatedTo }).ToListAsync(cancellationToken);
        return await StepsAsync(calendar, [.. waiting.Select(d => (d.Id.Value, d.OwnerId, BusinessClock.DayOf(d.WaitsSince, calendar.TimeZone), d.EscalatedTo))], cancellationToken);
    }

    private async Task<IReadOnlyList<ProgressReportId>> UnansweredAsync(ExecutionMonitoringDb db, CycleCalendar calendar, CancellationToken cancellationToken)
    {
        var waiting = await db.ProgressReports.Where(r => r.CycleId == calendar.Id && r.FollowedUpAt == null && !r.OverdueTold).Select(r => new { r.Id, r.ObjectiveId, r.At }).ToListAsync(cancellationToken);
        if (waiting.Count == 0)
            return [];
        var objectives = await CarriedOutAsync(calendar, [.. waiting.Select(r => r.ObjectiveId).Distinct()], cancellationToken);
        var reported = waiting.ConvertAll(r => (r.Id, r.ObjectiveId, On: BusinessClock.DayOf(r.At, calendar.TimeZone)));
        var working = await mediator.Send(new WorkingDays(reported.Min(r => r.On), calendar.Today), cancellationToken);
        return [.. reported.Where(r => objectives.ContainsKey(r.ObjectiveId) && FollowUpTime.LastDay(r.On, working, calendar.FollowUpWorkingDays) < calendar.Today).OrderBy(r => r.On).ThenBy(r => r.Id.Value).Select(r => r.Id)];
    }

    private async Task<Dictionary<ObjectiveId, CarriedOutObjective>> CarriedOutAsync(CycleCalendar calendar, IReadOnlyCollection<ObjectiveId> ids, CancellationToken cancellationToken)
        => ids.Count == 0 ? [] : (await mediator.Send(new ObjectivesCarriedOut(calendar.Id, null, null, false) { Ids = ids }, cancellationToken)).ToDictionary(o => o.Id);

    /// <param name="waiting">What waits since when on which level.</param>
    private async Task<IReadOnlyList<EscalationStep>> StepsAsync(CycleCalendar calendar, IReadOnlyList<(Guid Id, PersonId OwnerId, DateOnly Since, int Level)> waiting, CancellationToken cancellationToken)
    {
        var chains = await mediator.Send(new Superiors([.. waiting.Select(w => w.OwnerId).Distinct()]), cancellationToken);
        return [.. waiting.Select(w => EscalationStep.Of(w.Id, w.Level, Escalation.LevelOn(calendar.Today, w.Since, calendar.EscalationDays, chains[w.OwnerId].Count), chains[w.OwnerId])).Where(s => s.To > s.From)];
    }
}

/// <summary>From which level to which something goes up, and who is told of it.</summary>
internal sealed record EscalationStep(Guid Id, int From, int To, IReadOnlyList<PersonId> Told)
{
    /// <param name="superiors">The direct one first.</param>
    public static EscalationStep Of(Guid id, int from, int to, IReadOnlyList<PersonId> superiors)
        => new(id, from, to, to > from ? [.. superiors.Skip(from + 1).Take(to - from)] : []);
}

/// <summary>Says that the day's escalations have been told.</summary>
internal static class CheckEscalations
{
    public sealed record Command(DateOnly Day) : IDailyCommand;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Day).NotEmpty();
    }

    public sealed class Handler : ICommandHandler<Command, int>
    {
        public Task<Result<int>> Handle(Command request, CancellationToken cancellationToken) => Task.FromResult<Result<int>>(0);
    }
}
