using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Organization.Features.People;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Organization.Features.Positions;

internal sealed record PositionModel(PositionId PositionId, long Version, string Code, string Title, UnitId UnitId, RegionId? RegionId, decimal RelativeStrength) : IEntityModel
{
    public static readonly Expression<Func<Position, PositionModel>> Of = p => new(p.Id, p.Version, p.Code, p.Title, p.UnitId, p.RegionId, p.RelativeStrength);

    public Guid Id => PositionId.Value;
}

internal static class PositionsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, PositionModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<Guid, PositionModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, PositionModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new PositionId(id)).ToList();
            return await db.Positions.Where(p => ids.Contains(p.Id)).Select(PositionModel.Of).ToDictionaryAsync(p => p.Id, cancellationToken);
        }
    }
}

internal static class ListPositions
{
    [AllowedToEveryone]
    public sealed record Query(UnitId? UnitId) : IQuery<IReadOnlyList<PositionModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyList<PositionModel>>
    {
        public async Task<IReadOnlyList<PositionModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await db.Positions.Where(p => request.UnitId == null || p.UnitId == request.UnitId).Select(PositionModel.Of).ToListByCodeAsync(p => p.Code, cancellationToken);
        }
    }
}

internal static class IncumbentsOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<PositionId> Positions) : IQuery<IReadOnlyDictionary<PositionId, IReadOnlyList<PersonModel>>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<PositionId, IReadOnlyList<PersonModel>>>
    {
        public async Task<IReadOnlyDictionary<PositionId, IReadOnlyList<PersonModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var positions = request.Positions.Select(p => (PositionId?)p).ToList();
            var people = await db.People.Where(p => positions.Contains(p.PositionId) && p.Active).OrderBy(p => p.EmployeeNumber).Select(PersonModel.Of).ToListAsync(cancellationToken);
            return people.GroupBy(p => p.PositionId!.Value).ToDictionary(g => g.Key, g => (IReadOnlyList<PersonModel>)[.. g]);
        }
    }
}
