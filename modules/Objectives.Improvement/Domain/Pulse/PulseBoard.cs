using Objectives.Contracts.Organization;

namespace Objectives.Improvement.Domain.Pulse;

/// <summary>How many answered, and the sums of their answers question by question.</summary>
internal sealed record PulseTally(int Answers, IReadOnlyList<int> Sums)
{
    public static PulseTally operator +(PulseTally one, PulseTally other) => new(one.Answers + other.Answers, [.. one.Sums.Zip(other.Sums, (a, b) => a + b)]);
}

/// <summary>What is told of a quarter's answers, so that it hides each one's (S5.7.5).</summary>
/// <remarks>
/// A unit with those below it is told when at least <see cref="Fewest"/> answered; and below the company's root only when the unit above it is told, and what remains of that one beside those of its units that have enough is nobody, or at
/// least <see cref="Fewest"/> again: else what few answered could be found by subtraction. Means are rounded to a tenth.
/// </remarks>
internal sealed class PulseBoard
{
    public const int Fewest = 5;

    private readonly Dictionary<UnitId, PulseTally> _tallies = [];
    private readonly Dictionary<UnitId, UnitId> _parents = [];
    private readonly ILookup<UnitId, UnitId> _children;

    /// <param name="answers">Of each unit's own people.</param>
    /// <param name="above">Each of these units with those above it: itself first, the root last.</param>
    public PulseBoard(IEnumerable<(UnitId Unit, PulseTally Tally)> answers, IReadOnlyDictionary<UnitId, IReadOnlyList<UnitId>> above)
    {
        foreach (var (unit, tally) in answers)
        {
            var chain = above[unit];
            for (var i = 0; i < chain.Count; i++)
            {
                _tallies[chain[i]] = _tallies.TryGetValue(chain[i], out var known) ? known + tally : tally;
                if (i + 1 < chain.Count)
                    _parents[chain[i]] = chain[i + 1];
            }
        }
        _children = _parents.ToLookup(p => p.Value, p => p.Key);
    }

    public int AnswersOf(UnitId unit) => _tallies.GetValueOrDefault(unit)?.Answers ?? 0;

    /// <summary>Those directly below, in which or below which anybody answered.</summary>
    public IEnumerable<UnitId> ChildrenOf(UnitId unit) => _children[unit];

    /// <summary>The mean of each question; null where it is not told.</summary>
    public IReadOnlyList<decimal>? MeansOf(UnitId unit)
        => IsTold(unit) ? [.. _tallies[unit].Sums.Select(s => Math.Round((decimal)s / _tallies[unit].Answers, 1, MidpointRounding.AwayFromZero))] : null;

    private bool IsTold(UnitId unit) => AnswersOf(unit) >= Fewest && (!_parents.TryGetValue(unit, out var parent) || (IsTold(parent) && RestOf(parent) is 0 or >= Fewest));

    private int RestOf(UnitId parent) => AnswersOf(parent) - _children[parent].Select(AnswersOf).Where(a => a >= Fewest).Sum();
}
