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
        var day = new DateTime(2027, 4, 15, 0, 0, 0, DateTimeKind.Unspecified);
        var file = await Tables.XlsxAsync(await Tables.WriteAsync("xlsx", ["a", "b", "c", "d", "e", "f"], [1250.5m, -3, true, day, day.AddHours(9), "007"]));
        (await file.LinesAsync()).ShouldBe(["2: 1250.5|-3|true|2027-04-15|2027-04-15T09:00:00|007"]);
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
