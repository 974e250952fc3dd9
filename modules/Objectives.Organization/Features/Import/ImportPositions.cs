using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Organization.Features.Positions;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Import;

/// <summary>Positions from a file, by their codes, with their responsibilities one a line in one cell.</summary>
internal static class ImportPositions
{
    public static readonly IReadOnlyList<ImportField> Fields =
    [
        new("code", "岗位编码"),
        new("title", "岗位名称"),
        new("unitCode", "单位编码") { Input = "unitId" },
        new("regionCode", "区域编码") { Input = "regionId" },
        new("relativeStrength", "相对强度") { IsText = false },
        new("responsibilities", "职责"),
    ];

    [AllowedTo(Role.Administrator)]
    public sealed record Command(ImportRun Run) : ImportCommand(Run);

    public sealed class Validator : ImportValidator<Command>;

    public sealed class Handler(OrganizationDb db, ImportEngine engine, IValidator<SavePosition.Command> validator) : ICommandHandler<Command, ImportOutcome>
    {
        public Task<Result<ImportOutcome>> Handle(Command request, CancellationToken cancellationToken) => engine.RunAsync(request, new Importer(db, validator), cancellationToken);
    }

    private sealed class Importer(OrganizationDb db, IValidator<SavePosition.Command> validator) : OrganizationImporter<Position, SavePosition.Command>(db, validator)
    {
        private readonly Lookup<Unit> _units = new();
        private readonly Lookup<Region> _regions = new();
        private ILookup<Guid, Responsibility> _duties = Array.Empty<Responsibility>().ToLookup(d => d.HolderId);

        public override async Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
        {
            await ReadKnownAsync(Organization.Positions, p => p.Code, rows, cancellationToken);
            await ReadAsync(_units, Organization.Units, u => u.Code, rows, "unitCode", cancellationToken);
            await ReadAsync(_regions, Organization.Regions, r => r.Code, rows, "regionCode", cancellationToken);
            var holders = Known.All.Select(p => p.Key).ToList();
            _duties = (await Organization.Responsibilities.Where(d => holders.Contains(d.HolderId)).ToListAsync(cancellationToken)).ToLookup(d => d.HolderId);
        }

        protected override SavePosition.Command CommandOf(ImportRow row, Position? known)
        {
            var unit = Demand(row, "unitCode", _units, u => u.Id, known?.UnitId);
            var region = Refer(row, "regionCode", _regions, r => r.Id);
            return new(known?.Id, null, KeyOf(row)!, Text(row, "title", known?.Title), unit, region, Weight(row, "relativeStrength"), Duties(row, DutiesOf(known)));
        }

        protected override Task<Result<Position>> SaveAsync(Position? known, SavePosition.Command command, ImportRow row, CancellationToken cancellationToken)
            => SavePosition.ApplyAsync(Organization, known, DutiesOf(known), command, cancellationToken);

        protected override bool ChangesParts(SavePosition.Command command) => command.Responsibilities.IsGiven;

        private List<Responsibility> DutiesOf(Position? known) => known is null ? [] : [.. _duties[known.Key]];
    }
}
