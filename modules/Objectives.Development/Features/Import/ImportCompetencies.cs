using FluentValidation;
using Objectives.Contracts.Organization;
using Objectives.Development.Data;
using Objectives.Development.Domain.Levels;
using Objectives.Development.Features.Competencies;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Development.Features.Import;

/// <summary>Competencies from a file, by their codes; their levels one a line, the lowest first.</summary>
internal static class ImportCompetencies
{
    public static readonly IReadOnlyList<ImportField> Fields = [new("code", "能力编码"), new("name", "能力名称"), new("levels", "等级")];

    [AllowedTo(Role.Hr)]
    public sealed record Command(ImportRun Run) : ImportCommand(Run);

    public sealed class Validator : ImportValidator<Command>;

    public sealed class Handler(DevelopmentDb db, ImportEngine engine, IValidator<SaveCompetency.Command> validator) : ICommandHandler<Command, ImportOutcome>
    {
        public Task<Result<ImportOutcome>> Handle(Command request, CancellationToken cancellationToken) => engine.RunAsync(request, new Importer(db, validator), cancellationToken);
    }

    private sealed class Importer(DevelopmentDb db, IValidator<SaveCompetency.Command> validator) : SavingImporter<Competency, SaveCompetency.Command>(db, validator)
    {
        public override Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken) => ReadKnownAsync(db.Competencies, c => c.Code, rows, cancellationToken);

        protected override SaveCompetency.Command CommandOf(ImportRow row, Competency? known)
            => new(known?.Id, KeyOf(row)!, Text(row, "name", known?.Name), row.Entries("levels") ?? known?.Levels ?? []);

        protected override Task<Result<Competency>> SaveAsync(Competency? known, SaveCompetency.Command command, ImportRow row, CancellationToken cancellationToken)
            => SaveCompetency.ApplyAsync(db, known, command, cancellationToken);
    }
}
