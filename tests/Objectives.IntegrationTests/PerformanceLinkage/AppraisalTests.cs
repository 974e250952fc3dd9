using System.Text.Json;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;
using Objectives.Platform.GraphQl;

namespace Objectives.IntegrationTests.PerformanceLinkage;

[Trait("Clause", "S5.7.6")]
public sealed class AppraisalTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task Self_leader_HR_and_two_signatures(DatabaseKind database)
    {
        var card = await AppraisedAsync(database, appraised: false);
        var company = card.Company;
        (await company.TeamLeader.RefusedAsync("appraise", new { scorecardId = card.Id, review = "好" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.TeamLeader.MutateAsync("selfAppraise", Self(card), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("selfAppraise", Self(card))).Code.ShouldBe("NOT_FOUND");
        var self = await company.Member.ChangeAsync("selfAppraise", Self(card), $"scorecard {{ {Carded.Whole} }}");
        (self.Text("status"), self.Text("appraisal.selfScore")).ShouldBe(("SELF_APPRAISED", "95"));
        (await company.Hr.RefusedAsync("calibrateAppraisal", Calibration(card))).Code.ShouldBe("FORBIDDEN_BY_STATE");

        (await company.DepartmentLeader.MutateAsync("appraise", new { scorecardId = card.Id, review = "好" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        await RefusedAsync(-20.01m, "说明", "INVALID", "adjustments.0.points");
        await RefusedAsync(5, " ", "REQUIRED", "adjustments.0.reason");
        await RefusedAsync(1.005m, "说明", "INVALID", "adjustments.0.points");
        var appraised = await company.TeamLeader.ChangeAsync("appraise", Adjusting(card, self, 5, "承担额外区域"), $"scorecard {{ {Carded.Whole} }}");
        (appraised.Text("status"), appraised.Text("score"), appraised.Text("items.0.adjustment.by.employeeNumber"), appraised.Text("evidenceShare")).ShouldBe(("APPRAISED", "95", "E0111", "0.9684"));
        appraised.Text("explanation.0.text").ShouldNotBeNull().ShouldContain("承担额外区域");

        var hidden = await card.ReadAsync(company.Member);
        (hidden.Text("status"), hidden.Text("score"), hidden.Text("items.0.adjustment"), hidden.Text("appraisal.leaderReview"), hidden.Text("appraisal.selfReview")).ShouldBe(("APPRAISED", "92", null, null, "完成较好"));
        var told = await company.Member.ReadAsync("query($id: ID!) { auditTrail(subjectId: $id, first: 100) { nodes { before after } } }", new { id = card.Id });
        told.GetRawText().ShouldNotContain("承担额外区域");
        (await company.Member.RefusedAsync("selfAppraise", Self(card))).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.Member.RefusedAsync("signAppraisal", new { scorecardId = card.Id })).Code.ShouldBe("FORBIDDEN_BY_STATE");

        (await company.TeamLeader.MutateAsync("calibrateAppraisal", Calibration(card), string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        await company.Hr.ChangeAsync("calibrateAppraisal", Calibration(card), "scorecard { id }");
        var released = await card.ReadAsync(company.Member);
        (released.Text("status"), released.Text("score"), released.Text("appraisal.finalScore"), released.Text("appraisal.grade"), released.Text("appraisal.leaderReview"), released.Text("items.0.adjustment.reason"))
            .ShouldBe(("CALIBRATED", "95", "94", "A", "全年稳定", "承担额外区域"));
        await company.Member.ReportAsync(card.Objectives[0], 2, 0);
        (await card.ReadAsync(company.Member)).Text("score").ShouldBe("95");

        (await company.DepartmentLeader.MutateAsync("signAppraisal", new { scorecardId = card.Id }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Member.ChangeAsync("signAppraisal", new { scorecardId = card.Id }, "scorecard { status }")).Text("status").ShouldBe("CALIBRATED");
        (await company.Member.RefusedAsync("signAppraisal", new { scorecardId = card.Id })).Code.ShouldBe("CONFLICT");
        (await company.Member.RefusedAsync("disputeAppraisal", new { scorecardId = card.Id, reason = "不同意" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.Hr.RefusedAsync("calibrateAppraisal", Calibration(card))).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.TeamLeader.ChangeAsync("signAppraisal", new { scorecardId = card.Id }, "scorecard { status }")).Text("status").ShouldBe("SIGNED");

        async Task RefusedAsync(decimal points, string reason, string code, string field)
            => (await company.TeamLeader.RefusedAsync("appraise", Adjusting(card, self, points, reason))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe(field));
    }

    [Theory, OnEachDatabase]
    public async Task What_is_disputed_somebody_else_resolves(DatabaseKind database)
    {
        var card = await AppraisedAsync(database);
        var company = card.Company;
        await company.Hr.ChangeAsync("calibrateAppraisal", Calibration(card), "scorecard { id }");
        await company.TeamLeader.ChangeAsync("signAppraisal", new { scorecardId = card.Id }, "scorecard { id }");
        (await company.TeamLeader.MutateAsync("disputeAppraisal", new { scorecardId = card.Id, reason = "不同意" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Member.ChangeAsync("disputeAppraisal", new { scorecardId = card.Id, reason = "少计了一季度" }, "scorecard { status }")).Text("status").ShouldBe("DISPUTED");
        var resolution = new { scorecardId = card.Id, resolution = "核实后补计", finalScore = "97.5" };
        (await company.TeamLeader.RefusedAsync("resolveDispute", resolution)).Code.ShouldBe("SAME_PERSON_MAY_NOT_DECIDE");
        (await company.Member.MutateAsync("resolveDispute", resolution, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("resolveDispute", resolution)).Code.ShouldBe("NOT_FOUND");
        await company.DepartmentLeader.ChangeAsync("resolveDispute", resolution, "scorecard { id }");
        var resolved = await card.ReadAsync(company.Member);
        (resolved.Text("status"), resolved.Text("appraisal.finalScore"), resolved.Text("appraisal.dispute"), resolved.Text("appraisal.leaderSignedAt")).ShouldBe(("CALIBRATED", "97.5", "少计了一季度", null));
        (await company.Member.RefusedAsync("disputeAppraisal", new { scorecardId = card.Id, reason = "仍不同意" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        await company.TeamLeader.ChangeAsync("signAppraisal", new { scorecardId = card.Id }, "scorecard { id }");
        (await company.Member.ChangeAsync("signAppraisal", new { scorecardId = card.Id }, "scorecard { status }")).Text("status").ShouldBe("SIGNED");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S7.6")]
    public async Task Whoever_is_of_hr_decides_nothing_about_himself(DatabaseKind database)
    {
        await using var program = await Installation.StartAsync(database);
        var card = await Carded.OnAsync(await Company.FoundAsync(program));
        var company = card.Company;
        var member = (await company.Administrator.ReadAsync("query($id: ID!) { node(id: $id) { ... on Person { employeeNumber name email unit { id } } } }", new { id = company.Member.PersonId })).GetProperty("node");
        await company.Administrator.ChangeAsync(
            "savePerson",
            new { id = company.Member.PersonId, employeeNumber = member.Text("employeeNumber"), name = member.Text("name"), email = member.Text("email"), unitId = member.Text("unit.id"), roles = new[] { "HR" } },
            "person { id }");
        await card.ExemptAsync(0);
        var rebalance = (await card.ReadAsync(company.Member)).Text("rebalances.0.id")!;
        await RefusedAsync("decideRebalance", new { rebalanceId = rebalance, approve = true, reason = "同意" }, "rebalanceId");
        await company.TeamLeader.ChangeAsync("confirmRebalance", new { rebalanceId = rebalance }, "rebalance { id }");
        await company.MoveCycleAsync(card.Cycle, "APPRAISAL");
        await company.Member.ChangeAsync("selfAppraise", Self(card), "scorecard { id }");
        await company.TeamLeader.ChangeAsync("appraise", new { scorecardId = card.Id, review = "完成较好" }, "scorecard { id }");
        await RefusedAsync("calibrateAppraisal", Calibration(card), "scorecardId");
        await company.Hr.ChangeAsync("calibrateAppraisal", Calibration(card), "scorecard { id }");
        await company.Member.ChangeAsync("disputeAppraisal", new { scorecardId = card.Id, reason = "少计了一季度" }, "scorecard { id }");
        await RefusedAsync("resolveDispute", new { scorecardId = card.Id, resolution = "核实后补计", finalScore = "100" }, "scorecardId");
        (await card.ReadAsync(company.Hr)).Text("status").ShouldBe("DISPUTED");

        async Task RefusedAsync(string mutation, object input, string field)
            => (await company.Member.RefusedAsync(mutation, input)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("SAME_PERSON_MAY_NOT_DECIDE"), e => e.Field.ShouldBe(field));
    }

    [Theory, OnEachDatabase]
    public async Task Nobody_is_appraised_while_the_cycle_runs_and_its_end_freezes_the_figures(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database));
        var company = card.Company;
        await card.ReachAsync(9, 10, 9);
        (await company.Member.RefusedAsync("selfAppraise", Self(card))).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("scorecardId"));
        var actual = (await company.Member.ObjectiveAsync(card.Objectives[0], "actuals { id }")).Text("actuals.0.id")!;
        await company.MoveCycleAsync(card.Cycle, "APPRAISAL");
        await company.Member.ChangeAsync("selfAppraise", Self(card), "scorecard { id }");
        await company.MoveCycleAsync(card.Cycle, "CLOSED");
        await company.Program.AllDeliveredAsync();
        var before = await card.ReadAsync(company.Hr);
        before.Text("score").ShouldBe("93");
        (await company.TeamLeader.RefusedAsync("correctActual", new { actualId = actual, value = "1", reason = "误记" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        GlobalId.TryDecode(card.Objectives[0], out _, out var objective).ShouldBeTrue();
        await company.FollowedAsync(card.Cycle);
        (await company.Program.ExecuteSqlAsync("UPDATE {monitoring.kept_months} SET value = 0 WHERE objective_id = {0}", objective)).ShouldBe(1);
        (await card.ReadAsync(company.Hr)).GetRawText().ShouldBe(before.GetRawText());
        (await company.TeamLeader.RefusedAsync("appraise", new { scorecardId = card.Id, review = "好" })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        (await company.Hr.RefusedAsync("setScorecard", card.Input("50", "30", "20"))).Code.ShouldBe("FORBIDDEN_BY_STATE");
    }

    [Theory, OnEachDatabase]
    [Trait("Clause", "S7.5")]
    public async Task With_the_cycle_closed_nothing_is_calibrated_disputed_or_resolved(DatabaseKind database)
    {
        var (appraised, released, disputed) = (await AppraisedAsync(database), await AppraisedAsync(database), await AppraisedAsync(database));
        var company = appraised.Company;
        foreach (var card in (Carded[])[released, disputed])
            await company.Hr.ChangeAsync("calibrateAppraisal", Calibration(card), "scorecard { id }");
        await company.Member.ChangeAsync("disputeAppraisal", new { scorecardId = disputed.Id, reason = "不同意" }, "scorecard { id }");
        foreach (var card in (Carded[])[appraised, released, disputed])
            await company.MoveCycleAsync(card.Cycle, "CLOSED");
        (await company.Hr.RefusedAsync("calibrateAppraisal", Calibration(appraised))).Message.ShouldContain("until it is closed");
        (await company.Member.RefusedAsync("disputeAppraisal", new { scorecardId = released.Id, reason = "不同意" })).Message.ShouldContain("until it is closed");
        (await company.DepartmentLeader.RefusedAsync("resolveDispute", new { scorecardId = disputed.Id, resolution = "维持", finalScore = "90" })).Message.ShouldContain("until it is closed");
    }

    /// <summary>In its cycle's appraisal, with scores of 90, 100 and 86.66….</summary>
    private async Task<Carded> AppraisedAsync(DatabaseKind database, bool appraised = true)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database), ["60", "30", "10"]);
        await card.ReachAsync(9, 10, 8);
        await card.Company.MoveCycleAsync(card.Cycle, "APPRAISAL");
        if (!appraised)
            return card;
        await card.Company.Member.ChangeAsync("selfAppraise", Self(card), "scorecard { id }");
        await card.Company.TeamLeader.ChangeAsync("appraise", new { scorecardId = card.Id, review = "全年稳定" }, "scorecard { id }");
        return card;
    }

    private static object Self(Carded card) => new { scorecardId = card.Id, review = "完成较好", score = "95" };

    private static object Calibration(Carded card) => new { scorecardId = card.Id, finalScore = "94", grade = "A", note = "部门内校准" };

    private static object Adjusting(Carded card, JsonElement read, decimal points, string reason)
        => new { scorecardId = card.Id, review = "全年稳定", adjustments = new[] { new { itemId = read.Text("items.0.id"), points = points.ToString(System.Globalization.CultureInfo.InvariantCulture), reason } } };
}
