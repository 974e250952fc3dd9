using System.Globalization;
using Objectives.Contracts.PerformanceLinkage;

namespace Objectives.PerformanceLinkage.Domain.Scorecards;

/// <summary>Weights of a scorecard's items, in basis points, as a rebalance's row keeps them: "id 4000; id 6000".</summary>
internal static class ItemWeights
{
    /// <summary>All of a scorecard.</summary>
    public const int Whole = 10_000;

    /// <summary>Basis points of one point.</summary>
    public const int PerPoint = 100;

    /// <summary>An id, what stands between, and five digits, for each.</summary>
    public const int MaxLength = Scorecard.MaxItems * 48;
    private const string Between = "; ";

    public static string Write(IEnumerable<KeyValuePair<ScorecardItemId, int>> weights)
        => string.Join(Between, weights.OrderBy(w => w.Key.Value).Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Key.Value:N} {w.Value}")));

    public static IReadOnlyDictionary<ScorecardItemId, int> Read(string text) => text.Length == 0
        ? new Dictionary<ScorecardItemId, int>()
        : text.Split(Between).Select(part => part.Split(' ')).ToDictionary(p => new ScorecardItemId(Guid.ParseExact(p[0], "N")), p => int.Parse(p[1], CultureInfo.InvariantCulture));
}
