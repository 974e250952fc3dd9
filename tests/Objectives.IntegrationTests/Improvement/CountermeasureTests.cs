using System.Text.Json;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Improvement;

/// <summary>Countermeasures compared, and the decision on one of them.</summary>
[Trait("Clause", "S7.8")]
public sealed class CountermeasureTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task Totals_are_weighted_exactly_and_shares_of_weightings_tell_how_sure_the_winner_is(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        var compared = await line.ComparedAsync();
        var (list, other) = (compared.At("countermeasures.0"), compared.At("countermeasures.1"));
        (list.Text("total"), other.Text("total")).ShouldBe(("8.4", "6.6"));
        (list.At("winsFrom").GetDouble(), other.At("winsFrom").GetDouble()).ShouldBe((1, 0));
        var close = await line.Company.Member.ChangeAsync("saveCountermeasure", Changed(other, compared, 10, 6), Improving.Payload);
        close.Text("countermeasures.1.total").ShouldBe("8.4");
        var shares = close.GetProperty("countermeasures").EnumerateArray().Select(m => m.At("winsFrom").GetDouble()).ToList();
        shares.ShouldAllBe(s => s > 0.3 && s < 0.7);
        shares.Sum().ShouldBe(1, 1e-6);
        (await line.Company.Auditor.CaseAsync(compared.Id())).GetProperty("countermeasures").EnumerateArray().Select(m => m.At("winsFrom").GetDouble()).ShouldBe(shares);
    }

    [Theory, OnEachDatabase]
    public async Task Criteria_weigh_exactly_100_and_keep_what_was_scored_by_them(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        var (compared, me) = (await line.ComparedAsync(), line.Company.Member);
        (await me.RefusedAsync("setCriteria", new { caseId = compared.Id(), criteria = new[] { new { name = "效果", weight = "60" }, new { name = "成本", weight = "39.99" } } })).ShouldSatisfyAllConditions(
            e => e.Code.ShouldBe("WEIGHTS_NOT_100"), e => e.Field.ShouldBe("criteria"), e => e.Detail!.ShouldContain("99.99"));
        (await me.RefusedAsync("setCriteria", new { caseId = compared.Id(), criteria = new[] { new { name = "效果", weight = "60" }, new { name = " 效果 ", weight = "40" } } })).Code.ShouldBe("DUPLICATE");
        var weighed = await me.WeighAsync(compared.Id(), ("速度", "33.34"), ("成本", "66.66"));
        weighed.Strings("criteria.*.name").ShouldBe(["速度", "成本"]);
        weighed.At("criteria.1").ShouldSatisfyAllConditions(c => c.Id().ShouldBe(compared.Text("criteria.1.id")), c => c.Text("weight").ShouldBe("66.66"));
        weighed.At("countermeasures.0").ShouldSatisfyAllConditions(m => m.At("scored").GetBoolean().ShouldBeFalse(), m => m.Text("total").ShouldBe("5.9994"), m => m.At("scores").GetArrayLength().ShouldBe(1));
        (await line.Company.TeamLeader.RefusedAsync("decideCountermeasure", line.Company.Decision(weighed))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("REQUIRED"), e => e.Field.ShouldBe("countermeasureId"));
        (await me.RefusedAsync("saveCountermeasure", Improving.Countermeasure(weighed, "缺一项", 5))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("REQUIRED"), e => e.Field.ShouldBe("scores"));
    }

    [Theory, OnEachDatabase]
    public async Task A_countermeasure_deals_with_confirmed_root_causes_and_says_what_it_costs(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        var (compared, me) = (await line.ComparedAsync(), line.Company.Member);
        await RefuseAsync(new { addresses = Array.Empty<string>() }, "REQUIRED", "addresses");
        await RefuseAsync(new { addresses = new[] { compared.Text("causes.0.id") } }, "INVALID", "addresses.0");
        await RefuseAsync(new { costAmount = "1.005", costCurrency = "CNY" }, "INVALID", "costAmount");
        await RefuseAsync(new { costAmount = "1" }, "REQUIRED", "costCurrency");
        await RefuseAsync(new { costCurrency = "CNY" }, "REQUIRED", "costAmount");
        await RefuseAsync(new { costAmount = "1", costCurrency = "ABC" }, "INVALID", "costCurrency");
        var first = compared.At("countermeasures.0");
        var costly = await me.ChangeAsync("saveCountermeasure", Deviating.Merged(Changed(first, compared, 8, 9), new { costAmount = "1200.50", costCurrency = "CNY" }), Improving.Payload);
        (costly.Text("countermeasures.0.cost.amount"), costly.Text("countermeasures.0.cost.currency")).ShouldBe(("1200.5", "CNY"));
        (await me.ChangeAsync("saveCountermeasure", Changed(first, compared, 8, 8), Improving.Payload)).Text("countermeasures.0.cost.amount").ShouldBe("1200.5");
        var free = Changed(first, compared, 8, 8);
        (free["costAmount"], free["costCurrency"]) = (null, null);
        (await me.ChangeAsync("saveCountermeasure", free, Improving.Payload)).At("countermeasures.0.cost").ValueKind.ShouldBe(JsonValueKind.Null);
        (await me.RefusedAsync("remove", new { id = compared.Text("causes.1.id") })).Code.ShouldBe("FORBIDDEN_BY_STATE");

        async Task RefuseAsync(object change, string code, string field)
        {
            var error = await me.RefusedAsync("saveCountermeasure", Deviating.Merged(Improving.Countermeasure(compared, "第三案", 5, 5), change));
            (error.Code, error.Field).ShouldBe((code, field), error.Message);
        }
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.9")]
    public async Task A_superior_decides_between_two_or_more_with_who_until_when_and_how_often(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        var company = line.Company;
        var compared = await line.ComparedAsync();
        var second = compared.Text("countermeasures.1.id");
        await company.Member.ChangeAsync("remove", new { id = second }, "removedId");
        await RefuseAsync(company.TeamLeader, null, "NOT_ENOUGH_ALTERNATIVES", "countermeasureId");
        compared = await company.Member.ProposeAsync(compared, "增加复检", 9, 3);
        await RefuseAsync(company.Member, null, "SAME_PERSON_MAY_NOT_DECIDE", "caseId");
        await RefuseAsync(company.TeamLeader, new { countermeasureId = second }, "NOT_FOUND", "countermeasureId");
        await RefuseAsync(company.TeamLeader, new { responsibleId = company.Auditor.PersonId }, "INVALID", "responsibleId");
        await RefuseAsync(company.TeamLeader, new { due = company.Day(-1) }, "INVALID", "due");
        await RefuseAsync(company.TeamLeader, new { due = company.Day(400) }, "INVALID", "due");
        await RefuseAsync(company.TeamLeader, new { reportEveryDays = 0 }, "INVALID", "reportEveryDays");
        await RefuseAsync(company.TeamLeader, new { rationale = " " }, "REQUIRED", "rationale");
        await RefuseAsync(company.TeamLeader, new { expectedVersion = 1 }, "CONFLICT", "expectedVersion");
        (await company.Colleague.MutateAsync("decideCountermeasure", company.Decision(compared), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");

        var decided = await company.TeamLeader.DecideAsync(company.Decision(compared, company.Day(20)));
        (decided.Text("status"), decided.Text("responsible.employeeNumber"), decided.Text("due"), decided.Number("reportEveryDays"), decided.Text("nextReportDue"), decided.At("overdue").GetBoolean())
            .ShouldBe(("IN_PROGRESS", "E0113", company.Day(20), 7, company.Day(7), false));
        (decided.Text("decision.chosen.id"), decided.Text("decision.rationale"), decided.Text("decision.by.employeeNumber")).ShouldBe((compared.Text("countermeasures.0.id"), "见效快", "E0111"));
        (await company.Member.RefusedAsync("saveCause", new { caseId = compared.Id(), category = "METHOD", text = "再想" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.Member.RefusedAsync("remove", new { id = compared.Text("countermeasures.0.id") })).Code.ShouldBe("FORBIDDEN_BY_STATE");

        var other = company.Decision(compared, company.Day(30), 10);
        other["responsibleId"] = company.Member.PersonId;
        (await company.DepartmentLeader.DecideAsync(other)).ShouldSatisfyAllConditions(
            c => c.Text("responsible.employeeNumber").ShouldBe("E0112"), c => c.Text("nextReportDue").ShouldBe(company.Day(10)), c => c.Text("decision.by.employeeNumber").ShouldBe("E0110"));

        async Task RefuseAsync(Api who, object? change, string code, string field)
        {
            var error = await who.RefusedAsync("decideCountermeasure", Deviating.Merged(company.Decision(compared), change));
            (error.Code, error.Field).ShouldBe((code, field), error.Message);
        }
    }

    private static Dictionary<string, object?> Changed(JsonElement measure, JsonElement of, params int[] scores)
    {
        var input = Improving.Countermeasure(of, measure.Text("title")!, scores);
        input["countermeasureId"] = measure.Id();
        return input;
    }
}
