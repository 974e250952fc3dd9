using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;

namespace Objectives.Organization.Features.Import;

internal sealed class ReadLabels(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<LabelsOf, IReadOnlyDictionary<Guid, Label>>
{
    public async Task<IReadOnlyDictionary<Guid, Label>> Handle(LabelsOf request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = new Dictionary<Guid, Label>();
        if (request.People.Count > 0)
            Add(await db.People.Where(p => EF.Parameter(request.People).Contains(p.Id)).Select(p => new Row((Guid)(object)p.Id, p.EmployeeNumber, p.Name)).ToListAsync(cancellationToken));
        if (request.Units.Count > 0)
            Add(await db.Units.Where(u => EF.Parameter(request.Units).Contains(u.Id)).Select(u => new Row((Guid)(object)u.Id, u.Code, u.Name)).ToListAsync(cancellationToken));
        if (request.Regions.Count > 0)
            Add(await db.Regions.Where(r => EF.Parameter(request.Regions).Contains(r.Id)).Select(r => new Row((Guid)(object)r.Id, r.Code, r.Name)).ToListAsync(cancellationToken));
        if (request.Customers.Count > 0)
            Add(await db.Customers.Where(c => EF.Parameter(request.Customers).Contains(c.Id)).Select(c => new Row((Guid)(object)c.Id, c.Code, c.Name)).ToListAsync(cancellationToken));
        return found;

        void Add(List<Row> rows) => rows.ForEach(r => found[r.Id] = new(r.Code, r.Name));
    }

    private sealed record Row(Guid Id, string Code, string Name);
}
