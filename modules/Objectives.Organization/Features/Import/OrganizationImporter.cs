using System.Linq.Expressions;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Objectives.Organization.Data;
using Objectives.Organization.Domain;
using Objectives.Organization.Features.Units;
using Objectives.Platform.Data;
using Objectives.Platform.Import;
using Objectives.Platform.Requests;
using Objectives.Platform.Results;

namespace Objectives.Organization.Features.Import;

/// <summary>What this module's importers share: records read by what files call them, and one row's way into its save command.</summary>
internal abstract class OrganizationImporter<TRecord, TCommand>(OrganizationDb db, IValidator<TCommand> validator) : RecordImporter(db)
    where TRecord : Aggregate
{
    protected OrganizationDb Organization => db;

    protected Lookup<TRecord> Known { get; } = new();

    public override string KeyField => "code";

    public override Task StartAsync(CancellationToken cancellationToken) => db.HoldStructureAsync(cancellationToken);

    public override async ValueTask<RowVerdict> ApplyAsync(ImportRow row, CancellationToken cancellationToken)
    {
        var known = Known.Find(KeyOf(row)!);
        var command = CommandOf(row, known);
        if (command is not null)
        {
            foreach (var error in (await validator.ValidateAsync(command, cancellationToken)).ToErrors())
                row.Fail(error);
        }
        if (command is null || row.Errors.Count > 0)
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

    /// <summary>The save command that a row asks for; what the file leaves out is as it stands. Null when the row cannot say.</summary>
    protected abstract TCommand? CommandOf(ImportRow row, TRecord? known);

    protected abstract Task<Result<TRecord>> SaveAsync(TRecord? known, TCommand command, ImportRow row, CancellationToken cancellationToken);

    protected virtual bool ChangesParts(TCommand command) => false;

    /// <summary>Reads the batch's own records.</summary>
    protected async Task ReadKnownAsync(IQueryable<TRecord> records, Expression<Func<TRecord, string>> key, IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken)
        => await Known.ReadAsync(records, key, rows.Select(KeyOf), Keys, cancellationToken);

    protected Task ReadAsync<T>(Lookup<T> lookup, IQueryable<T> records, Expression<Func<T, string>> key, IReadOnlyList<ImportRow> rows, string field, CancellationToken cancellationToken)
        where T : class
        => lookup.ReadAsync(records, key, rows.Select(r => r.Text(field)), Keys, cancellationToken);

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
    protected static TId? Demand<T, TId>(ImportRow row, string field, Lookup<T> lookup, Func<T, TId> id, TId? current)
        where T : class
        where TId : struct
    {
        var before = row.Errors.Count;
        var given = Refer(row, field, lookup, id).Or(current);
        if (given is null && row.Errors.Count == before)
            row.Fail(field, Error.Required(field).Message);
        return given;
    }

    /// <summary>A score that a new record must have.</summary>
    protected static int Score(ImportRow row, string field, int? current)
    {
        if (!row.Has(field) && current is { } kept)
            return kept;
        row.Require(field);
        return row.Whole(field) ?? 0;
    }

    protected static string Text(ImportRow row, string field, string? current) => (row.Has(field) ? row.Text(field) : current) ?? string.Empty;

    protected static Optional<decimal?> Weight(ImportRow row, string field) => row.Has(field) ? new(row.Decimal(field)) : default;

    /// <summary>A list of texts as the save commands take it, where it differs from the holder's: those that he has keep their ids.</summary>
    protected static Optional<IReadOnlyList<ResponsibilityInput>> Duties(ImportRow row, IEnumerable<Responsibility> existing)
    {
        if (row.Entries("responsibilities")?.Distinct().ToList() is not { } texts)
            return default;
        var standing = existing.OrderBy(r => r.Retired).ThenBy(r => r.Position).ToList();
        if (texts.SequenceEqual(standing.Where(r => !r.Retired).Select(r => r.Text)))
            return default;
        var ids = standing.DistinctBy(r => r.Text).ToDictionary(r => r.Text, r => r.Id);
        return new(texts.Select(text => new ResponsibilityInput(ids.TryGetValue(text, out var id) ? id : null, text)).ToList());
    }
}

/// <summary>A batch's records by what files call them.</summary>
internal sealed class Lookup<T>
    where T : class
{
    private Dictionary<string, T> _found = [];

    public T? Find(string key) => _found.GetValueOrDefault(key);

    public void Add(string key, T record) => _found[key] = record;

    public IEnumerable<T> All => _found.Values;

    public void Set(IEnumerable<T> records, Func<T, string> key, StringComparer comparer) => _found = records.ToDictionary(key, comparer);

    public async Task ReadAsync(IQueryable<T> records, Expression<Func<T, string>> key, IEnumerable<string?> wanted, StringComparer comparer, CancellationToken cancellationToken)
    {
        var keys = wanted.OfType<string>().Distinct(comparer).ToList();
        _found = new(comparer);
        if (keys.Count == 0)
            return;
        Expression<Func<string, bool>> among = k => keys.Contains(k);
        var predicate = Expression.Lambda<Func<T, bool>>(Expression.Invoke(among, key.Body), key.Parameters);
        var read = key.Compile();
        foreach (var record in await records.Where(predicate).ToListAsync(cancellationToken))
            _found[read(record)] = record;
    }
}
