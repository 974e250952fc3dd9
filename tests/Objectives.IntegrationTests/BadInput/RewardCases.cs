using Objectives.IntegrationTests.PerformanceLinkage;
using static Objectives.IntegrationTests.BadInput.RefusedByRuleTests;

namespace Objectives.IntegrationTests.BadInput;

/// <summary>Of recognition and incentives.</summary>
internal static class RewardCases
{
    public static readonly BadCase[] All =
    [
        .. Unknown(c => c.Member, "recognise", "toId", "Person", (_, id) => new { toId = id, kind = "PRAISE", text = "好" }),
        .. Unknown(c => c.TeamLeader, "recognise", "developmentItemId", "DevelopmentItem", (g, id) => new { toId = g.Company.Colleague.PersonId, kind = "LEARNING", text = "好", developmentItemId = id }),
        .. Unknown(c => c.Member, "recognise", "objectiveId", "Objective", (g, id) => new { toId = g.Company.Colleague.PersonId, kind = "PRAISE", text = "好", objectiveId = id }),
        .. Texts("recognise", "text", c => c.Member, multiline: true, (g, text) => new { toId = g.Company.Colleague.PersonId, kind = "PRAISE", text }),
        Wrong("recognise", "toId", c => c.Member, g => new { toId = g.Company.Member.PersonId, kind = "PRAISE", text = "好" }),
        Wrong("recognise", "amount", c => c.TeamLeader, g => new { toId = g.Company.Member.PersonId, kind = "AWARD", text = "好", amount = "0.001", currency = "CNY" }),
        Wrong("recognise", "currency", c => c.TeamLeader, g => new { toId = g.Company.Member.PersonId, kind = "AWARD", text = "好", amount = "1", currency = "QQQ" }),
        new("a penalty", c => c.TeamLeader, "recognise", g => new { toId = g.Company.Member.PersonId, kind = "AWARD", text = "罚", amount = "-1", currency = "CNY" }, "NEGATIVE_INCENTIVE", "amount"),
        new("an amount of no currency", c => c.TeamLeader, "recognise", g => new { toId = g.Company.Member.PersonId, kind = "AWARD", text = "好", amount = "1" }, "REQUIRED", "currency"),

        .. Unknown(c => c.Hr, "saveIncentiveScheme", "id", "IncentiveScheme", (g, id) => Scheme(g) with { Id = id }),
        .. Unknown(c => c.Hr, "saveIncentiveScheme", "cycleId", "Cycle", (g, id) => Scheme(g) with { CycleId = id }),
        .. Unknown(c => c.Hr, "saveIncentiveScheme", "unitId", "Unit", (g, id) => Scheme(g) with { UnitId = id }),
        .. Unknown(c => c.Hr, "saveIncentiveScheme", "participants.0.personId", "Person", (g, id) => Scheme(g) with { Participants = [new { personId = id, target = "5" }] }),
        .. Unknown(c => c.Hr, "approveIncentiveScheme", "schemeId", "IncentiveScheme", (_, id) => new { schemeId = id, reason = "可以" }),
        .. Unknown(c => c.Hr, "finaliseAwards", "schemeId", "IncentiveScheme", (_, id) => new { schemeId = id }),
        .. Texts("saveIncentiveScheme", "name", c => c.Hr, multiline: false, (g, text) => Scheme(g) with { Name = text }),
        Wrong("saveIncentiveScheme", "individualShare", c => c.Hr, g => Scheme(g) with { IndividualShare = "-1" }),
        Wrong("saveIncentiveScheme", "teamShare", c => c.Hr, g => Scheme(g) with { TeamShare = "30.001" }),
        Wrong("saveIncentiveScheme", "companyShare", c => c.Hr, g => Scheme(g) with { CompanyShare = "100.01" }),
        Wrong("saveIncentiveScheme", "budgetAmount", c => c.Hr, g => Scheme(g) with { BudgetAmount = "0.001" }),
        Wrong("saveIncentiveScheme", "budgetCurrency", c => c.Hr, g => Scheme(g) with { BudgetCurrency = "QQQ" }),
        Wrong("saveIncentiveScheme", "rules.0.fromScore", c => c.Hr, g => Scheme(g) with { Rules = [new { fromScore = "1001", percentOfTarget = "1" }] }),
        Wrong("saveIncentiveScheme", "rules.1.fromScore", c => c.Hr, g => Scheme(g) with { Rules = [new { fromScore = "60", percentOfTarget = "1" }, new { fromScore = "60", percentOfTarget = "2" }] }),
        Wrong("saveIncentiveScheme", "rules.1.percentOfTarget", c => c.Hr, g => Scheme(g) with { Rules = [new { fromScore = "60", percentOfTarget = "2" }, new { fromScore = "61", percentOfTarget = "1" }] }),
        Wrong("saveIncentiveScheme", "participants.0.target", c => c.Hr, g => Scheme(g) with { Participants = [new { personId = g.Company.Member.PersonId, target = "0.001" }] }),
        new("shares of 101 %", c => c.Hr, "saveIncentiveScheme", g => Scheme(g) with { TeamShare = "31" }, "WEIGHTS_NOT_100", "individualShare"),
        new("a negative budget", c => c.Hr, "saveIncentiveScheme", g => Scheme(g) with { BudgetAmount = "-1" }, "NEGATIVE_INCENTIVE", "budgetAmount"),
        new("a rule that takes away", c => c.Hr, "saveIncentiveScheme", g => Scheme(g) with { Rules = [new { fromScore = "0", percentOfTarget = "-5" }] }, "NEGATIVE_INCENTIVE", "rules.0.percentOfTarget"),
        new("a negative target", c => c.Hr, "saveIncentiveScheme", g => Scheme(g) with { Participants = [new { personId = g.Company.Member.PersonId, target = "-5" }] }, "NEGATIVE_INCENTIVE", "participants.0.target"),
        new("a participant twice", c => c.Hr, "saveIncentiveScheme", g => Scheme(g) with { Participants = [.. Enumerable.Repeat(new { personId = g.Company.Member.PersonId, target = "5" }, 2)] }, "DUPLICATE", "participants.1.personId"),
        new("51 rules", c => c.Hr, "saveIncentiveScheme", g => Scheme(g) with { Rules = [.. Enumerable.Range(0, 51).Select(i => new { fromScore = $"{i}", percentOfTarget = "5" })] }, "LIMIT_EXCEEDED", "rules"),
    ];

    private static SchemeInput Scheme(Ground g) => g.Company.Scheme(g.Cycle);
}
