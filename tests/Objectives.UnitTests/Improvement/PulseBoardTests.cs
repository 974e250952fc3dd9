using CsCheck;
using Objectives.Contracts.Organization;
using Objectives.Improvement.Domain.Pulse;

namespace Objectives.UnitTests.Improvement;

/// <summary>Answers of few are never told, nor found by subtraction.</summary>
[Trait("Clause", "S5.7.5")]
public sealed class PulseBoardTests
{
    private static readonly UnitId Root = UnitId.New();

    [Fact]
    public void From_five_answers_on_means_are_told_to_a_tenth()
    {
        var unit = UnitId.New();
        Board((unit, 4, 17)).MeansOf(unit).ShouldBeNull();
        var board = Board((unit, 6, 17));
        (board.AnswersOf(unit), board.MeansOf(unit)!.ShouldHaveSingleItem(), board.MeansOf(Root)!.ShouldHaveSingleItem()).ShouldBe((6, 2.8m, 2.8m));
        (board.AnswersOf(UnitId.New()), board.MeansOf(UnitId.New())).ShouldBe((0, null));
    }

    [Fact]
    public void Units_are_not_told_where_what_remains_beside_them_is_few()
    {
        var (one, other, few) = (UnitId.New(), UnitId.New(), UnitId.New());
        var board = Board((one, 5, 20), (other, 5, 20), (few, 2, 2));
        (board.MeansOf(Root)!.Count, board.MeansOf(one), board.MeansOf(other), board.MeansOf(few)).ShouldBe((1, null, null, null));
        Board((one, 5, 20), (other, 5, 20)).MeansOf(one)!.ShouldHaveSingleItem().ShouldBe(4);
        Board((one, 5, 20), (Root, 3, 9)).MeansOf(one).ShouldBeNull();
    }

    /// <summary>A tree of two levels: whatever is told, no told unit less told units of its own leaves one to four answers.</summary>
    [Fact]
    public void No_difference_of_what_is_told_is_of_few()
        => Gen.Int[0, 9].Array[1, 4].Array[1, 4].Sample(counts =>
        {
            var above = new Dictionary<UnitId, IReadOnlyList<UnitId>>();
            var answers = new List<(UnitId, PulseTally)>();
            var tree = counts.Select(c => (Department: UnitId.New(), Teams: c.Select(_ => UnitId.New()).ToList())).ToList();
            foreach (var (department, departmentCounts) in tree.Zip(counts))
            {
                foreach (var (team, count) in department.Teams.Zip(departmentCounts))
                {
                    above[team] = [team, department.Department, Root];
                    if (count > 0)
                        answers.Add((team, new(count, [count * 3])));
                }
            }
            var board = new PulseBoard(answers, above);
            IsSafe(board, Root, [.. tree.Select(d => d.Department)]).ShouldBeTrue();
            foreach (var (department, teams) in tree)
                IsSafe(board, department, teams).ShouldBeTrue();
        });

    private static bool IsSafe(PulseBoard board, UnitId unit, IReadOnlyList<UnitId> below)
    {
        var told = below.Where(b => board.MeansOf(b) is not null).ToList();
        if (board.MeansOf(unit) is null)
            return told.Count == 0;
        return told.Count == 0 || board.AnswersOf(unit) - told.Sum(board.AnswersOf) is 0 or >= PulseBoard.Fewest;
    }

    private static PulseBoard Board(params (UnitId Unit, int Answers, int Sum)[] answers)
        => new(answers.Select(a => (a.Unit, new PulseTally(a.Answers, [a.Sum]))), answers.ToDictionary(a => a.Unit, a => (IReadOnlyList<UnitId>)(a.Unit == Root ? [Root] : [a.Unit, Root])));
}
