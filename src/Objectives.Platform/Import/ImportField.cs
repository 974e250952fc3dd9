using System.Collections.Frozen;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Results;

namespace Objectives.Platform.Import;

/// <summary>A column that files of one kind may have.</summary>
/// <param name="Name">Its heading in English templates, and the field's name in <c>columns</c>.</param>
/// <param name="Chinese">Its heading in Chinese templates.</param>
public sealed record ImportField(string Name, string Chinese)
{
    private static readonly FrozenDictionary<string, object> None = FrozenDictionary<string, object>.Empty;

    /// <summary>The field of the save command that it fills, where its name is another.</summary>
    public string Input { get; init; } = Name;

    /// <summary>Not so of numbers and truths: what a spreadsheet is to leave as it is typed.</summary>
    public bool IsText { get; init; } = true;

    /// <summary>Only what other formats than tables fill, or what <c>columns</c> names: templates and exports go without it.</summary>
    public bool Hidden { get; init; }

    /// <summary>What people write for the values of a choice.</summary>
    public IReadOnlyDictionary<string, object> Words { get; private init; } = None;

    /// <summary>The values of a choice, as people are told them.</summary>
    public Text Choices { get; private init; } = new(string.Empty, string.Empty);

    public Text Heading => new(Name, Chinese);

    /// <summary>A column of one or several values of an enum: by the contract's names in any case, or by the words given, of which a value's first is its name in Chinese. What has no word cannot be chosen.</summary>
    public static ImportField Choice<T>(string name, string chinese, params ReadOnlySpan<(T Value, string Word)> words)
        where T : struct, Enum
    {
        var known = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        var (english, chineseNames) = (new List<string>(), new List<string>());
        foreach (var (value, word) in words)
        {
            if (known.TryAdd(EnumNames.Of(value), value))
            {
                english.Add(EnumNames.Of(value));
                chineseNames.Add(word);
            }
            known[word] = value;
        }
        return new(name, chinese) { Words = known.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), Choices = new(string.Join(", ", english), string.Join('、', chineseNames)) };
    }
}
