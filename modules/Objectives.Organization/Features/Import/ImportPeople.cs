using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Organization.Features.People;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Import;

/// <summary>People from a file, by their employee numbers, in whatever order superiors and subordinates stand there.</summary>
internal static class ImportPeople
{
    public static readonly IReadOnlyList<ImportField> Fields =
    [
        new("employeeNumber", "工号"),
        new("name", "姓名"),
        new("email", "电子邮箱"),
        ImportField.Choice<Locale>("locale", "语言", (Locale.ZhCn, "中文"), (Locale.ZhCn, "zh-CN"), (Locale.En, "英文")),
        new("unitCode", "单位编码") { Input = "unitId" },
        new("positionCode", "岗位编码") { Input = "positionId" },
        new("superiorEmployeeNumber", "上级工号") { Input = "superiorId" },
        new("relativeStrength", "相对能力") { IsText = false },
        new("active", "启用") { IsText = false },
        ImportField.Choice<Role>("roles", "角色", (Role.Executive, "高级主管"), (Role.Hr, "人力资源"), (Role.Auditor, "审计"), (Role.Administrator, "管理员")),
    ];

    [AllowedTo(Role.Administrator)]
    public sealed record Command(ImportRun Run) : ImportCommand(Run);

    public sealed class Validator : ImportValidator<Command>;

    public sealed class Handler(OrganizationDb db, ImportEngine engine, CallContext call, IValidator<SavePerson.Command> validator) : ICommandHandler<Command, ImportOutcome>
    {
        public Task<Result<ImportOutcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            call.StructureStamp = null;
            return engine.RunAsync(request, new Importer(db, call.Caller.Id, validator), cancellationToken);
        }
    }

    private sealed class Importer(OrganizationDb db, PersonId by, IValidator<SavePerson.Command> validator) : OrganizationImporter<Person, SavePerson.Command>(db, validator)
    {
        private readonly Lookup<Unit> _units = new();
        private readonly Lookup<Position> _positions = new();
        private readonly Lookup<Person> _superiors = new();
        private readonly Lookup<Person> _addressees = new();

        public override string KeyField => "employeeNumber";

        public override ParentReference? ParentOf(ImportRow row) => row.Text("superiorEmployeeNumber") is { } number ? new("superiorEmployeeNumber", number, null) : null;

        public override async Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
        {
            await ReadKnownAsync(Organization.People, p => p.EmployeeNumber, rows, cancellationToken);
            await ReadAsync(_superiors, Organization.People, p => p.EmployeeNumber, rows, "superiorEmployeeNumber", cancellationToken);
            await ReadAsync(_units, Organization.Units, u => u.Code, rows, "unitCode", cancellationToken);
            await ReadAsync(_positions, Organization.Positions, p => p.Code, rows, "positionCode", cancellationToken);
            await _addressees.ReadAsync(Organization.People, p => p.Email, rows.Select(r => r.Text("email")?.ToLowerInvariant()), cancellationToken);
            await ReadChainsAsync(cancellationToken);
        }

        protected override SavePerson.Command CommandOf(ImportRow row, Person? known)
        {
            var locale = row.Has("locale") ? new Optional<Locale?>(row.Choice<Locale>("locale")) : default;
            var unit = Demand(row, "unitCode", _units, u => u.Id, known?.UnitId);
            var position = Refer(row, "positionCode", _positions, p => p.Id);
            var superior = Refer(row, "superiorEmployeeNumber", _superiors, p => p.Id);
            var roles = row.Choices<Role>("roles") is { } given ? new Optional<IReadOnlyList<Role>>(given) : default;
            var (name, email) = (Text(row, "name", known?.Name), Text(row, "email", known?.Email));
            return new(known?.Id, null, KeyOf(row)!, name, email, locale, unit, position, superior, Weight(row, "relativeStrength"), row.YesNo("active"), roles);
        }

        protected override async Task<Result<Person>> SaveAsync(Person? known, SavePerson.Command command, ImportRow row, CancellationToken cancellationToken)
        {
            var email = command.Email.Trim().ToLowerInvariant();
            if (_addressees.Find(email) is { } addressee && addressee != known && addressee.Email == email)
                return SavePerson.EmailTaken(email);
            var saved = await SavePerson.ApplyAsync(Organization, known, command, by, cancellationToken);
            if (saved.IsSuccess)
            {
                _superiors.Add(saved.Value.EmployeeNumber, saved.Value);
                _addressees.Add(email, saved.Value);
            }
            return saved;
        }

        /// <summary>Everyone above the batch's people, a level at a time, so that circles are seen in memory.</summary>
        private async Task ReadChainsAsync(CancellationToken cancellationToken)
        {
            var held = Organization.People.Local.ToDictionary(p => p.Id);
            while (held.Values.Where(p => p.SuperiorId is { } above && !held.ContainsKey(above)).Select(p => p.SuperiorId!.Value).Distinct().ToList() is { Count: > 0 } missing)
            {
                foreach (var person in await Organization.People.Where(p => missing.Contains(p.Id)).ToListAsync(cancellationToken))
                    held[person.Id] = person;
            }
        }
    }
}
