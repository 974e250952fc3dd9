namespace Objectives.Planning.Domain;

/// <summary>
/// Where an objective stands in its cycle's tree: its ancestors' numbers and its own, six base-36 digits each, from the root down. Compared
/// bytewise, paths are in pre-order, and a subtree is one range of them.
/// </summary>
internal static class TreePath
{
    public const int MaxDepth = 100;
    public const int Width = 6;
    public const int MaxLength = MaxDepth * Width;
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static string Of(string? parent, int number)
    {
        Span<char> digits = stackalloc char[Width];
        for (var i = Width - 1; i >= 0; i--)
        {
            digits[i] = Digits[number % 36];
            number /= 36;
        }
        return string.Concat(parent, digits);
    }

    /// <summary>1 for a root.</summary>
    public static int DepthOf(string path) => path.Length / Width;

    /// <summary>The first path behind the subtree: every path in it is at least the root's and less than this.</summary>
    public static string EndOf(string path) => path + "~";

    public static bool IsWithin(string path, string root) => path.StartsWith(root, StringComparison.Ordinal);

    /// <summary>From the root down, without the path itself.</summary>
    public static IEnumerable<string> AncestorsOf(string path)
    {
        for (var length = Width; length < path.Length; length += Width)
            yield return path[..length];
    }

    public static string? ParentOf(string path) => path.Length > Width ? path[..^Width] : null;
}
