using System.Text;
using Objectives.Platform.Import.Files;

namespace Objectives.UnitTests.Import;

public sealed class CsvFileTests
{
    private const string Chinese = "客户编码,客户名称\r\nK1,浦东家电商城\r\nK2,黄浦𠀀店\r\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 with mark", "gb18030", "utf-16", "utf-16 big-endian"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Text_is_read_whatever_its_encoding(string name)
    {
        Encoding encoding = name switch
        {
            "utf-8 with mark" => new UTF8Encoding(true),
            "gb18030" => Tables.Gb18030,
            "utf-16" => Encoding.Unicode,
            "utf-16 big-endian" => Encoding.BigEndianUnicode,
            _ => new UTF8Encoding(false),
        };
        var file = await Tables.CsvAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(Chinese)]);
        file.Header.ShouldBe(["客户编码", "客户名称"]);
        (await file.LinesAsync()).ShouldBe(["2: K1|浦东家电商城", "3: K2|黄浦𠀀店"]);
    }

    [Fact]
    public async Task A_late_Chinese_character_decides_the_encoding()
    {
        var text = "code,name\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"K{i},plain ascii\n")) + "K,浦东\n";
        var file = await Tables.CsvAsync(text, Tables.Gb18030);
        (await file.RowsAsync())[^1].Cells.ShouldBe(["K", "浦东"]);
    }

    [Theory]
    [InlineData("code;name;price\n1;a,b;2,5\n", "2: 1|a,b|2,5")]
    [InlineData("code\tname\tprice\n1\ta;b\tc,d\n", "2: 1|a;b|c,d")]
    [InlineData("code,name,price\n1,a;b;c;d;e,2\n", "2: 1|a;b;c;d;e|2")]
    [InlineData("sep=;\ncode;name;price\n1;a;b\n", "3: 1|a|b")]
    [InlineData("\n\ncode,name,price\n\n1,a,b\n,,\n", "5: 1|a|b")]
    [InlineData("code,name,price\r1,a,b\r", "2: 1|a|b")]
    [InlineData("code,name,price\n1,\"a \"\"b\"\"\nc\",\",\"\n2,x,y", "2: 1|a \"b\"\nc|,\n3: 2|x|y")]
    [InlineData("code,name,price\n1,5\" pipe,b\n", "2: 1|5\" pipe|b")]
    public async Task Delimiters_quotes_and_blank_lines(string text, string expected)
    {
        var file = await Tables.CsvAsync(text, null, "code", "name", "price");
        file.Header.ShouldBe(["code", "name", "price"]);
        string.Join('\n', await file.LinesAsync()).ShouldBe(expected);
    }

    [Fact]
    public async Task Headings_that_are_looked_for_decide_the_delimiter()
    {
        var file = await Tables.CsvAsync("code;a,b,c,d\n1;2\n", null, "code", "a,b,c,d");
        file.Header.ShouldBe(["code", "a,b,c,d"]);
    }

    [Theory]
    [InlineData("code,name\n1,\"never closed\n2,b\n", "not closed")]
    [InlineData("code,name\n1,\"a\"b\n", "not closed")]
    [InlineData("", "empty")]
    [InlineData("\n \n,,\n", "empty")]
    [InlineData("<?xml version=\"1.0\"?><a/>", "XML")]
    public async Task What_is_no_table_is_refused(string text, string why)
    {
        var refused = await Should.ThrowAsync<UnreadableFileException>(async () => await (await Tables.CsvAsync(text)).RowsAsync());
        refused.Message.ShouldContain(why);
        refused.Error.Message.Chinese.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_is_no_text_is_refused()
    {
        (await Should.ThrowAsync<UnreadableFileException>(() => Tables.CsvAsync([0x50, 0x4B, 3, 4, 20, 0]))).Error.Field.ShouldBe("format");
        (await Should.ThrowAsync<UnreadableFileException>(() => Tables.CsvAsync([(byte)'a', 0, 1, 2, 3]))).Error.Field.ShouldBe("content");
        (await Should.ThrowAsync<UnreadableFileException>(() => Tables.CsvAsync([(byte)'a', 0xFF, 0xFF, 0x20, 0x80, 0x20]))).Error.Field.ShouldBe("content");
    }

    [Fact]
    public async Task A_cell_without_end_takes_no_memory()
    {
        var refused = await Should.ThrowAsync<UnreadableFileException>(async () => await (await Tables.CsvAsync("code,name\n1,\"" + new string('x', 1_000_000))).RowsAsync());
        refused.Message.ShouldStartWith("A cell from row 2 on is longer than");
        (await Should.ThrowAsync<UnreadableFileException>(async () => await (await Tables.CsvAsync("a\n" + new string('\n', 600_000) + "b\n")).RowsAsync())).Message.ShouldContain("rows");
        (await Should.ThrowAsync<UnreadableFileException>(() => Tables.CsvAsync(string.Join(',', Enumerable.Range(0, 300))))).Message.ShouldContain("columns");
    }

    [Fact]
    public async Task A_row_that_is_not_as_wide_as_the_header_says_so()
    {
        var rows = await (await Tables.CsvAsync("a,b,c\n1,2\n1,2,3,4\n1,2,3\n")).RowsAsync();
        rows.ConvertAll(r => r.Fault?.English).ShouldBe(["The row has 2 cells, the header 3.", "The row has 4 cells, the header 3.", null]);
    }
}
