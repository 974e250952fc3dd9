using FluentValidation;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Organization.Features.Customers;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Import;

/// <summary>Customers from a file, by their codes.</summary>
internal static class ImportCustomers
{
    public static readonly IReadOnlyList<ImportField> Fields =
    [
        new("code", "客户编码"),
        new("name", "客户名称"),
        new("regionCode", "区域编码") { Input = "regionId" },
        new("accountOwnerEmployeeNumber", "客户经理工号") { Input = "accountOwnerId" },
        new("strength", "实力") { Input = "profile.strength", IsText = false },
        new("finances", "财务状况") { Input = "profile.finances", IsText = false },
        new("credit", "信用") { Input = "profile.credit", IsText = false },
        new("active", "启用") { IsText = false },
    ];

    [AllowedTo(Role.Administrator)]
    public sealed record Command(ImportRun Run) : ImportCommand(Run);

    public sealed class Validator : ImportValidator<Command>;

    public sealed class Handler(OrganizationDb db, ImportEngine engine, IValidator<SaveCustomer.Command> validator) : ICommandHandler<Command, ImportOutcome>
    {
        public Task<Result<ImportOutcome>> Handle(Command request, CancellationToken cancellationToken) => engine.RunAsync(request, new Importer(db, validator), cancellationToken);
    }

    private sealed class Importer(OrganizationDb db, IValidator<SaveCustomer.Command> validator) : OrganizationImporter<Customer, SaveCustomer.Command>(db, validator)
    {
        private readonly Lookup<Region> _regions = new();
        private readonly Lookup<Person> _owners = new();

        public override async Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
        {
            await ReadKnownAsync(Organization.Customers, c => c.Code, rows, cancellationToken);
            await ReadAsync(_regions, Organization.Regions, r => r.Code, rows, "regionCode", cancellationToken);
            await ReadAsync(_owners, Organization.People, p => p.EmployeeNumber, rows, "accountOwnerEmployeeNumber", cancellationToken);
        }

        protected override SaveCustomer.Command CommandOf(ImportRow row, Customer? known)
        {
            var region = Demand(row, "regionCode", _regions, r => r.Id, known?.RegionId);
            var owner = Refer(row, "accountOwnerEmployeeNumber", _owners, p => p.Id);
            var profile = new CustomerProfile(Whole(row, "strength", known?.Profile.Strength), Whole(row, "finances", known?.Profile.Finances), Whole(row, "credit", known?.Profile.Credit));
            return new(known?.Id, null, KeyOf(row)!, Text(row, "name", known?.Name), region, owner, profile, row.YesNo("active"));
        }

        protected override Task<Result<Customer>> SaveAsync(Customer? known, SaveCustomer.Command command, ImportRow row, CancellationToken cancellationToken)
            => SaveCustomer.ApplyAsync(Organization, known, command, cancellationToken);
    }
}
