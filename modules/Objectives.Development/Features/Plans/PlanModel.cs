using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Development;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Development.Data;
using Objectives.Development.Domain.Plans;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Development.Features.Plans;

internal sealed record PlanModel(DevelopmentPlanId PlanId, long Version, PersonId PersonId, CycleId CycleId) : IEntityModel
{
    public static readonly Expression<Func<DevelopmentPlan, PlanModel>> Of = p => new(p.Id, p.Version, p.PersonId, p.CycleId);

    public Guid Id => PlanId.Value;
}

internal sealed record ItemModel(
    DevelopmentItemId ItemId, DevelopmentPlanId PlanId, PersonId PersonId, DevelopmentItemKind Kind, string Title, CourseId? CourseId, PersonId? CoachId, CompetencyId CompetencyId, int TargetLevel, ObjectiveId? ForObjectiveId, DateOnly Due,
    DevelopmentItemStatus Status, string? Result, DateTimeOffset? EndedAt) : IEntityModel
{
    public static readonly Expression<Func<DevelopmentItem, ItemModel>> Of = i => new(
        i.Id, i.PlanId, i.PersonId, i.Kind, i.Title, i.CourseId, i.CoachId, i.CompetencyId, i.TargetLevel, i.ForObjectiveId, i.Due, i.Status, i.Result, i.EndedAt);

    public Guid Id => ItemId.Value;
}

internal static class PlansById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, PlanModel>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs, DevelopmentSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Guid, PlanModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, PlanModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new DevelopmentPlanId(id)).ToList();
            var plans = await db.DevelopmentPlans.Where(p => EF.Parameter(ids).Contains(p.Id)).Select(PlanModel.Of).ToListAsync(cancellationToken);
            var readable = (await sight.ReadableAsync(plans.Select(p => p.PersonId), cancellationToken)).ToHashSet();
            return plans.Where(p => readable.Contains(p.PersonId)).ToDictionary(p => p.Id);
        }
    }
}

internal static class ItemsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, ItemModel>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs, DevelopmentSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Guid, ItemModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, ItemModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new DevelopmentItemId(id)).ToList();
            var items = await db.DevelopmentItems.Where(i => EF.Parameter(ids).Contains(i.Id)).Select(ItemModel.Of).ToListAsync(cancellationToken);
            var readable = (await sight.ReadableAsync(items.Select(i => i.PersonId), cancellationToken)).ToHashSet();
            return items.Where(i => readable.Contains(i.PersonId)).ToDictionary(i => i.Id);
        }
    }
}

/// <summary>The plans of people whose development the caller may read.</summary>
internal static class PlansOf
{
    public readonly record struct Key(PersonId PersonId, CycleId CycleId);

    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Key> Keys) : IQuery<IReadOnlyDictionary<Key, PlanModel>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs, DevelopmentSight sight) : IQueryHandler<Query, IReadOnlyDictionary<Key, PlanModel>>
    {
        public async Task<IReadOnlyDictionary<Key, PlanModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var people = await sight.ReadableAsync(request.Keys.Select(k => k.PersonId), cancellationToken);
            var cycles = request.Keys.Select(k => k.CycleId).Distinct().ToList();
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await db.DevelopmentPlans.Where(p => EF.Parameter(people).Contains(p.PersonId) && EF.Parameter(cycles).Contains(p.CycleId)).Select(PlanModel.Of)
                .ToDictionaryAsync(p => new Key(p.PersonId, p.CycleId), cancellationToken);
        }
    }
}

/// <summary>What plans hold, by due date; of plans that the caller has been given.</summary>
internal static class ItemsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<DevelopmentPlanId> Ids) : IQuery<IReadOnlyDictionary<DevelopmentPlanId, IReadOnlyList<ItemModel>>>;

    public sealed class Handler(IDbContextFactory<DevelopmentDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<DevelopmentPlanId, IReadOnlyList<ItemModel>>>
    {
        public async Task<IReadOnlyDictionary<DevelopmentPlanId, IReadOnlyList<ItemModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var items = await db.DevelopmentItems.Where(i => EF.Parameter(request.Ids).Contains(i.PlanId)).OrderBy(i => i.Due).ThenBy(i => i.Id).Select(ItemModel.Of).ToListAsync(cancellationToken);
            return items.GroupBy(i => i.PlanId).ToDictionary(g => g.Key, g => (IReadOnlyList<ItemModel>)[.. g]);
        }
    }
}
