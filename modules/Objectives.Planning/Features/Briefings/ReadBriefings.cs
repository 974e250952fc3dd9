using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Planning.Data;
using Objectives.Planning.Domain;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Planning.Features.Briefings;

internal sealed record BriefingModel(
    Guid Id, long Version, CycleId CycleId, UnitId UnitId, BriefingKind Kind, string Title, string Body, IReadOnlyList<Guid> ObjectiveIds, PersonId PublishedById, DateTimeOffset PublishedAt) : IEntityModel
{
    public static readonly Expression<Func<Briefing, BriefingModel>> Of = b => new((Guid)(object)b.Id, b.Version, b.CycleId, b.UnitId, b.Kind, b.Title, b.Body, b.ObjectiveIds, b.PublishedById, b.PublishedAt);
}

internal static class BriefingsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, BriefingModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, BriefingAccess access) : IQueryHandler<Query, IReadOnlyDictionary<Guid, BriefingModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, BriefingModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new BriefingId(id)).ToList();
            return await db.Briefings.Where(b => ids.Contains(b.Id)).Where(sight.MayRead).Select(BriefingModel.Of).ToDictionaryAsync(b => b.Id, cancellationToken);
        }
    }
}

/// <summary>A cycle's briefings, the newest first; of a unit all that reach it, from above too.</summary>
internal static class ListBriefings
{
    [AllowedToEveryone]
    public sealed record Query(CycleId CycleId, UnitId? UnitId, BriefingKind? Kind, PageRequest Page) : IQuery<Page<BriefingModel>>;

    public sealed class Handler(IDbContextFactory<PlanningDb> dbs, BriefingAccess access, IMediator mediator) : IQueryHandler<Query, Page<BriefingModel>>
    {
        private static readonly Keyset<BriefingModel> Newest = new Keyset<BriefingModel>().By(b => b.PublishedAt, descending: true).By(b => b.Id, descending: true);

        public async Task<Page<BriefingModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            var sight = await access.SightAsync(cancellationToken);
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var briefings = db.Briefings.Where(b => b.CycleId == request.CycleId).Where(sight.MayRead);
            if (request.UnitId is { } unit)
            {
                var above = (await mediator.Send(new UnitsAbove([unit]), cancellationToken)).GetValueOrDefault(unit) ?? [];
                briefings = briefings.Where(b => above.Contains(b.UnitId));
            }
            if (request.Kind is { } kind)
                briefings = briefings.Where(b => b.Kind == kind);
            return await Newest.PageAsync(briefings.Select(BriefingModel.Of), request.Page, cancellationToken);
        }
    }
}
