using System.Text.Json;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.Improvement;

/// <summary>What tests of program health do.</summary>
internal static class Checking
{
    public const string All = "score cycle { id } unit { id } indicators { cause state value threshold formula remedy trend { period value } evidence { __typename id } }";

    public static async Task<JsonElement> HealthAsync(this Api by, string cycle, string? unit = null, string selection = All)
        => (await by.ReadAsync($"query($c: ID!, $u: ID) {{ programHealth(cycleId: $c, unitId: $u) {{ {selection} }} }}", new { c = cycle, u = unit })).GetProperty("programHealth");

    public static async Task<Indicator> IndicatorAsync(this Api by, string cause, string cycle, string? unit = null)
        => new((await by.HealthAsync(cycle, unit)).GetProperty("indicators").EnumerateArray().Single(i => i.Text("cause") == cause));

    public static async Task<IReadOnlyList<JsonElement>> LeadershipAsync(this Api by, string cycle, string? unit = null) =>
    [
        .. (await by.ReadAsync("query($c: ID!, $u: ID) { leadership(cycleId: $c, unitId: $u) { leader { employeeNumber } authorityGranted informationShared unaskedReports followUpInTime jointlyClosed helpCoordinated } }", new { c = cycle, u = unit }))
            .GetProperty("leadership").EnumerateArray(),
    ];

    /// <summary>A leader's indicator; null where there was nothing to measure.</summary>
    public static async Task<double?> LeadsAsync(this Api by, string cycle, string employeeNumber, string principle)
        => (await by.LeadershipAsync(cycle)).Single(l => l.Text("leader.employeeNumber") == employeeNumber).GetProperty(principle) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    /// <summary>As if objectives had been committed; how they are is tested elsewhere.</summary>
    public static async Task CommittedAsync(this Company company, params IEnumerable<string> objectives)
    {
        foreach (var objective in objectives)
            await company.Program.SetStatusAsync(objective, "Committed");
    }

    /// <summary>As if a record were as old as that.</summary>
    public static async Task BackdateAsync(this Company company, string table, string column, string id, DateTimeOffset to)
    {
        GlobalId.TryDecode(id, out _, out var key).ShouldBeTrue();
        object at = company.Program.Database.Kind == Objectives.Platform.Data.DatabaseKind.Sqlite ? (object)to.UtcDateTime : to;
        (await company.Program.ExecuteSqlAsync($"UPDATE {{{table}}} SET {column} = {{0}} WHERE {(table == "platform.changes" ? "subject_id" : "id")} = {{1}}", at, key)).ShouldBeGreaterThan(0);
    }

    internal sealed record Indicator(JsonElement Json)
    {
        public string State => Json.Text("state")!;

        public string? Value => Json.Text("value");

        public string Formula => Json.Text("formula")!;

        public IReadOnlyList<string?> Months => Json.Strings("trend.*.period");

        public IReadOnlyList<string?> Trend => Json.Strings("trend.*.value");

        public IReadOnlyList<string?> Kinds => [.. Json.Strings("evidence.*.__typename").Distinct()];

        public IReadOnlyList<string?> Records => Json.Strings("evidence.*.id");
    }
}
