using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Requests;

namespace Objectives.Organization.Features.Regions;

internal sealed record RegionModel(RegionId RegionId, long Version, string Code, string Name, RegionProfile Profile, UnitId UnitId, decimal DevelopmentWeight, bool Active) : IEntityModel
{
    public static readonly Expression<Func<Region, RegionModel>> Of = r => new(
        r.Id, r.Version, r.Code, r.Name,
        new RegionProfile(r.Profile.Characteristics, r.Profile.StrategicDeployment, r.Profile.Development, r.Profile.Environment, r.Profile.Competition, r.Profile.Resources),
        r.UnitId, r.DevelopmentWeight, r.Active);

    public Guid Id => RegionId.Value;
}

internal static class RegionsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, RegionModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<Guid, RegionModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, RegionModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new RegionId(id)).ToList();
            return await db.Regions.Where(r => ids.Contains(r.Id)).Select(RegionModel.Of).ToDictionaryAsync(r => r.Id, cancellationToken);
        }
    }
}

internal static class AllRegions
{
    [AllowedToEveryone]
    public sealed record Query : IQuery<IReadOnlyList<RegionModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyList<RegionModel>>
    {
        public async Task<IReadOnlyList<RegionModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await db.Regions.Select(RegionModel.Of).ToListByCodeAsync(r => r.Code, cancellationToken);
        }
    }
}
