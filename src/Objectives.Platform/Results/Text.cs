using System.Globalization;

namespace Objectives.Platform.Results;

/// <summary>A message for people in both of the product's languages, kept beside the rule that speaks it.</summary>
public sealed record Text(string English, string Chinese)
{
    /// <summary>The message in the caller's language, which the request set as the current UI culture.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture);

    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "zh" ? Chinese : English;
}
