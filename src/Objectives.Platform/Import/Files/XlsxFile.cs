using System.IO.Compression;
using System.Runtime.CompilerServices;
using Objectives.Platform.Results;

namespace Objectives.Platform.Import.Files;

/// <summary>The first sheet of an Excel workbook.</summary>
internal sealed class XlsxFile : TableFile
{
    private const int LongestRun = 1024 * 1024;

    /// <summary>Of a part that says how others belong together; it is read as a whole.</summary>
    private const int LongestRelations = 16 * 1024 * 1024;
    private readonly IFileSource _source;
    private readonly int _headerNumber;
    private readonly ImportLimits _limits;
    private readonly IReadOnlyList<string> _otherSheets;

    private XlsxFile(IFileSource source, IReadOnlyList<string> header, int headerNumber, IReadOnlyList<string> otherSheets, ImportLimits limits)
        => (_source, Header, _headerNumber, _otherSheets, _limits) = (source, header, headerNumber, otherSheets, limits);

    public override IReadOnlyList<string> Header { get; }

    public override IReadOnlyList<RowFinding> PassedOver(ColumnMap map)
        => [.. base.PassedOver(map), .. _otherSheets.Select(name => new RowFinding(1, name, new("Only the first sheet is read.", "仅读取第一个工作表。")))];

    public static async Task<TableFile> OpenAsync(IFileSource source, Func<string, bool> isHeading, ImportLimits limits, CancellationToken cancellationToken)
    {
        CheckArchive(source, limits);
        var sheets = Guarded(() =>
        {
            using var stream = source.Open();
            using var sheet = new SheetReader(stream, limits);
            return sheet.Names;
        });
        await foreach (var (number, cells, _) in RecordsAsync(source, limits, cancellationToken))
        {
            var header = cells.Select(c => c?.Trim() ?? string.Empty).ToList();
            while (header is [.., ""])
                header.RemoveAt(header.Count - 1);
            if (header.Count > 0)
                return new XlsxFile(source, header, number, [.. sheets.Skip(1)], limits);
        }
        throw new UnreadableFileException(new("The first sheet is empty.", "第一个工作表为空。"));
    }

    public override async IAsyncEnumerable<TableRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var (number, cells, fault) in RecordsAsync(_source, _limits, cancellationToken))
        {
            if (number <= _headerNumber || cells.TrueForAll(string.IsNullOrWhiteSpace))
                continue;
            while (cells.Count < Header.Count)
                cells.Add(null);
            var beyond = cells.Skip(Header.Count).Any(c => !string.IsNullOrWhiteSpace(c));
            yield return new(number, cells, Fault: beyond ? new("The row has more cells than the header.", "该行的单元格多于表头。") : fault);
        }
    }

    private static async IAsyncEnumerable<SheetRow> RecordsAsync(IFileSource source, ImportLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = source.Open();
        using var sheet = Guarded(() => new SheetReader(stream, limits));
        using var rows = sheet.Rows().GetEnumerator();
        while (Guarded(rows.MoveNext))
        {
            cancellationToken.ThrowIfCancellationRequested();
            CheckNumber(rows.Current.Number, limits);
            yield return rows.Current;
        }
    }

    /// <summary>Refuses what is no workbook, and what would unpack to more than the program takes; an entry is never unpacked beyond the length that it declares.</summary>
    private static void CheckArchive(IFileSource source, ImportLimits limits)
    {
        using var stream = source.Open();
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (archive.GetEntry("xl/workbook.xml") is null)
                throw new UnreadableFileException(new("This is an archive, but no .xlsx workbook.", "这是压缩文件，但不是 .xlsx 工作簿。"), "format");
            var room = limits.UnpackedBytes;
            foreach (var entry in archive.Entries)
            {
                if (entry.Length > room)
                    throw new UnreadableFileException(new($"The workbook unpacks to more than {limits.UnpackedBytes >> 20} MB.", $"工作簿解压后超过 {limits.UnpackedBytes >> 20} MB。"), code: ErrorCode.LimitExceeded);
                room -= entry.Length;
                var isRelations = entry.Name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || entry.FullName == "[Content_Types].xml";
                if (isRelations && entry.Length > LongestRelations)
                    throw Damaged();
                if (entry.Length > LongestRun && (isRelations || entry.Name.EndsWith(PartReader.Extension, StringComparison.OrdinalIgnoreCase)))
                    CheckRuns(entry, limits);
            }
        }
        catch (InvalidDataException)
        {
            throw new UnreadableFileException(new("This is no .xlsx workbook.", "这不是 .xlsx 工作簿。"), "format");
        }
    }

    /// <summary>
    /// Refuses a part that would make its reader hold a text without end: between two marks of an XML document nothing is so long, and the one thing that
    /// may hide marks, CDATA, no spreadsheet writes; nor does one write UTF-16.
    /// </summary>
    private static void CheckRuns(ZipArchiveEntry entry, ImportLimits limits)
    {
        using var stream = entry.Open();
        var buffer = new byte[64 * 1024];
        var (run, kept) = (0, 0);
        int read;
        while ((read = stream.ReadAtLeast(buffer.AsSpan(kept), 1, throwOnEndOfStream: false)) > 0)
        {
            var bytes = buffer.AsSpan(0, kept + read);
            for (var rest = bytes[kept..]; ;)
            {
                var mark = rest.IndexOf((byte)'<');
                run += mark < 0 ? rest.Length : mark;
                if (run > LongestRun)
                    throw TooLong(limits);
                if (mark < 0)
                    break;
                run = 0;
                rest = rest[(mark + 1)..];
            }
            if (bytes.IndexOf("<![CDATA["u8) >= 0 || bytes.Contains((byte)0))
                throw Damaged();
            kept = Math.Min(bytes.Length, 8);
            bytes[^kept..].CopyTo(buffer);
        }
    }

    private static UnreadableFileException TooLong(ImportLimits limits) => new(
        new($"The workbook holds a text of more than {LongestRun >> 20} MB; a cell may have {limits.CellLength} characters.", $"工作簿中有超过 {LongestRun >> 20} MB 的文本，单元格最多 {limits.CellLength} 个字符。"), code: ErrorCode.LimitExceeded);

    private static UnreadableFileException Damaged() => new(new("The workbook is damaged and cannot be read.", "工作簿已损坏，无法读取。"));

    /// <summary>Whatever a damaged workbook makes its reader throw, the caller is told that it is damaged.</summary>
    private static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (UnreadableFileException or OperationCanceledException or OutOfMemoryException or System.Data.Common.DbException))
        {
            throw Damaged();
        }
    }
}
