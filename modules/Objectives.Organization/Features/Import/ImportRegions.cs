using FluentValidation;
using Objectives.Contracts.Organization;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Organization.Features.Regions;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Import;

/// <summary>Regions from a file, by their codes.</summary>
internal static class ImportRegions
{
    public static readonly IReadOnlyList<ImportField> Fields =
    [
        new("code", "区域编码"),
        new("name", "区域名称"),
        new("unitCode", "单位编码") { Input = "unitId" },
        new("characteristics", "区域特点") { Input = "profile.characteristics", IsText = false },
        new("strategicDeployment", "战略布局") { Input = "profile.strategicDeployment", IsText = false },
        new("development", "发展状况") { Input = "profile.development", IsText = false },
        new("environment", "环境") { Input = "profile.environment", IsText = false },
        new("competition", "竞争") { Input = "profile.competition", IsText = false },
        new("resources", "资源") { Input = "profile.resources", IsText = false },
        new("developmentWeight", "发展权重") { IsText = false },
        new("active", "启用") { IsText = false },
    ];

    [AllowedTo(Role.Administrator)]
    public sealed record Command(ImportRun Run) : ImportCommand(Run);

    public sealed class Validator : ImportValidator<Command>;

    public sealed class Handler(OrganizationDb db, ImportEngine engine, IValidator<SaveRegion.Command> validator) : ICommandHandler<Command, ImportOutcome>
    {
        public Task<Result<ImportOutcome>> Handle(Command request, CancellationToken cancellationToken) => engine.RunAsync(request, new Importer(db, validator), cancellationToken);
    }

    private sealed class Importer(OrganizationDb db, IValidator<SaveRegion.Command> validator) : OrganizationImporter<Region, SaveRegion.Command>(db, validator)
    {
        private readonly Lookup<Unit> _units = new();

        public override async Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
        {
            await ReadKnownAsync(Organization.Regions, r => r.Code, rows, cancellationToken);
            await ReadAsync(_units, Organization.Units, u => u.Code, rows, "unitCode", cancellationToken);
        }

        protected override SaveRegion.Command CommandOf(ImportRow row, Region? known)
        {
            var unit = Demand(row, "unitCode", _units, u => u.Id, known?.UnitId);
            var profile = new RegionProfile(
                Whole(row, "characteristics", known?.Profile.Characteristics),
                Whole(row, "strategicDeployment", known?.Profile.StrategicDeployment),
                Whole(row, "development", known?.Profile.Development),
                Whole(row, "environment", known?.Profile.Environment),
                Whole(row, "competition", known?.Profile.Competition),
                Whole(row, "resources", known?.Profile.Resources));
            return new(known?.Id, null, KeyOf(row)!, Text(row, "name", known?.Name), unit, profile, Weight(row, "developmentWeight"), row.YesNo("active"));
        }

        protected override Task<Result<Region>> SaveAsync(Region? known, SaveRegion.Command command, ImportRow row, CancellationToken cancellationToken)
            => SaveRegion.ApplyAsync(Organization, known, command, cancellationToken);
    }
}
