using FluentValidation;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.ExecutionMonitoring.Domain.Standings;
using Objectives.Platform.Data;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.ExecutionMonitoring.Features.Standings;

/// <summary>
/// Has the standings looked at that the day makes others: with a month's end, which makes forecasts others, all of the cycles that are carried out; on other days those of objectives with
/// deviations, whose effects come from others too, and which end with their cycle (S7.4).
/// </summary>
internal sealed class StandingsOfTheDay : IDailyWork
{
    public IDailyCommand CommandFor(DateOnly day) => new LookAtStandings.Command(day);
}

/// <inheritdoc cref="StandingsOfTheDay"/>
internal static class LookAtStandings
{
    public sealed record Command(DateOnly Day) : IDailyCommand;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Day).NotEmpty();
    }

    public sealed class Handler(ExecutionMonitoringDb db, StandingMarks marks, IMediator mediator) : ICommandHandler<Command, int>
    {
        public async Task<Result<int>> Handle(Command request, CancellationToken cancellationToken)
        {
            var calendars = await mediator.Send(new CycleCalendars(await mediator.Send(new CyclesCarriedOut(), cancellationToken)), cancellationToken);
            var lookedAt = await db.CycleStandings.AsNoTracking().ToDictionaryAsync(s => s.CycleId, s => s.LookedAt, cancellationToken);
            var whole = new HashSet<CycleId>();
            foreach (var calendar in calendars.Values.OrderBy(c => c.Id.Value))
            {
                var month = new DateOnly(calendar.Today.Year, calendar.Today.Month, 1);
                if (lookedAt.GetValueOrDefault(calendar.Id) == month)
                    continue;
                await marks.MarkAllAsync(calendar.Id, cancellationToken);
                whole.Add(calendar.Id);
                if (await db.CycleStandings.Where(s => s.CycleId == calendar.Id).ExecuteUpdateAsync(s => s.SetProperty(c => c.LookedAt, month), cancellationToken) == 0)
                    await db.InsertDerivedAsync([new CycleStandings { CycleId = calendar.Id, Changes = 0, LookedAt = month }], cancellationToken);
            }
            var open = await db.Deviations.Where(d => d.Status != DeviationStatus.Closed).Select(d => new { d.CycleId, d.ObjectiveId }).Distinct().ToListAsync(cancellationToken);
            foreach (var ofCycle in open.Where(d => !whole.Contains(d.CycleId)).GroupBy(d => d.CycleId))
                await marks.MarkAsync(ofCycle.Key, [.. ofCycle.Select(d => d.ObjectiveId)], cancellationToken);
            return whole.Count;
        }
    }
}
