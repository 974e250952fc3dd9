using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Planning.Domain.Findings;
using Objectives.Planning.Features.Objectives;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;
using Objectives.Platform.Time;

namespace Objectives.Planning.Features.Reporting;

internal sealed record CoverageRowModel(ObjectiveModel Objective, decimal Target, decimal Covered, decimal Shortfall, int Children);

/// <summary>Whether the targets of those below make up each target (S6.1), as <see cref="Coverage"/> reckons it: a statement for the page, one for those below, however many.</summary>
internal static class ReadCoverage
{
    /// <param name="UnitId">With those below it.</param>
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, UnitId? UnitId, DateOnly? AsOf, PageRequest Page) : IQuery<Page<CoverageRowModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, IMediator mediator, BusinessClock clock) : IQueryHandler<Query, Page<CoverageRowModel>>
    {
        private static readonly Keyset<ObjectiveModel> ByCode = new Keyset<ObjectiveModel>().By(o => o.Code);

        public async Task<Page<CoverageRowModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var zone = await db.Cycles.Where(c => c.Id == request.CycleId).Select(c => c.TimeZone).SingleOrDefaultAsync(cancellationToken) ?? throw Reports.NoSuchCycle;
            return request.AsOf is { } day && day < clock.TodayIn(zone)
                ? await ReadAsync(db, db.ObjectiveVersions.HeldAt(BusinessClock.EndOf(day, zone)), BusinessClock.EndOf(day, zone), request, cancellationToken)
                : await ReadAsync(db, db.Objectives, null, request, cancellationToken);
        }

        private async Task<Page<CoverageRowModel>> ReadAsync<T>(PlanningDb db, IQueryable<T> objectives, DateTimeOffset? moment, Query request, CancellationToken cancellationToken)
            where T : class, IObjectiveState
        {
            var sight = await access.SightAsync(cancellationToken);
            var live = objectives.Where(o => o.CycleId == request.CycleId && o.Status != ObjectiveStatus.Withdrawn);
            var above = live.Where(sight.MayRead<T>()).Where(o => live.Any(c => c.ParentId == o.ObjectiveId));
            if (request.UnitId is { } unit)
            {
                var units = await mediator.Send(new UnitsUnder(unit), cancellationToken);
                above = above.Where(o => EF.Parameter(units).Contains(o.UnitId));
            }
            var page = await ByCode.PageAsync(above.ToModels(), request.Page, cancellationToken);
            var ids = page.Nodes.Select(o => o.ObjectiveId).ToList();
            var below = (await live.Where(o => EF.Parameter(ids).Contains(o.ParentId!.Value)).Select(o => new { Parent = o.ParentId!.Value, Target = new TargetOfObjective(o.ObjectiveId, o.MeasureId, o.Target, o.LowerBound, o.RollUpWeight) })
                .ToListAsync(cancellationToken)).ToLookup(o => o.Parent, o => o.Target);
            var measures = await db.Measures.Select(m => new MeasureFacts(m.Id, m.UnitOfMeasure, m.Direction, m.Aggregation, m.Decimals)).ToDictionaryAsync(m => m.Id, cancellationToken);
            return page.Select(o => Row(o, moment, below[o.ObjectiveId], measures));
        }

        private static CoverageRowModel Row(ObjectiveModel objective, DateTimeOffset? moment, IEnumerable<TargetOfObjective> below, IReadOnlyDictionary<MeasureId, MeasureFacts> measures)
        {
            objective.AsOf = moment;
            var coverage = Coverage.Of(new(objective.ObjectiveId, objective.MeasureId, objective.Target, objective.LowerBound, objective.RollUpWeight), below, measures);
            return coverage.RolledUp is { } covered
                ? new(objective, objective.Target, covered, coverage.Shortfall, coverage.Counted.Count)
                : new(objective, objective.Target, 0, Math.Abs(objective.Target), 0);
        }
    }
}
