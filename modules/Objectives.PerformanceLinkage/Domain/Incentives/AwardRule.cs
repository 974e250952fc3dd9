using System.Numerics;
using Objectives.Contracts.Organization;
using Objectives.Platform.Numbers;

namespace Objectives.PerformanceLinkage.Domain.Incentives;

/// <summary>On which results a participant's award rests.</summary>
/// <param name="TargetMinor">What he gets at 100 % of target.</param>
/// <param name="Individual">Scores; null where nothing can be assessed.</param>
internal readonly record struct AwardBasis(PersonId PersonId, long TargetMinor, decimal? Individual, decimal? Team, decimal? Company);

/// <param name="Percent">Of this part's share of the target.</param>
internal readonly record struct AwardPart(decimal? Score, decimal Percent, long Minor);

/// <param name="OwedMinor">Before the budget was looked at.</param>
internal sealed record AwardFigures(PersonId PersonId, long TargetMinor, AwardPart Individual, AwardPart Team, AwardPart Company, long OwedMinor)
{
    public long TotalMinor => Individual.Minor + Team.Minor + Company.Minor;
}

/// <summary>What a scheme pays everyone.</summary>
/// <param name="OwedMinor">All together before the budget was looked at, rounded up: more than the budget exactly where they were cut.</param>
internal sealed record AwardSheet(IReadOnlyList<AwardFigures> Awards, long OwedMinor);

/// <summary>
/// What a scheme pays, exact in whole minor units: each part is target × share × what the curve gives for its score; nothing where there is no score, and nothing is ever taken away (S4.7). A person's total is rounded down
/// once. Where all together are over the budget, the budget is split in proportion to what each would get, by largest remainder; a total is split between its parts likewise.
/// </summary>
/// <remarks>
/// The outcome does not depend on the order in which people are named, and nobody's total falls when his own score rises: within the budget it depends on him alone, and a budget's part grows with its weight.
/// </remarks>
internal static class AwardRule
{
    /// <summary>What a target times a share and a per cent is counted in: basis points of a whole, and millionths of a hundredth.</summary>
    private static readonly BigInteger Unit = (BigInteger)Shares.Whole * 100 * Quantity.ToScaled(1);

    public static AwardSheet Pay(Shares shares, PayoutCurve curve, long budgetMinor, IEnumerable<AwardBasis> people)
    {
        var owed = people.OrderBy(p => p.PersonId.Value).Select(p => Owed.Of(p, shares, curve)).ToList();
        var all = owed.Aggregate(BigInteger.Zero, (sum, o) => sum + o.Total);
        var totals = all > budgetMinor * Unit
            ? Apportionment.Split(budgetMinor, [.. owed.Select(o => o.Total)], decimals: 0)
            : [.. owed.Select(o => (decimal)(long)(o.Total / Unit))];
        return new([.. owed.Select((o, i) => o.Pay((long)totals[i]))], (long)((all + Unit - 1) / Unit));
    }

    private sealed record Owed(AwardBasis Basis, decimal[] Percents, BigInteger[] Parts)
    {
        public BigInteger Total => Parts[0] + Parts[1] + Parts[2];

        public static Owed Of(AwardBasis basis, Shares shares, PayoutCurve curve)
        {
            decimal[] percents = [PercentOf(basis.Individual), PercentOf(basis.Team), PercentOf(basis.Company)];
            int[] points = [shares.Individual, shares.Team, shares.Company];
            return new(basis, percents, [.. percents.Select((percent, i) => (BigInteger)basis.TargetMinor * points[i] * Quantity.ToScaled(percent))]);

            decimal PercentOf(decimal? score) => score is { } known ? curve.PercentAt(known) : 0;
        }

        public AwardFigures Pay(long total)
        {
            var parts = Total.IsZero ? [0, 0, 0] : Apportionment.Split(total, Parts, decimals: 0);
            return new(
                Basis.PersonId, Basis.TargetMinor, new(Basis.Individual, Percents[0], (long)parts[0]), new(Basis.Team, Percents[1], (long)parts[1]), new(Basis.Company, Percents[2], (long)parts[2]), (long)(Total / Unit));
        }
    }
}
