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

namespace Objectives.ExecutionMonitoring.Features.Deviations;

/// <summary>A cycle's deviations that the caller may read (S7.4): the worst first, of these the newest.</summary>
internal static class ListDeviations
{
    public sealed record Filter(IReadOnlyList<DeviationSeverity>? Severity, IReadOnlyList<DeviationStatus>? Status, PersonId? OwnerId, UnitId? UnitId, bool? IncludeSubunits);

    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, Filter? Filter, PageRequest Page) : IQuery<Page<DeviationModel>>;

    public sealed class Handler(IDbContextFactory<ExecutionMonitoringDb> dbs, DeviationSight sight, IMediator mediator) : IQueryHandler<Query, Page<DeviationModel>>
    {
        public async Task<Page<DeviationModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var deviations = db.Deviations.Where(d => d.CycleId == request.CycleId).Where(await sight.MayReadAsync(db, cancellationToken));
            if (request.Filter is { } filter)
                deviations = await FilteredAsync(deviations, filter, cancellationToken);
            var keys = new Keyset<DeviationModel>().By(d => d.SeverityRank, descending: true).By(d => d.OpenedAt, descending: true).By(d => d.Id, descending: true);
            return await keys.PageAsync(deviations.ToModels(), request.Page, cancellationToken);
        }

        private async Task<IQueryable<Deviation>> FilteredAsync(IQueryable<Deviation> deviations, Filter filter, CancellationToken cancellationToken)
        {
            if (filter.Severity is { Count: > 0 } severities)
                deviations = deviations.Where(d => severities.Contains(d.Severity));
            if (filter.Status is { Count: > 0 } statuses)
                deviations = deviations.Where(d => statuses.Contains(d.Status));
            if (filter.OwnerId is { } owner)
                deviations = deviations.Where(d => d.OwnerId == owner);
            if (filter.UnitId is not { } unit)
                return deviations;
            var units = filter.IncludeSubunits == true ? await mediator.Send(new UnitsUnder(unit), cancellationToken) : [unit];
            return deviations.Where(d => EF.Parameter(units).Contains(d.UnitId));
        }
    }
}
