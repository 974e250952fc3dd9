using System.Globalization;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Planning;

/// <summary>What was recorded in the past.</summary>
internal static class PastActuals
{
    /// <summary>An objective of an earlier cycle in the scope of a draft, with an actual for each month from the first on.</summary>
    public static async Task<string> WithPastAsync(this Company company, Draft draft, string firstMonth, params decimal[] values)
        => await company.WithPastAsync(await company.OpenPastCycleAsync(), draft, firstMonth, values);

    /// <inheritdoc cref="WithPastAsync(Company, Draft, string, decimal[])"/>
    public static async Task<string> WithPastAsync(this Company company, string cycle, Draft draft, string firstMonth, params decimal[] values)
    {
        var objective = await company.Executive.DraftAsync(draft with { CycleId = cycle, ParentId = null });
        for (var i = 0; i < values.Length; i++)
            await company.RecordAsync(objective, $"{DateOnly.ParseExact($"{firstMonth}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture).AddMonths(i):yyyy-MM}", values[i]);
        return objective;
    }

    public static async Task<string> OpenPastCycleAsync(this Company company)
    {
        var name = $"往年 {Guid.NewGuid()}";
        return (await company.Administrator.ChangeAsync("openCycle", new { name, year = 2026, start = "2026-01-01", end = "2026-12-31" }, "cycle { id }")).Id();
    }

    private static async Task RecordAsync(this Company company, string objective, string month, decimal value)
    {
        GlobalId.TryDecode(objective, out _, out var id).ShouldBeTrue();
        GlobalId.TryDecode(company.TeamLeader.PersonId, out _, out var by).ShouldBeTrue();
        await company.Program.ExecuteSqlAsync(
            "INSERT INTO {monitoring.actuals} (id, objective_id, period, value, source, reported_by_id, reported_at) VALUES ({0}, {1}, {2}, {3}, {4}, {5}, {6})",
            Guid.CreateVersion7(), id, month, (long)(value * 1_000_000), "Report", by, company.Program.BusinessClock.GetUtcNow().UtcDateTime);
    }
}
