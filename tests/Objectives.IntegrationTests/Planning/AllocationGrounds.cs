using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

/// <summary>Installations of these tests' own, whose records nobody else adds to.</summary>
public sealed class AllocationGrounds : IAsyncDisposable
{
    private readonly Installations _installations = new();
    private readonly Dictionary<DatabaseKind, AllocationGround> _grounds = [];

    internal async Task<AllocationGround> OnAsync(DatabaseKind kind)
    {
        if (_grounds.TryGetValue(kind, out var known))
            return known;
        var company = await _installations.OnAsync(kind);
        async Task<string> CustomerAsync(string code, string name, int strength, string? owner) => (await company.Administrator.ChangeAsync(
            "saveCustomer",
            new { code, name, regionId = company.OtherRegion, accountOwnerId = owner, profile = new { strength, finances = 50, credit = 100 - strength } },
            "customer { id }")).Id();
        async Task<string> PositionAsync(string code, string title, string strength) => (await company.Administrator.ChangeAsync(
            "savePosition", new { code, title, unitId = company.OtherTeam, regionId = company.OtherRegion, relativeStrength = strength }, "position { id }")).Id();

        var north = (await company.Administrator.ChangeAsync(
            "saveRegion",
            new { code = "NORTH", name = "华北", unitId = company.Division, developmentWeight = "2", profile = new { characteristics = 100, strategicDeployment = 0, development = 35, environment = 50, competition = 40, resources = 60 } },
            "region { id }")).Id();
        var customers = new[]
        {
            await CustomerAsync("K1001", "天河商城", 20, company.Stranger.PersonId), await CustomerAsync("K1002", "越秀家居", 30, company.Stranger.PersonId), await CustomerAsync("K1003", "番禺工厂", 50, null),
        };
        var positions = new[] { await PositionAsync("P-1001", "安装工程师", "1.5"), await PositionAsync("P-1002", "客服", "0.5") };
        var stranger = (await company.Administrator.ReadAsync("query($id: ID!) { person(id: $id) { employeeNumber name email } }", new { id = company.Stranger.PersonId })).GetProperty("person");
        await company.Administrator.ChangeAsync(
            "savePerson",
            new
            {
                id = company.Stranger.PersonId, employeeNumber = stranger.Text("employeeNumber"), name = stranger.Text("name"), email = stranger.Text("email"), unitId = company.OtherTeam, positionId = positions[0],
                superiorId = company.OtherTeamLeader.PersonId, relativeStrength = "3",
            },
            "person { id }");
        return _grounds[kind] = new(company, north, customers, positions);
    }

    public ValueTask DisposeAsync() => _installations.DisposeAsync();
}

/// <param name="North">Of the division; east and south are its departments'.</param>
/// <param name="Customers">Of the south, with strengths of 20, 30 and 50; the last has no account owner.</param>
/// <param name="Positions">Of the other team and the south, with strengths of 1.5 and 0.5; the first has one incumbent, the second none.</param>
internal sealed record AllocationGround(Company Company, string North, string[] Customers, string[] Positions)
{
    public const string Parts = "parts { recipient { id } recipientName value share locked previousActual objective { id } owner { id } contributions { factor score weight share } } total method userErrors { code message path }";

    public const string Objectives = "objectives { id version code title level origin target owner { employeeNumber } unit { id } region { id } customer { id } position { id } parent { id } contribution lowerBound rollUpWeight baseline }";

    /// <summary>An objective of the division, in a cycle of the test's own.</summary>
    public async Task<string> ParentAsync(string measure, string target = "100", string? lowerBound = null, string? baseline = null) => await Company.DivisionLeader.DraftAsync(
        Company.Draft(await Company.OpenCycleAsync()) with { UnitId = Company.Division, OwnerId = Company.DivisionLeader.PersonId, MeasureId = measure, Target = target, LowerBound = lowerBound, Baseline = baseline });

    public static object By(params (string Factor, string Weight)[] factors) => factors.Select(f => new { factor = f.Factor, weight = f.Weight }).ToArray();

    public static async Task<JsonElement> PreviewAsync(Api by, object input)
        => (await by.ReadAsync($"query($input: AllocationInput!) {{ allocationPreview(input: $input) {{ {Parts} }} }}", new { input })).GetProperty("allocationPreview");

    public static Task<Reply> SendAsync(Api by, object input)
        => by.AskAsync($"mutation($input: AllocationInput!) {{ applyAllocation(input: $input) {{ {Objectives} userErrors {{ code message path detail }} }} }}", new { input });

    public static async Task<JsonElement> ApplyAsync(Api by, object input)
    {
        var reply = await SendAsync(by, input);
        reply.UserErrors.ShouldBeEmpty(reply.Text);
        return reply.Data.GetProperty("applyAllocation");
    }

    public static async Task<(string Code, string Field)> RefusedAsync(Api by, object input)
    {
        var reply = await SendAsync(by, input);
        reply.UserErrors.ShouldNotBeEmpty(reply.Text);
        return (reply.UserErrors[0].Code, reply.UserErrors[0].Field);
    }
}
