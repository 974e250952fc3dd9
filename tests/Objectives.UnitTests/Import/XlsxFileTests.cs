using System.IO.Compression;
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
    public async Task Texts_are_written_in_the_format_of_text_and_so_are_columns_that_are_empty_yet()
    {
        using var output = new MemoryStream();
        await TableWriter.WriteXlsxAsync(output, ["code", "value"], new object?[][] { ["2026-11", 5m] }.ToAsyncEnumerable(), TestContext.Current.CancellationToken, column => column == 0);
        using var zip = new ZipArchive(output, ZipArchiveMode.Read);
        string Part(string name) => new StreamReader(zip.GetEntry(name)!.Open()).ReadToEnd();
        Part("xl/styles.xml").ShouldContain("""<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>""");
        Part("xl/worksheets/sheet1.xml").ShouldSatisfyAllConditions(
            s => s.ShouldContain("""<col min="1" max="1" width="16" customWidth="1" style="1"/><col min="2" max="2" width="16" customWidth="1"/>"""),
            s => s.ShouldContain("""<row r="2"><c r="A2" s="1" t="inlineStr"><is><t xml:space="preserve">2026-11</t></is></c><c r="B2"><v>5</v></c></row>"""));
    }

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
        (await RefusedAsync(Tables.Workbook("""<row r="1"><c r="A1"><v>1</v></c></row><row r="2000000000"><c r="A2"><v>1</v></c></row>"""), new() { Rows = 10_000 })).Code.ShouldBe(ErrorCode.LimitExceeded);
        (await RefusedAsync(Tables.Workbook("""<row r="1"><c r="XFD1"><v>1</v></c></row>"""))).Message.English.ShouldContain("columns");
    }

    private static async Task<Error> RefusedAsync(byte[] bytes, ImportLimits? limits = null)
        => (await Should.ThrowAsync<UnreadableFileException>(async () => await (await Tables.XlsxAsync(bytes, limits)).RowsAsync())).Error;
}
