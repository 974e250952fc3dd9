using MediatR;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Data;
using Objectives.Platform.Messaging;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;
using Objectives.Platform.Time;

namespace Objectives.Organization.Features.SignIn;

internal sealed class SetPasswordHandler(OrganizationDb db, CallContext call, BusinessClock clock, TimeProvider systemClock, OutboxSignal signal) : IRequestHandler<SetPassword, IReadOnlyList<InputError>>
{
    public async Task<IReadOnlyList<InputError>> Handle(SetPassword request, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.HoldStructureAsync(cancellationToken);
        var person = await db.People.SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken);
        if (person is null)
            return [InputErrors.Of(Error.NotFound("personId"))];
        if (Password.Check(request.Password, person.EmployeeNumber, person.Email) is { } refused)
            return [InputErrors.Of(refused)];
        var (now, keep) = (systemClock.GetUtcNow(), request.Keep.GetValueOrDefault());
        await GiveAsync(db, person, request.Password, now, cancellationToken);
        await db.Sessions.Where(s => s.PersonId == person.Id && s.Id != keep && s.RevokedAt == null && s.AccessTokenId == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.RevokedAt, now), cancellationToken);
        await db.RecordAndSaveAsync("setPassword", null, call.SignedIn ?? Caller.System, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.TellOfOthers();
        return [];
    }

    public static async Task GiveAsync(OrganizationDb db, Person person, string password, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var hash = PasswordHashes.Of(password);
        if (await db.Passwords.Where(p => p.PersonId == person.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.Hash, hash), cancellationToken) == 0)
            db.Passwords.Add(new() { PersonId = person.Id, Hash = hash });
        person.NotePasswordSet(now);
    }
}
