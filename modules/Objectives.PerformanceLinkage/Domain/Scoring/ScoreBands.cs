using System.Globalization;
using Objectives.Platform.Numbers;

namespace Objectives.PerformanceLinkage.Domain.Scoring;

/// <param name="Attainment">From which on, as a ratio.</param>
internal readonly record struct ScoreBand(decimal Attainment, decimal Score);

/// <summary>A rule's bands as its row keeps them: "0.8 60; 1 100", the lowest first.</summary>
internal static class ScoreBands
{
    /// <summary>Two quantities and what stands between, for each.</summary>
    public const int MaxLength = ScoringRule.MaxBands * 32;
    private const string Between = "; ";

    public static string? Write(IReadOnlyList<ScoreBand> bands) => bands.Count == 0 ? null : string.Join(Between, bands.Select(b => $"{Quantity.Format(b.Attainment)} {Quantity.Format(b.Score)}"));

    public static IReadOnlyList<ScoreBand> Read(string? text) => text is null
        ? []
        : [.. text.Split(Between).Select(part => part.Split(' ')).Select(p => new ScoreBand(decimal.Parse(p[0], CultureInfo.InvariantCulture), decimal.Parse(p[1], CultureInfo.InvariantCulture)))];
}
