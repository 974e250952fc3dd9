using System.Runtime.CompilerServices;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Import;

/// <summary>A cycle's objectives that the caller may read, as files have them, parents before their children; those withdrawn are left out.</summary>
internal static class ExportObjectives
{
    private const int RowsAtOnce = 1_000;

    [AllowedToEveryone]
    public sealed record Query(ExportFilter Filter) : IQuery<IAsyncEnumerable<object?[]>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, IMediator mediator) : IQueryHandler<Query, IAsyncEnumerable<object?[]>>
    {
        public async Task<IAsyncEnumerable<object?[]>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            var units = request.Filter.UnitId is { } top ? await mediator.Send(new UnitsUnder(top), cancellationToken) : null;
            return ReadAsync(request.Filter, sight, units, cancellationToken);
        }

        private async IAsyncEnumerable<object?[]> ReadAsync(ExportFilter filter, ObjectiveSight sight, IReadOnlyList<UnitId>? units, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var chosen = db.Objectives.AsNoTracking().Where(sight.MayRead<Objective>()).Where(o => o.CycleId == filter.CycleId && o.Status != ObjectiveStatus.Withdrawn);
            if (units is not null)
                chosen = chosen.Where(o => units.Contains(o.UnitId));
            if (filter.RegionId is { } region)
                chosen = chosen.Where(o => o.RegionId == region);
            var read = from objective in chosen
                       from parent in db.Objectives.Where(p => p.ObjectiveId == objective.ParentId).DefaultIfEmpty()
                       from measure in db.Measures.Where(m => m.Id == objective.MeasureId)
                       from element in db.StrategyElements.Where(e => e.Id == objective.StrategyElementId).DefaultIfEmpty()
                       orderby objective.Path
                       select new Row(objective, (string?)parent!.Code, measure.Code, (string?)element!.Title);
            await foreach (var rows in read.AsAsyncEnumerable().Chunk(RowsAtOnce).WithCancellation(cancellationToken))
            {
                var codes = await CodesAsync(rows, cancellationToken);
                foreach (var row in rows)
                    yield return Cells(row, codes);
            }
        }

        private Task<CodesOfRecordsAnswer> CodesAsync(Row[] rows, CancellationToken cancellationToken) => mediator.Send(
            new CodesOfRecords(
                [.. rows.Select(r => r.Objective.OwnerId).Distinct()],
                [.. rows.Select(r => r.Objective.UnitId).Distinct()],
                [.. rows.Select(r => r.Objective.PositionId).OfType<PositionId>().Distinct()],
                [.. rows.Select(r => r.Objective.RegionId).OfType<RegionId>().Distinct()],
                [.. rows.Select(r => r.Objective.CustomerId).OfType<CustomerId>().Distinct()],
                [.. rows.Select(r => r.Objective.ResponsibilityId).OfType<ResponsibilityId>().Distinct()]),
            cancellationToken);

        private static object?[] Cells(Row row, CodesOfRecordsAnswer codes)
        {
            var o = row.Objective;
            return
            [
                o.Code, o.Title, o.Description, EnumNames.Of(o.Level), row.Parent, null, o.Contribution, codes.People.GetValueOrDefault(o.OwnerId), codes.Units.GetValueOrDefault(o.UnitId),
                o.RegionId is { } region ? codes.Regions.GetValueOrDefault(region) : null, o.CustomerId is { } customer ? codes.Customers.GetValueOrDefault(customer) : null,
                o.PositionId is { } position ? codes.Positions.GetValueOrDefault(position) : null, o.ResponsibilityId is { } duty ? codes.Responsibilities.GetValueOrDefault(duty) : null,
                row.Element, row.Measure, o.Baseline, o.Target, o.LowerBound, o.RollUpWeight, o.Important,
            ];
        }

        private sealed record Row(Objective Objective, string? Parent, string Measure, string? Element);
    }
}
