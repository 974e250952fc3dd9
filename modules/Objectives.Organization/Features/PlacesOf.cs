using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;

namespace Objectives.Organization.Features;

internal sealed class PlacesOfHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<PlacesOf, Places>
{
    public async Task<Places> Handle(PlacesOf request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var units = request.Units;
        var regions = await db.Regions.Where(r => r.Active && EF.Parameter(units).Contains(r.UnitId)).Select(r => new { r.Id, r.UnitId }).ToDictionaryAsync(r => r.Id, r => r.UnitId, cancellationToken);
        var customers = await (from c in db.Customers
                               where c.Active
                               join r in db.Regions on c.RegionId equals r.Id
                               where r.Active && EF.Parameter(units).Contains(r.UnitId)
                               select new { c.Id, r.UnitId }).ToDictionaryAsync(c => c.Id, c => c.UnitId, cancellationToken);
        var positions = await db.Positions.Where(p => EF.Parameter(units).Contains(p.UnitId)).Select(p => new { p.Id, p.UnitId }).ToDictionaryAsync(p => p.Id, p => p.UnitId, cancellationToken);
        return new(regions, customers, positions);
    }
}
