namespace Objectives.IntegrationTests.Harness;

/// <summary>What requests for the same kinds of data, of few and of many, sent to the database.</summary>
internal static class Statements
{
    /// <summary>That their number depends on the kinds alone; else it shows what the longest run has that the shortest has not.</summary>
    public static void ShouldBeAsMany(this IReadOnlyList<IReadOnlyList<string>> runs)
    {
        runs.Count.ShouldBeGreaterThan(1);
        var (shortest, longest) = (runs.MinBy(r => r.Count)!, runs.MaxBy(r => r.Count)!);
        longest.Count.ShouldBe(shortest.Count, $"{string.Join(", ", runs.Select(r => r.Count))}\n\n{string.Join("\n\n", longest.Except(shortest))}\n\nof\n\n{string.Join("\n\n", longest)}");
    }
}
