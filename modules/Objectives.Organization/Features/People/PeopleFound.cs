using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;

namespace Objectives.Organization.Features.People;

/// <summary>One statement; those who have left are found too.</summary>
internal sealed class PeopleFoundHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<PeopleFound, IReadOnlyList<PersonId>>
{
    public async Task<IReadOnlyList<PersonId>> Handle(PeopleFound request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.People.Where(Holding(request.Text)).Select(p => p.Id).ToListAsync(cancellationToken);
    }

    public static Expression<Func<Person, bool>> Holding(string text)
    {
        var sought = text.Trim().ToLowerInvariant();
        return p => p.Name.ToLower().Contains(sought) || p.EmployeeNumber.ToLower().Contains(sought) || p.Email.ToLower().Contains(sought);
    }
}
