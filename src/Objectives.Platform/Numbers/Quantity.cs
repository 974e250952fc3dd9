using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Objectives.Platform.Numbers;

/// <summary>
/// Exact decimals of the API: at most 18 digits, at most 6 of them after the point. Tables keep them as whole millionths, so that every
/// database compares and adds them exactly.
/// </summary>
public static class Quantity
{
    public const int MaxDecimals = 6;
    public const decimal Scale = 1_000_000m;
    public const decimal Max = 999_999_999_999.999999m;

    public static bool Fits(decimal value) => Math.Abs(value) <= Max && decimal.Round(value, MaxDecimals) == value;

    /// <summary>Whether the value has no more digits after the point than the measure allows.</summary>
    public static bool HasDecimals(decimal value, int decimals) => decimal.Round(value, decimals) == value;

    /// <summary>Plain notation only: no exponent, no group separators, no white space; "1.50" and "1.5" are one value.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out decimal value)
    {
        value = 0;
        return text is { Length: > 0 and <= 40 }
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
            && Fits(value);
    }

    public static string Format(decimal value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    public static long ToScaled(decimal value) => (long)(value * Scale);

    public static decimal FromScaled(long scaled) => scaled / Scale;
}
