using System.Globalization;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;
using Objectives.Platform.Numbers;

namespace Objectives.IntegrationTests.Harness;

/// <summary>What was recorded for objectives, put into the table by hand.</summary>
internal static class ActualSteps
{
    /// <summary>Values of successive months, or quarters, from a period on.</summary>
    public static async Task RecordAsync(this Company company, string objectiveId, string from, params decimal[] values)
    {
        var period = from;
        foreach (var value in values)
        {
            await company.RecordOneAsync(objectiveId, period, value);
            period = Next(period);
        }
    }

    /// <returns>The actual's id.</returns>
    public static async Task<Guid> RecordOneAsync(
        this Company company, string objectiveId, string period, decimal value, decimal? numerator = null, decimal? denominator = null, Guid? corrects = null, int minute = 0)
    {
        GlobalId.TryDecode(objectiveId, out _, out var objective).ShouldBeTrue();
        GlobalId.TryDecode(company.TeamLeader.PersonId, out _, out var by).ShouldBeTrue();
        var id = Guid.CreateVersion7();
        static string Number(decimal? number) => number is { } given ? Quantity.ToScaled(given).ToString(CultureInfo.InvariantCulture) : "NULL";
        var at = new DateTime(2026, 11, 1, 8, minute, 0, DateTimeKind.Utc);
        var sql = $"INSERT INTO {{monitoring.actuals}} (id, objective_id, period, value, numerator, denominator, source, reported_by_id, reported_at, corrects_id, correction_reason) "
            + $"VALUES ({{0}}, {{1}}, {{2}}, {Number(value)}, {Number(numerator)}, {Number(denominator)}, 'Report', {{3}}, {{4}}, {(corrects is null ? "NULL, NULL" : "{5}, 'mend'")})";
        object[] parameters = [id, objective, period, by, at, .. corrects is { } of ? (object[])[of] : []];
        (await company.Program.ExecuteSqlAsync(sql, parameters)).ShouldBe(1);
        return id;
    }

    public static async Task<string> OpenCycleOfAsync(this Company company, int year)
        => (await company.Administrator.ChangeAsync("openCycle", new { name = $"{year} {Guid.NewGuid():N}", year, start = $"{year}-01-01", end = $"{year}-12-31" }, "cycle { id }")).Id();

    public static async Task<string> NewMeasureAsync(this Company company, string direction = "INCREASE", string aggregation = "SUM", int decimals = 1)
        => (await company.Administrator.ChangeAsync("saveMeasure", new { code = $"M{Guid.NewGuid():N}"[..20], name = "指标", unitOfMeasure = "件", direction, aggregation, decimals }, "measure { id }")).Id();

    private static string Next(string period)
    {
        var (year, isQuarter) = (int.Parse(period[..4], CultureInfo.InvariantCulture), period[5] == 'Q');
        var (number, most) = (int.Parse(period[(isQuarter ? 6 : 5)..], CultureInfo.InvariantCulture), isQuarter ? 4 : 12);
        (year, number) = number == most ? (year + 1, 1) : (year, number + 1);
        return isQuarter ? $"{year}-Q{number}" : $"{year}-{number:D2}";
    }
}
