using System.Globalization;
using System.IO.Packaging;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Objectives.Platform.Import.Files;

/// <summary>
/// Writes a workbook, a sheet after the other and row by row. Texts, and the columns that are said to hold them, have the format of text, so that a spreadsheet makes no number of a code
/// and no day of a period that is typed there.
/// </summary>
internal sealed partial class WorkbookWriter(Stream output) : IDisposable
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const uint TextFormat = 49;
    private const uint TextStyle = 1;
    private const double Width = 16;

    /// <summary>A package that is only written to goes out as it comes; SpreadsheetDocument.Create reads too, and would keep whole sheets in memory.</summary>
    private readonly Package _package = Package.Open(output, FileMode.Create, FileAccess.Write);
    private readonly List<(string Name, Uri Part)> _sheets = [];

    private static Stylesheet Styles => new(
        Around<Fonts>(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(new Fill { PatternFill = new() { PatternType = PatternValues.None } }, new Fill { PatternFill = new() { PatternType = PatternValues.Gray125 } }),
        Around<Borders>(new Border()),
        Around<CellStyleFormats>(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = TextFormat, ApplyNumberFormat = true }));

    /// <param name="isText">Whether a column, by its number, holds texts also where it is empty yet.</param>
    /// <param name="rows">The headings first.</param>
    public async Task AddSheetAsync(string name, Func<int, bool> isText, int columns, IAsyncEnumerable<IEnumerable<object?>> rows, CancellationToken cancellationToken)
    {
        var part = Add($"/xl/worksheets/sheet{_sheets.Count + 1}.xml", "worksheet");
        _sheets.Add((name, part.Uri));
        await using var stream = part.GetStream();
        using var xml = OpenXmlWriter.Create(stream);
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(Around<SheetViews>(new SheetView { WorkbookViewId = 0, Pane = new() { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen } }));
        xml.WriteElement(new Columns(Enumerable.Range(0, columns).Select(c => new Column { Min = (uint)c + 1, Max = (uint)c + 1, Width = Width, CustomWidth = true, Style = isText(c) ? TextStyle : null })));
        xml.WriteStartElement(new SheetData());
        var number = 0u;
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            xml.WriteStartElement(new Row { RowIndex = ++number });
            foreach (var (column, value) in row.Index())
            {
                if (value is not (null or ""))
                    xml.WriteElement(CellOf(value, NameOf(column) + number.ToString(CultureInfo.InvariantCulture)));
            }
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public void End()
    {
        var styles = Add("/xl/styles.xml", "styles");
        Write(styles, Styles);
        var book = Add("/xl/workbook.xml", "sheet.main");
        Write(book, new Workbook(
            Around<BookViews>(new WorkbookView()),
            new Sheets(_sheets.Select((s, i) => new Sheet { Name = s.Name, SheetId = (uint)i + 1, Id = book.CreateRelationship(s.Part, TargetMode.Internal, $"{Relations}/worksheet").Id }))));
        book.CreateRelationship(styles.Uri, TargetMode.Internal, $"{Relations}/styles");
        _package.CreateRelationship(book.Uri, TargetMode.Internal, $"{Relations}/officeDocument");
    }

    public void Dispose() => ((IDisposable)_package).Dispose();

    private static Cell CellOf(object value, string reference) => value switch
    {
        string text => new() { CellReference = reference, StyleIndex = TextStyle, DataType = CellValues.InlineString, InlineString = new() { Text = new(Escape(text)) { Space = SpaceProcessingModeValues.Preserve } } },
        bool truth => new() { CellReference = reference, DataType = CellValues.Boolean, CellValue = new(truth ? "1" : "0") },
        _ => new() { CellReference = reference, CellValue = new(Convert.ToString(value, CultureInfo.InvariantCulture)!) },
    };

    /// <summary>As a workbook writes what XML would change: a carriage return, and a text that looks as if it were so written.</summary>
    private static string Escape(string text) => EscapeLike().Replace(XmlCharacters.Only(text), "_x005F_").Replace("\r", "_x000D_", StringComparison.Ordinal);

    /// <summary>A for 0, AA for 26.</summary>
    private static string NameOf(int column) => column < 26 ? ((char)('A' + column)).ToString() : NameOf((column / 26) - 1) + NameOf(column % 26);

    private static TParent Around<TParent>(OpenXmlElement child)
        where TParent : OpenXmlElement, new()
    {
        var parent = new TParent();
        parent.AppendChild(child);
        return parent;
    }

    private static void Write(PackagePart part, OpenXmlElement root)
    {
        using var stream = part.GetStream();
        using var xml = OpenXmlWriter.Create(stream);
        xml.WriteElement(root);
    }

    private PackagePart Add(string name, string type) => _package.CreatePart(new(name, UriKind.Relative), $"{Types}.{type}+xml", CompressionOption.Fast);

    [GeneratedRegex("_(?=[xX]([0-9A-Fa-f]{4}){1,2}_)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex EscapeLike();
}
