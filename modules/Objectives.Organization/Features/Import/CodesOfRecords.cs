using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;

namespace Objectives.Organization.Features.Import;

/// <summary>One statement for each kind of record that is asked for.</summary>
internal sealed class CodesOfRecordsHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<CodesOfRecords, CodesOfRecordsAnswer>
{
    public async Task<CodesOfRecordsAnswer> Handle(CodesOfRecords request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return new(
            request.People.Count == 0 ? new Dictionary<PersonId, string>()
                : await db.People.Where(p => request.People.Contains(p.Id)).Select(p => new { p.Id, p.EmployeeNumber }).ToDictionaryAsync(p => p.Id, p => p.EmployeeNumber, cancellationToken),
            request.Units.Count == 0 ? new Dictionary<UnitId, string>()
                : await db.Units.Where(u => request.Units.Contains(u.Id)).Select(u => new { u.Id, u.Code }).ToDictionaryAsync(u => u.Id, u => u.Code, cancellationToken),
            request.Positions.Count == 0 ? new Dictionary<PositionId, string>()
                : await db.Positions.Where(p => request.Positions.Contains(p.Id)).Select(p => new { p.Id, p.Code }).ToDictionaryAsync(p => p.Id, p => p.Code, cancellationToken),
            request.Regions.Count == 0 ? new Dictionary<RegionId, string>()
                : await db.Regions.Where(r => request.Regions.Contains(r.Id)).Select(r => new { r.Id, r.Code }).ToDictionaryAsync(r => r.Id, r => r.Code, cancellationToken),
            request.Customers.Count == 0 ? new Dictionary<CustomerId, string>()
                : await db.Customers.Where(c => request.Customers.Contains(c.Id)).Select(c => new { c.Id, c.Code }).ToDictionaryAsync(c => c.Id, c => c.Code, cancellationToken),
            request.Responsibilities.Count == 0 ? new Dictionary<ResponsibilityId, string>()
                : await db.Responsibilities.Where(d => request.Responsibilities.Contains(d.Id)).Select(d => new { d.Id, d.Text }).ToDictionaryAsync(d => d.Id, d => d.Text, cancellationToken));
    }
}

internal sealed class DutiesHeldByHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<DutiesHeldBy, IReadOnlyList<Duty>>
{
    public async Task<IReadOnlyList<Duty>> Handle(DutiesHeldBy request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.Responsibilities.Where(d => request.Holders.Contains(d.HolderId)).OrderBy(d => d.Position).Select(d => new Duty(d.Id, d.HolderId, d.Text, d.Retired)).ToListAsync(cancellationToken);
    }
}
