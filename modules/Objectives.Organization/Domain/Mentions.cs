using System.Collections.Immutable;
using Objectives.Contracts.Organization;

namespace Objectives.Organization.Domain;

/// <summary>
/// Whom a text mentions: @张伟, @E0111 or @John Smith. Chinese sets no space after a name, so the longest name that fits is meant. Of several people
/// of one name all are, unless the number follows in brackets: @张伟(E0111).
/// </summary>
internal sealed class Mentions
{
    public const int MaxCount = 20;
    private const int MaxTail = Person.MaxNameLength + Person.MaxNumberLength + 2;
    private readonly ImmutableArray<string> _tails;

    private Mentions(ImmutableArray<string> tails) => _tails = tails;

    /// <summary>Every beginning of what follows an @ that could be a name or number.</summary>
    public IReadOnlyList<string> Candidates => [.. _tails.SelectMany(tail => Ends(tail).Select(end => tail[..end])).Distinct()];

    public static Mentions In(string text)
    {
        var tails = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < text.Length && tails.Count < MaxCount; i++)
        {
            if (!IsAt(text[i]) || (i > 0 && IsSpelled(text[i - 1])))
                continue;
            var end = i + 1;
            while (end < text.Length && end - i <= MaxTail && !IsAt(text[end]) && !char.IsControl(text[end]))
                end++;
            if (end > i + 1)
                tails.Add(text[(i + 1)..end]);
        }
        return new(tails.ToImmutable());
    }

    /// <param name="people">Those whom the candidates name.</param>
    public IReadOnlyList<PersonId> Resolve(IReadOnlyCollection<Named> people)
    {
        var byNumber = people.ToLookup(p => p.EmployeeNumber, StringComparer.OrdinalIgnoreCase);
        var byName = people.ToLookup(p => p.Name, StringComparer.Ordinal);
        return [.. _tails.SelectMany(tail => Meant(tail, byNumber, byName)).Select(p => p.Id).Distinct()];
    }

    private static IEnumerable<Named> Meant(string tail, ILookup<string, Named> byNumber, ILookup<string, Named> byName)
    {
        foreach (var end in Ends(tail).Reverse())
        {
            var words = tail[..end];
            if (byNumber.Contains(words))
                return byNumber[words];
            if (byName.Contains(words))
                return byName[words].Where(p => string.Equals(p.EmployeeNumber, Bracketed(tail[end..]), StringComparison.OrdinalIgnoreCase)).ToList() is [var one] ? [one] : byName[words];
        }
        return [];
    }

    private static string? Bracketed(string rest)
        => rest is ['(' or '\uFF08', ..] && rest.AsSpan().IndexOfAny(')', '\uFF09') is > 1 and var close ? rest[1..close].Trim() : null;

    /// <summary>Where a name may end: not after a space, and not within a word that is spelled with letters.</summary>
    private static IEnumerable<int> Ends(string tail) => Enumerable.Range(1, Math.Min(tail.Length, Person.MaxNameLength))
        .Where(end => !char.IsWhiteSpace(tail[end - 1]) && !(end < tail.Length && IsSpelled(tail[end - 1]) && IsSpelled(tail[end])));

    private static bool IsAt(char c) => c is '@' or '\uFF20';

    /// <summary>A letter or digit of a script that sets spaces between words.</summary>
    private static bool IsSpelled(char c) => c < '\u2E80' && char.IsLetterOrDigit(c);

    public sealed record Named(PersonId Id, string Name, string EmployeeNumber);
}
