namespace Objectives.Platform.Demo;

public enum DemoLevel
{
    Company,
    Team,
    Region,
    Customer,
    Position,
    Personal,
}

/// <summary>What makes a goal stand apart from the plain split of its parent.</summary>
internal enum DemoOddity
{
    None,

    /// <summary>Says again what its sibling says.</summary>
    Twin,

    /// <summary>Says again what its parent says.</summary>
    Echo,

    /// <summary>An idea of its owner.</summary>
    Proposal,
}

/// <summary>To whom a part of a goal goes.</summary>
internal sealed record DemoRecipient(
    DemoLevel Level, DemoUnit Unit, DemoPerson Owner, double Weight, DemoRegion? Region = null, DemoCustomer? Customer = null, DemoPosition? Position = null, DemoOddity Oddity = DemoOddity.None);

/// <summary>One place in the tree, which each year's cycle fills with an objective of its own, with its figures of three years: last, this and next.</summary>
internal sealed class DemoGoal(DemoMeasure measure, DemoRecipient holder, DemoGoal? parent, ulong key)
{
    public DemoMeasure Measure { get; } = measure;

    public DemoRecipient Holder { get; } = holder;

    public DemoGoal? Parent { get; } = parent;

    /// <summary>From which all that is drawn for it is drawn.</summary>
    public ulong Key { get; } = key;

    public int Depth { get; } = (parent?.Depth ?? 0) + 1;

    /// <summary>Its place in the tree's pre-order.</summary>
    public int Index { get; set; } = -1;

    public bool IsProposal => Holder.Oddity == DemoOddity.Proposal;

    public long[] Targets { get; set; } = new long[3];

    public long? LowerBound { get; set; }

    /// <summary>By year, last and this, and month; of a RATIO the hundredfold quotient.</summary>
    public long[][] Values { get; set; } = [new long[DemoFigures.Months], new long[DemoFigures.Months]];

    /// <summary>Of a RATIO, by year and month.</summary>
    public long[][]? Numerators { get; set; }

    public long[][]? Denominators { get; set; }

    /// <summary>Whether its children's targets are to add up to its own; by year they all do or none.</summary>
    public bool IsShort { get; set; }

    public bool HasChildren { get; set; }

    public Dice Dice(ulong stream) => new(Demo.Dice.Mix(Key, stream));

    /// <summary>Whether last year's target was.</summary>
    public bool WasReached => Measure.Direction switch
    {
        DemoDirection.Decrease => WholeOf(0) <= Targets[0],
        DemoDirection.KeepWithin => WholeOf(0) <= Targets[0] && WholeOf(0) >= LowerBound,
        _ => WholeOf(0) >= Targets[0],
    };

    /// <summary>A year's value from its months, by its measure's aggregation.</summary>
    /// <param name="year">0 for last year, 1 for this one.</param>
    public long WholeOf(int year) => Measure.Aggregation switch
    {
        DemoAggregation.Sum => Values[year].Sum(),
        DemoAggregation.Ratio => Quotient(Numerators![year].Sum(), Denominators![year].Sum()),
        DemoAggregation.Average => (long)((Values[year].Sum() / (double)DemoFigures.Months) + 0.5),
        _ => Values[year][^1],
    };

    /// <summary>Per cent with two decimals, as a whole number.</summary>
    public static long Quotient(long numerator, long denominator) => denominator == 0 ? 0 : ((numerator * 20_000) + denominator) / (denominator * 2);
}
