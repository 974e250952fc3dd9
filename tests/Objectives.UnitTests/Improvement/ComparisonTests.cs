using CsCheck;
using Objectives.Contracts.Improvement;
using Objectives.Improvement.Domain;

namespace Objectives.UnitTests.Improvement;

/// <summary>Totals of countermeasures, and from which weightings they win.</summary>
[Trait("Clause", "S7.8")]
public sealed class ComparisonTests
{
    private static readonly ImprovementCaseId Case = ImprovementCaseId.New();

    /// <summary>Weights in basis points that make up 100 %, and scores of alternatives by each criterion.</summary>
    private static readonly Gen<(Guid Seed, int[] Weights, int[][] Scores)> Problems =
        from seed in Gen.Guid
        from parts in Gen.Int[1, 100].Array[1, 6]
        from scores in Gen.Int[0, 10].Array[parts.Length].Array[1, 5]
        select (seed, Whole(parts), scores);

    [Fact]
    public void The_shares_of_all_make_up_one() => Problems.Sample(p => Math.Abs(Shares(p.Seed, p.Weights, p.Scores).Sum() - 1) < 1e-5);

    [Fact]
    public void The_same_case_has_the_same_shares_and_the_order_of_alternatives_does_not_matter()
        => Problems.Sample(p => Shares(p.Seed, p.Weights, p.Scores).SequenceEqual(Shares(p.Seed, p.Weights, p.Scores)) && Shares(p.Seed, p.Weights, [.. p.Scores.Reverse()]).SequenceEqual(Shares(p.Seed, p.Weights, p.Scores).Reverse()));

    [Fact]
    public void Whoever_is_nowhere_worse_and_somewhere_better_always_wins()
        => Problems.Where(p => p.Scores.Length > 1).Sample(p =>
        {
            var best = p.Weights.Select((_, i) => p.Scores.Max(s => s[i])).ToArray();
            best[0] = 11;
            Shares(p.Seed, p.Weights, [best, .. p.Scores])[0].ShouldBe(1);
        });

    [Fact]
    public void Those_who_are_alike_share()
        => Problems.Sample(p => Shares(p.Seed, p.Weights, [p.Scores[0], p.Scores[0], p.Scores[0], p.Scores[0]]).ShouldAllBe(s => s == 0.25));

    [Fact]
    public void Whoever_loses_within_reach_of_the_chosen_weights_keeps_a_part_that_grows_with_his_score()
    {
        int[] weights = [6_000, 4_000];
        var shares = Enumerable.Range(5, 6).Select(score => Shares(Case.Value, weights, [[6, 6], [3, score]])[1]).ToList();
        shares.ShouldBe(shares.Order());
        shares[0].ShouldBe(0); // 5 under 6 and 3 under 6: never.
        shares[^1].ShouldBeInRange(0.3, 0.5); // 3 w < 4 v where w and v are 6 and 4 times their factors: the nearest tie is a ninth away.
    }

    [Fact]
    public void Totals_are_exact_by_weight()
    {
        var criteria = Criteria([3_333, 3_333, 3_334]);
        Comparison.TotalOf(criteria, [.. criteria.Select((c, i) => new Score(c.Id, i + 7))]).ShouldBe((3_333m * 7 + 3_333m * 8 + 3_334m * 9) / 10_000);
        Comparison.TotalOf(criteria, [new(criteria[2].Id, 10)]).ShouldBe(3.334m);
        Problems.Sample(p =>
        {
            var sheet = Criteria(p.Weights);
            Comparison.TotalOf(sheet, [.. sheet.Select((c, i) => new Score(c.Id, p.Scores[0][i]))]).ShouldBe(p.Weights.Zip(p.Scores[0], (w, s) => (decimal)w * s).Sum() / 10_000);
        });
    }

    private static int[] Whole(int[] parts)
    {
        var weights = parts.Select(p => p * 10_000 / parts.Sum()).ToArray();
        weights[0] += 10_000 - weights.Sum();
        return weights;
    }

    private static IReadOnlyList<Criterion> Criteria(int[] weights) => [.. weights.Select((w, i) => new Criterion { Id = CriterionId.New(), CaseId = Case, Name = $"{i}", Weight = w, Ordinal = i })];

    private static double[] Shares(Guid seed, int[] weights, int[][] scores)
    {
        var criteria = Criteria(weights);
        var alternatives = scores.Select(s => (Id: CountermeasureId.New(), Scores: (IReadOnlyList<Score>)[.. criteria.Select((c, i) => new Score(c.Id, s[i]))])).ToList();
        var shares = Comparison.WinsFrom(seed, criteria, alternatives);
        return [.. alternatives.Select(a => shares[a.Id])];
    }
}
