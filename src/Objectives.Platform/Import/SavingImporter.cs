using System.Linq.Expressions;
using FluentValidation;
using Objectives.Platform.Data;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Platform.Import;

/// <summary>Imports a kind by its save command, so that its rules are those of a single save: one row's way into that command, and what it names read a batch at a time.</summary>
public abstract class SavingImporter<TRecord, TCommand>(ModuleDb db, IValidator<TCommand> validator) : RecordImporter(db)
    where TRecord : Aggregate
    where TCommand : class
{
    protected Lookup<TRecord> Known { get; } = new();

    public override string KeyField => "code";

    public override async ValueTask<RowVerdict> ApplyAsync(ImportRow row, CancellationToken cancellationToken)
    {
        var known = Known.Find(KeyOf(row)!);
        var command = CommandOf(row, known);
        row.FailElsewhere((await validator.ValidateAsync(command, cancellationToken)).ToErrors());
        if (row.Errors.Count > 0)
            return RowVerdict.Rejected;
        var applied = await SaveAsync(known, command, row, cancellationToken);
        if (!applied.IsSuccess)
        {
            foreach (var error in applied.Errors)
                row.Fail(error);
            if (known is not null)
                Discard(known);
            return RowVerdict.Later;
        }
        Known.Add(KeyOf(row)!, applied.Value);
        return Compare(applied.Value, known is null, ChangesParts(command));
    }

    /// <summary>The save command that a row asks for; what the file leaves out is as it stands. What a cell does not say, which is an error of the row, may be anything.</summary>
    protected abstract TCommand CommandOf(ImportRow row, TRecord? known);

    protected abstract Task<Result<TRecord>> SaveAsync(TRecord? known, TCommand command, ImportRow row, CancellationToken cancellationToken);

    protected virtual bool ChangesParts(TCommand command) => false;

    /// <summary>Reads the batch's own records.</summary>
    protected async Task ReadKnownAsync(IQueryable<TRecord> records, Expression<Func<TRecord, string>> key, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
        => await Known.ReadAsync(records, key, rows.Select(KeyOf), cancellationToken);

    protected Task ReadAsync<T>(Lookup<T> lookup, IQueryable<T> records, Expression<Func<T, string>> key, IReadOnlyList<ImportRow> rows, string field, CancellationToken cancellationToken)
        where T : class
        => lookup.ReadAsync(records, key, rows.Select(r => r.Text(field)), cancellationToken);

    /// <summary>What a cell names: given or not, as the file has the column; an error of the row when there is no such record.</summary>
    protected static Optional<TId?> Refer<T, TId>(ImportRow row, string field, Lookup<T> lookup, Func<T, TId> id)
        where T : class
        where TId : struct
    {
        if (!row.Has(field))
            return default;
        if (row.Text(field) is not { } code)
            return new(null);
        if (lookup.Find(code) is { } found)
            return new(id(found));
        row.Fail(field, new($"There is no {code}.", $"“{code}”不存在。"));
        return new(null);
    }

    /// <summary>As <see cref="Refer{T,TId}"/>, where there must be one.</summary>
    protected static TId Demand<T, TId>(ImportRow row, string field, Lookup<T> lookup, Func<T, TId> id, TId? current)
        where T : class
        where TId : struct
    {
        var before = row.Errors.Count;
        var given = Refer(row, field, lookup, id).Or(current);
        if (given is null && row.Errors.Count == before)
            row.Fail(field, Error.Required(field).Message);
        return given.GetValueOrDefault();
    }

    /// <summary>A choice that a new record must have.</summary>
    protected static T Choice<T>(ImportRow row, string field, T? current)
        where T : struct, Enum
    {
        if (!row.Has(field) && current is { } kept)
            return kept;
        row.Require(field);
        return row.Choice<T>(field).GetValueOrDefault();
    }

    /// <summary>A whole number that a new record must have.</summary>
    protected static int Whole(ImportRow row, string field, int? current)
    {
        if (!row.Has(field) && current is { } kept)
            return kept;
        row.Require(field);
        return row.Whole(field) ?? 0;
    }

    protected static string Text(ImportRow row, string field, string? current) => (row.Has(field) ? row.Text(field) : current) ?? string.Empty;

    protected static Optional<decimal?> Weight(ImportRow row, string field) => row.Has(field) ? new(row.Decimal(field)) : default;
}
