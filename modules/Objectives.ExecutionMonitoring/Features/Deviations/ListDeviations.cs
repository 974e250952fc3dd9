using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Deviations;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Deviations;

/// <summary>A cycle's deviations that the caller may read (S7.4): the worst first, of these the newest.</summary>
internal static class ListDeviations
{
    /// <param name="From">Leaves out what was closed before this day.</param>
    /// <param name="Until">Leaves out what was opened after this day.</param>
    public sealed record Filter(
        IReadOnlyList<DeviationSeverity>? Severity, IReadOnlyList<DeviationStatus>? Status, IReadOnlyList<DeviationRoute>? Route, PersonId? OwnerId, PersonId? SuperiorId, UnitId? UnitId, bool? IncludeSubunits,
        DateOnly? From, DateOnly? Until);

    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, Filter? Filter, PageRequest Page) : IQuery<Page<DeviationModel>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, DeviationSight sight, IMediator mediator) : IQueryHandler<Query, Page<DeviationModel>>
    {
        public async Task<Page<DeviationModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var deviations = db.Deviations.Where(d => d.CycleId == request.CycleId).Where(await sight.MayReadAsync(db, cancellationToken));
            if (request.Filter is { } filter)
                deviations = await FilteredAsync(deviations, request.CycleId, filter, cancellationToken);
            var keys = new Keyset<DeviationModel>().By(d => d.SeverityRank, descending: true).By(d => d.OpenedAt, descending: true).By(d => d.Id, descending: true);
            return await keys.PageAsync(deviations.ToModels(), request.Page, cancellationToken);
        }

        private async Task<IQueryable<Deviation>> FilteredAsync(IQueryable<Deviation> deviations, CycleId cycle, Filter filter, CancellationToken cancellationToken)
        {
            if (filter.Severity is { Count: > 0 } severities)
                deviations = deviations.Where(d => severities.Contains(d.Severity));
            if (filter.Status is { Count: > 0 } statuses)
                deviations = deviations.Where(d => statuses.Contains(d.Status));
            if (filter.Route is { Count: > 0 } routes)
                deviations = deviations.Where(d => routes.Contains(d.Route));
            if (filter.OwnerId is { } owner)
                deviations = deviations.Where(d => d.OwnerId == owner);
            if (filter.SuperiorId is { } superior)
            {
                var led = await mediator.Send(new DirectlyLed(superior, AndWithoutSuperior: false), cancellationToken);
                deviations = deviations.Where(d => EF.Parameter(led).Contains(d.OwnerId));
            }
            if ((filter.From ?? filter.Until) is not null && (await mediator.Send(new CycleCalendars([cycle]), cancellationToken)).GetValueOrDefault(cycle) is { } calendar)
                deviations = Within(deviations, filter, calendar);
            if (filter.UnitId is not { } unit)
                return deviations;
            var units = filter.IncludeSubunits == true ? await mediator.Send(new UnitsUnder(unit), cancellationToken) : [unit];
            return deviations.Where(d => EF.Parameter(units).Contains(d.UnitId));
        }

        private static IQueryable<Deviation> Within(IQueryable<Deviation> deviations, Filter filter, CycleCalendar calendar)
        {
            if (filter.From is { } from && from > DateOnly.MinValue)
            {
                var begin = BusinessClock.EndOf(from.AddDays(-1), calendar.TimeZone);
                deviations = deviations.Where(d => d.ClosedAt == null || d.ClosedAt >= begin);
            }
            if (filter.Until is not { } until || until >= calendar.Today)
                return deviations;
            var end = BusinessClock.EndOf(until, calendar.TimeZone);
            return deviations.Where(d => d.OpenedAt < end);
        }
    }
}
