using Objectives.Contracts.PerformanceLinkage;
using Objectives.Platform.Data;
using Objectives.Platform.Numbers;

namespace Objectives.PerformanceLinkage.Domain.Scoring;

internal enum ScoringRuleKind
{
    Linear,
    Bands,
    PassFail,
}

/// <summary>What an attainment is worth: from 0 up, never less (S4.7).</summary>
internal sealed class ScoringRule : Aggregate
{
    public const int MaxNameLength = 100;
    public const int MaxBands = 20;

    /// <summary>As a ratio: ten times the target.</summary>
    public const decimal MaxAttainment = 10;
    public const decimal MaxScore = 1000;

    /// <summary>Digits after the point of every score.</summary>
    public const int ScoreDecimals = 2;

    /// <summary>What the target is worth when it is reached.</summary>
    public const decimal Full = 100;

    private ScoringRule()
    {
    }

    public ScoringRuleId Id { get; private set; }

    public override Guid Key => Id.Value;

    public string Name { get; private set; } = string.Empty;

    public ScoringRuleKind Kind { get; private set; }

    /// <summary>Of LINEAR: the attainment, from 0 to under 1, that is worth nothing.</summary>
    public decimal? Floor { get; private set; }

    /// <summary>Of LINEAR: the attainment, from 1 up, beyond which nothing is gained.</summary>
    public decimal? Cap { get; private set; }

    /// <summary>Of BANDS, as <see cref="ScoreBands"/> writes them.</summary>
    public string? Bands { get; private set; }

    public static ScoringRule Create(string name, ScoringTerms terms, ScoringRuleId? id = null)
    {
        var rule = new ScoringRule { Id = id ?? ScoringRuleId.New() };
        rule.Change(name, terms);
        return rule;
    }

    public ScoringTerms Terms => new(Kind, Floor, Cap, ScoreBands.Read(Bands));

    public bool ScoresOtherwise(ScoringTerms terms) => Kind != terms.Kind || Floor != terms.Floor || Cap != terms.Cap || Bands != ScoreBands.Write(terms.Bands);

    public void Change(string name, ScoringTerms terms)
    {
        Name = name.Trim();
        (Kind, Floor, Cap, Bands) = (terms.Kind, terms.Floor, terms.Cap, ScoreBands.Write(terms.Bands));
    }
}

/// <summary>How a score follows from an attainment.</summary>
internal sealed record ScoringTerms(ScoringRuleKind Kind, decimal? Floor, decimal? Cap, IReadOnlyList<ScoreBand> Bands)
{
    /// <summary>
    /// LINEAR: 0 up to the floor, 100 where the target is reached, on the same line up to the cap. BANDS: what the highest band reached is worth, 0 below the lowest. PASS_FAIL: 100 from the target on, else 0.
    /// Attainment already tells the direction: 1 is the target, more is better.
    /// </summary>
    /// <returns>With <see cref="ScoringRule.ScoreDecimals"/> digits, rounded here.</returns>
    public decimal ScoreOf(decimal attainment) => Kind switch
    {
        ScoringRuleKind.Linear => Apportionment.Round(Math.Max(0, Math.Min(attainment, Cap!.Value) - Floor!.Value) / (1 - Floor.Value) * ScoringRule.Full, ScoringRule.ScoreDecimals),
        ScoringRuleKind.Bands => Bands.LastOrDefault(b => b.Attainment <= attainment).Score,
        _ => attainment >= 1 ? ScoringRule.Full : 0,
    };
}
