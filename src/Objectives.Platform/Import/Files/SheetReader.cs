using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Objectives.Platform.Import.Files;

/// <param name="Cells">As far as the row is filled.</param>
/// <param name="Fault">Why it cannot be used.</param>
internal sealed record SheetRow(int Number, List<string?> Cells, Results.Text? Fault);

/// <summary>The first sheet of a workbook, row by row. Numbers and dates become text as the API writes them, whatever the workbook's language.</summary>
internal sealed class SheetReader : IDisposable
{
    private const int DaysFrom1900To1904 = 1462;

    /// <summary>The first number behind 9999-12-31.</summary>
    private const double End = 2_958_466;

    private readonly SpreadsheetDocument _document;
    private readonly ImportLimits _limits;
    private readonly WorksheetPart? _sheet;
    private readonly SharedTexts? _texts;
    private readonly IReadOnlySet<int> _dayStyles;
    private readonly int _shift;

    public SheetReader(Stream stream, ImportLimits limits)
    {
        _limits = limits;
        _document = SpreadsheetDocument.Open(stream, isEditable: false);
        var book = _document.WorkbookPart!;
        var (names, first) = (new List<string>(), string.Empty);
        using var xml = new PartReader(book, limits);
        while (xml.Read())
        {
            if (xml.IsStart<WorkbookProperties>() && xml.Attribute("date1904") is "1" or "true")
                _shift = DaysFrom1900To1904;
            if (!xml.IsStart<Sheet>())
                continue;
            first = names.Count == 0 ? xml.Attribute("id")! : first;
            names.Add(xml.Attribute("name") ?? string.Empty);
        }
        Names = names;
        _sheet = book.GetPartById(first) as WorksheetPart;
        _texts = book.SharedStringTablePart is { } texts ? new(texts, limits) : null;
        _dayStyles = DayStyles.Read(book.WorkbookStylesPart, limits);
    }

    /// <summary>Of all sheets.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The rows that the sheet has, each as far as it is filled.</summary>
    public IEnumerable<SheetRow> Rows()
    {
        if (_sheet is null)
            yield break;
        using var xml = new PartReader(_sheet, _limits);
        var number = 0;
        while (xml.ReadWithin<SheetData>())
        {
            if (!xml.IsStart<Row>())
                continue;
            number = Math.Max(number + 1, xml.Number("r") ?? 0);
            yield return Cells(xml, number);
        }
    }

    public void Dispose()
    {
        _texts?.Dispose();
        _document.Dispose();
    }

    private SheetRow Cells(PartReader xml, int row)
    {
        var (cells, column, fault) = (new List<string?>(), -1, (Results.Text?)null);
        while (xml.ReadWithin<Row>())
        {
            if (!xml.IsStart<Cell>())
                continue;
            column = xml.Attribute("r") is { } reference ? ColumnOf(reference) : column + 1;
            var isError = xml.Attribute("t") == "e";
            if (CellOf(xml) is not { } text)
                continue;
            if (isError)
                fault ??= new($"A cell holds an error of the spreadsheet, {text}.", $"有单元格是电子表格的错误值 {text}。");
            if (column >= _limits.Columns)
                throw new UnreadableFileException(new($"The sheet has {column + 1} columns; at most {_limits.Columns} are read.", $"工作表有 {column + 1} 列，最多支持 {_limits.Columns} 列。"));
            if (text.Length > _limits.CellLength)
                throw new UnreadableFileException(new($"A cell of row {row} is longer than {_limits.CellLength} characters.", $"第 {row} 行有单元格超过 {_limits.CellLength} 个字符。"));
            while (cells.Count <= column)
                cells.Add(null);
            cells[column] = text;
        }
        return new(row, cells, fault);
    }

    private string? CellOf(PartReader xml)
    {
        var (type, isDay) = (xml.Attribute("t"), xml.Number("s") is { } style && _dayStyles.Contains(style));
        string? text = null;
        while (xml.ReadWithin<Cell>())
        {
            if (xml.IsStart<CellValue>())
                text = ValueOf(xml.Text(), type, isDay);
            else if (xml.IsStart<InlineString>())
                text = xml.Runs<InlineString>();
        }
        return text;
    }

    private string? ValueOf(string value, string? type, bool isDay) => type switch
    {
        "s" => _texts?.Find(int.Parse(value, CultureInfo.InvariantCulture)) ?? throw new InvalidDataException("A text is missing."),
        "str" or "inlineStr" => PartReader.Decode(value),
        "b" => value is "1" or "true" ? "true" : "false",
        "d" when DateTime.TryParse(value, CultureInfo.InvariantCulture, out var day) => TextOf(day),
        null or "n" when double.TryParse(value, CultureInfo.InvariantCulture, out var number) => isDay && number + _shift is >= 1 and < End ? TextOf(DateTime.FromOADate(number + _shift)) : TextOf(number),
        _ => value,
    };

    /// <summary>A workbook's numbers are binary: fifteen digits are what Excel itself shows of them.</summary>
    private static string TextOf(double number)
        => Math.Abs(number) < 1e15 ? ((decimal)number).ToString("0.############################", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture);

    private static string TextOf(DateTime moment) => moment.ToString(moment.TimeOfDay.Ticks == 0 ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(3))
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        return column - 1;
    }
}
