using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.ExecutionMonitoring;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Numbers;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Objectives;

internal enum ObjectiveOrderField
{
    Code,
    Title,
    Target,
    Attainment,
    UpdatedAt,
}

internal enum OrderDirection
{
    Asc,
    Desc,
}

/// <summary>Objectives that the caller may read, filtered and ordered, a page at a time.</summary>
internal static class ListObjectives
{
    public sealed record Filter(
        CycleId? CycleId, string? Text, IReadOnlyList<ObjectiveLevel>? Level, IReadOnlyList<ObjectiveStatus>? Status, PersonId? OwnerId, UnitId? UnitId, bool? IncludeSubunits,
        RegionId? RegionId, CustomerId? CustomerId, MeasureId? MeasureId, bool? Important, ObjectiveId? ParentId, bool? HasFindings, IReadOnlyList<Health>? Health,
        bool? HasRegion = null, bool? HasCustomer = null);

    public sealed record Order(ObjectiveOrderField Field, OrderDirection Direction);

    [AllowedToEveryone]
    public sealed record Query(Filter? Filter, Order? OrderBy, PageRequest Page) : IQuery<Page<ObjectiveModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, ObjectiveAccess access, IMediator mediator) : IQueryHandler<Query, Page<ObjectiveModel>>
    {
        public async Task<Page<ObjectiveModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var objectives = db.Objectives.Where(sight.MayRead<Objective>());
            if (request.Filter is { } filter)
                objectives = await FilteredAsync(db, objectives, filter, cancellationToken);
            return await By(request.OrderBy).PageAsync(request.OrderBy?.Field == ObjectiveOrderField.Attainment ? Ranked(db, objectives, request.OrderBy.Direction) : objectives.ToModels(), request.Page, cancellationToken);
        }

        /// <summary>The code is unique and ends every order.</summary>
        private static Keyset<ObjectiveModel> By(Order? order)
        {
            var descending = order?.Direction == OrderDirection.Desc;
            var keys = new Keyset<ObjectiveModel>();
            keys = order?.Field switch
            {
                ObjectiveOrderField.Title => keys.By(o => o.Title, descending),
                ObjectiveOrderField.Target => keys.By(o => o.Target, descending),
                ObjectiveOrderField.Attainment => keys.By(o => o.AttainmentRank, descending),
                ObjectiveOrderField.UpdatedAt => keys.By(o => o.UpdatedAt, descending),
                _ => keys,
            };
            return keys.By(o => o.Code, descending);
        }

        /// <summary>Those whose attainment is not known come last, whichever way.</summary>
        private static IQueryable<ObjectiveModel> Ranked(PlanningDb db, IQueryable<Objective> objectives, OrderDirection direction)
        {
            var unknown = direction == OrderDirection.Desc ? -Quantity.Max : Quantity.Max;
            return objectives.ToModels(nameof(ObjectiveModel.AttainmentRank), o => db.KnownStandings.Where(s => s.ObjectiveId == o.ObjectiveId).Select(s => s.Attainment).FirstOrDefault() ?? unknown);
        }

        private async Task<IQueryable<Objective>> FilteredAsync(PlanningDb db, IQueryable<Objective> objectives, Filter filter, CancellationToken cancellationToken)
        {
            if (filter.CycleId is { } cycle)
                objectives = objectives.Where(o => o.CycleId == cycle);
            objectives = objectives.Saying(filter.Text, SearchObjectives.Says<Objective>);
            if (filter.Level is { Count: > 0 } levels)
                objectives = objectives.Where(o => levels.Contains(o.Level));
            if (filter.Status is { Count: > 0 } statuses)
                objectives = objectives.Where(o => statuses.Contains(o.Status));
            if (filter.OwnerId is { } owner)
                objectives = objectives.Where(o => o.OwnerId == owner);
            if (filter.UnitId is { } unit)
            {
                var units = filter.IncludeSubunits == true ? await mediator.Send(new UnitsUnder(unit), cancellationToken) : [unit];
                objectives = objectives.Where(o => units.Contains(o.UnitId));
            }
            if (filter.RegionId is { } region)
                objectives = objectives.Where(o => o.RegionId == region);
            if (filter.CustomerId is { } customer)
                objectives = objectives.Where(o => o.CustomerId == customer);
            if (filter.HasRegion is { } ofRegion)
                objectives = objectives.Where(o => o.RegionId != null == ofRegion);
            if (filter.HasCustomer is { } ofCustomer)
                objectives = objectives.Where(o => o.CustomerId != null == ofCustomer);
            if (filter.MeasureId is { } measure)
                objectives = objectives.Where(o => o.MeasureId == measure);
            if (filter.Important is { } important)
                objectives = objectives.Where(o => o.Important == important);
            if (filter.HasFindings is { } has)
                objectives = objectives.Where(o => db.Findings.Any(f => f.ObjectiveId == o.ObjectiveId && !f.Waived) == has);
            if (filter.Health is { Count: > 0 } healths)
            {
                var orUnknown = healths.Contains(Contracts.ExecutionMonitoring.Health.Unknown);
                objectives = objectives.Where(o => db.KnownStandings.Any(s => s.ObjectiveId == o.ObjectiveId && healths.Contains(s.Health)) || (orUnknown && !db.KnownStandings.Any(s => s.ObjectiveId == o.ObjectiveId)));
            }
            return filter.ParentId is { } parent ? objectives.Where(o => o.ParentId == parent) : objectives;
        }
    }
}
