using CsCheck;
using Objectives.Platform.Import;
using Objectives.Platform.Numbers;

namespace Objectives.UnitTests.Import;

/// <summary>What exports write, imports read again as it was.</summary>
public sealed class RoundTripTests
{
    /// <summary>Any text that a record may hold: no control characters, nothing blank around it, valid Unicode.</summary>
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.String[Gen.OneOf(Gen.Char[' ', '\u024F'], Gen.Char['\u4E00', '\u9FFF'], Gen.Char['\uFF01', '\uFF5E'], OneOf('=', '+', '-', '@', '\'', '"', ',', ';', '\n', '\'')), 0, 30],
        OneOf("=1+1", "'=1+1", "''x", "-5", "+86 21", "@me", "'", "''", "'=", "=cmd|' /C calc'!A0", "𠀀𠀁", "sep=,", "001", "1E5", "TRUE", "2027-01-01", "a\nb", "\"", "\"\"", "a,b;c", "\uFF1D1", "x'"))
        .Select(t => string.Concat(t.Where(c => !char.IsControl(c) || c == '\n')).Trim());

    private static readonly Gen<object?> Values = Gen.OneOf(
        Texts.Select(t => (object?)t),
        Gen.Decimal[-1_000_000, 1_000_000].Select(d => (object?)decimal.Round(d, 6)),
        OneOf<object?>(123456789012.345678m, -999_999_999_999.999999m, 0.000001m, 0m, 42, -7, true, false, null));

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    [Theory]
    [InlineData("csv", 500)]
    [InlineData("xlsx", 100)]
    public async Task Any_value_survives(string format, int times)
        => await Values.Array[3].Array[1, 5].SampleAsync(async rows => await SurvivesAsync(format, rows), iter: times);

    [Fact]
    public async Task Formulas_are_written_as_text_and_numbers_as_numbers()
    {
        var csv = System.Text.Encoding.UTF8.GetString(await Tables.WriteAsync("csv", ["a", "b", "c"], ["=1+1", -5m, "-5"]));
        csv.ShouldBe("\uFEFFa,b,c\r\n'=1+1,-5,'-5\r\n");
    }

    private static async Task SurvivesAsync(string format, object?[][] rows)
    {
        string[] header = ["first", "second", "third"];
        var fields = header.Select(h => new ImportField(h, h + "列")).ToList();
        var bytes = await Tables.WriteAsync(format, header, rows);
        var file = format == "csv" ? await Tables.CsvAsync(bytes, header) : await Tables.XlsxAsync(bytes);
        var map = ColumnMap.Create(fields, file.Header, []).Value;
        var read = (await file.RowsAsync()).ConvertAll(r => header.Select(h => new ImportRow(r, map).Lines(h)).ToArray());
        var expected = rows.Select(r => r.Select(TextOf).ToArray()).Where(r => r.Any(t => t is not null)).ToList();
        read.Count.ShouldBe(expected.Count);
        for (var i = 0; i < read.Count; i++)
            read[i].ShouldBe(expected[i]);
    }

    private static string? TextOf(object? value) => value switch
    {
        null or "" => null,
        decimal number => Quantity.Format(number),
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
    };
}
