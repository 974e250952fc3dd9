using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Objectives.Platform.Import.Files;

/// <summary>
/// Writes a workbook, a sheet after the other and row by row. Texts, and the columns that are said to hold them, have the format of text, so that a spreadsheet makes no number of a code
/// and no day of a period that is typed there.
/// </summary>
internal sealed class WorkbookWriter(Stream output) : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const string TextStyle = "1";
    private const int Width = 16;

    private const string Styles = $"""
        <styleSheet xmlns="{Main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
        """;

    private static readonly XmlWriterSettings Form = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineHandling = NewLineHandling.Entitize, CloseOutput = true };

    private readonly ZipArchive _archive = new(output, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> _names = [];

    /// <param name="isText">Whether a column, by its number, holds texts also where it is empty yet.</param>
    /// <param name="rows">The headings first.</param>
    public async Task AddSheetAsync(string name, Func<int, bool> isText, int columns, IAsyncEnumerable<IEnumerable<object?>> rows, CancellationToken cancellationToken)
    {
        _names.Add(name);
        using var xml = Open($"xl/worksheets/sheet{_names.Count}.xml");
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw("""<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>""");
        xml.WriteRaw($"<cols>{string.Concat(Enumerable.Range(1, columns).Select(c => $"""<col min="{c}" max="{c}" width="{Width}" customWidth="1"{(isText(c - 1) ? $" style=\"{TextStyle}\"" : "")}/>"""))}</cols>");
        xml.WriteStartElement("sheetData", Main);
        var number = 0;
        await foreach (var row in rows.WithCancellation(cancellationToken))
            WriteRow(xml, (++number).ToString(CultureInfo.InvariantCulture), row);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public void End()
    {
        var sheets = Enumerable.Range(1, _names.Count).ToList();
        Add("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/>{string.Concat(sheets.Select(s => $"""<Override PartName="/xl/worksheets/sheet{s}.xml" ContentType="{Types}.worksheet+xml"/>"""))}</Types>""");
        Add("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        Add("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships">{string.Concat(sheets.Select(s => $"""<Relationship Id="rId{s}" Type="{Relations}/worksheet" Target="worksheets/sheet{s}.xml"/>"""))}<Relationship Id="styles" Type="{Relations}/styles" Target="styles.xml"/></Relationships>""");
        Add("xl/styles.xml", Styles);
        using var xml = Open("xl/workbook.xml");
        xml.WriteStartElement("workbook", Main);
        xml.WriteRaw("<bookViews><workbookView/></bookViews>");
        xml.WriteStartElement("sheets", Main);
        foreach (var sheet in sheets)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", _names[sheet - 1]);
            xml.WriteAttributeString("sheetId", sheet.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("r", "id", Relations, $"rId{sheet}");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    public void Dispose() => _archive.Dispose();

    private static void WriteRow(XmlWriter xml, string number, IEnumerable<object?> cells)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", number);
        var column = 0;
        foreach (var cell in cells)
        {
            var name = NameOf(column++);
            if (cell is null or "")
                continue;
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", name + number);
            WriteCell(xml, cell);
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, object cell)
    {
        if (cell is string text)
        {
            xml.WriteAttributeString("s", TextStyle);
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(XmlCharacters.Only(text));
            xml.WriteEndElement();
            xml.WriteEndElement();
            return;
        }
        if (cell is bool)
            xml.WriteAttributeString("t", "b");
        xml.WriteElementString("v", Main, cell is bool truth ? truth ? "1" : "0" : Convert.ToString(cell, CultureInfo.InvariantCulture));
    }

    /// <summary>A for 0, AA for 26.</summary>
    private static string NameOf(int column) => column < 26 ? ((char)('A' + column)).ToString() : NameOf((column / 26) - 1) + NameOf(column % 26);

    private XmlWriter Open(string part) => XmlWriter.Create(_archive.CreateEntry(part, CompressionLevel.Fastest).Open(), Form);

    private void Add(string part, string text)
    {
        using var writer = new StreamWriter(_archive.CreateEntry(part, CompressionLevel.Fastest).Open());
        writer.Write(text);
    }
}
