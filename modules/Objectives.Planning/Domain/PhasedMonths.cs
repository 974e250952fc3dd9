using System.Globalization;
using Objectives.Platform.Numbers;
using Objectives.Platform.Time;

namespace Objectives.Planning.Domain;

internal enum PhasingMethod
{
    Even,
    Seasonal,
    WorkingDays,
    ByHand,
}

/// <summary>What is to be reached of a target in a period.</summary>
internal readonly record struct PhasedValue(Period Period, decimal Value);

/// <summary>A target's months as an objective's row keeps them: "2027-01 8.33; 2027-02 8.33", by month.</summary>
internal static class PhasedMonths
{
    /// <summary>24 months of a period, a sign, 19 characters of a quantity and what stands between.</summary>
    public const int MaxLength = Cycle.MaxMonths * 32;
    private const string Between = "; ";

    public static string Write(IEnumerable<PhasedValue> months) => string.Join(Between, months.Select(m => $"{m.Period} {Quantity.Format(m.Value)}"));

    public static IReadOnlyList<PhasedValue> Read(string? text) => text is null
        ? []
        : [.. text.Split(Between).Select(part => Period.TryParse(part[..7], out var month)
            ? new PhasedValue(month, decimal.Parse(part.AsSpan(8), CultureInfo.InvariantCulture))
            : throw new FormatException($"Not a month: {part}"))];

    public static IReadOnlyList<Period> Of(Cycle cycle) => CycleMonths.Of(cycle.Start, cycle.End);
}
