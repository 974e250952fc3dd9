using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.ExecutionMonitoring.Domain.Control;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.ExecutionMonitoring.Features.Control;

/// <summary>
/// The control points of a cycle's objectives that the caller may read, by date and then by their objectives' codes; without those of withdrawn objectives. What the calendar gives
/// is made while it is read: only reports, and points set by hand, come from tables.
/// </summary>
/// <remarks>Of many objectives only so many are read as the page needs, but for the total of points in some state, which takes them all.</remarks>
internal static class ListControlPoints
{
    public sealed record Filter(IReadOnlyList<ControlPointStatus>? Status, PersonId? OwnerId, PersonId? SuperiorId, UnitId? UnitId, bool? IncludeSubunits, DateOnly? From, DateOnly? Until);

    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, Filter? Filter, PageRequest Page) : IQuery<Page<ControlPointModel>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator) : IQueryHandler<Query, Page<ControlPointModel>>
    {
        private static readonly Filter Any = new(null, null, null, null, null, null, null);

        /// <summary>So many objectives, and those of so many units, are read as a whole; of more, these portions in turn until a page is full, and all only if it still is not.</summary>
        private const int Few = 1_000;
        private const int FewUnits = 40;
        private static readonly int[] Portions = [256, 2_048, 16_384];

        public async Task<Page<ControlPointModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var filter = request.Filter ?? Any;
            var calendar = (await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).GetValueOrDefault(request.CycleId);
            if (calendar?.CarriedOutFrom is null)
                return Page<ControlPointModel>.Empty;
            var chosen = new ObjectivesCarriedOut(calendar.Id, await OwnersAsync(filter, cancellationToken), filter.UnitId, filter.IncludeSubunits == true);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var (from, until) = (filter.From ?? DateOnly.MinValue, filter.Until ?? DateOnly.MaxValue);
            var byHand = await db.ControlPoints.AsNoTracking().Where(p => p.CycleId == calendar.Id && p.Date >= from && p.Date <= until).ToListAsync(cancellationToken);
            var list = new PointList(db, calendar, filter.Status is { Count: > 0 } wanted ? wanted : null, ControlCursor.Read(request.Page.After), request.Page.Size);

            if (await FewAsync(chosen, cancellationToken) is { } few)
                return await list.PageAsync(DaysOf(few), few, request.Page.WantsTotal, cancellationToken);
            if (request.Page.WantsTotal && list.AsksForState)
                return await AllAsync();
            var atHand = byHand.Count == 0 ? [] : await mediator.Send(chosen with { Ids = [.. byHand.Select(p => p.ObjectiveId).Distinct()] }, cancellationToken);
            var days = ControlCalendar.DaysOf(calendar.Start, calendar.End).Count(d => d.Date >= from && d.Date <= until);
            var full = await list.WalkAsync(DaysOf(atHand), (code, size) => mediator.Send(chosen with { After = code, First = size }, cancellationToken), Portions, cancellationToken);
            if (!full)
                return await AllAsync();
            var total = request.Page.WantsTotal ? (days * await mediator.Send(new CountCarriedOut(chosen), cancellationToken)) + byHand.Count(p => atHand.Any(o => o.Id == p.ObjectiveId)) : 0;
            return list.ToPage(total);

            IReadOnlyList<CycleControlDay> DaysOf(IReadOnlyList<CarriedOutObjective> objectives) => [.. CyclePoints.Of(calendar, objectives, byHand).Where(d => d.Date >= from && d.Date <= until)];

            async Task<Page<ControlPointModel>> AllAsync()
            {
                var all = await mediator.Send(chosen, cancellationToken);
                return await list.PageAsync(DaysOf(all), few: null, request.Page.WantsTotal, cancellationToken);
            }
        }

        /// <summary>Null when they are many.</summary>
        private async Task<IReadOnlyList<CarriedOutObjective>?> FewAsync(ObjectivesCarriedOut chosen, CancellationToken cancellationToken)
        {
            if (chosen.OwnerIds is not null || (chosen.UnitId is { } unit && (!chosen.IncludeSubunits || (await mediator.Send(new UnitsUnder(unit), cancellationToken)).Count <= FewUnits)))
                return await mediator.Send(chosen, cancellationToken);
            var first = await mediator.Send(chosen with { First = Few + 1 }, cancellationToken);
            return first.Count <= Few ? first : null;
        }

        private async Task<IReadOnlyCollection<PersonId>?> OwnersAsync(Filter filter, CancellationToken cancellationToken)
        {
            if (filter.SuperiorId is not { } superior)
                return filter.OwnerId is { } only ? [only] : null;
            var led = await mediator.Send(new DirectlyLed(superior, AndWithoutSuperior: false), cancellationToken);
            return filter.OwnerId is { } owner ? [.. led.Where(p => p == owner)] : led;
        }
    }
}
