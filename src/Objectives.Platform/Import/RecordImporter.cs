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

    /// <summary>Writes what is tracked and forgets it; given by the engine, for what must be written by itself.</summary>
    internal Func<CancellationToken, Task> Write { get; set; } = _ => Task.CompletedTask;

    /// <summary>The field that is wanting when a row has no key.</summary>
    public abstract string KeyField { get; }

    /// <summary>By what two rows of a file are the same record; null when the row does not say.</summary>
    public virtual string? KeyOf(ImportRow row) => row.Text(KeyField);

    /// <summary>What people call the row's record.</summary>
    public virtual string NameOf(ImportRow row) => row.Text(KeyField) ?? row.Reference;

    public virtual ParentReference? ParentOf(ImportRow row) => null;

    /// <summary>What was chosen where the file does not say; known after the last row.</summary>
    public virtual IEnumerable<RowFinding> Choices => [];

    /// <summary>Once, before the first batch.</summary>
    public virtual Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Reads what a batch of rows names, in a fixed number of statements.</summary>
    public abstract Task LoadAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellationToken);

    /// <summary>Changes the tracked records as one row says, or notes its errors.</summary>
    public abstract ValueTask<RowVerdict> ApplyAsync(ImportRow row, CancellationToken cancellationToken);

    /// <summary>After the last row, within the transaction.</summary>
    public virtual Task EndAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Writes what was changed so far within the batch, and lets go of every record that was read.</summary>
    protected Task WriteNowAsync(CancellationToken cancellationToken) => Write(cancellationToken);

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
