using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.ExecutionMonitoring.Features.Control;

/// <summary>
/// Tells once a day of the control points that were missed since (S7.1), in portions. How far a cycle has been looked at is kept by the days on which points were due, so that
/// neither another grace nor days without a round tell one twice or none.
/// </summary>
internal sealed class MissedOfTheDay(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator) : IDailyWork
{
    private const int Portion = 1000;

    public IDailyCommand CommandFor(DateOnly day) => new CheckControlPoints.Command(day);

    public async Task PrepareAsync(bool isToday, CancellationToken cancellationToken)
    {
        if (!isToday)
            return;
        var calendars = await mediator.Send(new CycleCalendars(await mediator.Send(new CyclesCarriedOut(), cancellationToken)), cancellationToken);
        foreach (var calendar in calendars.Values.OrderBy(c => c.Start).ThenBy(c => c.Id.Value))
            await LookAsync(calendar, cancellationToken);
    }

    private async Task LookAsync(CycleCalendar calendar, CancellationToken cancellationToken)
    {
        var over = calendar.Today.AddDays(-calendar.ReportGraceDays - 1);
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var until = await db.CycleControls.Where(c => c.CycleId == calendar.Id).Select(c => (DateOnly?)c.MissedUntil).SingleOrDefaultAsync(cancellationToken) ?? DateOnly.MinValue;
        if (over <= until)
            return;
        var missed = await MissedAsync(db, calendar, until, over, cancellationToken);
        foreach (var portion in missed.Chunk(Portion))
            await mediator.Send(new TellMissed.Command(calendar.Id, portion, MissedUntil: null), cancellationToken);
        await mediator.Send(new TellMissed.Command(calendar.Id, [], over), cancellationToken);
    }

    private async Task<IReadOnlyList<TellMissed.Point>> MissedAsync(ExecutionMonitoringDb db, CycleCalendar calendar, DateOnly after, DateOnly until, CancellationToken cancellationToken)
    {
        var objectives = await mediator.Send(new ObjectivesCarriedOut(calendar.Id, null, null, false), cancellationToken);
        var byHand = await db.ControlPoints.AsNoTracking().Where(p => p.CycleId == calendar.Id && p.Date <= until).ToListAsync(cancellationToken);
        var points = CyclePoints.Of(calendar, objectives, byHand).Where(d => d.Date <= until).SelectMany(d => d.Points)
            .Where(p => p.Due(calendar) is var due && due > after && due <= until).ToList();
        if (points.Count == 0)
            return [];
        var first = points.Min(p => p.Date);
        var known = await db.ProgressReports.Where(r => r.CycleId == calendar.Id && r.Date >= first && r.Date <= until).Select(r => r.ControlPointId)
            .Union(db.MissedControlPoints.Where(m => m.CycleId == calendar.Id && m.Date >= first && m.Date <= until).Select(m => m.Id)).ToHashSetAsync(cancellationToken);
        return [.. points.Where(p => !known.Contains(p.Id))
            .Select(p => new TellMissed.Point(p.Id, p.Objective.Id, p.Objective.OwnerId, p.Date, ControlStatus.LastDay(p.Due(calendar), calendar.ReportGraceDays).AddDays(1)))];
    }
}

/// <summary>Keeps that control points were missed, and tells of them; whatever was reported or told meanwhile is left out.</summary>
/// <remarks>Raises <see cref="ControlPointMissed"/>.</remarks>
internal static class TellMissed
{
    /// <param name="MissedUntil">When all have been told.</param>
    [AllowedTo]
    public sealed record Command(CycleId CycleId, IReadOnlyList<Point> Points, DateOnly? MissedUntil) : ICommand<int>;

    /// <inheritdoc cref="MissedControlPoint"/>
    public sealed record Point(ControlPointId Id, ObjectiveId ObjectiveId, PersonId OwnerId, DateOnly Date, DateOnly MissedOn);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Points).NotNull();
    }

    public sealed class Handler(ExecutionMonitoringDb db) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var ids = request.Points.Select(p => p.Id).ToList();
            var known = ids.Count == 0
                ? []
                : await db.ProgressReports.Where(r => EF.Parameter(ids).Contains(r.ControlPointId)).Select(r => r.ControlPointId)
                    .Union(db.MissedControlPoints.Where(m => EF.Parameter(ids).Contains(m.Id)).Select(m => m.Id)).ToHashSetAsync(cancellationToken);
            foreach (var point in request.Points.Where(p => !known.Contains(p.Id)))
                db.MissedControlPoints.Add(MissedControlPoint.Tell(point.Id, point.ObjectiveId, request.CycleId, point.OwnerId, point.Date, point.MissedOn));
            if (request.MissedUntil is { } until)
                await MarkAsync(request.CycleId, until, cancellationToken);
            return ids.Count - known.Count;
        }

        private async Task MarkAsync(CycleId cycle, DateOnly until, CancellationToken cancellationToken)
        {
            if (await db.CycleControls.SingleOrDefaultAsync(c => c.CycleId == cycle, cancellationToken) is not { } control)
                db.CycleControls.Add(new() { CycleId = cycle, MissedUntil = until });
            else if (control.MissedUntil < until)
                control.MissedUntil = until;
        }
    }
}

/// <summary>Says that the day's missed control points have been told.</summary>
internal static class CheckControlPoints
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
