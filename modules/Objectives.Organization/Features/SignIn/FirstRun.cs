using System.Globalization;
using FluentValidation;
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
using Unit = Objectives.Organization.Domain.Unit;

namespace Objectives.Organization.Features.SignIn;

internal sealed class InstallationIsEmptyHandler(IDbContextFactory<OrganizationDb> dbs) : IRequestHandler<InstallationIsEmpty, bool>
{
    public async Task<bool> Handle(InstallationIsEmpty request, CancellationToken cancellationToken)
    {
        await using var db = await dbs.CreateDbContextAsync(cancellationToken);
        return !await db.People.AnyAsync(cancellationToken);
    }
}

internal sealed class ClaimInstallationValidator : AbstractValidator<ClaimInstallation>
{
    public ClaimInstallationValidator()
    {
        RuleFor(c => c.Company).RequiredText(Company.MaxNameLength);
        RuleFor(c => c.TimeZone).TimeZone();
        RuleFor(c => c.Currency).CurrencyCode();
        RuleFor(c => c.EmployeeNumber).EmployeeNumber();
        RuleFor(c => c.Name).RequiredText(Person.MaxNameLength);
        RuleFor(c => c.Email).EmailAddress();
        RuleFor(c => c.Password).Custom((password, context) =>
        {
            if (Password.Check(password, context.InstanceToValidate.EmployeeNumber, context.InstanceToValidate.Email) is { } refused)
                context.Fail(refused.Code, refused.Message);
        });
    }
}

/// <summary>Takes the stamp's row before it looks whether anyone is there, so that of two who claim at once the second finds the first.</summary>
internal sealed class ClaimInstallationHandler(OrganizationDb db, IValidator<ClaimInstallation> validator, BusinessClock clock, TimeProvider systemClock, OutboxSignal signal)
    : IRequestHandler<ClaimInstallation, ClaimInstallationAnswer>
{
    private const string RootCode = "COMPANY";

    public async Task<ClaimInstallationAnswer> Handle(ClaimInstallation request, CancellationToken cancellationToken)
    {
        var outcome = await validator.ValidateAsync(request, cancellationToken);
        if (!outcome.IsValid)
            return new(null, outcome.Errors.ConvertAll(InputErrors.Of));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.HoldStructureAsync(cancellationToken);
        if (await db.People.AnyAsync(cancellationToken))
            return new(null, [InputErrors.Of(new Error(ErrorCode.ForbiddenByState, new("The installation has been set up.", "系统已完成初始化。")))]);
        var person = await FoundAsync(request, cancellationToken);
        await db.RecordAndSaveAsync("claimInstallation", null, Caller.System, clock.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.TellOfOthers();
        return new(person.Id, []);
    }

    private async Task<Person> FoundAsync(ClaimInstallation request, CancellationToken cancellationToken)
    {
        var company = await db.Companies.SingleOrDefaultAsync(cancellationToken);
        if (company is null)
            db.Companies.Add(company = Company.Create(request.Company));
        company.Change(request.Company, request.TimeZone, request.Currency);
        var root = await db.Units.SingleOrDefaultAsync(u => u.ParentId == null, cancellationToken);
        if (root is null)
            db.Units.Add(root = Unit.Create(RootCode, request.Company, UnitKind.Company, null, null));
        var locale = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "zh" ? Locale.ZhCn : Locale.En;
        var person = Person.Create(request.EmployeeNumber, request.Name, request.Email, locale, root.Id);
        person.GiveRoles([Role.Administrator], by: default);
        db.People.Add(person);
        await SetPasswordHandler.GiveAsync(db, person, request.Password, systemClock.GetUtcNow(), cancellationToken);
        return person;
    }
}
