using Objectives.Platform.Time;

namespace Objectives.Planning.Domain;

/// <summary>A cycle's months, and those of them that are closed as its row keeps them: "2027-01; 2027-02".</summary>
internal static class CycleMonths
{
    public const int MaxLength = Cycle.MaxMonths * 9;
    private const string Between = "; ";

    /// <summary>The months that a cycle touches, the first and the last perhaps in part.</summary>
    public static IReadOnlyList<Period> Of(DateOnly start, DateOnly end)
    {
        var months = new List<Period>();
        for (var month = Period.Of(start, PeriodGranularity.Month); month.Start <= end; month = Period.Of(month.End, PeriodGranularity.Month))
            months.Add(month);
        return months;
    }

    /// <returns>Null of none.</returns>
    public static string? Write(IEnumerable<Period> months) => string.Join(Between, months.Order()) is { Length: > 0 } text ? text : null;

    public static IReadOnlyList<Period> Read(string? text) => text is null
        ? []
        : [.. text.Split(Between).Select(part => Period.TryParse(part, out var month) ? month : throw new FormatException($"Not a month: {part}"))];

    /// <summary>Those that were closed; of a closed cycle all.</summary>
    public static IReadOnlyList<Period> Closed(CycleStatus status, DateOnly start, DateOnly end, string? closed) => status == CycleStatus.Closed ? Of(start, end) : Read(closed);

    public static IReadOnlySet<DateOnly> ClosedFirstDays(CycleStatus status, DateOnly start, DateOnly end, string? closed) => Closed(status, start, end, closed).Select(m => m.Start).ToHashSet();
}
