using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Objectives.Platform.Time;

namespace Objectives.ExecutionMonitoring.Features.Import;

/// <summary>Periods as people and spreadsheets write them: 2026-03, 2026/3, 2026年3月, 2026-Q1, 2026年第一季度, 2026, 2026年; and a month's first day, which Excel makes of 2026-03.</summary>
internal static partial class PeriodText
{
    private const string ChineseDigits = "一二三四";

    public static bool TryParse(string text, out Period period)
    {
        var plain = string.Concat(text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        return Period.TryParse(plain, out period) || Period.TryParse(Canonical(plain), out period);
    }

    private static string? Canonical(string text)
    {
        if (Month().Match(text) is { Success: true } month)
            return $"{month.Groups["year"]}-{month.Groups["month"].Value.PadLeft(2, '0')}";
        if (Quarter().Match(text) is { Success: true } quarter)
            return string.Create(CultureInfo.InvariantCulture, $"{quarter.Groups["year"]}-Q{NumberOf(quarter.Groups["quarter"].Value[0])}");
        return Year().Match(text) is { Success: true } year ? year.Groups["year"].Value : null;
    }

    private static int NumberOf(char digit) => ChineseDigits.IndexOf(digit, StringComparison.Ordinal) is >= 0 and var at ? at + 1 : digit - '0';

    [GeneratedRegex("^(?<year>[0-9]{4})[-/.年](?<month>[0-9]{1,2})(月|[-/.]0?1(T00:00:00)?|月0?1日)?$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Month();

    [GeneratedRegex("^(?<year>[0-9]{4})[-/.年]?(Q(?<quarter>[1-4])|第?(?<quarter>[1-4一二三四])季度?)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Quarter();

    [GeneratedRegex("^(?<year>[0-9]{4})年$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Year();
}
