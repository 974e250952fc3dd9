using System.Text.Json;
using Objectives.IntegrationTests.ExecutionMonitoring;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.PerformanceLinkage;

/// <summary>What schemes pay: previewed, assumed, made final once, read by those whom it concerns (S4.7, S5.5).</summary>
[Trait("Clause", "S4.7")]
public sealed class AwardTests(QuietInstallations installations) : IClassFixture<QuietInstallations>
{
    private const string All = "person { id } scheme { id name } individual { amount } team { amount } company { amount } total { amount currency } final steps";

    /// <summary>The member has reached 90 % and is scored 90; the team 100 %; the company 120 %.</summary>
    [Theory, OnEachDatabase]
    public async Task A_preview_pays_by_own_team_and_company_results_and_changes_nothing(DatabaseKind database)
    {
        var paid = await GroundAsync(database);
        var company = paid.Company;
        var before = await company.Program.WithDbAsync(db => Task.FromResult(db.Changes.Count()));
        var awards = await PreviewAsync(company.Hr, paid.Scheme);
        var member = awards.Single(a => a.Text("person.id") == company.Member.PersonId);
        (member.Text("individual.amount"), member.Text("team.amount"), member.Text("company.amount"), member.Text("total.amount"), member.Text("total.currency"), member.GetProperty("final").GetBoolean())
            .ShouldBe(("8750", "6000", "6000", "20750", "CNY", false)); // 87.5 % of 10,000; all of 6,000; one and a half times 4,000.
        var colleague = awards.Single(a => a.Text("person.id") == company.Colleague.PersonId);
        (colleague.Text("individual.amount"), colleague.Text("total.amount")).ShouldBe(("0", "6000")); // No scorecard: nothing, and why.
        colleague.Strings("steps").ShouldContain("Individual: no score can be assessed, so nothing is paid for it.");
        member.Strings("steps").ShouldBe(
        [
            "Target 20,000.00 CNY: 50 % for your own results, 30 % for the team's, 20 % for the company's.", "Individual: score 90 pays 87.5 % of 50 % of the target: 8,750.00 CNY.",
            "Team 上海服务一组 (1 objective): score 100 pays 100 % of 30 % of the target: 6,000.00 CNY.", "Company (1 objective): score 120 pays 150 % of 20 % of the target: 6,000.00 CNY.",
            "All awards together, 26,750.00 CNY, are within the budget of 60,000.00 CNY.", "Rounded down as a whole: 8,750.00 CNY + 6,000.00 CNY + 6,000.00 CNY = 20,750.00 CNY.",
        ]);
        (await PreviewAsync(company.Hr.InChinese, paid.Scheme)).SelectMany(a => a.Strings("steps")).ShouldAllBe(step => Languages.IsChinese(step!));
        (await company.Program.WithDbAsync(db => Task.FromResult(db.Changes.Count()))).ShouldBe(before);
    }

    [Theory, OnEachDatabase]
    public async Task What_if_the_team_reaches_95_percent(DatabaseKind database)
    {
        var paid = await GroundAsync(database);
        var hr = paid.Company.Hr;
        var assumed = await PreviewAsync(hr, paid.Scheme, new { team = "95" });
        assumed.Select(a => a.Text("team.amount")).ShouldBe(["5625", "2812.5"], ignoreOrder: true); // 93.75 % of 6,000 and of 3,000.
        (await PreviewAsync(hr, paid.Scheme, new { individual = "0", team = "0", company = "0" })).ShouldAllBe(a => a.Text("total.amount") == "0");
        (await PreviewAsync(hr, paid.Scheme, new { individual = "100" })).Select(a => a.Text("individual.amount")).ShouldBe(["10000", "5000"], ignoreOrder: true);
        foreach (var wrong in new object[] { new { team = "-1" }, new { team = "120.5" }, new { individual = "1001" } })
            (await hr.AskAsync(Preview, new { id = paid.Scheme, assume = wrong })).ErrorCode.ShouldBe("BAD_USER_INPUT");
    }

    [Theory, OnEachDatabase]
    public async Task Over_the_budget_all_are_cut_in_proportion_to_the_last_unit(DatabaseKind database)
    {
        var paid = await GroundAsync(database);
        var hr = paid.Company.Hr;
        await hr.SaveAsync(paid.Company.Scheme(paid.Cycle) with { Id = paid.Scheme, BudgetAmount = "10000.01" });
        var awards = await PreviewAsync(hr, paid.Scheme);
        awards.Sum(a => decimal.Parse(a.Text("total.amount")!, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(10000.01m);
        awards.ShouldAllBe(a => a.Strings("steps").Any(step => step!.Contains("over the budget of 10,000.01 CNY", StringComparison.Ordinal)));
    }

    [Theory, OnEachDatabase]
    public async Task They_become_final_once_as_they_are_and_stay_so(DatabaseKind database)
    {
        var paid = await GroundAsync(database);
        var company = paid.Company;
        var other = await company.MoreHrAsync();
        await RefuseAsync("FORBIDDEN_BY_STATE", "when the cycle is appraised");
        await company.MoveCycleAsync(paid.Cycle, "APPRAISAL");
        await RefuseAsync("FORBIDDEN_BY_STATE", "not signed yet");
        await company.MoveCycleAsync(paid.Cycle, "CLOSED");
        await company.Program.AllDeliveredAsync();
        await RefuseAsync("FORBIDDEN_BY_STATE", "not approved");
        (await company.Hr.RefusedAsync("saveIncentiveScheme", company.Scheme(paid.Cycle) with { Id = paid.Scheme })).Code.ShouldBe("FORBIDDEN_BY_STATE");
        await other.ChangeAsync("approveIncentiveScheme", new { schemeId = paid.Scheme, reason = "可以" }, "incentiveScheme { id }");
        (await AwardsAsync(company.Member, company.Member, paid.Cycle)).ShouldBeEmpty();
        var final = await company.Hr.ChangeAsync("finaliseAwards", new { schemeId = paid.Scheme, expectedVersion = 2 }, "incentiveScheme { finalisedAt }");
        final.GetProperty("finalisedAt").ValueKind.ShouldBe(JsonValueKind.String);
        await RefuseAsync("CONFLICT", "final already");

        var mine = (await AwardsAsync(company.Member, company.Member, paid.Cycle)).Single();
        (mine.Text("total.amount"), mine.GetProperty("final").GetBoolean(), mine.Text("scheme.name")).ShouldBe(("20750", true, "服务团队奖金"));
        mine.Strings("steps").Count.ShouldBe(6);
        (await PreviewAsync(company.Hr, paid.Scheme)).ShouldAllBe(a => a.GetProperty("final").GetBoolean());
        (await PreviewAsync(company.Hr, paid.Scheme, new { team = "0" })).ShouldAllBe(a => !a.GetProperty("final").GetBoolean());
        await company.DeliveredAsync(paid.Scheme);
        var told = (await company.Member.ReadAsync("{ viewer { notifications(first: 20) { nodes { kind title body } } } }")).At("viewer.notifications.nodes").EnumerateArray().Single(n => n.Text("kind") == "AWARD_FINAL" && n.Text("title")!.Contains("20,750.00", StringComparison.Ordinal));
        told.Text("body").ShouldBe("服务团队奖金");

        async Task RefuseAsync(string code, string why) => (await company.Hr.RefusedAsync("finaliseAwards", new { schemeId = paid.Scheme }))
            .ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe("schemeId"), e => e.Message.ShouldContain(why));
    }

    [Theory, OnEachDatabase]
    public async Task A_final_award_is_read_by_who_gets_it_hr_and_auditors(DatabaseKind database)
    {
        var paid = await GroundAsync(database);
        var company = paid.Company;
        await (await company.MoreHrAsync()).ChangeAsync("approveIncentiveScheme", new { schemeId = paid.Scheme, reason = "可以" }, "incentiveScheme { id }");
        await company.MoveCycleAsync(paid.Cycle, "APPRAISAL");
        await company.MoveCycleAsync(paid.Cycle, "CLOSED");
        await company.Program.AllDeliveredAsync();
        await company.Hr.ChangeAsync("finaliseAwards", new { schemeId = paid.Scheme }, "incentiveScheme { id }");
        foreach (var who in new[] { company.Member, company.Hr, company.Auditor })
            (await AwardsAsync(who, company.Member, paid.Cycle)).Count.ShouldBe(1, who.PersonId);
        foreach (var who in new[] { company.Colleague, company.TeamLeader, company.DivisionLeader, company.Executive, company.Administrator })
        {
            (await AwardsAsync(who, company.Member, paid.Cycle)).ShouldBeEmpty(who.PersonId);
            (await who.AskAsync(Preview, new { id = paid.Scheme })).ErrorCode.ShouldBe("FORBIDDEN");
            (await who.MutateAsync("finaliseAwards", new { schemeId = paid.Scheme }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        }
        var seen = await company.Member.SchemeAsync(paid.Scheme, "name rules { fromScore } budget { amount } participants { edges { node { person { id } } } totalCount } findings { kind } history { totalCount }");
        (seen.Number("participants.totalCount"), seen.Text("participants.edges.0.node.person.id"), seen.GetProperty("findings").GetArrayLength(), seen.Number("history.totalCount")).ShouldBe((1, company.Member.PersonId, 0, 0));
        (await company.Member.ReadAsync("query($id: ID) { auditTrail(subjectId: $id) { totalCount } }", new { id = paid.Scheme })).Number("auditTrail.totalCount").ShouldBe(0);
        (await company.Member.ReadAsync("query($c: ID!) { incentiveSchemes(cycleId: $c) { id } }", new { c = paid.Cycle })).Strings("incentiveSchemes.*.id").ShouldBe([paid.Scheme]);
    }

    [Theory, OnEachDatabase]
    public async Task A_preview_takes_as_many_statements_however_many_take_part(DatabaseKind database)
    {
        var paid = await GroundAsync(database);
        var company = paid.Company;
        await PreviewAsync(company.Hr, paid.Scheme); // Brings the figures up to date.
        var few = (await company.Hr.RecordAsync(Preview, new { id = paid.Scheme })).Sql.Count;
        await company.Hr.SaveAsync(company.Scheme(paid.Cycle) with
        {
            Id = paid.Scheme, Participants = [.. new[] { company.Member, company.Colleague, company.TeamLeader, company.Stranger, company.OtherTeamLeader, company.DepartmentLeader }.Select(p => new { personId = p.PersonId, target = "100" })],
        });
        (await company.Hr.RecordAsync(Preview, new { id = paid.Scheme })).Sql.Count.ShouldBe(few);
    }

    private const string Preview = $"query($id: ID!, $assume: IncentiveAssumption) {{ incentivePreview(schemeId: $id, assume: $assume) {{ {All} }} }}";

    private static async Task<IReadOnlyList<JsonElement>> PreviewAsync(Api who, string scheme, object? assume = null)
        => [.. (await who.ReadAsync(Preview, new { id = scheme, assume })).GetProperty("incentivePreview").EnumerateArray()];

    private static async Task<IReadOnlyList<JsonElement>> AwardsAsync(Api who, Api whose, string cycle)
        => [.. (await who.ReadAsync($"query($id: ID!, $c: ID!) {{ person(id: $id) {{ awards(cycleId: $c) {{ {All} }} }} }}", new { id = whose.PersonId, c = cycle })).At("person.awards").EnumerateArray()];

    /// <summary>A cycle in execution: the member's scorecard of one objective, of which he has reached 90 % so far, one of the team at 100 %, one of the company at 120 %; and a scheme for him and his colleague, who has no scorecard.</summary>
    private async Task<Paid> GroundAsync(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var card = await Carded.OnAsync(company, ["100"]);
        var measure = await company.MeasureOfAsync("SUM");
        var team = await company.DepartmentLeader.DraftAsync(company.Draft(card.Cycle) with { MeasureId = measure });
        var whole = await company.Executive.DraftAsync(company.Draft(card.Cycle) with { Level = "COMPANY", OwnerId = company.Executive.PersonId, UnitId = company.Root, MeasureId = measure });
        await card.ReachAsync(9);
        await company.TeamLeader.ReportAsync(team, 1, 10);
        await company.Executive.ReportAsync(whole, 1, 12);
        return new(company, card.Cycle, await company.Hr.SaveAsync(company.Scheme(card.Cycle)));
    }

    private sealed record Paid(Company Company, string Cycle, string Scheme);
}
