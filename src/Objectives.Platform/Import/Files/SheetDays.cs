using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml;

namespace Objectives.Platform.Import.Files;

/// <summary>
/// The numbers of a workbook's first sheet that its cells show as days, whatever the form: what a spreadsheet makes of a typed 2026-11. The library that reads the rest of it knows some of
/// these forms only, and none of those that Excel has for Chinese.
/// </summary>
internal static partial class SheetDays
{
    private const int DaysFrom1900To1904 = 1462;

    /// <summary>The first number behind 9999-12-31.</summary>
    private const double End = 2_958_466;

    private static readonly SearchValues<char> OfDays = SearchValues.Create("yYdD");
    private static readonly SearchValues<char> OfTimesAndNumbers = SearchValues.Create("hHsS0#?");
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>As they stand in the sheet. The row counts from 1, the column from 0.</summary>
    public static IEnumerable<(int Row, int Column, DateTime Day)> Read(IFileSource source)
    {
        using var stream = source.Open();
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
        var styles = StylesOfDays(archive);
        if (styles.Count == 0)
            yield break;
        var (sheet, shift) = FirstSheet(archive);
        var (row, column, isDay) = (0, -1, false);
        foreach (var element in Elements(archive, sheet))
        {
            switch (element.LocalName)
            {
                case "row":
                    (row, column) = (int.TryParse(element.GetAttribute("r"), CultureInfo.InvariantCulture, out var number) ? number : row + 1, -1);
                    break;
                case "c":
                    column = element.GetAttribute("r") is { } reference ? ColumnOf(reference) : column + 1;
                    isDay = element.GetAttribute("t") is null or "n" && int.TryParse(element.GetAttribute("s"), CultureInfo.InvariantCulture, out var style) && styles.Contains(style);
                    break;
                case "v" when isDay:
                    if (double.TryParse(element.ReadElementContentAsString(), CultureInfo.InvariantCulture, out var days) && days + shift is >= 1 and < End)
                        yield return (row, column, DateTime.FromOADate(days + shift));
                    break;
            }
        }
    }

    private static HashSet<int> StylesOfDays(ZipArchive archive)
    {
        var (formats, styles, count, isOfCells) = (new HashSet<int>(), new HashSet<int>(), 0, false);
        foreach (var element in Elements(archive, "xl/styles.xml"))
        {
            switch (element.LocalName)
            {
                case "numFmt" when int.TryParse(element.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var id) && ShowsDay(element.GetAttribute("formatCode") ?? string.Empty):
                    formats.Add(id);
                    break;
                case "cellStyleXfs" or "cellXfs" or "cellStyles":
                    isOfCells = element.LocalName == "cellXfs";
                    break;
                case "xf" when isOfCells:
                    if (int.TryParse(element.GetAttribute("numFmtId"), CultureInfo.InvariantCulture, out var format) && (IsBuiltIn(format) || formats.Contains(format)))
                        styles.Add(count);
                    count++;
                    break;
            }
        }
        return styles;
    }

    /// <summary>The forms of days that need no description: those of all languages, and from 27 on those of each.</summary>
    private static bool IsBuiltIn(int format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58;

    private static bool ShowsDay(string format)
    {
        var signs = Literal().Replace(format, string.Empty).Split(';')[0];
        return signs.AsSpan().ContainsAny(OfDays) || (signs.AsSpan().ContainsAny('m', 'M') && !signs.AsSpan().ContainsAny(OfTimesAndNumbers));
    }

    private static (string Part, int Shift) FirstSheet(ZipArchive archive)
    {
        var (id, shift) = (string.Empty, 0);
        foreach (var element in Elements(archive, "xl/workbook.xml"))
        {
            if (element.LocalName == "workbookPr" && element.GetAttribute("date1904") is "1" or "true")
                shift = DaysFrom1900To1904;
            if (element.LocalName != "sheet")
                continue;
            while (element.MoveToNextAttribute())
                id = element.LocalName == "id" ? element.Value : id;
            break;
        }
        var target = Elements(archive, "xl/_rels/workbook.xml.rels").Where(e => e.GetAttribute("Id") == id).Select(e => e.GetAttribute("Target")).FirstOrDefault() ?? string.Empty;
        return (target.StartsWith('/') ? target[1..] : $"xl/{target}", shift);
    }

    private static int ColumnOf(string reference)
    {
        var column = 0;
        foreach (var letter in reference.TakeWhile(char.IsAsciiLetter).Take(3))
            column = (column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1);
        return column - 1;
    }

    private static IEnumerable<XmlReader> Elements(ZipArchive archive, string part)
    {
        if (archive.GetEntry(part) is not { } entry)
            yield break;
        using var stream = entry.Open();
        using var reader = XmlReader.Create(stream, Settings);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                yield return reader;
        }
    }

    /// <summary>What a format shows as it stands, and its colours, conditions and languages.</summary>
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[[^\]]*\]
        """, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();
}
