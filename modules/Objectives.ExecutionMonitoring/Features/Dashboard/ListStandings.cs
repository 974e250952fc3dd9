using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.ExecutionMonitoring.Data;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Dashboard;

/// <param name="Rank">By which the worst come first, and those of which nothing is known last.</param>
internal sealed record StandingModel(Guid ObjectiveId, Health Health, int? Points, int Rank)
{
    public decimal? Attainment => Points / 10_000m;
}

/// <summary>The objectives that a dashboard counts, as they stand or stood at the end of a past day, the worst first (S7.3); one statement a page.</summary>
internal static class ListStandings
{
    public sealed record Filter(UnitId? UnitId, bool? IncludeSubunits, RegionId? RegionId, CustomerId? CustomerId, PersonId? OwnerId, PersonId? SuperiorId);

    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, Filter? Filter, DateOnly? AsOf, PageRequest Page) : IQuery<Page<StandingModel>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, IMediator mediator, ScopeReader scopes, BusinessClock clock) : IQueryHandler<Query, Page<StandingModel>>
    {
        public async Task<Page<StandingModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            if ((await mediator.Send(new CycleCalendars([request.CycleId]), cancellationToken)).GetValueOrDefault(request.CycleId) is not { } calendar)
                return Page<StandingModel>.Empty;
            var filter = request.Filter;
            var scope = await scopes.OfAsync(request.CycleId, await WithinAsync(filter, cancellationToken), filter?.OwnerId, filter?.SuperiorId, cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var standings = scope.Readable(db, Scope.MomentOf(request.AsOf, calendar.TimeZone, clock));
            if (filter?.RegionId is { } region)
                standings = standings.Where(s => s.RegionId == region);
            if (filter?.CustomerId is { } customer)
                standings = standings.Where(s => s.CustomerId == customer);
            return await new Keyset<StandingModel>().By(s => s.Rank).By(s => s.ObjectiveId)
                .PageAsync(standings.Select(s => new StandingModel((Guid)(object)s.ObjectiveId, s.Health, s.Points, s.Points ?? int.MaxValue)), request.Page, cancellationToken);
        }

        private async Task<IReadOnlyList<UnitId>?> WithinAsync(Filter? filter, CancellationToken cancellationToken) => filter?.UnitId is not { } unit ? null
            : filter.IncludeSubunits == true ? await mediator.Send(new UnitsUnder(unit), cancellationToken)
            : [unit];
    }
}
