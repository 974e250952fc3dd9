using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Data;

namespace Objectives.Organization.Features.People;

/// <summary>One statement; those who have left are found too.</summary>
internal sealed class PeopleFoundHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<PeopleFound, IReadOnlyList<PersonId>>
{
    public async Task<IReadOnlyList<PersonId>> Handle(PeopleFound request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.People.Saying(request.Text, Says).Select(p => p.Id).ToListAsync(cancellationToken);
    }

    public static Expression<Func<Person, bool>> Says(string word) => p => p.Name.ToLower().Contains(word) || p.EmployeeNumber.ToLower().Contains(word) || p.Email.ToLower().Contains(word);
}
