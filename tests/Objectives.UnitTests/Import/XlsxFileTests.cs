using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Objectives.Platform.Import;
using Objectives.Platform.Import.Files;
using Objectives.Platform.Results;

namespace Objectives.UnitTests.Import;

public sealed class XlsxFileTests
{
    [Fact]
    public async Task Numbers_dates_and_truths_become_text_in_one_form()
    {
        var file = await Tables.XlsxAsync(await Tables.WriteAsync("xlsx", ["a", "b", "c", "d"], [1250.5m, -3, true, "007"]));
        (await file.LinesAsync()).ShouldBe(["2: 1250.5|-3|true|007"]);
    }

    [Theory]
    [InlineData("14")]
    [InlineData("17")]
    [InlineData("31")]
    [InlineData("57")]
    [InlineData("mmm\\-yy")]
    [InlineData("yyyy\\-mm")]
    [InlineData("yyyy\"年\"m\"月\"")]
    [InlineData("[$-804]yyyy\"年\"m\"月\"d\"日\";@")]
    [InlineData("d/m;@")]
    public async Task What_a_cell_shows_as_a_day_is_read_as_one(string format)
    {
        var sheet = """<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row><row r="3"><c r="B3" s="1"><v>46327</v></c></row><row r="4"><c r="A4"><v>46327</v></c><c r="B4" s="1"><v>46356.375</v></c></row>""";
        (await (await Tables.XlsxAsync(Tables.Workbook(sheet, ["0", format]))).LinesAsync()).ShouldBe(["3: |2026-11-01", "4: 46327|2026-11-30T09:00:00"]);
        (await (await Tables.XlsxAsync(Tables.Workbook(sheet.Replace("46327", "44865", StringComparison.Ordinal), ["0", format], """<workbookPr date1904="1"/>"""))).LinesAsync())[0].ShouldBe("3: |2026-11-01");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("2")]
    [InlineData("49")]
    [InlineData("#,##0.00\" days\"")]
    [InlineData("[Red]0.0_);\\d0")]
    public async Task What_a_cell_shows_as_a_number_is_read_as_one(string format)
        => (await (await Tables.XlsxAsync(Tables.Workbook("""<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2" s="1"><v>46327</v></c></row>""", ["14", format]))).LinesAsync()).ShouldBe(["2: 46327"]);

    [Fact]
    public async Task A_row_with_an_error_of_the_spreadsheet_cannot_be_used()
    {
        const string sheet = """<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2" t="e"><f>A9</f><v>#REF!</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>""";
        (await (await Tables.XlsxAsync(Tables.Workbook(sheet))).RowsAsync()).Select(r => r.Fault?.English).ShouldBe(["A cell holds an error of the spreadsheet, #REF!.", null]);
    }

    [Fact]
    public async Task Texts_are_written_in_the_format_of_text_and_so_are_columns_that_are_empty_yet()
    {
        using var output = new MemoryStream();
        await TableWriter.WriteXlsxAsync(output, ["code", "value"], new object?[][] { ["2026-11", 5m] }.ToAsyncEnumerable(), TestContext.Current.CancellationToken, column => column == 0);
        using var document = SpreadsheetDocument.Open(output, isEditable: false);
        new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).ShouldBeEmpty();
        document.WorkbookPart!.WorkbookStylesPart!.Stylesheet.CellFormats!.Elements<CellFormat>().Select(f => f.NumberFormatId?.Value ?? 0).ShouldBe([0u, 49u]);
        var sheet = document.WorkbookPart.WorksheetParts.Single().Worksheet;
        sheet.Descendants<Column>().Select(c => c.Style?.Value ?? 0).ShouldBe([1u, 0u]);
        sheet.Descendants<Cell>().Select(c => (c.CellReference!.Value, c.StyleIndex?.Value ?? 0, c.InnerText)).ShouldBe([("A1", 1u, "code"), ("B1", 1u, "value"), ("A2", 1u, "2026-11"), ("B2", 0u, "5")]);
        sheet.Descendants<Pane>().Single().State!.Value.ShouldBe(PaneStateValues.Frozen);
    }

    [Theory]
    [InlineData(" before and behind ")]
    [InlineData("two\nlines")]
    [InlineData("two\r\nlines")]
    [InlineData("a\tb")]
    [InlineData("<&>\"'")]
    [InlineData("_x000D_")]
    [InlineData("_x0041_x0042_")]
    [InlineData("max_x 目标 😀")]
    public async Task A_text_comes_back_as_it_was_written(string text)
        => (await (await Tables.XlsxAsync(await Tables.WriteAsync("xlsx", ["a"], [text]))).LinesAsync()).ShouldBe([$"2: {text}"]);

    [Fact]
    public async Task Texts_that_cells_share_are_read_run_by_run_and_as_many_as_there_are()
    {
        const string first = """<si><t>code</t></si><si><r><t>Au</t></r><r><rPr><b/></rPr><t xml:space="preserve"> pair</t></r><rPh sb="0" eb="1"><t>spoken</t></rPh></si><si><t/></si>""";
        (await (await Tables.XlsxAsync(Tables.SharingWorkbook("""<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"/></row><row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"/></row><row r="3"><c r="A3" t="s"><v>1</v></c></row>""", first))).LinesAsync()).ShouldBe(["3: Au pair"]);
        static string Long(int i) => $"{i} " + new string('目', 100);
        var order = Enumerable.Range(1, 60_000).Select(i => i * 7919 % 60_000).ToList();
        var many = Tables.SharingWorkbook($"""<row><c t="s"><v>0</v></c></row>{string.Concat(order.Select(i => $"<row><c t=\"s\"><v>{i}</v></c></row>"))}""", string.Concat(Enumerable.Range(0, 60_000).Select(i => $"<si><t>{Long(i)}</t></si>")));
        (await (await Tables.XlsxAsync(many)).RowsAsync()).Select(r => r.Cells[0]).ShouldBe(order.Select(Long));
        (await RefusedAsync(Tables.SharingWorkbook("""<row r="1"><c r="A1" t="s"><v>1</v></c></row>""", "<si><t>a</t></si>"))).Message.English.ShouldContain("damaged");
        (await RefusedAsync(Tables.SharingWorkbook("""<row r="4"><c r="A4" t="s"><v>0</v></c></row>""", $"<si>{string.Concat(Enumerable.Repeat("<r><t>0123456789</t></r>", 4_000))}</si>"))).Message.English.ShouldBe("A cell of row 4 is longer than 32767 characters.");
    }

    [Fact]
    public async Task What_a_cell_holds_besides_texts_and_numbers_is_read_as_it_stands()
        => (await (await Tables.XlsxAsync(Tables.Workbook("""<row><c t="str"><f>1</f><v>a</v></c><c t="str"><v>b</v></c><c t="str"><v>c</v></c><c t="str"><v>d</v></c></row><row><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="d"><v>2026-11-30</v></c><c t="str"><f>A1</f><v>x_x000D_y</v></c></row>"""))).LinesAsync()).ShouldBe(["2: false|#N/A|2026-11-30|x\ry"]);

    [Fact]
    public async Task A_sum_that_binary_numbers_cannot_hold_is_what_Excel_shows()
    {
        var file = await Tables.XlsxAsync(Tables.Workbook(
            """<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row><row r="2"><c r="A2"><f>0.1+0.2</f><v>0.30000000000000004</v></c></row><row r="3"><c r="A3"><v>1E-3</v></c></row><row r="4"><c r="A4"><v>1E+20</v></c></row>"""));
        (await file.LinesAsync()).ShouldBe(["2: 0.3", "3: 0.001", "4: 1E+20"]);
    }

    [Fact]
    public async Task Rows_keep_their_numbers_when_some_are_missing()
    {
        var file = await Tables.XlsxAsync(Tables.Workbook(
            """<row r="2"><c r="A2" t="inlineStr"><is><t>code</t></is></c></row><row r="7"><c r="A7" t="inlineStr"><is><t>K1</t></is></c></row>""", "", "Second"));
        file.Header.ShouldBe(["code"]);
        (await file.LinesAsync()).ShouldBe(["7: K1"]);
        file.PassedOver(ColumnMap.Create([new("code", "编码")], file.Header, []).Value).ShouldHaveSingleItem().Column.ShouldBe("Second");
    }

    [Fact]
    public async Task What_is_no_workbook_is_refused()
    {
        (await RefusedAsync("code,name\n1,2\n"u8.ToArray())).Field.ShouldBe("format");
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            archive.CreateEntry("readme.txt");
        (await RefusedAsync(zip.ToArray())).Field.ShouldBe("format");
        var workbook = Tables.Workbook("""<row r="1"><c r="A1"><v>1</v></c></row>""");
        (await RefusedAsync(workbook[..(workbook.Length / 2)])).Field.ShouldBe("format");
        (await RefusedAsync(Tables.Workbook("""<row r="1"><c r="A1" t="s"><v>99</v></c></row><row"""))).Message.English.ShouldContain("damaged");
        (await RefusedAsync(Tables.Workbook(string.Empty))).Message.English.ShouldContain("empty");
    }

    [Fact]
    public async Task A_workbook_with_entities_is_refused()
    {
        const string doctype = """<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>""";
        (await RefusedAsync(Tables.Workbook("""<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>""", doctype))).Message.English.ShouldContain("damaged");
    }

    [Fact]
    public async Task A_bomb_is_refused_before_it_is_unpacked()
    {
        var bomb = Tables.Workbook("<row><c><v>" + new string('1', 30_000_000) + "</v></c></row>");
        bomb.Length.ShouldBeLessThan(100_000);
        (await RefusedAsync(bomb, new() { UnpackedBytes = 10_000_000 })).Code.ShouldBe(ErrorCode.LimitExceeded);
        foreach (var part in new[] { bomb, Tables.Workbook("<row><c t=\"" + new string('s', 3_000_000) + "\"/></row>") })
            (await RefusedAsync(part)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(ErrorCode.LimitExceeded), e => e.Message.English.ShouldBe("The workbook holds a text of more than 1 MB; a cell may have 32767 characters."));
        (await RefusedAsync(Tables.Workbook("<row><c><v><![CDATA[" + string.Concat(Enumerable.Repeat("<>", 1_000_000)) + "]]></v></c></row>"))).Message.English.ShouldContain("damaged");
        (await RefusedAsync(Tables.Workbook("<row>" + string.Concat(Enumerable.Repeat("<c>", 100_000))))).Message.English.ShouldContain("damaged");
        (await RefusedAsync(Tables.Workbook("""<row r="1"><c r="A1"><v>1</v></c></row><row r="2000000000"><c r="A2"><v>1</v></c></row>"""), new() { Rows = 10_000 })).Code.ShouldBe(ErrorCode.LimitExceeded);
        (await RefusedAsync(Tables.Workbook("""<row r="1"><c r="XFD1"><v>1</v></c></row>"""))).Message.English.ShouldContain("columns");
    }

    private static async Task<Error> RefusedAsync(byte[] bytes, ImportLimits? limits = null)
        => (await Should.ThrowAsync<UnreadableFileException>(async () => await (await Tables.XlsxAsync(bytes, limits)).RowsAsync())).Error;
}
