using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;

namespace Objectives.Organization.Features.People;

/// <summary>One statement, however many are mentioned; who has left is not.</summary>
internal sealed class PeopleMentionedHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<PeopleMentioned, IReadOnlyList<PersonId>>
{
    public async Task<IReadOnlyList<PersonId>> Handle(PeopleMentioned request, CancellationToken cancellationToken)
    {
        var mentions = Mentions.In(request.Text);
        var names = mentions.Candidates;
        if (names.Count == 0)
            return [];
        var numbers = names.Where(n => n.Length <= Person.MaxNumberLength).SelectMany(n => new[] { n, n.ToUpperInvariant() }).Distinct().ToList();
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var people = await db.People.Where(p => p.Active && (EF.Parameter(names).Contains(p.Name) || EF.Parameter(numbers).Contains(p.EmployeeNumber)))
            .Select(p => new Mentions.Named(p.Id, p.Name, p.EmployeeNumber)).ToListAsync(cancellationToken);
        return mentions.Resolve(people);
    }
}
