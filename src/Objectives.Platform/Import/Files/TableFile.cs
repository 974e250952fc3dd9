using Objectives.Platform.Results;

namespace Objectives.Platform.Import.Files;

/// <param name="Number">As a spreadsheet numbers rows, the header's being 1 and empty ones counted; in XML the line.</param>
/// <param name="Reference">By what other rows refer to it, where that is not its number.</param>
/// <param name="Fault">Why the row as such cannot be used.</param>
public sealed record TableRow(int Number, IReadOnlyList<string?> Cells, string? Reference = null, Text? Fault = null);

/// <summary>A file read as rows of texts under a header, as often as asked.</summary>
public abstract class TableFile
{
    public abstract IReadOnlyList<string> Header { get; }

    /// <summary>Without the header and empty rows. Throws <see cref="UnreadableFileException"/>.</summary>
    public abstract IAsyncEnumerable<TableRow> RowsAsync(CancellationToken cancellationToken);

    /// <summary>What the file holds and nothing is made of: columns without a field, and what the format has besides a table.</summary>
    public virtual IReadOnlyList<RowFinding> PassedOver(ColumnMap map)
        => [.. map.Unused.Select(column => new RowFinding(1, column, new("No field is filled from this column.", "该列没有对应的字段。")))];

    /// <summary>Empty rows count too: a file of nothing else is read no longer than another.</summary>
    protected static void CheckNumber(int number, ImportLimits limits)
    {
        if (number > limits.Rows + 1)
            throw new UnreadableFileException(new($"The file has more than {limits.Rows} rows.", $"文件超过 {limits.Rows} 行。"), code: ErrorCode.LimitExceeded);
    }
}

/// <summary>Opens a file of some format.</summary>
/// <param name="isHeading">Whether a text is the heading of a column that is looked for, which tells one reading of a file from another.</param>
public delegate Task<TableFile> TableOpener(IFileSource source, Func<string, bool> isHeading, ImportLimits limits, CancellationToken cancellationToken);

/// <summary>A file that is not what it should be. The caller is told the message at the input field.</summary>
public sealed class UnreadableFileException(Text message, string field = "content", ErrorCode code = ErrorCode.Invalid) : Exception(message.English)
{
    public Error Error { get; } = new(code, message, field);
}
