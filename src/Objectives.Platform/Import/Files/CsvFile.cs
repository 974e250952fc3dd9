using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Objectives.Platform.Import.Files;

/// <summary>Comma, semicolon or tab separated values (RFC 4180), as spreadsheets and other programs write them.</summary>
internal sealed class CsvFile : TableFile
{
    private static readonly char[] Delimiters = [',', ';', '\t'];
    private readonly IFileSource _source;
    private readonly Encoding _encoding;
    private readonly char _delimiter;
    private readonly ImportLimits _limits;

    /// <summary>The record that is the header.</summary>
    private readonly int _headerNumber;

    private CsvFile(IFileSource source, Encoding encoding, char delimiter, IReadOnlyList<string> header, int headerNumber, ImportLimits limits)
        => (_source, _encoding, _delimiter, Header, _headerNumber, _limits) = (source, encoding, delimiter, header, headerNumber, limits);

    public override IReadOnlyList<string> Header { get; }

    public static async Task<TableFile> OpenAsync(IFileSource source, Func<string, bool> isHeading, ImportLimits limits, CancellationToken cancellationToken)
    {
        var encoding = await CsvEncoding.DetectAsync(source, cancellationToken);
        CsvFile? best = null;
        var bestScore = (-1, -1);
        foreach (var delimiter in Delimiters)
        {
            if (await FirstAsync(source, encoding, delimiter, limits, cancellationToken) is not var (header, number))
                throw new UnreadableFileException(new("The file is empty.", "文件为空。"));
            var score = (header.Count(isHeading), header.Count);
            if (score.CompareTo(bestScore) > 0)
                (best, bestScore) = (new(source, encoding, delimiter, header, number, limits), score);
        }
        return best!;
    }

    public override async IAsyncEnumerable<TableRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var records = new Records(_source, _encoding, _delimiter, _limits);
        while (await records.NextAsync(cancellationToken) is { } cells)
        {
            if (records.Number <= _headerNumber || Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
                continue;
            yield return new(records.Number, cells, Fault: cells.Length == Header.Count ? null : new(
                $"The row has {cells.Length} cells, the header {Header.Count}.", $"该行有 {cells.Length} 个单元格，表头有 {Header.Count} 个。"));
        }
    }

    /// <summary>The first record that says something, and its number; a line "sep=;", which Excel understands, is none.</summary>
    private static async Task<(IReadOnlyList<string> Header, int Number)?> FirstAsync(IFileSource source, Encoding encoding, char delimiter, ImportLimits limits, CancellationToken cancellationToken)
    {
        using var records = new Records(source, encoding, delimiter, limits);
        while (await records.NextAsync(cancellationToken) is { } cells)
        {
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace) || (records.Number == 1 && cells[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase)))
                continue;
            return ([.. cells.Select(c => c.Trim())], records.Number);
        }
        return null;
    }

    private sealed class Records : IDisposable
    {
        private readonly CsvParser _parser;
        private readonly ImportLimits _limits;
        private bool _unbalanced;

        public Records(IFileSource source, Encoding encoding, char delimiter, ImportLimits limits)
        {
            _limits = limits;
            _parser = new(new StreamReader(source.Open(), encoding), new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = delimiter.ToString(),
                IgnoreBlankLines = false,
                MaxFieldSize = limits.CellLength + 2,

                // A quote inside an unquoted cell, as in 5" pipe, is only unusual; a cell that opens with one and does not end with one is broken.
                BadDataFound = bad => _unbalanced |= bad.Field.StartsWith('"'),
            });
        }

        public int Number => _parser.Row;

        public async Task<string[]?> NextAsync(CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                if (!await _parser.ReadAsync())
                    return null;
                CheckNumber(Number, _limits);
                var cells = _parser.Record!;
                if (_unbalanced)
                    throw new UnreadableFileException(new($"A quotation mark in row {Number} is not closed.", $"第 {Number} 行的引号没有闭合。"));
                if (cells.Length > _limits.Columns)
                    throw new UnreadableFileException(new($"Row {Number} has {cells.Length} columns; at most {_limits.Columns} are read.", $"第 {Number} 行有 {cells.Length} 列，最多支持 {_limits.Columns} 列。"));
                return cells;
            }
            catch (MaxFieldSizeException)
            {
                throw new UnreadableFileException(new(
                    $"A cell from row {Number} on is longer than {_limits.CellLength} characters, or a quotation mark is not closed.",
                    $"自第 {Number} 行起有单元格超过 {_limits.CellLength} 个字符，或引号没有闭合。"));
            }
            catch (DecoderFallbackException)
            {
                throw new UnreadableFileException(new($"From row {Number} on there is what is no text.", $"自第 {Number} 行起包含非文本内容。"));
            }
        }

        public void Dispose() => _parser.Dispose();
    }
}
