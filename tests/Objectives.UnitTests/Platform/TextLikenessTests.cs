using Objectives.Platform.Texts;

namespace Objectives.UnitTests.Platform;

[Trait("Clause", "S6.4")]
public sealed class TextLikenessTests
{
    private static readonly string[] Words = ["提升", "客户", "满意", "度率", "华东", "收入", "2027", " ", "-", "Sales ", "team", "按时", "上门"];

    private static readonly Gen<string> Titles = Gen.Int[0, Words.Length - 1].Array[1, 8].Select(words => string.Concat(words.Select(w => Words[w])));

    [Theory]
    [InlineData("提升客户满意度", "提升客户满意度", "1")]
    [InlineData("提升客户满意度", "提升 客户满意度。", "1")]
    [InlineData("Raise SALES", "raise sales", "1")]
    [InlineData("ABC销售", "ABC销售", "1")]
    [InlineData("提升客户满意度", "提升客户满意率", "0.8333")]
    [InlineData("提升客户满意度", "缩短上门时间", "0")]
    [InlineData("增", "增", "1")]
    [InlineData("!?", "!?", "0")]
    public void Titles_are_compared_by_the_pairs_they_share(string one, string other, string likeness)
        => Math.Round(TextLikeness.Of(TextLikeness.PairsOf(one), TextLikeness.PairsOf(other)), 4).ShouldBe(decimal.Parse(likeness, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Likeness_is_between_nothing_and_one_and_the_same_both_ways()
        => Gen.Select(Titles, Titles).Sample((one, other) =>
        {
            var (a, b) = (TextLikeness.PairsOf(one), TextLikeness.PairsOf(other));
            var likeness = TextLikeness.Of(a, b);
            return likeness is >= 0 and <= 1 && likeness == TextLikeness.Of(b, a) && (a.Length == 0 || TextLikeness.Of(a, a) == 1);
        });

    /// <summary>What the index rests on: without it, all would have to be compared with all.</summary>
    [Fact]
    public void Of_all_pairs_of_titles_that_are_alike_enough_a_marker_finds_the_other()
        => Gen.Select(Titles, Titles, Gen.Int[1, 100]).Sample((one, other, hundredths) =>
        {
            var (a, b, threshold) = (TextLikeness.PairsOf(one), TextLikeness.PairsOf(other), hundredths / 100m);
            return TextLikeness.Of(a, b) < threshold || TextLikeness.Markers(a, threshold).ToArray().Intersect(TextLikeness.Markers(b, threshold).ToArray()).Any();
        }, iter: 20_000);

    [Fact]
    public void The_more_alike_titles_must_be_the_fewer_markers_they_need()
        => TextLikeness.Markers(TextLikeness.PairsOf("提升华东大区客户满意度"), 0.8m).Length.ShouldBeLessThan(TextLikeness.Markers(TextLikeness.PairsOf("提升华东大区客户满意度"), 0.4m).Length);
}
