using System.Text.Json;
using Objectives.IntegrationTests.Import;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.PerformanceLinkage;

[Trait("Clause", "S5.7.6")]
public sealed class ScorecardActionTests(Installations installations)
{
    [Theory, OnEachDatabase]
    public async Task Each_is_told_what_he_can_do_about_an_appraisal_now(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database), active: false);
        var company = card.Company;
        await MayAsync(hr: "EDIT ACTIVATE");
        await company.Hr.ChangeAsync("activateScorecard", new { scorecardId = card.Id }, "scorecard { id }");
        await card.ReachAsync(9, 10, 8);
        await MayAsync(hr: "EDIT");
        await company.MoveCycleAsync(card.Cycle, "APPRAISAL");
        await MayAsync(member: "SELF_APPRAISE", hr: "EDIT");
        await company.Member.ChangeAsync("selfAppraise", new { scorecardId = card.Id, review = "完成较好", score = "95" }, "scorecard { id }");
        await MayAsync(member: "SELF_APPRAISE", leader: "APPRAISE");
        await company.TeamLeader.ChangeAsync("appraise", new { scorecardId = card.Id, review = "全年稳定" }, "scorecard { id }");
        await MayAsync(leader: "APPRAISE", hr: "CALIBRATE");
        await company.Hr.ChangeAsync("calibrateAppraisal", new { scorecardId = card.Id, finalScore = "94", grade = "A", note = "部门内校准" }, "scorecard { id }");
        await MayAsync(member: "SIGN DISPUTE", leader: "SIGN", hr: "CALIBRATE");
        await company.TeamLeader.ChangeAsync("signAppraisal", new { scorecardId = card.Id }, "scorecard { id }");
        await MayAsync(member: "SIGN DISPUTE");
        await company.Member.ChangeAsync("disputeAppraisal", new { scorecardId = card.Id, reason = "少计了一季度" }, "scorecard { id }");
        await MayAsync(above: "RESOLVE", hr: "RESOLVE");
        await company.DepartmentLeader.ChangeAsync("resolveDispute", new { scorecardId = card.Id, resolution = "核实后补计", finalScore = "97.5" }, "scorecard { id }");
        await MayAsync(member: "SIGN", leader: "SIGN");
        foreach (var signer in (Api[])[company.Member, company.TeamLeader])
            await signer.ChangeAsync("signAppraisal", new { scorecardId = card.Id }, "scorecard { id }");
        await MayAsync();

        async Task MayAsync(string member = "", string leader = "", string above = "", string hr = "")
        {
            foreach (var (who, expected) in new[] { (company.Member, member), (company.TeamLeader, leader), (company.DepartmentLeader, above), (company.Hr, hr), (company.Auditor, string.Empty) })
                string.Join(' ', (await card.ReadFieldsAsync(who, "viewerMay")).At("viewerMay").EnumerateArray().Select(a => a.GetString())).ShouldBe(expected);
        }
    }

    [Theory, OnEachDatabase]
    public async Task Each_is_told_what_he_can_do_about_weights_after_an_exemption(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database));
        var company = card.Company;
        await card.ReachAsync(5, 9, 10);
        await card.ExemptAsync(0);
        await MayAsync(member: "REQUEST", leader: "CONFIRM");
        var exempt = await card.ReadAsync(company.Member);
        var id = exempt.Text("rebalances.0.id")!;
        await company.Member.ChangeAsync("requestRebalance", new { rebalanceId = id, weights = Carded.Weights(exempt, null, "60", "40") }, "rebalance { id }");
        await MayAsync(member: "REQUEST", leader: "CONFIRM");
        var asked = await card.ReadFieldsAsync(company.TeamLeader, "rebalances { proposed { weight } after { weight } }");
        asked.Strings("rebalances.0.proposed.*.weight").ShouldBe(["0", "50", "50"]);
        asked.Strings("rebalances.0.after.*.weight").ShouldBe(["0", "60", "40"]);
        await company.TeamLeader.ChangeAsync("confirmRebalance", new { rebalanceId = id, weights = Carded.Weights(exempt, null, "45", "55") }, "rebalance { id }");
        await MayAsync(hr: "DECIDE");
        await company.Hr.ChangeAsync("decideRebalance", new { rebalanceId = id, approve = true, reason = "居中" }, "rebalance { id }");
        await MayAsync();

        async Task MayAsync(string member = "", string leader = "", string hr = "")
        {
            foreach (var (who, expected) in new[] { (company.Member, member), (company.TeamLeader, leader), (company.DepartmentLeader, string.Empty), (company.Hr, hr), (company.Auditor, string.Empty) })
                string.Join(' ', (await card.ReadFieldsAsync(who, "rebalances { viewerMay }")).At("rebalances.0.viewerMay").EnumerateArray().Select(a => a.GetString())).ShouldBe(expected);
        }
    }

    [Theory, OnEachDatabase]
    public async Task An_appraisal_is_taken_away_as_a_workbook_by_whoever_reads_it(DatabaseKind database)
    {
        var card = await Carded.OnAsync(await installations.OnAsync(database), ["60", "30", "10"]);
        var company = card.Company;
        await card.ReachAsync(9, 10, 8);
        await company.MoveCycleAsync(card.Cycle, "APPRAISAL");
        var self = await company.Member.ChangeAsync("selfAppraise", new { scorecardId = card.Id, review = "=完成较好", score = "95" }, $"scorecard {{ {Carded.Whole} }}");
        await company.TeamLeader.ChangeAsync(
            "appraise", new { scorecardId = card.Id, review = "全年稳定", adjustments = new[] { new { itemId = self.Text("items.0.id"), points = "5", reason = "承担额外区域" } } }, "scorecard { id }");
        var path = $"/exports/records/{card.Id}.xlsx";
        var before = Cells(await company.Member.DownloadAsync(path));
        before.ShouldContain("'=完成较好");
        before.ShouldNotContain("全年稳定");
        before.ShouldNotContain("承担额外区域");
        Cells(await company.TeamLeader.DownloadAsync(path)).ShouldContain("全年稳定");
        await company.Hr.ChangeAsync("calibrateAppraisal", new { scorecardId = card.Id, finalScore = "94", grade = "A", note = "部门内校准" }, "scorecard { id }");
        foreach (var signer in (Api[])[company.Member, company.TeamLeader])
            await signer.ChangeAsync("signAppraisal", new { scorecardId = card.Id }, "scorecard { id }");
        var signed = Cells(await company.Member.InChinese.DownloadAsync(path));
        foreach (var cell in (string[])["已签字", "全年稳定", "承担额外区域", "目标 1", "94", "60", "true"])
            signed.ShouldContain(cell);
        (await company.Stranger.GetAsync(path)).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await company.Member.GetAsync($"/exports/records/{company.Member.PersonId}.xlsx")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await company.Member.GetAsync("/exports/records/nothing.xlsx")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static List<string> Cells(byte[] workbook)
    {
        var sheets = Workbooks.Sheets(workbook);
        sheets.Count.ShouldBe(3);
        return [.. sheets.SelectMany(s => s.Rows).SelectMany(row => row)];
    }
}
