using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Platform.Requests;

namespace Objectives.Organization.Features.Units;

internal static class UnitsById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, UnitModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<Guid, UnitModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, UnitModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new UnitId(id)).ToList();
            return await db.Units.Where(u => ids.Contains(u.Id)).Select(UnitModel.Of).ToDictionaryAsync(u => u.Id, cancellationToken);
        }
    }
}

/// <summary>All units, the root first and each level by code. A company has hundreds, not millions.</summary>
internal static class AllUnits
{
    [AllowedToEveryone]
    public sealed record Query : IQuery<IReadOnlyList<UnitModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyList<UnitModel>>
    {
        public async Task<IReadOnlyList<UnitModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            return await db.Units.Select(UnitModel.Of).ToListByCodeAsync(u => u.Code, cancellationToken);
        }
    }
}

internal static class ChildrenOfUnits
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<UnitId> Parents) : IQuery<IReadOnlyDictionary<UnitId, IReadOnlyList<UnitModel>>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<UnitId, IReadOnlyList<UnitModel>>>
    {
        public async Task<IReadOnlyDictionary<UnitId, IReadOnlyList<UnitModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var parents = request.Parents.Select(p => (UnitId?)p).ToList();
            var units = await db.Units.Where(u => parents.Contains(u.ParentId)).Select(UnitModel.Of).ToListByCodeAsync(u => u.Code, cancellationToken);
            return units.GroupBy(u => u.ParentId!.Value).ToDictionary(g => g.Key, g => (IReadOnlyList<UnitModel>)[.. g]);
        }
    }
}

internal static class ResponsibilitiesOf
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Holders) : IQuery<IReadOnlyDictionary<Guid, IReadOnlyList<ResponsibilityModel>>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<Guid, IReadOnlyList<ResponsibilityModel>>>
    {
        public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<ResponsibilityModel>>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var rows = await db.Responsibilities.Where(r => request.Holders.Contains(r.HolderId) && !r.Retired).OrderBy(r => r.Position)
                .Select(r => new ResponsibilityModel(r.Id.Value, r.HolderId, r.Text, r.Retired)).ToListAsync(cancellationToken);
            return rows.GroupBy(r => r.HolderId).ToDictionary(g => g.Key, g => (IReadOnlyList<ResponsibilityModel>)[.. g]);
        }
    }
}

internal static class ResponsibilitiesById
{
    [AllowedToEveryone]
    public sealed record Query(IReadOnlyList<Guid> Ids) : IQuery<IReadOnlyDictionary<Guid, ResponsibilityModel>>;

    public sealed class Handler(IDbContextFactory<OrganizationDb> dbs) : IQueryHandler<Query, IReadOnlyDictionary<Guid, ResponsibilityModel>>
    {
        public async Task<IReadOnlyDictionary<Guid, ResponsibilityModel>> Handle(Query request, CancellationToken cancellationToken)
        {
            await using var db = await dbs.CreateDbContextAsync(cancellationToken);
            var ids = request.Ids.Select(id => new ResponsibilityId(id)).ToList();
            return await db.Responsibilities.Where(r => ids.Contains(r.Id))
                .Select(r => new ResponsibilityModel(r.Id.Value, r.HolderId, r.Text, r.Retired)).ToDictionaryAsync(r => r.Id, cancellationToken);
        }
    }
}

internal sealed class UnitsUnderHandler(ReportingLinesCache lines, CallContext call) : IRequestHandler<UnitsUnder, IReadOnlyList<UnitId>>
{
    public async Task<IReadOnlyList<UnitId>> Handle(UnitsUnder request, CancellationToken cancellationToken)
        => (await lines.GetAsync(call.StructureStamp, cancellationToken)).UnitsUnder(request.UnitId);
}
