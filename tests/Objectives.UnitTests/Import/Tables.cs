using System.IO.Compression;
using System.Text;
using Objectives.Platform.Import;
using Objectives.Platform.Import.Files;

namespace Objectives.UnitTests.Import;

/// <summary>Files of a test, and what is read from them.</summary>
internal static class Tables
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    public static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static ImportLimits Limits => new();

    public static Task<TableFile> CsvAsync(string text, Encoding? encoding = null, params string[] headings) => CsvAsync((encoding ?? new UTF8Encoding(false)).GetBytes(text), headings);

    public static Task<TableFile> CsvAsync(byte[] bytes, params string[] headings)
        => CsvFile.OpenAsync(new SentFile(bytes), headings.Contains, Limits, TestContext.Current.CancellationToken);

    public static Task<TableFile> XlsxAsync(byte[] bytes, ImportLimits? limits = null)
        => XlsxFile.OpenAsync(new SentFile(bytes), _ => false, limits ?? Limits, TestContext.Current.CancellationToken);

    public static async Task<List<TableRow>> RowsAsync(this TableFile file)
    {
        var rows = new List<TableRow>();
        await foreach (var row in file.RowsAsync(TestContext.Current.CancellationToken))
            rows.Add(row);
        return rows;
    }

    /// <summary>The rows as text, for comparing: cells between bars.</summary>
    public static async Task<IReadOnlyList<string>> LinesAsync(this TableFile file)
        => [.. (await file.RowsAsync()).Select(r => $"{r.Number}: {string.Join('|', r.Cells)}")];

    public static async Task<byte[]> WriteAsync(string format, IReadOnlyList<string> headings, params object?[][] rows)
    {
        using var output = new MemoryStream();
        var cancellation = TestContext.Current.CancellationToken;
        if (format == "csv")
            await TableWriter.WriteCsvAsync(output, headings, rows.ToAsyncEnumerable(), cancellation);
        else
            await TableWriter.WriteXlsxAsync(output, headings, rows.ToAsyncEnumerable(), cancellation);
        return output.ToArray();
    }

    /// <summary>A workbook of these parts, besides the ones that every workbook has.</summary>
    /// <param name="sheetData">What stands in sheetData.</param>
    public static byte[] Workbook(string sheetData, string doctype = "", params string[] moreSheets) => WorkbookOf(sheetData, doctype, null, string.Empty, moreSheets);

    /// <param name="formats">What the cells' styles show numbers as, from style 0 on: numbers of built-in formats, or formats.</param>
    /// <param name="properties">Of the workbook.</param>
    public static byte[] Workbook(string sheetData, IReadOnlyList<string> formats, string properties = "")
    {
        static string IdOf(string format, int i) => int.TryParse(format, out _) ? format : $"{200 + i}";
        var own = formats.Select((f, i) => (Format: f, Id: IdOf(f, i))).Where(f => f.Format != f.Id).Select(f => $"""<numFmt numFmtId="{f.Id}" formatCode="{System.Security.SecurityElement.Escape(f.Format)}"/>""");
        var styles = $"""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>{string.Concat(own)}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>{string.Concat(formats.Select((f, i) => $"""<xf numFmtId="{IdOf(f, i)}" xfId="0"/>"""))}</cellXfs></styleSheet>""";
        return WorkbookOf(sheetData, string.Empty, styles, properties, []);
    }

    /// <param name="texts">What stands in sst.</param>
    public static byte[] SharingWorkbook(string sheetData, string texts) => WorkbookOf(sheetData, string.Empty, null, string.Empty, [], texts);

    private static byte[] WorkbookOf(string sheetData, string doctype, string? styles, string properties, string[] moreSheets, string? texts = null)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create))
        {
            var names = new[] { "First" }.Concat(moreSheets).ToList();
            Add(zip, "[Content_Types].xml", $"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="{Types}.worksheet+xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{Types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{Types}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{Types}.sharedStrings+xml"/></Types>""");
            Add(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/workbook.xml", $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{properties}<sheets>{string.Concat(names.Select((n, i) => $"""<sheet name="{n}" sheetId="{i + 1}" r:id="rId{i + 1}"/>"""))}</sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{string.Concat(names.Select((_, i) => $"""<Relationship Id="rId{i + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{i + 1}.xml"/>"""))}{(styles is null ? "" : $"""<Relationship Id="styles" Type="{Relations}/styles" Target="styles.xml"/>""")}{(texts is null ? "" : $"""<Relationship Id="texts" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/>""")}</Relationships>""");
            if (styles is not null)
                Add(zip, "xl/styles.xml", styles);
            if (texts is not null)
                Add(zip, "xl/sharedStrings.xml", $"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{texts}</sst>""");
            for (var i = 0; i < names.Count; i++)
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", $"""{doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{(i == 0 ? sheetData : "")}</sheetData></worksheet>""");
        }
        return output.ToArray();
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
