using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Objectives.Platform.Numbers;

namespace Objectives.Platform.Import.Files;

/// <summary>Writes rows so that spreadsheets open them and <see cref="TableFile"/> reads the same from them again.</summary>
public static class TableWriter
{
    private const int RowsBetweenFlushes = 500;

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\t\r\n");
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { NewLine = "\r\n", ShouldQuote = args => args.Field.AsSpan().ContainsAny(Quoted) };

    /// <summary>UTF-8 with its mark, without which Excel takes Chinese for something else.</summary>
    public static async Task WriteCsvAsync(Stream output, IEnumerable<string> headings, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Form, leaveOpen: true);
        foreach (var heading in headings)
            csv.WriteField(heading);
        await csv.NextRecordAsync();
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            foreach (var value in row)
                csv.WriteField(TextOf(value));
            await csv.NextRecordAsync();
            if (++count % RowsBetweenFlushes == 0)
                await csv.FlushAsync();
        }
    }

    /// <summary>Needs a stream that may be written to at once, such as a file.</summary>
    /// <param name="texts">Whether a column, by its number, is one of texts also where it is empty yet.</param>
    public static async Task WriteXlsxAsync(Stream output, IReadOnlyList<string> headings, IAsyncEnumerable<object?[]> rows, CancellationToken cancellationToken, Func<int, bool>? texts = null)
    {
        using var book = new WorkbookWriter(output);
        await book.AddSheetAsync("Sheet1", texts ?? (_ => false), headings.Count, rows.Select(row => row.Select(CellOf)).Prepend(headings), cancellationToken);
        book.End();
    }

    /// <summary>A workbook of several sheets. Needs a stream that may be written to at once, such as a file.</summary>
    public static async Task WriteWorkbookAsync(Stream output, IReadOnlyList<RecordSheet> sheets, CancellationToken cancellationToken)
    {
        using var book = new WorkbookWriter(output);
        foreach (var sheet in sheets)
            await book.AddSheetAsync(sheet.Name, _ => false, sheet.Headings.Count, sheet.Rows.Select(row => row.Select(CellOf)).Prepend(sheet.Headings).ToAsyncEnumerable(), cancellationToken);
        book.End();
    }

    private static string TextOf(object? value) => value switch
    {
        null => string.Empty,
        string text => CellText.Escape(text),
        bool truth => truth ? "true" : "false",
        decimal number => Quantity.Format(number),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => CellText.Escape(value.ToString()!),
    };

    /// <summary>A workbook keeps fifteen digits of a number; one that has more goes in as text.</summary>
    private static object? CellOf(object? value) => value switch
    {
        string text => CellText.Escape(text),
        decimal number when number != (decimal)(double)number => Quantity.Format(number),
        _ => value,
    };
}
