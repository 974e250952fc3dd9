using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;

namespace Objectives.Organization.Features.People;

internal sealed class ReadExecutives(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<ActiveExecutives, IReadOnlyList<PersonId>>
{
    public async Task<IReadOnlyList<PersonId>> Handle(ActiveExecutives request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.People.Where(p => p.IsExecutive && p.Active).OrderBy(p => p.EmployeeNumber).Select(p => p.Id).ToListAsync(cancellationToken);
    }
}
