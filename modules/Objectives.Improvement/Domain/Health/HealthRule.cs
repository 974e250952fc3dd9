namespace Objectives.Improvement.Domain.Health;

/// <summary>Why management by objectives fails (S5.7), in the source's order.</summary>
internal enum FailureCause
{
    ExecutivesAbsent,
    NoTrainingBeforehand,
    TargetsMischosen,
    Slogans,
    LeaderMemberDiscord,
    ImpressionAppraisal,
    NoEncouragement,
    Paperwork,
}

internal enum IndicatorState
{
    Green,
    Amber,
    Red,

    /// <summary>There is not enough to say.</summary>
    Unknown,
}

/// <summary>The arithmetic of the eight indicators (S5.7).</summary>
/// <remarks>
/// An indicator of shares has parts, each a share of 0–100 that should be high, and is as high as its weakest part: each part is by itself a way to fail. A part says nothing of fewer than <see cref="Fewest"/> records. A month of which
/// nothing is known has what was known last, so that what is told by quarter holds until the next.
/// </remarks>
internal static class HealthRule
{
    public const int Fewest = 3;

    /// <summary>4 of 5 in the survey, three of four records.</summary>
    public const decimal Usual = 75;

    /// <summary>Where nearly all must be as they should: training before commitment, and targets.</summary>
    public const decimal Strict = 90;

    /// <summary>Under the threshold by so much it is red.</summary>
    public const decimal AmberBand = 25;

    /// <summary>Too much of what should be little is red at so many times the threshold.</summary>
    public const decimal AmberFactor = 1.5m;

    /// <summary>For typing it, where nobody says how long it took.</summary>
    public const decimal MinutesPerField = 0.5m;

    /// <summary>In the survey, 1–5: under it most find the paperwork unbearable.</summary>
    public const decimal Bearable = 3;

    /// <param name="weight">How often one that is not as it should be counts; the share is not under 0.</param>
    public static decimal? Share(int good, int all, int weight = 1) => all < Fewest ? null : Rounded(Math.Max(0, 100 - (100m * weight * (all - good) / all)));

    /// <summary>A survey's mean of 1–5 as a share of 0–100.</summary>
    public static decimal? ShareOfMean(decimal? mean) => mean is { } known ? Rounded((known - 1) * 25) : null;

    public static decimal? PerPerson(int minutes, int fields, int people) => people == 0 ? null : Rounded((minutes + (fields * MinutesPerField)) / people);

    /// <summary>Month by month what was known last.</summary>
    public static IReadOnlyList<decimal?> Carried(IReadOnlyList<decimal?> months)
    {
        var carried = new decimal?[months.Count];
        for (var i = 0; i < carried.Length; i++)
            carried[i] = months[i] ?? (i > 0 ? carried[i - 1] : null);
        return carried;
    }

    /// <summary>Month by month the weakest of the parts that are known.</summary>
    public static IReadOnlyList<decimal?> Weakest(IReadOnlyList<IReadOnlyList<decimal?>> parts)
        => parts.Count == 0 ? [] : [.. Enumerable.Range(0, parts[0].Count).Select(i => parts.Select(p => p[i]).Min())];

    public static IndicatorState StateOfShare(decimal? value, decimal threshold) => value switch
    {
        null => IndicatorState.Unknown,
        { } v when v >= threshold => IndicatorState.Green,
        { } v when v >= threshold - AmberBand => IndicatorState.Amber,
        _ => IndicatorState.Red,
    };

    /// <param name="bearable">What the survey says of it, 1–5: it can only make it worse, by one step.</param>
    public static IndicatorState StateOfLoad(decimal? value, decimal threshold, decimal? bearable)
    {
        var worse = bearable < Bearable;
        return value switch
        {
            null => IndicatorState.Unknown,
            { } v when v <= threshold => worse ? IndicatorState.Amber : IndicatorState.Green,
            { } v when v <= threshold * AmberFactor => worse ? IndicatorState.Red : IndicatorState.Amber,
            _ => IndicatorState.Red,
        };
    }

    /// <summary>Of the indicators that are known, 0–100: green counts 1, amber a half, red nothing. Null where none is.</summary>
    public static decimal? Score(IEnumerable<IndicatorState> states)
    {
        var known = states.Where(s => s != IndicatorState.Unknown).ToList();
        return known.Count == 0 ? null : Rounded(known.Sum(s => s switch { IndicatorState.Green => 100m, IndicatorState.Amber => 50m, _ => 0m }) / known.Count);
    }

    private static decimal Rounded(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
