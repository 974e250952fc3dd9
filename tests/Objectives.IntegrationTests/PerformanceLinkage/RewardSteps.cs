using System.Text.Json;

namespace Objectives.IntegrationTests.PerformanceLinkage;

/// <summary>What tests of incentives and recognition do first.</summary>
internal static class RewardSteps
{
    /// <summary>Gives someone an award of money.</summary>
    public static Task<JsonElement> AwardAsync(this Company company, Api by, string to, string amount, string currency = "CNY")
        => by.ChangeAsync("recognise", new { toId = to, kind = "AWARD", text = "全年零投诉", amount, currency }, "recognition { id amount { amount currency } }");

    /// <summary>A second one of HR, and a third, as the company has only one: each decides what another has saved.</summary>
    public static async Task<Api> MoreHrAsync(this Company company)
    {
        var number = $"H{Guid.NewGuid():N}"[..12];
        var person = await company.Administrator.ChangeAsync(
            "savePerson", new { employeeNumber = number, name = "韩人事", email = $"{number}@example.com", unitId = company.Root, superiorId = company.Executive.PersonId, roles = new[] { "HR" } }, "person { id }");
        return await company.Program.SignInAsync(person.Id());
    }

    /// <summary>Of the team, without findings, with the member and his colleague.</summary>
    public static SchemeInput Scheme(this Company company, string cycle) => new()
    {
        CycleId = cycle, UnitId = company.Team, Participants = [new { personId = company.Member.PersonId, target = "20000" }, new { personId = company.Colleague.PersonId, target = "10000" }],
    };

    public static async Task<string> SaveAsync(this Api hr, SchemeInput scheme) => (await hr.ChangeAsync("saveIncentiveScheme", scheme, "incentiveScheme { id }")).Id();

    public static async Task<JsonElement> SchemeAsync(this Api who, string id, string selection)
        => (await who.ReadAsync($"query($id: ID!) {{ node(id: $id) {{ ... on IncentiveScheme {{ {selection} }} }} }}", new { id })).GetProperty("node");
}

/// <summary>The contract's SaveIncentiveSchemeInput.</summary>
internal sealed record SchemeInput
{
    public string? Id { get; init; }

    public int? ExpectedVersion { get; init; }

    public required string CycleId { get; init; }

    public required string UnitId { get; init; }

    public string Name { get; init; } = "服务团队奖金";

    public string IndividualShare { get; init; } = "50";

    public string TeamShare { get; init; } = "30";

    public string CompanyShare { get; init; } = "20";

    public bool RanksPeople { get; init; }

    public string BudgetAmount { get; init; } = "60000";

    public string BudgetCurrency { get; init; } = "CNY";

    public IReadOnlyList<object> Rules { get; init; } = [new { fromScore = "60", percentOfTarget = "50" }, new { fromScore = "100", percentOfTarget = "100" }, new { fromScore = "120", percentOfTarget = "150" }];

    public required IReadOnlyList<object>? Participants { get; init; }
}
