using Objectives.Contracts.PerformanceLinkage;
using Objectives.PerformanceLinkage.Domain.Scorecards;

namespace Objectives.UnitTests.PerformanceLinkage;

public sealed class ScoreSheetTests
{
    private static readonly Gen<ItemFigures> Item = Gen.Select(Gen.Int[0, 10_000], Gen.Bool, Gen.Bool, Gen.Int[0, 100_000], Gen.Int[-2000, 2000])
        .Select((weight, active, known, score, points) => new ItemFigures(ScorecardItemId.New(), weight, active, known ? score / 100m : null, points / 100m));

    private static readonly Gen<ItemFigures[]> Cards = Item.Array[0, 12];

    [Fact]
    public void Contributions_are_the_score_exactly()
        => Cards.Sample(items => ScoreSheet.Of(items) is var sheet && sheet.Items.Sum(i => i.Contribution ?? 0) == (sheet.Score ?? 0) && (sheet.Score is not null || sheet.Items.All(i => i.Contribution is null)));

    [Fact]
    public void Want_of_evidence_is_never_zero()
        => Cards.Sample(items =>
        {
            var assessed = items.Where(i => i is { IsActive: true, Weight: > 0, RuleScore: not null }).ToArray();
            return (ScoreSheet.Of(items).Score is null) == (assessed.Length == 0) && ScoreSheet.Of(items).Score == ScoreSheet.Of(assessed).Score;
        });

    [Fact, Trait("Clause", "S4.7")]
    public void A_score_lies_between_those_of_the_items_and_none_is_under_nothing()
        => Cards.Sample(items =>
        {
            var sheet = ScoreSheet.Of(items);
            var counted = sheet.Items.Where(i => i.Contribution is not null).ToArray();
            return sheet.Items.All(i => i.Score is null or >= 0) && (sheet.Score is not { } score || (score >= counted.Min(i => i.Score) - 0.005m && score <= counted.Max(i => i.Score) + 0.005m));
        });

    [Fact, Trait("Clause", "S5.7.6")]
    public void What_was_adjusted_is_not_evidence()
        => Cards.Sample(items => ScoreSheet.Of(items) is var sheet && (sheet.EvidenceShare is null) == (sheet.Score is null) && sheet.EvidenceShare is null or (>= 0 and <= 1)
            && (!Array.TrueForAll(items, i => i.Points == 0) || sheet.EvidenceShare is null or 1));

    [Fact]
    public void It_is_worked_out_by_hand()
    {
        ItemFigures[] items =
        [
            new(ScorecardItemId.New(), 4000, true, 90, 5), new(ScorecardItemId.New(), 3000, true, 80, 0), new(ScorecardItemId.New(), 2000, true, null, 0), new(ScorecardItemId.New(), 1000, false, 100, 0),
        ];
        var sheet = ScoreSheet.Of(items);
        sheet.Score.ShouldBe(88.57m); // (40 × 95 + 30 × 80) ÷ 70
        sheet.Items.Select(i => i.Contribution).ShouldBe([54.28m, 34.29m, null, null]);
        sheet.EvidenceShare.ShouldBe(0.9677m); // (40 × 90 + 30 × 80) ÷ (40 × 95 + 30 × 80)
    }
}
