namespace Objectives.IntegrationTests.ExecutionMonitoring;

/// <summary>What tests of following objectives do first.</summary>
internal static class Following
{
    /// <summary>A cycle of 2026 in its setting stage, so that most of it is over by the business clock.</summary>
    public static async Task<string> OpenFollowedCycleAsync(this Company company)
    {
        var cycle = await company.OpenCycleOfAsync(2026);
        await company.InformAsync(cycle, company.Root);
        await company.MoveCycleAsync(cycle, "SETTING");
        return cycle;
    }

    /// <summary>Records values of successive months of 2026 through the API.</summary>
    public static async Task ReportAsync(this Api by, string objective, int firstMonth, params decimal[] values)
        => await by.ChangeAsync(
            "recordActuals", new { actuals = values.Select((v, i) => new { objectiveId = objective, period = $"2026-{firstMonth + i:D2}", value = v.ToString(System.Globalization.CultureInfo.InvariantCulture) }) }, "actuals { id }");

    public static async Task<string> MeasureOfAsync(this Company company, string aggregation, string direction = "INCREASE") => await company.NewMeasureAsync(direction, aggregation, 2);
}
