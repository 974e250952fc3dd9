using System.Text.Json;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Improvement;

/// <summary>Cases of deviations, their causes, and who works on them.</summary>
[Trait("Clause", "S7.7")]
public sealed class AnalysisTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task A_deviation_has_one_case_whoever_opens_it_again(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        var company = line.Company;
        var lag = (await line.LagAsync()).Id();
        await MayOpenAsync(lag, (company.Member, true), (company.TeamLeader, true), (company.DivisionLeader, true), (company.SecondExecutive, true), (company.Colleague, false), (company.Hr, false), (company.Auditor, false));
        (await company.Colleague.MutateAsync("openImprovementCase", new { deviationId = lag }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Hr.MutateAsync("openImprovementCase", new { deviationId = lag }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("openImprovementCase", new { deviationId = lag })).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("NOT_FOUND"), e => e.Field.ShouldBe("deviationId"));
        var opened = await company.Member.OpenCaseAsync(lag);
        (opened.Text("status"), opened.Number("version"), opened.Text("deviation.id"), opened.Text("objective.id"), opened.Text("openedBy.employeeNumber")).ShouldBe(("ANALYSIS", 1, lag, line.Mine, "E0112"));
        (await company.TeamLeader.OpenCaseAsync(lag)).ShouldSatisfyAllConditions(c => c.Id().ShouldBe(opened.Id()), c => c.Number("version").ShouldBe(1));
        await MayOpenAsync(lag, (company.Member, false), (company.TeamLeader, false));
        (await company.Colleague.ReadAsync("query($id: ID!) { node(id: $id) { ... on Deviation { improvementCase { id } } } }", new { id = lag })).Text("node.improvementCase.id").ShouldBe(opened.Id());
        (await company.Stranger.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = opened.Id() })).At("node").ValueKind.ShouldBe(JsonValueKind.Null);

        static async Task MayOpenAsync(string deviation, params (Api Who, bool May)[] expected)
        {
            foreach (var (who, may) in expected)
                (await who.ReadAsync("query($id: ID!) { node(id: $id) { ... on Deviation { viewerMayImprove } } }", new { id = deviation })).At("node.viewerMayImprove").GetBoolean().ShouldBe(may, who.PersonId);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Whys_are_a_chain_without_a_circle_and_only_its_end_is_confirmed_with_evidence(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        var (company, me) = (line.Company, line.Company.Member);
        var id = (await line.OpenedAsync()).Id();
        var first = await me.CauseAsync(id, "返工多");
        var second = await company.TeamLeader.CauseAsync(id, "没有检查表", first, "TOOLS");
        var aside = await me.CauseAsync(id, "客户不在家", category: "CUSTOMER");
        await RefuseAsync("saveCause", new { caseId = id, causeId = first, category = "METHOD", text = "返工多", parentId = second }, "CYCLE_IN_TREE", "parentId");
        await RefuseAsync("saveCause", new { caseId = id, causeId = first, category = "METHOD", text = "返工多", parentId = first }, "CYCLE_IN_TREE", "parentId");
        await RefuseAsync("confirmRootCause", new { caseId = id, causeId = first, evidence = "见单" }, "FORBIDDEN_BY_STATE", "causeId");
        await RefuseAsync("confirmRootCause", new { caseId = id, causeId = second, evidence = " " }, "REQUIRED", "evidence");
        await RefuseAsync("setCriteria", new { caseId = id, criteria = new[] { new { name = "效果", weight = "100" } } }, "FORBIDDEN_BY_STATE", "caseId");
        var kept = await me.ChangeAsync("saveCause", new { caseId = id, causeId = second, category = "METHOD", text = "没有检查清单", evidence = "现场查看" }, Improving.Payload);
        Cause(kept, second).ShouldSatisfyAllConditions(c => c.Text("parentId").ShouldBe(first), c => c.Text("text").ShouldBe("没有检查清单"), c => c.Text("evidence").ShouldBe("现场查看"));
        kept = await me.ChangeAsync("saveCause", new { caseId = id, causeId = second, category = "METHOD", text = "没有检查清单" }, Improving.Payload);
        Cause(kept, second).Text("evidence").ShouldBe("现场查看");

        var confirmed = await me.ConfirmAsync(id, second);
        confirmed.Text("status").ShouldBe("COUNTERMEASURES");
        Cause(confirmed, second).ShouldSatisfyAllConditions(c => c.At("confirmedRoot").GetBoolean().ShouldBeTrue(), c => c.Text("evidence").ShouldBe("抽查二十单"));
        await RefuseAsync("confirmRootCause", new { caseId = id, causeId = second, evidence = "见单" }, "CONFLICT", "causeId");
        await RefuseAsync("saveCause", new { caseId = id, category = "METHOD", text = "再问", parentId = second }, "FORBIDDEN_BY_STATE", "parentId");
        await RefuseAsync("saveCause", new { caseId = id, causeId = second, category = "METHOD", text = "改" }, "FORBIDDEN_BY_STATE", "causeId");
        await RefuseAsync("remove", new { id = first }, "FORBIDDEN_BY_STATE", "id");
        await me.ChangeAsync("remove", new { id = aside }, "removedId");
        await me.ChangeAsync("remove", new { id = second, reason = "查错了" }, "removedId");
        var again = await me.CaseAsync(id);
        (again.Text("status"), again.At("causes").GetArrayLength()).ShouldBe(("ANALYSIS", 1));
        var history = await company.Auditor.ReadAsync("query($id: ID!) { node(id: $id) { ... on ImprovementCase { history(first: 1) { totalCount nodes { action reason before by { employeeNumber } } } } } }", new { id });
        history.Text("node.history.nodes.0.before")!.ShouldContain("没有检查清单");
        (history.Text("node.history.nodes.0.action"), history.Text("node.history.nodes.0.reason"), history.Number("node.history.totalCount")).ShouldBe(("removeCause", "查错了", again.Number("version")));

        async Task RefuseAsync(string mutation, object input, string code, string field)
        {
            var error = await me.RefusedAsync(mutation, input);
            (error.Code, error.Field).ShouldBe((code, field), error.Message);
        }
    }

    [Theory, OnEachDatabase]
    public async Task A_chain_has_no_more_than_ten_whys(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        var id = (await line.OpenedAsync()).Id();
        string? at = null;
        for (var i = 0; i < 10; i++)
            at = await line.Company.Member.CauseAsync(id, $"为什么 {i}", at);
        (await line.Company.Member.RefusedAsync("saveCause", new { caseId = id, category = "METHOD", text = "再问", parentId = at })).Code.ShouldBe("LIMIT_EXCEEDED");
        var other = await line.Company.Member.CauseAsync(id, "另一条");
        (await line.Company.Member.RefusedAsync("saveCause", new { caseId = id, causeId = (await line.Company.Member.CaseAsync(id)).Text("causes.0.id"), category = "METHOD", text = "接上", parentId = other })).Code.ShouldBe("LIMIT_EXCEEDED");
    }

    [Theory, OnEachDatabase]
    public async Task Each_does_what_is_his(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        var company = line.Company;
        var compared = await line.ComparedAsync();
        await MayAsync(
            compared.Id(), (company.Member, ["ANALYSE", "COMPARE"]), (company.TeamLeader, ["ANALYSE", "COMPARE", "DECIDE"]), (company.DivisionLeader, ["ANALYSE", "COMPARE", "DECIDE"]), (company.SecondExecutive, ["ANALYSE", "COMPARE", "DECIDE"]),
            (company.Colleague, []), (company.Hr, []), (company.Auditor, []), (company.Administrator, []));
        await company.TeamLeader.DecideAsync(company.Decision(compared));
        await MayAsync(compared.Id(), (company.Member, []), (company.TeamLeader, ["DECIDE"]), (company.Colleague, ["REPORT"]));
        (await company.TeamLeader.MutateAsync("fileImprovementReport", new { caseId = compared.Id(), done = "x", effect = "x", next = "x", percentComplete = 1 }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        await company.Colleague.FileAsync(compared.Id(), 100);
        await MayAsync(
            compared.Id(), (company.Member, []), (company.Colleague, []), (company.TeamLeader, ["VERIFY"]), (company.DepartmentLeader, ["VERIFY", "ACCEPT"]), (company.Executive, ["VERIFY", "ACCEPT"]), (company.SecondExecutive, ["VERIFY", "ACCEPT"]));
        (await company.TeamLeader.MutateAsync("verifyImprovement", new { caseId = compared.Id(), accept = true, reason = "够了" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Hr.MutateAsync("verifyImprovement", new { caseId = compared.Id() }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");

        static async Task MayAsync(string id, params (Api Who, string[] May)[] expected)
        {
            foreach (var (who, may) in expected)
                (await who.CaseAsync(id)).Strings("viewerMay").ShouldBe(may, who.PersonId);
        }
    }

    /// <summary>Someone of another unit who carries it out reads the case, its deviation and whose objective it is of.</summary>
    [Theory, OnEachDatabase]
    public async Task Whoever_is_responsible_reads_the_case_wherever_he_is(DatabaseKind database)
    {
        var line = await (await installations.OnAsync(database)).LineAsync();
        var company = line.Company;
        var compared = await line.ComparedAsync();
        var decision = company.Decision(compared);
        decision["responsibleId"] = company.Stranger.PersonId;
        await company.TeamLeader.DecideAsync(decision);
        var read = await company.Stranger.CaseAsync(compared.Id());
        (read.Text("deviation.id"), read.Text("objective.id"), read.Text("causes.1.text"), read.Text("viewerMay.0")).ShouldBe((compared.Text("deviation.id"), line.Mine, "没有检查表", "REPORT"));
        (await company.Stranger.FileAsync(compared.Id())).Text("reports.0.by.employeeNumber").ShouldBe("E0212");
        (await company.Stranger.MutateAsync("decideCountermeasure", decision, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
    }

    private static JsonElement Cause(JsonElement of, string id) => of.GetProperty("causes").EnumerateArray().Single(c => c.Id() == id);
}
