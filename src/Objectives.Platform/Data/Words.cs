using System.Linq.Expressions;

namespace Objectives.Platform.Data;

/// <summary>What someone looks for: rows that say all of his words, in any order, in any of their texts, in any case.</summary>
public static class Words
{
    private const int Most = 16;

    /// <param name="rows">What is looked through.</param>
    /// <param name="text">Words between blanks; a blank text leaves out nothing.</param>
    /// <param name="says">Whether a row says a word, which is in small letters.</param>
    public static IQueryable<T> Saying<T>(this IQueryable<T> rows, string? text, Func<string, Expression<Func<T, bool>>> says) => Of(text).Aggregate(rows, (found, word) => found.Where(says(word)));

    /// <summary>In small letters. After the first fifteen the rest counts as one.</summary>
    public static IReadOnlyList<string> Of(string? text)
        => [.. (text ?? string.Empty).ToLowerInvariant().Split((char[]?)null, Most, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct()];
}
