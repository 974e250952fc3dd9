using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.People;

/// <summary>Adds or changes a person: who he is, where he stands and which roles he is given.</summary>
/// <remarks>
/// Fails with NOT_FOUND, CONFLICT, DUPLICATE (employee number, e-mail), CYCLE_IN_TREE (a superior below him), SAME_PERSON_MAY_NOT_DECIDE (a role for oneself), FORBIDDEN_BY_STATE
/// (deactivated while others stand on him, the last administrator, or standing on something inactive). Raises <see cref="PersonChanged"/>.
/// </remarks>
internal static class SavePerson
{
    [AllowedTo(Role.Administrator)]
    public sealed record Command(
        PersonId? Id, long? ExpectedVersion, string EmployeeNumber, string Name, string Email, Optional<Locale?> Locale, UnitId UnitId, Optional<PositionId?> PositionId,
        Optional<PersonId?> SuperiorId, Optional<decimal?> RelativeStrength, bool? Active, Optional<IReadOnlyList<Role>> Roles) : ICommand<PersonId>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.EmployeeNumber).EmployeeNumber();
            RuleFor(c => c.Name).RequiredText(Person.MaxNameLength);
            RuleFor(c => c.Email).EmailAddress();
            RuleFor(c => c.RelativeStrength.Value).RelativeWeight();
        }
    }

    public sealed class Handler(OrganizationDb db, CallContext call) : ICommandHandler<Command, PersonId>
    {
        public async Task<Result<PersonId>> Handle(Command request, CancellationToken cancellationToken)
        {
            await db.HoldStructureAsync(cancellationToken);
            var person = request.Id is { } id ? await db.People.SingleOrDefaultAsync(p => p.Id == id, cancellationToken) : null;
            if (request.Id is not null && person is null)
                return Error.NotFound("id");
            if (person?.CheckVersion(request.ExpectedVersion) is { } stale)
                return stale;
            if (await CheckUniqueAsync(request, cancellationToken) is { Count: > 0 } taken)
                return Result<PersonId>.Failure(taken);
            call.StructureStamp = null;
            return (await ApplyAsync(db, person, request, call.Caller.Id, cancellationToken)).Map(p => p.Id);
        }

        private async Task<IReadOnlyList<Error>> CheckUniqueAsync(Command request, CancellationToken cancellationToken)
        {
            var (self, number, email) = (request.Id.GetValueOrDefault(), request.EmployeeNumber.Trim(), request.Email.Trim().ToLowerInvariant());
            var taken = await db.People.Where(p => p.Id != self && (p.EmployeeNumber == number || p.Email == email)).Select(p => new { p.EmployeeNumber, p.Email }).ToListAsync(cancellationToken);
            var errors = new List<Error>();
            if (taken.Exists(p => p.EmployeeNumber == number))
                errors.Add(new(ErrorCode.Duplicate, new($"The employee number {number} is taken.", $"工号 {number} 已被使用。"), "employeeNumber"));
            if (taken.Exists(p => p.Email == email))
                errors.Add(EmailTaken(email));
            return errors;
        }
    }

    /// <summary>Checks where a new or known person stands and who stands on him, and changes him; imports do the same.</summary>
    public static async Task<Result<Person>> ApplyAsync(OrganizationDb db, Person? person, Command request, PersonId by, CancellationToken cancellationToken)
    {
        List<Error> errors = [.. await CheckPlaceAsync(db, request, person, cancellationToken)];
        if (request.Active == false && person is { Active: true })
            errors.AddRange(await CheckLeavingAsync(db, person, cancellationToken));
        if (errors.Count > 0)
            return Result<Person>.Failure(errors);

        var isNew = person is null;
        var wasAdministrator = person is { MayAdminister: true };
        var locale = request.Locale.Or(person?.Locale) ?? Contracts.Organization.Locale.ZhCn;
        person ??= Person.Create(request.EmployeeNumber, request.Name, request.Email, locale, request.UnitId);
        if (request.Roles.IsGiven && person.GiveRoles(request.Roles.Value ?? [], by) is { IsSuccess: false } refused)
            return Result<Person>.Failure(refused.Errors);
        person.Describe(request.EmployeeNumber, request.Name, request.Email, locale);
        person.Place(request.UnitId, request.PositionId.Or(person.PositionId), request.SuperiorId.Or(person.SuperiorId), request.RelativeStrength.Or(person.RelativeStrength) ?? 1);
        person.SetActive(request.Active ?? person.Active);
        if (wasAdministrator && await CheckAdministratorsAsync(db, person, cancellationToken) is { } last)
            return last;
        if (isNew)
            db.People.Add(person);
        return person;
    }

    public static Error EmailTaken(string email) => new(ErrorCode.Duplicate, new($"The e-mail address {email} is taken.", $"电子邮件地址 {email} 已被使用。"), "email");

    private static async Task<IReadOnlyList<Error>> CheckPlaceAsync(OrganizationDb db, Command request, Person? person, CancellationToken cancellationToken)
    {
        var stays = person is { Active: true };
        return [.. new[]
        {
            await db.CheckUnitAsync("unitId", request.UnitId, stays ? person!.UnitId : null, cancellationToken),
            await db.CheckPositionAsync("positionId", request.PositionId.Value, cancellationToken),
            await CheckSuperiorAsync(db, request.SuperiorId, person, cancellationToken),
        }.OfType<Error>()];
    }

    private static async Task<Error?> CheckSuperiorAsync(OrganizationDb db, Optional<PersonId?> given, Person? person, CancellationToken cancellationToken)
    {
        if (given.Value is not { } superior || superior == person?.SuperiorId)
            return null;
        if (await db.CheckPersonAsync("superiorId", superior, null, cancellationToken) is { } missing)
            return missing;
        var seen = new HashSet<PersonId>();
        for (PersonId? one = superior; one is { } here && seen.Add(here); one = (await db.People.FindAsync([here], cancellationToken))?.SuperiorId)
        {
            if (here == person?.Id)
                return new Error(ErrorCode.CycleInTree, new("The superior stands below this person, or is he himself.", "所选上级是其本人或其下属。"), "superiorId");
        }
        return null;
    }

    /// <summary>Who would be left without a leader or superior. The context's own changes count: an import may have moved them in the same batch.</summary>
    private static async Task<IReadOnlyList<Error>> CheckLeavingAsync(OrganizationDb db, Person person, CancellationToken cancellationToken)
    {
        var errors = new List<Error>();
        var led = await db.Units.Where(u => u.LeaderId == person.Id && u.Active).OrderBy(u => u.Code).Select(u => new { u.Code, u.Name }).ToListAsync(cancellationToken);
        if (led.Count > 0)
        {
            errors.Add(new(
                ErrorCode.ForbiddenByState,
                new(
                    $"He leads {string.Join(", ", led.Take(5).Select(u => u.Name))}; name another leader first.",
                    $"该人员是{string.Join('、', led.Take(5).Select(u => u.Name))}的负责人，请先指定其他负责人。"),
                "active",
                new Dictionary<string, object?> { ["ledUnits"] = led.ConvertAll(u => u.Code) }));
        }
        await db.People.Where(p => p.SuperiorId == person.Id && p.Active).LoadAsync(cancellationToken);
        var reports = db.People.Local.Where(p => p.SuperiorId == person.Id && p.Active).Select(p => p.EmployeeNumber).Order(StringComparer.Ordinal).ToList();
        if (reports.Count > 0)
        {
            errors.Add(new(
                ErrorCode.ForbiddenByState,
                new($"Others report to him ({reports.Count}); give them another superior first.", $"仍有 {reports.Count} 人向其汇报，请先为他们指定其他上级。"),
                "active",
                new Dictionary<string, object?> { ["directReports"] = reports.Take(20).ToList() }));
        }
        return errors;
    }

    private static async Task<Error?> CheckAdministratorsAsync(OrganizationDb db, Person person, CancellationToken cancellationToken)
    {
        await db.People.Where(p => p.Active && p.IsAdministrator && !p.IsAuditor).LoadAsync(cancellationToken);
        return db.People.Local.Any(p => p.MayAdminister)
            ? null
            : new Error(
                ErrorCode.ForbiddenByState,
                new("He is the last administrator; make someone else administrator first.", "该人员是最后一名管理员，请先指定其他管理员。"),
                person.Active ? "roles" : "active");
    }
}
