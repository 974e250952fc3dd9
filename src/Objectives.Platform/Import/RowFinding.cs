using Objectives.Platform.Results;

namespace Objectives.Platform.Import;

/// <summary>Something to say of one place in a file.</summary>
/// <param name="Row">As a spreadsheet numbers rows, the header's being 1; in XML the line.</param>
/// <param name="Column">The column's heading in the file, or the element's path.</param>
public sealed record RowFinding(int Row, string? Column, Text Message)
{
    /// <summary>Of which record, by what its row was recognised, as in <see cref="RowTold.Key"/>; null where it is of the file or nothing tells.</summary>
    public string? Record { get; init; }
}

public enum RowResult
{
    Created,
    Updated,
    Unchanged,
    Rejected,
}

/// <summary>What became of a row, or would.</summary>
/// <param name="Key">By what it was recognised: a code, an employee number, a title.</param>
public sealed record RowTold(int Row, string Key, RowResult Result);

/// <summary>What an import did, or in a dry run would have done.</summary>
/// <param name="DryRun">Whether it was to say what would happen, and no more.</param>
/// <param name="Rejected">What is wrong, in the file's order, as far as it is listed; <paramref name="RejectedCount"/> counts the rows.</param>
/// <param name="PassedOver">What was chosen where the file does not say, and what it holds and nothing here has a place for: no failure.</param>
public sealed record ImportOutcome(
    int Created, int Updated, int Unchanged, int RejectedCount, IReadOnlyList<RowFinding> Rejected, IReadOnlyList<RowFinding> PassedOver, IReadOnlyList<RowTold> Rows, bool Written, bool DryRun = false)
    : Requests.ITrial
{
    public bool Undone => !Written;
}
