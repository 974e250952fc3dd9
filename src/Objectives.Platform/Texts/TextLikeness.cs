using System.Globalization;
using System.Text;

namespace Objectives.Platform.Texts;

/// <summary>How alike two titles or other short texts are, in any script: by the pairs of neighbouring letters and digits that they share.</summary>
/// <remarks>
/// Dice's coefficient of the two sets of pairs: twice the shared ones by all, 0 to 1. Case, width, spaces and punctuation do not count. A text of one character
/// is its own pair.
/// </remarks>
public static class TextLikeness
{
    /// <summary>Each pair as one number, ascending by a scattering of it, which is the order that <see cref="Markers"/> goes by.</summary>
    public static uint[] PairsOf(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c))
                letters.Append(char.ToLower(c, CultureInfo.InvariantCulture));
        }
        if (letters.Length == 0)
            return [];
        var pairs = new HashSet<uint>();
        if (letters.Length == 1)
            pairs.Add(letters[0]);
        for (var i = 1; i < letters.Length; i++)
            pairs.Add(((uint)letters[i - 1] << 16) | letters[i]);
        var ordered = pairs.ToArray();
        Array.Sort(ordered, (a, b) => Scattered(a).CompareTo(Scattered(b)));
        return ordered;
    }

    public static decimal Of(uint[] one, uint[] other)
    {
        if (one.Length == 0 || other.Length == 0)
            return 0;
        var known = one.ToHashSet();
        return 2m * other.Count(known.Contains) / (one.Length + other.Length);
    }

    /// <summary>
    /// The pairs of which two texts at least as alike as <paramref name="threshold"/> have one in common: so an index on them finds all that are alike, without comparing all
    /// with all.
    /// </summary>
    /// <remarks>
    /// Of sets with sizes m and n and Dice's coefficient at least t, the shared pairs are at least t(m+n)/2, and n at least tm/(2-t), so at least tm/(2-t). Of two sets
    /// in one common order that share so many, the first m - ⌈tm/(2-t)⌉ + 1 pairs of each have one in common.
    /// </remarks>
    public static ReadOnlySpan<uint> Markers(uint[] pairs, decimal threshold)
    {
        if (pairs.Length == 0)
            return [];
        var shared = Math.Max(1, (int)Math.Ceiling(threshold * pairs.Length / (2 - threshold)));
        return pairs.AsSpan(0, pairs.Length - shared + 1);
    }

    /// <summary>A bijection, so that no two pairs share a place in the order.</summary>
    private static uint Scattered(uint pair)
    {
        pair ^= pair >> 16;
        pair *= 0x7feb352d;
        pair ^= pair >> 15;
        pair *= 0x846ca68b;
        return pair ^ (pair >> 16);
    }
}
