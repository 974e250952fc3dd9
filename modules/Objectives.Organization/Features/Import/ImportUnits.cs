using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Organization.Features.Units;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Import;

/// <summary>Units from a file, by their codes, in whatever order they stand there.</summary>
internal static class ImportUnits
{
    public static readonly IReadOnlyList<ImportField> Fields =
    [
        new("code", "单位编码"),
        new("name", "单位名称"),
        ImportField.Choice<UnitKind>("kind", "类别", (UnitKind.Company, "公司"), (UnitKind.Division, "事业部"), (UnitKind.Department, "部门"), (UnitKind.Team, "团队")),
        new("parentCode", "上级单位编码") { Input = "parentId" },
        new("leaderEmployeeNumber", "负责人工号") { Input = "leaderId" },
        new("responsibilities", "职责"),
        new("active", "启用") { IsText = false },
    ];

    [AllowedTo(Role.Administrator)]
    public sealed record Command(ImportRun Run) : ImportCommand(Run);

    public sealed class Validator : ImportValidator<Command>;

    public sealed class Handler(OrganizationDb db, ImportEngine engine, CallContext call, IValidator<SaveUnit.Command> validator) : ICommandHandler<Command, ImportOutcome>
    {
        public Task<Result<ImportOutcome>> Handle(Command request, CancellationToken cancellationToken)
        {
            call.StructureStamp = null;
            return engine.RunAsync(request, new Importer(db, validator), cancellationToken);
        }
    }

    private sealed class Importer(OrganizationDb db, IValidator<SaveUnit.Command> validator) : OrganizationImporter<Unit, SaveUnit.Command>(db, validator)
    {
        private readonly Lookup<Person> _leaders = new();
        private ILookup<Guid, Responsibility> _duties = Array.Empty<Responsibility>().ToLookup(d => d.HolderId);

        public override ParentReference? ParentOf(ImportRow row) => row.Text("parentCode") is { } code ? new("parentCode", code, null) : null;

        public override async Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
        {
            Known.Set(await Organization.Units.ToListAsync(cancellationToken), u => u.Code);
            await ReadAsync(_leaders, Organization.People, p => p.EmployeeNumber, rows, "leaderEmployeeNumber", cancellationToken);
            var holders = rows.Select(r => Known.Find(KeyOf(r)!)).OfType<Unit>().Select(u => u.Key).ToList();
            _duties = (await Organization.Responsibilities.Where(d => holders.Contains(d.HolderId)).ToListAsync(cancellationToken)).ToLookup(d => d.HolderId);
        }

        protected override SaveUnit.Command CommandOf(ImportRow row, Unit? known)
        {
            var kind = Choice<UnitKind>(row, "kind", known?.Kind);
            var parent = Refer(row, "parentCode", Known, u => u.Id);
            var leader = Refer(row, "leaderEmployeeNumber", _leaders, p => p.Id);
            return new(known?.Id, null, KeyOf(row)!, Text(row, "name", known?.Name), kind, parent, leader, Duties(row, DutiesOf(known)), row.YesNo("active"));
        }

        protected override Task<Result<Unit>> SaveAsync(Unit? known, SaveUnit.Command command, ImportRow row, CancellationToken cancellationToken)
            => SaveUnit.ApplyAsync(Organization, known, DutiesOf(known), command, cancellationToken);

        protected override bool ChangesParts(SaveUnit.Command command) => command.Responsibilities.IsGiven;

        private List<Responsibility> DutiesOf(Unit? known) => known is null ? [] : [.. _duties[known.Key]];
    }
}
