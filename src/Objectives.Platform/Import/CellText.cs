namespace Objectives.Platform.Import;

/// <summary>
/// Spreadsheets run a cell's text as a formula when it begins with one of a few characters. Files that this program writes put an apostrophe
/// before such text, which spreadsheets hide; reading takes it away again, so that what was written comes back.
/// </summary>
public static class CellText
{
    private const string Leading = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    public static string Escape(string text) => IsAtRisk(text) ? "'" + text : text;

    public static string Unescape(string text) => text[0] == '\'' && IsAtRisk(text) ? text[1..] : text;

    /// <summary>Whether it begins as a formula does, behind any apostrophes: those that are the text's own must be told from ours.</summary>
    private static bool IsAtRisk(string text)
    {
        var first = text.AsSpan().TrimStart('\'');
        return first.Length > 0 && Leading.Contains(first[0], StringComparison.Ordinal);
    }
}
