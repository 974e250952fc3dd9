using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Import;
using Objectives.Platform.Import.StratMl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Import.StratMl;

/// <summary>
/// A cycle's objectives that the caller may read as a performance report in StratML part 2 (ISO 17469), with their targets and what was recorded of them: each root is a goal, with an objective that is the goal itself and one for
/// each below it, narrower than the one that it stands under. <see cref="StratMlFile"/> reads the same tree from it again.
/// </summary>
internal static class ExportStratMl
{
    private const int RowsAtOnce = 1_000;

    [AllowedToEveryone]
    public sealed record Query(ExportFilter Filter) : IQuery<DocumentWriter?>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, IMediator mediator, BusinessClock clock) : IQueryHandler<Query, DocumentWriter?>
    {
        /// <returns>Null where there is nothing: the standard asks for at least one goal.</returns>
        public async Task<DocumentWriter?> Handle(Query request, CancellationToken cancellationToken)
        {
            var (sight, filter) = (await access.SightAsync(cancellationToken), request.Filter);
            var units = filter.UnitId is { } top ? await mediator.Send(new UnitsUnder(top), cancellationToken) : null;
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var cycle = await db.Cycles.AsNoTracking().SingleOrDefaultAsync(c => c.Id == filter.CycleId, cancellationToken);
            if (cycle is null || !await Chosen(db, filter, sight, units).AnyAsync(cancellationToken))
                return null;
            var company = await mediator.Send(new RootUnit(), cancellationToken) is { } root ? (await mediator.Send(new UnitNames([root]), cancellationToken)).GetValueOrDefault(root) : null;
            return (output, aborted) => WriteAsync(new(output, new(cycle.Name, company, cycle.Start, cycle.End, clock.TodayIn(cycle.TimeZone))), filter, sight, units, aborted);
        }

        private async Task WriteAsync(StratMlWriter document, ExportFilter filter, ObjectiveSight sight, IReadOnlyList<UnitId>? units, CancellationToken cancellationToken)
        {
            await using (document)
            {
                await using var db = await dbs.CreateDbContextAsync(cancellationToken);
                var rows = from o in Chosen(db, filter, sight, units)
                           join m in db.Measures on o.MeasureId equals m.Id
                           orderby o.Path
                           select new Row(o.ObjectiveId, o.Path, o.Code, o.Title, o.Description, o.Target, o.OwnerId, m.Name, m.UnitOfMeasure);
                var open = new Stack<Row>();
                await document.StartAsync();
                await foreach (var portion in rows.AsAsyncEnumerable().Chunk(RowsAtOnce).WithCancellation(cancellationToken))
                {
                    var actuals = await mediator.Send(new RecordedActualsOf([.. portion.Select(r => r.Id)]), cancellationToken);
                    var owners = await mediator.Send(new LabelsOf([.. portion.Select(r => r.OwnerId).Distinct()], [], [], []), cancellationToken);
                    foreach (var row in portion)
                    {
                        while (open.TryPeek(out var above) && !TreePath.IsWithin(row.Path, above.Path))
                            open.Pop();
                        var entry = new StratMlWriter.Entry(
                            row.Id.Value, open.TryPeek(out var parent) ? parent.Id.Value : null, row.Code, row.Title, row.Description, owners.GetValueOrDefault(row.OwnerId.Value).Name, row.Measure, row.UnitOfMeasure, row.Target,
                            [.. actuals.GetValueOrDefault(row.Id, []).Select(a => new StratMlWriter.Result(a.Start, a.Last, a.Value, a.Note))]);
                        await document.AddAsync(entry);
                        open.Push(row);
                    }
                    await document.FlushAsync();
                }
                await document.EndAsync();
            }
        }

        private static IQueryable<Objective> Chosen(PlanningDb db, ExportFilter filter, ObjectiveSight sight, IReadOnlyList<UnitId>? units)
        {
            var chosen = db.Objectives.Where(sight.MayRead<Objective>()).Where(o => o.CycleId == filter.CycleId && o.Status != ObjectiveStatus.Withdrawn);
            if (units is not null)
                chosen = chosen.Where(o => EF.Parameter(units).Contains(o.UnitId));
            return filter.RegionId is { } region ? chosen.Where(o => o.RegionId == region) : chosen;
        }

        private sealed record Row(ObjectiveId Id, string Path, string Code, string Title, string Description, decimal Target, PersonId OwnerId, string Measure, string UnitOfMeasure);
    }
}
