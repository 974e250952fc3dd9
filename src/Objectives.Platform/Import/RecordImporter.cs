using Microsoft.EntityFrameworkCore;
using Objectives.Platform.Data;

namespace Objectives.Platform.Import;

public enum RowVerdict
{
    /// <summary>The row's errors say why.</summary>
    Rejected,

    /// <summary>The row's errors may vanish once later rows have taken effect; it is tried again after them.</summary>
    Later,
    Created,
    Updated,
    Unchanged,
}

/// <summary>To which record of its own kind a row refers, by key or by row; that one takes effect first.</summary>
public readonly record struct ParentReference(string Field, string? Key, string? Row);

/// <summary>How one kind's rows become records. Made for one run by the module's handler; the engine says when.</summary>
public abstract class RecordImporter(ModuleDb db)
{
    public ModuleDb Db => db;

    /// <summary>The field that is wanting when a row has no key.</summary>
    public abstract string KeyField { get; }

    /// <summary>SQL Server compares codes without case, so two that differ in it alone are one there.</summary>
    public StringComparer Keys { get; } = db.Kind == DatabaseKind.SqlServer ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;

    /// <summary>By what two rows of a file are the same record; null when the row does not say.</summary>
    public virtual string? KeyOf(ImportRow row) => row.Text(KeyField);

    /// <summary>What people call the row's record.</summary>
    public virtual string NameOf(ImportRow row) => row.Text(KeyField) ?? row.Reference;

    public virtual ParentReference? ParentOf(ImportRow row) => null;

    /// <summary>Once, before the first batch.</summary>
    public virtual Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reads what a batch of rows names, in a fixed number of statements.</summary>
    public abstract Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    /// <summary>Changes the tracked records as one row says, or notes its errors.</summary>
    public abstract ValueTask<RowVerdict> ApplyAsync(ImportRow row, CancellationToken cancellationToken);

    /// <summary>After the batch's changes were written.</summary>
    public virtual Task AfterAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Whether a record that was there differs now; one that does not is let go with the events that it raised.</summary>
    protected RowVerdict Compare(Aggregate record, bool isNew, bool partsDiffer = false)
    {
        if (isNew)
            return RowVerdict.Created;
        if (partsDiffer || IsChanged(record))
            return RowVerdict.Updated;
        record.ForgetEvents();
        return RowVerdict.Unchanged;
    }

    /// <summary>Forgets what was done to a record before a rule refused it.</summary>
    protected void Discard(Aggregate record)
    {
        record.ForgetEvents();
        if (IsChanged(record))
            db.Entry(record).State = EntityState.Detached;
    }

    private bool IsChanged(Aggregate record)
    {
        var entry = db.Entry(record);
        entry.DetectChanges();
        return entry.State != EntityState.Unchanged;
    }
}
