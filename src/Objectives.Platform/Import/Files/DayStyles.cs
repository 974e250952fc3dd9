using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Objectives.Platform.Import.Files;

/// <summary>The styles of a workbook that show a number as a day, whatever the form: what a spreadsheet makes of a typed 2026-11.</summary>
internal static partial class DayStyles
{
    /// <summary>As many as Excel has, of styles and of formats.</summary>
    private const int Most = 65_535;

    private static readonly SearchValues<char> OfDays = SearchValues.Create("yYdD");
    private static readonly SearchValues<char> OfTimesAndNumbers = SearchValues.Create("hHsS0#?");

    public static IReadOnlySet<int> Read(OpenXmlPart? part, ImportLimits limits)
    {
        var (formats, styles) = (new HashSet<int>(), new HashSet<int>());
        if (part is null)
            return styles;
        using var xml = new PartReader(part, limits);
        while (xml.Read())
        {
            if (xml.IsStart<NumberingFormat>() && xml.Number("numFmtId") is <= Most and { } id && ShowsDay(xml.Attribute("formatCode") ?? string.Empty))
                formats.Add(id);
            if (!xml.IsStart<CellFormats>())
                continue;
            for (var style = 0; style <= Most && xml.ReadWithin<CellFormats>();)
            {
                if (!xml.IsStart<CellFormat>())
                    continue;
                if (xml.Number("numFmtId") is { } format && (IsBuiltIn(format) || formats.Contains(format)))
                    styles.Add(style);
                style++;
            }
            break;
        }
        return styles;
    }

    /// <summary>The forms of days that need no description: those of all languages, and from 27 on those of each.</summary>
    private static bool IsBuiltIn(int format) => format is (>= 14 and <= 17) or 22 or (>= 27 and <= 36) or (>= 50 and <= 58);

    private static bool ShowsDay(string format)
    {
        var signs = Literal().Replace(format, string.Empty).Split(';')[0];
        return signs.AsSpan().ContainsAny(OfDays) || (signs.AsSpan().ContainsAny('m', 'M') && !signs.AsSpan().ContainsAny(OfTimesAndNumbers));
    }

    /// <summary>What a format shows as it stands, and its colours, conditions and languages.</summary>
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.|\[[^\]]*\]
        """, RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Literal();
}
