using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.PerformanceLinkage;

/// <summary>Whoever has the next step finds it in his day, and is told.</summary>
public sealed class AppraisalDutyTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task Each_step_of_an_appraisal_waits_for_whoever_takes_it(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database), ["100"]);
        var company = card.Company;
        await card.ReachAsync(9);
        (await company.Member.OwesAsync(card.Id)).ShouldBeEmpty();
        await company.MoveCycleAsync(card.Cycle, "APPRAISAL");
        (await company.Member.OwesAsync(card.Id)).ShouldBe(["SELF_APPRAISE"]);
        await company.Member.ChangeAsync("selfAppraise", new { scorecardId = card.Id, review = "好", score = "90" }, "scorecard { id }");
        await OweAsync(card.Id, company.TeamLeader, "APPRAISE", company.Member, company.DepartmentLeader, company.Hr);
        await company.TeamLeader.ChangeAsync("appraise", new { scorecardId = card.Id, review = "好" }, "scorecard { id }");
        await OweAsync(card.Cycle, company.Hr, "CALIBRATE_APPRAISAL", company.Member, company.TeamLeader);
        await CalibrateAsync();
        (await company.Hr.OwesAsync(card.Cycle)).ShouldBeEmpty();
        await OweAsync(card.Id, company.Member, "SIGN_APPRAISAL", company.DepartmentLeader, company.Hr);
        await OweAsync(card.Id, company.TeamLeader, "SIGN_APPRAISAL");
        await company.Member.ChangeAsync("disputeAppraisal", new { scorecardId = card.Id, reason = "不同意" }, "scorecard { id }");
        foreach (var decider in (Api[])[company.Hr, company.DepartmentLeader, company.DivisionLeader])
            await OweAsync(card.Id, decider, "RESOLVE_DISPUTE", company.Member, company.TeamLeader, company.Auditor);
        await company.DepartmentLeader.ChangeAsync("resolveDispute", new { scorecardId = card.Id, resolution = "维持", finalScore = "90" }, "scorecard { id }");
        await company.Member.ChangeAsync("signAppraisal", new { scorecardId = card.Id }, "scorecard { id }");
        (await company.Member.OwesAsync(card.Id)).ShouldBeEmpty();
        await company.TeamLeader.ChangeAsync("signAppraisal", new { scorecardId = card.Id }, "scorecard { id }");
        (await company.TeamLeader.OwesAsync(card.Id)).ShouldBeEmpty();

        await company.Program.AllDeliveredAsync();
        (await company.Member.ToldAsync(card.Id)).ShouldBe(["DISPUTE_RESOLVED", "APPRAISAL_RELEASED", "SCORECARD_ACTIVATED"]);
        (await company.TeamLeader.ToldAsync(card.Id)).ShouldBe(["DISPUTE_RESOLVED", "APPRAISAL_DISPUTED", "SELF_APPRAISED"]);
        (await company.Hr.ToldAsync(card.Id)).ShouldBe(["APPRAISAL_DISPUTED"]);

        Task CalibrateAsync() => company.Hr.ChangeAsync("calibrateAppraisal", new { scorecardId = card.Id, finalScore = "90", grade = "B", note = "校准" }, "scorecard { id }");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.6")]
    public async Task New_weights_wait_for_the_leader_and_then_for_HR(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database));
        var company = card.Company;
        await card.ExemptAsync(0);
        var exempt = await card.ReadAsync(company.Member);
        var id = exempt.Text("rebalances.0.id")!;
        await OweAsync(id, company.TeamLeader, "CONFIRM_REBALANCE", company.Member, company.DepartmentLeader, company.Hr);
        (await company.TeamLeader.DayAboutAsync(id)).ShouldHaveSingleItem().Text("title").ShouldEndWith("目标 1"); // Of several of one person it tells apart which.
        await company.Member.ChangeAsync("requestRebalance", new { rebalanceId = id, weights = Carded.Weights(exempt, null, "60", "40") }, "rebalance { id }");
        await company.TeamLeader.ChangeAsync("confirmRebalance", new { rebalanceId = id, weights = Carded.Weights(exempt, null, "50", "50") }, "rebalance { id }");
        await OweAsync(id, company.Hr, "DECIDE_REBALANCE", company.TeamLeader, company.Member);
        (await company.Hr.DayAboutAsync(id)).ShouldHaveSingleItem().Text("title").ShouldEndWith("目标 1");
        await company.Hr.ChangeAsync("decideRebalance", new { rebalanceId = id, approve = true, reason = "定" }, "rebalance { id }");
        (await company.Hr.OwesAsync(id)).ShouldBeEmpty();
        await company.Program.AllDeliveredAsync();
        (await company.Member.ToldAsync(id)).ShouldBe(["REBALANCE_DECIDED", "REBALANCE_TO_DECIDE", "REBALANCE_PROPOSED"]);
        (await company.TeamLeader.ToldAsync(id)).ShouldBe(["REBALANCE_REQUESTED", "REBALANCE_PROPOSED"]);
        (await company.Hr.ToldAsync(id)).ShouldBe(["REBALANCE_TO_DECIDE"]);
    }

    private static async Task OweAsync(string subject, Api who, string what, params IReadOnlyList<Api> notThese)
    {
        (await who.OwesAsync(subject)).ShouldBe([what]);
        foreach (var other in notThese)
            (await other.OwesAsync(subject)).ShouldBeEmpty();
    }
}
