using System.Text;

namespace Objectives.Platform.Import.StratMl;

/// <summary>Units of measure as others write them.</summary>
public static class MeasureUnits
{
    /// <summary>Whether they differ by case, by the width of their signs or by blanks around them at most.</summary>
    public static bool AreSame(string one, string other) => string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text) => text.Normalize(NormalizationForm.FormKC).Trim();
}
