using System.Text.Json;
using Objectives.Platform.Data;

namespace Objectives.IntegrationTests.Planning;

/// <summary>Superior and subordinate settle objectives together.</summary>
public sealed class NegotiationTests(Installations installations)
{
    [Theory, OnEachDatabase, Trait("Clause", "S6.6")]
    public async Task Every_step_is_kept_with_author_and_time(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT", text: "我的目标是 480,计划按季度推进");
        await company.TeamLeader.NegotiateAsync(id, "PROPOSAL", "150", "旺季有新渠道");
        await company.Member.NegotiateAsync(id, "COUNTER_PROPOSAL", "130.5", "人手不足");
        await company.DepartmentLeader.NegotiateAsync(id, "GUIDANCE", text: "先抓大客户");
        await company.DepartmentLeader.NegotiateAsync(id, "HELP_PROMISED", text: "增派一人");
        await company.Member.NegotiateAsync(id, "COMMENT", text: "谢谢");
        await company.TeamLeader.NegotiateAsync(id, "REJECTED", text: "再想想");
        var agreed = await company.TeamLeader.NegotiateAsync(id, "ACCEPTED", "130.5", "有人手就行");
        agreed.Text("status").ShouldBe("NEGOTIATING");
        (await company.Member.NegotiateAsync(id, "ACCEPTED", text: string.Empty)).ShouldSatisfyAllConditions(o => o.Text("status").ShouldBe("AGREED"), o => o.Text("target").ShouldBe("130.5"));

        var read = await company.Member.ObjectiveAsync(id, "negotiation { id at kind side target text by { employeeNumber } } history(first: 1) { nodes { action after } }");
        read.Strings("negotiation.*.kind").ShouldBe(["SHARED_CONTEXT", "PROPOSAL", "COUNTER_PROPOSAL", "GUIDANCE", "HELP_PROMISED", "COMMENT", "REJECTED", "ACCEPTED", "ACCEPTED"]);
        read.Strings("negotiation.*.by.employeeNumber").ShouldBe(["E0111", "E0111", "E0112", "E0110", "E0110", "E0112", "E0111", "E0111", "E0112"]);
        read.Strings("negotiation.*.side").ShouldBe(["LEADER", "LEADER", "OWNER", "ABOVE", "ABOVE", "OWNER", "LEADER", "LEADER", "OWNER"]);
        read.Strings("negotiation.*.target").ShouldBe([null, "150", "130.5", null, null, null, "130.5", "130.5", "130.5"]);
        read.Strings("negotiation.*.at").ShouldBeInOrder();
        read.Text("history.nodes.0.action").ShouldBe("negotiate");
        read.Text("history.nodes.0.after")!.ShouldContain("\"AGREED\"");
        (await company.Member.ReadAsync("query($id: ID!) { node(id: $id) { ... on NegotiationEntry { text } } }", new { id = read.Text("negotiation.1.id") })).Text("node.text").ShouldBe("旺季有新渠道");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S4.5")]
    public async Task What_only_one_side_touched_cannot_be_agreed(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT");
        await company.TeamLeader.NegotiateAsync(id, "PROPOSAL", "150");
        var alone = await company.TeamLeader.NegotiateAsync(id, "ACCEPTED");
        alone.Text("status").ShouldBe("NEGOTIATING");
        (alone.At("negotiationState.leaderStands").GetBoolean(), alone.At("negotiationState.ownerStands").GetBoolean()).ShouldBe((true, false));
        (await company.Member.NegotiateAsync(id, "ACCEPTED")).Text("status").ShouldBe("AGREED");
        foreach (var other in (Api[])[company.Colleague, company.DepartmentLeader, company.Executive, company.Hr, company.Auditor, company.Administrator])
            (await other.MutateAsync("negotiate", new { objectiveId = id, kind = "ACCEPTED", text = "好" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.Stranger.RefusedAsync("negotiate", new { objectiveId = id, kind = "COMMENT", text = "好" })).Code.ShouldBe("NOT_FOUND");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.2")]
    public async Task It_is_agreed_when_both_stand_by_the_same_target_which_then_becomes_its_own(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT");
        await company.Member.NegotiateAsync(id, "PROPOSAL", "90");
        await company.TeamLeader.NegotiateAsync(id, "ACCEPTED", "90");
        (await company.Member.ObjectiveAsync(id, "status target")).ShouldSatisfyAllConditions(o => o.Text("status").ShouldBe("AGREED"), o => o.Text("target").ShouldBe("90"));

        (_, id) = await DraftedAsync(database);
        await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT");
        await company.TeamLeader.NegotiateAsync(id, "ACCEPTED");
        var countered = await company.Member.NegotiateAsync(id, "COUNTER_PROPOSAL", "100");
        (countered.Text("status"), countered.Text("target"), countered.Text("negotiationState.target"), countered.At("negotiationState.leaderStands").GetBoolean()).ShouldBe(("NEGOTIATING", "120", "100", false));
        var stale = await company.TeamLeader.NotNegotiatedAsync(id, "ACCEPTED", "120");
        (stale.Code, stale.Field, JsonElement.Parse(stale.Detail!).Text("onTheTable")).ShouldBe(("CONFLICT", "target", "100"));
        (await company.TeamLeader.NegotiateAsync(id, "ACCEPTED", "100")).ShouldSatisfyAllConditions(o => o.Text("status").ShouldBe("AGREED"), o => o.Text("target").ShouldBe("100"));
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.2")]
    public async Task A_change_of_the_draft_or_a_rejection_voids_what_was_accepted(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT");
        await company.TeamLeader.NegotiateAsync(id, "PROPOSAL", "150");
        await company.TeamLeader.ChangeAsync("editObjective", new { id, target = "140" }, "objective { id }");
        var edited = await company.Member.NegotiateAsync(id, "ACCEPTED");
        (edited.Text("status"), edited.Text("negotiationState.target"), edited.At("negotiationState.leaderStands").GetBoolean()).ShouldBe(("NEGOTIATING", "140", false));
        await company.TeamLeader.NegotiateAsync(id, "REJECTED", text: "还是太高");
        (await company.TeamLeader.NegotiateAsync(id, "ACCEPTED")).Text("status").ShouldBe("NEGOTIATING");
        await company.TeamLeader.ChangeAsync("editObjective", new { id, title = "换个说法" }, "objective { id }");
        (await company.Member.NegotiateAsync(id, "ACCEPTED")).Text("status").ShouldBe("NEGOTIATING");
        (await company.TeamLeader.NegotiateAsync(id, "ACCEPTED")).ShouldSatisfyAllConditions(o => o.Text("status").ShouldBe("AGREED"), o => o.Text("target").ShouldBe("140"));
    }

    [Theory, OnEachDatabase, Trait("Clause", "S6.2")]
    public async Task Asking_for_help_and_phasing_leave_what_is_on_the_table(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT");
        await company.TeamLeader.NegotiateAsync(id, "PROPOSAL", "150");
        await company.Member.AskForHelpAsync(id, company.Stranger.PersonId);
        await company.Member.ChangeAsync("phaseObjective", new { id, method = "EVEN" }, "objective { id }");
        (await company.Member.ObjectiveAsync(id, "negotiationState { target leaderStands }")).ShouldSatisfyAllConditions(
            o => o.Text("negotiationState.target").ShouldBe("150"), o => o.At("negotiationState.leaderStands").GetBoolean().ShouldBeTrue());
        (await company.Member.NegotiateAsync(id, "ACCEPTED", "150")).ShouldSatisfyAllConditions(o => o.Text("status").ShouldBe("AGREED"), o => o.Text("target").ShouldBe("150"));
    }

    [Theory, OnEachDatabase, Trait("Clause", "S6.6")]
    public async Task The_superior_shares_his_own_first(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        foreach (var (by, kind, target) in new[] { (company.Member, "PROPOSAL", "90"), (company.Member, "COUNTER_PROPOSAL", "90"), (company.Member, "ACCEPTED", null), (company.TeamLeader, "PROPOSAL", "150"), (company.TeamLeader, "ACCEPTED", null) })
            (await by.NotNegotiatedAsync(id, kind, target)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("kind"), e => e.Message.ShouldContain("shares"));
        await company.Member.NegotiateAsync(id, "COMMENT", text: "等您");
        (await company.Member.MutateAsync("negotiate", new { objectiveId = id, kind = "SHARED_CONTEXT", text = "我的" }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT")).ShouldSatisfyAllConditions(o => o.Text("status").ShouldBe("NEGOTIATING"), o => o.At("negotiationState.contextShared").GetBoolean().ShouldBeTrue());
        await company.Member.NegotiateAsync(id, "PROPOSAL", "90");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S6.7")]
    public async Task From_the_top_down_the_superior_begins_from_the_bottom_up_the_owner(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        Task ApproachAsync(string approach) => company.Hr.ChangeAsync("setSettingApproach", new { cycleId = cycle, unitId = company.Division, approach }, "cycle { id }");

        await ApproachAsync("TOP_DOWN");
        var own = await company.Member.DraftAsync(company.PersonalDraft(cycle));
        await company.TeamLeader.NegotiateAsync(own, "SHARED_CONTEXT");
        (await company.Member.NotNegotiatedAsync(own, "COUNTER_PROPOSAL", "90")).Message.ShouldContain("top down");
        await company.TeamLeader.NegotiateAsync(own, "PROPOSAL", "150");
        await company.Member.NegotiateAsync(own, "COUNTER_PROPOSAL", "90");
        var given = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
        await company.TeamLeader.NegotiateAsync(given, "SHARED_CONTEXT");
        await company.Member.NegotiateAsync(given, "COUNTER_PROPOSAL", "90");

        await ApproachAsync("BOTTOM_UP");
        given = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
        await company.TeamLeader.NegotiateAsync(given, "SHARED_CONTEXT");
        (await company.TeamLeader.NotNegotiatedAsync(given, "PROPOSAL", "150")).Message.ShouldContain("bottom up");
        await company.Member.NegotiateAsync(given, "PROPOSAL", "90");
        await company.TeamLeader.NegotiateAsync(given, "COUNTER_PROPOSAL", "150");
        own = await company.Member.DraftAsync(company.PersonalDraft(cycle));
        await company.Member.NegotiateAsync(own, "PROPOSAL", "90");
        (await company.TeamLeader.NotNegotiatedAsync(own, "ACCEPTED")).Message.ShouldContain("shares");
        await company.TeamLeader.NegotiateAsync(own, "SHARED_CONTEXT");
        (await company.TeamLeader.NegotiateAsync(own, "ACCEPTED")).Text("status").ShouldBe("AGREED");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S6.7")]
    public async Task Everyone_is_offered_the_steps_that_are_his_to_take(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        await company.Hr.ChangeAsync("setSettingApproach", new { cycleId = cycle, unitId = company.Division, approach = "TOP_DOWN" }, "cycle { id }");
        var id = await company.Member.DraftAsync(company.PersonalDraft(cycle));
        async Task OfferedAsync(Api to, params string[] steps) => (await to.ObjectiveAsync(id, "negotiationState { steps }")).At("negotiationState.steps").EnumerateArray().Select(s => s.GetString()).ShouldBe(steps, ignoreOrder: true);

        await OfferedAsync(company.Member, "COMMENT");
        await OfferedAsync(company.TeamLeader, "SHARED_CONTEXT", "COMMENT", "GUIDANCE", "HELP_PROMISED");
        await OfferedAsync(company.DepartmentLeader, "COMMENT", "GUIDANCE", "HELP_PROMISED");
        await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT");
        await OfferedAsync(company.Member, "COMMENT");
        await company.TeamLeader.NegotiateAsync(id, "PROPOSAL", "150");
        await OfferedAsync(company.Member, "ACCEPTED", "PROPOSAL", "COUNTER_PROPOSAL", "REJECTED", "COMMENT");
        await OfferedAsync(company.TeamLeader, "SHARED_CONTEXT", "PROPOSAL", "COUNTER_PROPOSAL", "REJECTED", "COMMENT", "GUIDANCE", "HELP_PROMISED");
        await company.Member.NegotiateAsync(id, "ACCEPTED");
        await OfferedAsync(company.Member, "REOPENED", "COMMENT");
        await OfferedAsync(company.DepartmentLeader, "REOPENED", "COMMENT", "GUIDANCE", "HELP_PROMISED");
        foreach (var signer in (Api[])[company.TeamLeader, company.Member])
            await signer.SignAsync(id);
        await OfferedAsync(company.Member, "REOPENED", "COMMENT");
        await company.MoveCycleAsync(cycle, "EXECUTION");
        await OfferedAsync(company.Member, "COMMENT");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S5.6")]
    public async Task At_the_top_another_executive_is_the_other_side(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var id = await company.Executive.DraftAsync(company.Draft(cycle) with { Level = "COMPANY", UnitId = company.Root, OwnerId = company.Executive.PersonId });
        await company.Executive.NegotiateAsync(id, "PROPOSAL", "500");
        (await company.Executive.NegotiateAsync(id, "ACCEPTED")).Text("status").ShouldBe("NEGOTIATING");
        (await company.SecondExecutive.NegotiateAsync(id, "ACCEPTED", "500")).Text("status").ShouldBe("AGREED");
        (await company.Executive.SignAsync(id)).ShouldSatisfyAllConditions(
            o => o.Text("status").ShouldBe("AGREED"), o => o.Text("negotiationState.missingSignatures.0.role").ShouldBe("LEADER"), o => o.At("negotiationState.missingSignatures.0.by").ValueKind.ShouldBe(JsonValueKind.Null));
        (await company.Executive.NotSignedAsync(id)).Code.ShouldBe("DUPLICATE");
        (await company.SecondExecutive.SignAsync(id)).Text("status").ShouldBe("COMMITTED");
    }

    [Theory, OnEachDatabase, Trait("Clause", "S4.2")]
    public async Task Nothing_is_agreed_before_everyone_was_told(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync("PREPARATION");
        var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
        (await company.TeamLeader.NotNegotiatedAsync(id, "SHARED_CONTEXT")).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("BRIEFING_MISSING"), e => e.Field.ShouldBe("objectiveId"));
        await company.InformAsync(cycle, company.Root);
        await company.TeamLeader.AgreeAsync(company.Member, id);
        await company.Administrator.ChangeAsync("setCyclePolicy", new { cycleId = cycle, unacknowledgedBriefing = "BLOCK" }, "cycle { id }");
        (await company.Member.NotSignedAsync(id)).Code.ShouldBe("BRIEFING_MISSING");
    }

    [Theory, OnEachDatabase]
    public async Task A_step_that_does_not_fit_is_refused(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT");
        foreach (var (by, kind, target, text, code, field) in new[]
        {
            (company.Member, "PROPOSAL", null, "少", "REQUIRED", "target"), (company.Member, "COMMENT", "90", "少", "INVALID", "target"), (company.Member, "PROPOSAL", "90.005", "少", "INVALID", "target"),
            (company.TeamLeader, "AUTHORITY_GRANTED", null, "给", "INVALID", "kind"), (company.Member, "COMMENT", null, " ", "REQUIRED", "text"), (company.Member, "PROPOSAL", "90", new('长', 4001), "LIMIT_EXCEEDED", "text"),
            (company.Member, "REOPENED", null, "重来", "FORBIDDEN_BY_STATE", "kind"), (company.Member, "REJECTED", "77", "不", "CONFLICT", "target"),
        })
        {
            (await by.NotNegotiatedAsync(id, kind, target, text)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe(field));
        }
        (await company.Member.NotNegotiatedAsync(id, "PROPOSAL", "90", expectedVersion: 1)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("CONFLICT"), e => e.Field.ShouldBe("expectedVersion"));
        await company.Member.NegotiateAsync(id, "PROPOSAL", "90");
        await company.TeamLeader.NegotiateAsync(id, "ACCEPTED");
        (await company.Member.NotNegotiatedAsync(id, "COUNTER_PROPOSAL", "80")).ShouldSatisfyAllConditions(e => e.Code.ShouldBe("FORBIDDEN_BY_STATE"), e => e.Field.ShouldBe("kind"));
        (await company.Member.NegotiateAsync(id, "ACCEPTED")).Text("status").ShouldBe("AGREED");
        await company.DepartmentLeader.NegotiateAsync(id, "REOPENED", text: "部门目标变了");
        (await company.Member.NegotiateAsync(id, "COUNTER_PROPOSAL", "80")).Text("status").ShouldBe("NEGOTIATING");
    }

    [Theory, OnEachDatabase]
    public async Task Who_is_no_party_does_not_read_it(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var id = await company.TeamLeader.DraftAsync(company.Draft(cycle));
        await company.DepartmentLeader.AgreeAsync(company.TeamLeader, id);
        await company.DepartmentLeader.ChangeAsync("grantAuthority", new { objectiveId = id, scope = "可调配两人", from = "2027-01-01" }, "objective { id }");
        const string asked = "title negotiation { kind } authorityGrants { scope } negotiationState { target } signatures { role } contentHash";
        foreach (var reader in (Api[])[company.Member, company.TeamLeader, company.DivisionLeader, company.Executive, company.Hr, company.Auditor])
            (await reader.ObjectiveAsync(id, asked)).ShouldSatisfyAllConditions(o => o.At("negotiation").GetArrayLength().ShouldBe(4), o => o.At("authorityGrants").GetArrayLength().ShouldBe(1));
        (await company.Stranger.ObjectiveAsync(id, asked)).ShouldSatisfyAllConditions(
            o => o.At("negotiation").GetArrayLength().ShouldBe(0), o => o.At("authorityGrants").GetArrayLength().ShouldBe(0), o => o.At("negotiationState").ValueKind.ShouldBe(JsonValueKind.Null));
        var entry = (await company.Member.ObjectiveAsync(id, "negotiation { id }")).Text("negotiation.0.id");
        (await company.Stranger.ReadAsync("query($id: ID!) { node(id: $id) { id } }", new { id = entry })).At("node").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory, OnEachDatabase, Trait("Clause", "S7.2")]
    public async Task Authority_is_given_by_who_stands_above_and_taken_back(DatabaseKind database)
    {
        var (company, id) = await DraftedAsync(database);
        var input = new { objectiveId = id, scope = "可自行决定折扣", limitAmount = "5000.5", limitCurrency = "CNY", from = "2027-01-01", until = (string?)"2027-06-30" };
        var granted = await company.TeamLeader.ChangeAsync("grantAuthority", input, "objective { authorityGrants { id scope from until limit { amount currency } by { employeeNumber } to { employeeNumber } } negotiation { kind text } }");
        (granted.Text("authorityGrants.0.scope"), granted.Text("authorityGrants.0.limit.amount"), granted.Text("authorityGrants.0.limit.currency"), granted.Text("authorityGrants.0.by.employeeNumber"), granted.Text("authorityGrants.0.to.employeeNumber"))
            .ShouldBe(("可自行决定折扣", "5000.5", "CNY", "E0111", "E0112"));
        granted.Text("negotiation.0.kind").ShouldBe("AUTHORITY_GRANTED");
        foreach (var other in (Api[])[company.Member, company.Colleague, company.Hr])
            (await other.MutateAsync("grantAuthority", input, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        foreach (var (wrong, code, field) in new (object, string, string)[]
        {
            (new { objectiveId = id, scope = "x", from = "2027-01-01", until = "2026-12-31" }, "INVALID", "until"), (new { objectiveId = id, scope = "x", limitAmount = "5", from = "2027-01-01" }, "REQUIRED", "limitCurrency"),
            (new { objectiveId = id, scope = "x", limitAmount = "-5", limitCurrency = "CNY", from = "2027-01-01" }, "INVALID", "limitAmount"), (new { objectiveId = id, scope = " ", from = "2027-01-01" }, "REQUIRED", "scope"),
        })
        {
            (await company.TeamLeader.RefusedAsync("grantAuthority", wrong)).ShouldSatisfyAllConditions(e => e.Code.ShouldBe(code), e => e.Field.ShouldBe(field));
        }
        var grant = granted.Text("authorityGrants.0.id")!;
        (await company.Member.MutateAsync("remove", new { id = grant }, string.Empty)).ErrorCode.ShouldBe("FORBIDDEN");
        (await company.DepartmentLeader.MutateAsync("remove", new { id = grant, reason = "预算收紧" }, "removedId")).Data.Text("remove.removedId").ShouldBe(grant);
        (await company.Member.ObjectiveAsync(id, "authorityGrants { id } history(first: 1) { nodes { action reason } }")).ShouldSatisfyAllConditions(
            o => o.At("authorityGrants").GetArrayLength().ShouldBe(0), o => o.Text("history.nodes.0.reason").ShouldBe("预算收紧"));
    }

    /// <summary>Whichever comes first: either it is agreed and the counter-proposal is refused, or the acceptance is.</summary>
    [Theory, OnEachDatabase, Trait("Clause", "S6.6")]
    public async Task Of_an_acceptance_and_a_counter_proposal_at_once_one_wins(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var outcomes = new List<string>();
        for (var round = 0; round < 8; round++)
        {
            var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
            await company.TeamLeader.NegotiateAsync(id, "SHARED_CONTEXT");
            await company.Member.NegotiateAsync(id, "PROPOSAL", "90");
            var accept = company.TeamLeader.MutateAsync("negotiate", new { objectiveId = id, kind = "ACCEPTED", target = "90", text = "好" }, "objective { id }");
            var counter = company.Member.MutateAsync("negotiate", new { objectiveId = id, kind = "PROPOSAL", target = "80", text = "再低点" }, "objective { id }");
            var refused = (await Task.WhenAll(accept, counter)).SelectMany(r => r.UserErrors).Single();
            var now = await company.Member.ObjectiveAsync(id, "status target negotiation { kind }");
            (refused.Code, now.Text("status"), now.Text("target"), now.At("negotiation").GetArrayLength()).ShouldBeOneOf(("FORBIDDEN_BY_STATE", "AGREED", "90", 3), ("CONFLICT", "NEGOTIATING", "120", 3));
            outcomes.Add(refused.Code);
        }
        outcomes.ShouldNotBeEmpty();
    }

    [Theory, OnEachDatabase]
    public async Task What_is_shown_of_many_takes_a_fixed_number_of_statements(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        var cycle = await company.OpenCycleAsync();
        var runs = new List<IReadOnlyList<string>>();
        foreach (var more in (int[])[1, 3])
        {
            for (var i = 0; i < more; i++)
            {
                var id = await company.TeamLeader.DraftAsync(company.PersonalDraft(cycle));
                await company.TeamLeader.AskForHelpAsync(id, company.Stranger.PersonId);
                await company.TeamLeader.ChangeAsync("grantAuthority", new { objectiveId = id, scope = "可调配两人", from = "2027-01-01" }, "objective { id }");
                await company.TeamLeader.AgreeAsync(company.Member, id);
            }
            var (_, sql) = await company.Executive.RecordAsync(
                """
                query($cycle: ID!) { objectives(filter: { cycleId: $cycle }) { nodes {
                  contentHash negotiation { text by { name } } authorityGrants { scope by { name } to { name } } signatures { role by { name } }
                  negotiationState { target leader { name } missingSignatures { role by { name } } } supportRequests { what viewerMay fromUnit { name } fromPerson { name } receiver { name } objective { title } }
                } } }
                """,
                new { cycle });
            runs.Add(sql);
        }
        runs.ShouldBeAsMany();
    }

    private async Task<(Company Company, string Id)> DraftedAsync(DatabaseKind database)
    {
        var company = await installations.OnAsync(database);
        return (company, await company.TeamLeader.DraftAsync(company.PersonalDraft(await company.OpenCycleAsync())));
    }
}
