using Objectives.Contracts.Planning;
using Objectives.Improvement.Domain;

namespace Objectives.UnitTests.Improvement;

/// <summary>Which deviations are alike.</summary>
[Trait("Clause", "S7.10")]
public sealed class SimilarityTests
{
    private static readonly MeasureId Measure = MeasureId.New();

    [Theory]
    [InlineData("上门服务及时率", "门店人手不足", "上门服务及时率", "门店缺少人手", true)]
    [InlineData("上门服务及时率", null, "配件库存天数", null, false)]
    [InlineData("First-visit repair rate", "No spare parts", "first visit REPAIR rate", null, true)]
    [InlineData("", null, "", null, false)]
    public void What_shares_enough_neighbouring_characters_is_alike(string title, string? symptoms, string other, string? otherSymptoms, bool alike)
    {
        var similarity = Similarity.Of(new(Measure, title, symptoms), new(MeasureId.New(), other, otherSymptoms));
        similarity.ShouldSatisfyAllConditions(s => s.IsAny.ShouldBe(alike), s => s.SameMeasure.ShouldBeFalse(), s => s.Likeness.ShouldBeInRange(0, 1), s => s.Rank.ShouldBe(s.Likeness));
    }

    [Fact]
    public void The_same_measure_is_always_alike_and_comes_first_unless_words_say_much_more()
    {
        var matter = new Matter(Measure, "上门服务及时率", null);
        var same = Similarity.Of(matter, new(Measure, "配件库存", null));
        (same.IsAny, same.Rank).ShouldBe((true, 0.5m));
        Similarity.Of(matter, new(MeasureId.New(), "上门服务及时率", null)).Rank.ShouldBe(1);
        Similarity.Of(matter, matter).Rank.ShouldBe(1.5m);
    }
}
