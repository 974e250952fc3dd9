using System.Linq.Expressions;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Organization.Features.People;
using SessionMemory = Objectives.Platform.Data.ShortMemory<Objectives.Organization.Data.OrganizationDb, string, Objectives.Contracts.Organization.SignedInPerson>;

namespace Objectives.Organization.Features.SignIn;

internal sealed class CallerOfTokenHandler(SessionReader sessions, SessionMemory known) : IRequestHandler<CallerOfToken, SignedInPerson?>
{
    public async Task<SignedInPerson?> Handle(CallerOfToken request, CancellationToken cancellationToken)
    {
        var hash = Session.HashOf(request.Token);
        if (known.Find(hash) is { } person)
            return person;
        var generation = known.Generation;
        person = await sessions.ReadAsync(s => s.TokenHash == hash, cancellationToken);
        if (person is not null)
            known.Keep(hash, person, generation);
        return person;
    }
}

internal sealed class CallerOfSessionHandler(SessionReader sessions) : IRequestHandler<CallerOfSession, SignedInPerson?>
{
    public Task<SignedInPerson?> Handle(CallerOfSession request, CancellationToken cancellationToken) => sessions.ReadAsync(s => s.Id == request.SessionId, cancellationToken);
}

/// <summary>Reads a session that stands, with its person and the stamp of the reporting lines, by one statement.</summary>
internal sealed class SessionReader(IDbContextFactory<OrganizationDb> dbs, ReportingLinesCache cache, TimeProvider systemClock)
{
    private static readonly TimeSpan ToolsAreNoted = TimeSpan.FromMinutes(1);

    public async Task<SignedInPerson?> ReadAsync(Expression<Func<Session, bool>> which, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var now = systemClock.GetUtcNow();
        var found = await (from session in db.Sessions.Where(which)
                           where session.RevokedAt == null && session.ExpiresAt > now
                           from person in db.People
                           where person.Id == session.PersonId && person.Active
                           from stamp in db.StructureStamps
                           select new { session.Id, session.AccessTokenId, session.ReadOnly, session.LastUsedAt, Person = person, stamp.Number }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return null;
        var roles = RolesOf(found.Person, await cache.GetAsync(found.Number, cancellationToken));
        if (found.AccessTokenId is not null && !(found.LastUsedAt > now - ToolsAreNoted))
            await db.Sessions.Where(s => s.Id == found.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastUsedAt, now), cancellationToken);
        return new(found.Id, found.Person.Id, found.Person.UnitId, found.Person.Locale, roles, found.Number, found.AccessTokenId, found.ReadOnly);
    }

    public static IReadOnlySet<Role> RolesOf(Person person, ReportingLines lines)
    {
        var roles = new HashSet<Role>(person.GivenRoles) { Role.Member };
        if (lines.Leads(person.Id))
            roles.Add(Role.Leader);
        return roles;
    }
}

internal sealed class CallerOfPersonHandler(IDbContextFactory<OrganizationDb> dbs, ReportingLinesCache cache) : IRequestHandler<CallerOfPerson, SignedInPerson?>
{
    public async Task<SignedInPerson?> Handle(CallerOfPerson request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = await (from person in db.People.Where(p => p.Id == request.PersonId && p.Active)
                           from stamp in db.StructureStamps
                           select new { Person = person, stamp.Number }).AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        return found is null ? null : new(default, found.Person.Id, found.Person.UnitId, found.Person.Locale, SessionReader.RolesOf(found.Person, await cache.GetAsync(found.Number, cancellationToken)), found.Number);
    }
}

internal sealed class PersonSummaryHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<PersonSummary, PersonSummaryAnswer>
{
    public async Task<PersonSummaryAnswer> Handle(PersonSummary request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.People.Where(p => p.Id == request.PersonId).Select(p => new PersonSummaryAnswer(p.EmployeeNumber, p.Name, p.Locale)).SingleAsync(cancellationToken);
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

internal sealed class CloseSessionHandler(IDbContextFactory<OrganizationDb> dbs, SessionMemory known, TimeProvider systemClock) : IRequestHandler<CloseSession, bool>
{
    public async Task<bool> Handle(CloseSession request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var hash = Session.HashOf(request.Token);
        var session = await db.Sessions.SingleOrDefaultAsync(s => s.TokenHash == hash, cancellationToken);
        session?.Revoke(systemClock.GetUtcNow());
        var closed = await db.SaveChangesAsync(cancellationToken) > 0;
        known.Forget();
        return closed;
    }
}
