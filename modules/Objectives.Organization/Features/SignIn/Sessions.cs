using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Organization.Features.People;

namespace Objectives.Organization.Features.SignIn;

internal sealed class CallerOfTokenHandler(IDbContextFactory<OrganizationDb> dbs, ReportingLinesCache cache, TimeProvider systemClock) : IRequestHandler<CallerOfToken, SignedInPerson?>
{
    public async Task<SignedInPerson?> Handle(CallerOfToken request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var hash = Session.HashOf(request.Token);
        var now = systemClock.GetUtcNow();
        var found = await (from session in db.Sessions
                           where session.TokenHash == hash && session.RevokedAt == null && session.ExpiresAt > now
                           from person in db.People
                           where person.Id == session.PersonId && person.Active
                           from stamp in db.StructureStamps
                           select new { session.Id, Person = person, stamp.Number }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var leads = (await cache.GetAsync(found.Number, cancellationToken)).Leads(found.Person.Id);
        var roles = new HashSet<Role>(found.Person.GivenRoles) { Role.Member };
        if (leads)
            roles.Add(Role.Leader);
        return new(found.Id, found.Person.Id, found.Person.UnitId, found.Person.Locale, roles, found.Number);
    }
}

internal sealed class OpenSessionHandler(IDbContextFactory<OrganizationDb> dbs, TimeProvider systemClock) : IRequestHandler<OpenSession, string>
{
    public async Task<string> Handle(OpenSession request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var (session, token) = Session.Open(request.PersonId, systemClock.GetUtcNow());
        db.Sessions.Add(session);
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }
}

internal sealed class CloseSessionHandler(IDbContextFactory<OrganizationDb> dbs, TimeProvider systemClock) : IRequestHandler<CloseSession, bool>
{
    public async Task<bool> Handle(CloseSession request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var hash = Session.HashOf(request.Token);
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.TokenHash == hash, cancellationToken);
        session?.Revoke(systemClock.GetUtcNow());
        return await db.SaveChangesAsync(cancellationToken) > 0;
    }
}

internal sealed class PersonByLoginHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<PersonByLogin, PersonId?>
{
    public async Task<PersonId?> Handle(PersonByLogin request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var login = request.EmployeeNumberOrEmail.Trim();
        return await db.People.Where(p => p.Active && (p.EmployeeNumber == login || p.Email == login)).Select(p => (PersonId?)p.Id).FirstOrDefaultAsync(cancellationToken);
    }
}
