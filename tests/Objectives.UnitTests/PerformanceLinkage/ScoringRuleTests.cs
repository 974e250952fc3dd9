using Objectives.PerformanceLinkage.Domain.Scoring;

namespace Objectives.UnitTests.PerformanceLinkage;

public sealed class ScoringRuleTests
{
    private static readonly Gen<decimal> Attainment = Gen.Decimal[-3, 12];
    private static readonly Gen<ScoringTerms> Linear = Gen.Select(Gen.Int[0, 999], Gen.Int[1000, 10000]).Select((floor, cap) => new ScoringTerms(ScoringRuleKind.Linear, floor / 1000m, cap / 1000m, []));
    private static readonly Gen<ScoringTerms> Bands = Gen.Select(Gen.Int[0, 10_000].Array[1, 20], Gen.Int[0, 100_000].Array[20]).Select((attainments, scores) => new ScoringTerms(
        ScoringRuleKind.Bands, null, null, [.. attainments.Distinct().Order().Zip(scores.Order(), (a, s) => new ScoreBand(a / 1000m, s / 100m))]));
    private static readonly Gen<ScoringTerms> Rules = Gen.OneOf(Linear, Bands, Gen.Const(new ScoringTerms(ScoringRuleKind.PassFail, null, null, [])));

    [Fact, Trait("Clause", "S4.7")]
    public void No_attainment_scores_less_than_nothing() => Gen.Select(Rules, Attainment).Sample((rule, attainment) => rule.ScoreOf(attainment) is var score && score >= 0 && decimal.Round(score, 2) == score);

    [Fact]
    public void Who_attains_more_does_not_score_less() => Gen.Select(Rules, Attainment, Attainment).Sample((rule, one, other) => rule.ScoreOf(Math.Min(one, other)) <= rule.ScoreOf(Math.Max(one, other)));

    [Fact]
    public void A_line_runs_from_nothing_at_its_floor_through_100_at_the_target_to_its_cap()
        => Linear.Sample(rule => rule.ScoreOf(rule.Floor!.Value) == 0 && rule.ScoreOf(1) == 100 && rule.ScoreOf(rule.Cap!.Value) == rule.ScoreOf(rule.Cap.Value + 1));

    [Fact]
    public void Bands_give_what_the_highest_one_reached_is_worth()
        => Gen.Select(Bands, Attainment).Sample((rule, attainment) => rule.ScoreOf(attainment) == rule.Bands.Where(b => b.Attainment <= attainment).Select(b => b.Score).DefaultIfEmpty(0).Max());

    [Theory]
    [InlineData("0.6", "1.5", "0.8", "50")]
    [InlineData("0", "1.2", "0.333333", "33.33")]
    [InlineData("0", "1.2", "5", "120")]
    [InlineData("0.5", "1", "0.4", "0")]
    public void A_line_is_worked_out_by_hand(string floor, string cap, string attainment, string score)
        => new ScoringTerms(ScoringRuleKind.Linear, decimal.Parse(floor), decimal.Parse(cap), []).ScoreOf(decimal.Parse(attainment)).ShouldBe(decimal.Parse(score));

    [Fact]
    public void Bands_are_read_as_they_were_written() => Bands.Sample(rule => ScoreBands.Read(ScoreBands.Write(rule.Bands)).SequenceEqual(rule.Bands) && ScoreBands.Write(rule.Bands)!.Length <= ScoreBands.MaxLength);
}
