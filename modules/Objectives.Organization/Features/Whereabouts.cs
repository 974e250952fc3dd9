using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;

namespace Objectives.Organization.Features;

/// <summary>One statement for each kind of record that is asked for.</summary>
internal sealed class WhereaboutsHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<Whereabouts, WhereaboutsAnswer>
{
    public async Task<WhereaboutsAnswer> Handle(Whereabouts request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return new(
            request.People.Count == 0 ? new Dictionary<PersonId, PersonId?>()
                : await db.People.Where(p => request.People.Contains(p.Id) && p.Active).ToDictionaryAsync(p => p.Id, p => p.SuperiorId, cancellationToken),
            request.Units.Count == 0 ? new Dictionary<UnitId, UnitId?>()
                : await db.Units.Where(u => request.Units.Contains(u.Id) && u.Active).ToDictionaryAsync(u => u.Id, u => u.ParentId, cancellationToken),
            request.Positions.Count == 0 ? new HashSet<PositionId>()
                : await db.Positions.Where(p => request.Positions.Contains(p.Id)).Select(p => p.Id).ToHashSetAsync(cancellationToken),
            request.Regions.Count == 0 ? new HashSet<RegionId>()
                : await db.Regions.Where(r => request.Regions.Contains(r.Id) && r.Active).Select(r => r.Id).ToHashSetAsync(cancellationToken),
            request.Customers.Count == 0 ? new HashSet<CustomerId>()
                : await db.Customers.Where(c => request.Customers.Contains(c.Id) && c.Active).Select(c => c.Id).ToHashSetAsync(cancellationToken),
            request.Responsibilities.Count == 0 ? new Dictionary<ResponsibilityId, Guid>()
                : await db.Responsibilities.Where(r => request.Responsibilities.Contains(r.Id) && !r.Retired).ToDictionaryAsync(r => r.Id, r => r.HolderId, cancellationToken));
    }
}

/// <summary>One statement for each kind; the codes go as one parameter, since a file may name thousands.</summary>
internal sealed class RecordsByCodeHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<RecordsByCode, RecordsByCodeAnswer>
{
    public async Task<RecordsByCodeAnswer> Handle(RecordsByCode request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var (people, units, positions, regions, customers) = (request.EmployeeNumbers, request.UnitCodes, request.PositionCodes, request.RegionCodes, request.CustomerCodes);
        return new(
            people.Count == 0 ? new Dictionary<string, PersonId>()
                : await db.People.Where(p => EF.Parameter(people).Contains(p.EmployeeNumber)).Select(p => new { p.EmployeeNumber, p.Id })
                    .ToDictionaryAsync(p => p.EmployeeNumber, p => p.Id, cancellationToken),
            units.Count == 0 ? new Dictionary<string, UnitId>()
                : await db.Units.Where(u => EF.Parameter(units).Contains(u.Code)).Select(u => new { u.Code, u.Id }).ToDictionaryAsync(u => u.Code, u => u.Id, cancellationToken),
            positions.Count == 0 ? new Dictionary<string, PositionId>()
                : await db.Positions.Where(p => EF.Parameter(positions).Contains(p.Code)).Select(p => new { p.Code, p.Id }).ToDictionaryAsync(p => p.Code, p => p.Id, cancellationToken),
            regions.Count == 0 ? new Dictionary<string, RegionId>()
                : await db.Regions.Where(r => EF.Parameter(regions).Contains(r.Code)).Select(r => new { r.Code, r.Id }).ToDictionaryAsync(r => r.Code, r => r.Id, cancellationToken),
            customers.Count == 0 ? new Dictionary<string, CustomerId>()
                : await db.Customers.Where(c => EF.Parameter(customers).Contains(c.Code)).Select(c => new { c.Code, c.Id }).ToDictionaryAsync(c => c.Code, c => c.Id, cancellationToken));
    }
}
