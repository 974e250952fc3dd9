using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Platform.Data;

namespace Objectives.Organization.Features.People;

internal sealed class CorrespondentsHandler(IDbContextFactory<OrganizationDb> dbs, ShortMemory<OrganizationDb, PersonId, Correspondent> known) : IRequestHandler<CorrespondentsOf, IReadOnlyDictionary<PersonId, Correspondent>>, IRequestHandler<HoldersOf, IReadOnlyList<PersonId>>
{
    public async Task<IReadOnlyDictionary<PersonId, Correspondent>> Handle(CorrespondentsOf request, CancellationToken cancellationToken)
        => await known.FindAsync(request.People, p => p.Id, missing => ReadAsync(missing, cancellationToken));

    private async Task<List<Correspondent>> ReadAsync(IReadOnlyList<PersonId> ids, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var people = await db.People.AsNoTracking().Where(p => EF.Parameter(ids).Contains(p.Id)).ToListAsync(cancellationToken);
        return people.ConvertAll(p => new Correspondent(p.Id, p.Name, p.UnitId, p.Email, p.Locale, p.Mail, p.Active, p.GivenRoles.ToHashSet()));
    }

    public async Task<IReadOnlyList<PersonId>> Handle(HoldersOf request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var role = request.Role;
        return await db.People
            .Where(p => p.Active && ((role == Role.Executive && p.IsExecutive) || (role == Role.Hr && p.IsHr) || (role == Role.Auditor && p.IsAuditor) || (role == Role.Administrator && p.IsAdministrator)))
            .Select(p => p.Id).ToListAsync(cancellationToken);
    }
}
