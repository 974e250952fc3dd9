using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;

namespace Objectives.Organization.Features.SignIn;

internal static class Logins
{
    /// <summary>The active person of an employee number, as typed or in capitals, or of an e-mail address.</summary>
    public static IQueryable<Person> OfLogin(this IQueryable<Person> people, string typed)
    {
        var login = typed.Trim();
        var (capitals, email) = (login.ToUpperInvariant(), login.ToLowerInvariant());
        return people.Where(p => p.Active && (p.EmployeeNumber == login || p.EmployeeNumber == capitals || p.Email == email)).OrderByDescending(p => p.EmployeeNumber == login).Take(1);
    }
}

internal sealed class PersonByLoginHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<PersonByLogin, PersonId?>
{
    public async Task<PersonId?> Handle(PersonByLogin request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return await db.People.OfLogin(request.EmployeeNumberOrEmail).Select(p => (PersonId?)p.Id).SingleOrDefaultAsync(cancellationToken);
    }
}

/// <summary>Takes the same steps, of the same cost, whether or not there is such a person.</summary>
internal sealed class PersonByPasswordHandler(IDbContextFactory<OrganizationDb> dbs, TimeProvider systemClock) : IRequestHandler<PersonByPassword, PersonId?>
{
    public async Task<PersonId?> Handle(PersonByPassword request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        var found = await (from person in db.People.OfLogin(request.EmployeeNumberOrEmail)
                           from password in db.Passwords.Where(p => p.PersonId == person.Id).DefaultIfEmpty()
                           select new { person.Id, Hash = (string?)password!.Hash }).SingleOrDefaultAsync(cancellationToken);
        var login = FailedSignIns.LoginOf(found?.Id, request.EmployeeNumberOrEmail.Trim());
        if (!await TakeAttemptAsync(db, login, systemClock.GetUtcNow(), cancellationToken))
            return null;
        var (fits, isWeak) = PasswordHashes.Check(found?.Hash, request.Password);
        if (!fits)
            return null;
        await db.FailedSignIns.Where(f => f.Login == login).ExecuteDeleteAsync(cancellationToken);
        if (isWeak)
            await StrengthenAsync(db, found!.Id, found.Hash!, PasswordHashes.Of(request.Password), cancellationToken);
        return found!.Id;
    }

    private static Task StrengthenAsync(OrganizationDb db, PersonId person, string weak, string strong, CancellationToken cancellationToken)
        => db.Passwords.Where(p => p.PersonId == person && p.Hash == weak).ExecuteUpdateAsync(s => s.SetProperty(p => p.Hash, strong), cancellationToken);

    /// <summary>Counts the attempt as failed before it is tried, so that many at once are not all tried; false when it comes too early.</summary>
    private static async Task<bool> TakeAttemptAsync(OrganizationDb db, string login, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var seen = await db.FailedSignIns.AsNoTracking().SingleOrDefaultAsync(f => f.Login == login, cancellationToken);
            if (seen is null)
            {
                var first = db.FailedSignIns.Add(FailedSignIns.First(login, now));
                try
                {
                    await db.SaveChangesAsync(cancellationToken);
                    return true;
                }
                catch (DbUpdateException e) when (Platform.Data.Database.IsUniqueViolation(e))
                {
                    first.State = EntityState.Detached;
                    continue;
                }
            }
            if (seen.Next(now) is not { } count)
                return false;
            if (await db.FailedSignIns.Where(f => f.Login == login && f.Count == seen.Count && f.LastAt == seen.LastAt)
                .ExecuteUpdateAsync(s => s.SetProperty(f => f.Count, count).SetProperty(f => f.LastAt, now), cancellationToken) == 1)
            {
                return true;
            }
        }
    }
}
