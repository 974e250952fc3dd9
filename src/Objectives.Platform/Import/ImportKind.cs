using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using Objectives.Contracts.Organization;
using Objectives.Contracts.Planning;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Jobs;
using Objectives.Platform.Requests;

namespace Objectives.Platform.Import;

/// <summary>What a module can take in from files and give out again: one kind, one command, one transaction.</summary>
/// <param name="Name">The contract's name of the kind.</param>
/// <param name="Keys">The fields by one of which a row is recognised: a file has at least one of them.</param>
/// <param name="Command">Its type says which roles may import.</param>
/// <param name="Export">The rows, each with a value for each of <see cref="Columns"/>: text, number, truth or nothing.</param>
public sealed record ImportKind(
    string Name, IReadOnlyList<ImportField> Fields, IReadOnlyList<string> Keys, Type Command, Func<ImportRun, ImportCommand> Make, Func<ExportFilter, IQuery<IAsyncEnumerable<object?[]>>> Export)
{
    /// <summary>Those that templates and exports have.</summary>
    public IEnumerable<ImportField> Columns => Fields.Where(f => !f.Hidden);

    /// <summary>Whether its records belong to a cycle, which then must be named.</summary>
    public bool OfCycle { get; init; }

    /// <summary>Of unitId (with all units below) and regionId, those by which an export can be narrowed.</summary>
    public IReadOnlyList<string> NarrowedBy { get; init; } = [];

    /// <summary>Formats of its own, besides the tables that every kind can be read from.</summary>
    public IReadOnlyDictionary<string, TableOpener> Formats { get; init; } = new Dictionary<string, TableOpener>();

    /// <summary>Documents as which it can be given out, besides tables: by the file's extension.</summary>
    public IReadOnlyDictionary<string, Func<ExportFilter, IQuery<DocumentWriter?>>> Documents { get; init; } = new Dictionary<string, Func<ExportFilter, IQuery<DocumentWriter?>>>();
}

/// <summary>Writes an XML document.</summary>
public delegate Task DocumentWriter(Stream output, CancellationToken cancellationToken);

/// <summary>Which records to give out; those that the caller may read, of them.</summary>
public sealed record ExportFilter(CycleId? CycleId, UnitId? UnitId, RegionId? RegionId);

/// <summary>The command of a module that imports one kind.</summary>
public abstract record ImportCommand(ImportRun Run) : ICommand<ImportOutcome>;

/// <summary>One file and what is to be done with it. What it says of the request stands in the request's hash; the rest is at hand only.</summary>
public sealed record ImportRun(
    string Kind, string Format, string FileIdentity, IReadOnlyList<ColumnMapping> Columns, bool DryRun, bool SkipBadRows, CycleId? CycleId,
    [property: JsonIgnore] TableFile File, [property: JsonIgnore] ColumnMap Map)
{
    [JsonIgnore]
    public IJobProgress? Progress { get; init; }

    /// <summary>The file's rows from the first on, each time anew.</summary>
    public async IAsyncEnumerable<ImportRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in File.RowsAsync(cancellationToken))
        {
            var read = new ImportRow(row, Map);
            if (row.Fault is { } fault)
                read.Fail(null, fault);
            yield return read;
        }
    }
}

public abstract class ImportValidator<TCommand> : FluentValidation.AbstractValidator<TCommand>
    where TCommand : ImportCommand
{
    protected ImportValidator() => FluentValidation.DefaultValidatorExtensions.NotNull(RuleFor(c => c.Run));
}
