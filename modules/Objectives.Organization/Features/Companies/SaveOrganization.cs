using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Companies;

/// <summary>What holds for the whole installation. Cycles keep the time zone that they were opened in.</summary>
internal static class SaveOrganization
{
    [AllowedTo(Role.Administrator)]
    public sealed record Command(Optional<string> Name, Optional<string> TimeZone, Optional<string> Currency) : ICommand<Guid>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            When(c => c.Name.IsGiven, () => RuleFor(c => c.Name.Value).RequiredText(Company.MaxNameLength));
            When(c => c.TimeZone.IsGiven, () => RuleFor(c => c.TimeZone.Value).TimeZone());
            When(c => c.Currency.IsGiven, () => RuleFor(c => c.Currency.Value).CurrencyCode());
        }
    }

    public sealed class Handler(OrganizationDb db) : ICommandHandler<Command, Guid>
    {
        public async Task<Result<Guid>> Handle(Command request, CancellationToken cancellationToken)
        {
            var company = await db.Companies.SingleOrDefaultAsync(cancellationToken);
            if (company is null && !request.Name.IsGiven)
                return Error.Required("name");
            if (company is null)
                db.Companies.Add(company = Company.Create(request.Name.Value!));
            company.Change(request.Name.Or(company.Name)!, request.TimeZone.Or(company.TimeZone)!, request.Currency.Or(company.Currency)!);
            return company.Id;
        }
    }
}
