using System.Globalization;

namespace Objectives.Platform.Texts;

/// <summary>Days and numbers within messages, as the page writes them beside its own.</summary>
public static class Spoken
{
    public static string InEnglish(this DateOnly day) => day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);

    public static string InChinese(this DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>By thousands; not one digit is lost.</summary>
    public static string Grouped(this decimal number) => number.ToString("#,##0.######", CultureInfo.InvariantCulture);
}
