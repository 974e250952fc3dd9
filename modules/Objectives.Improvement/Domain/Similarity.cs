using Objectives.Contracts.Planning;
using Objectives.Platform.Texts;

namespace Objectives.Improvement.Domain;

/// <summary>What a deviation is about, as far as it is like another.</summary>
internal sealed record Matter(MeasureId MeasureId, string Title, string? Symptoms)
{
    private uint[]? _pairs;

    public uint[] Pairs => _pairs ??= TextLikeness.PairsOf($"{Title} {Symptoms}");
}

/// <param name="Likeness">0 to 1, to four digits.</param>
internal readonly record struct Similarity(bool SameMeasure, decimal Likeness)
{
    /// <summary>From which on texts are alike enough to tell.</summary>
    public const decimal Alike = 0.4m;

    /// <summary>The same measure counts as much more.</summary>
    private const decimal ForMeasure = 0.5m;

    public bool IsAny => SameMeasure || Likeness >= Alike;

    public decimal Rank => Likeness + (SameMeasure ? ForMeasure : 0);

    public static Similarity Of(Matter one, Matter other) => new(one.MeasureId == other.MeasureId, Math.Round(TextLikeness.Of(one.Pairs, other.Pairs), 4, MidpointRounding.AwayFromZero));
}
